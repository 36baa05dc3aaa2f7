"""How agreements are written in English: phrases, shapes of words, sentences at odds."""

import re
from re import Pattern
from typing import Final

from escp_docs.language.legal_text import LegalText

_COUNTED: Final = "day|month|year|week|meeting"


def _words(pattern: str) -> Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


_PERIODS: Final = (
    re.compile(
        rf"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|thirty)"
        rf"[ -](?:{_COUNTED})s?\b",
        re.IGNORECASE,
    ),
    "write periods in figures: '6 months'",
)
_PHRASES: Final[tuple[tuple[Pattern[str], str], ...]] = (
    (_words("beside (?:that|this|the notice)"), "say 'in addition to'"),
    (_words("own means of|(?:an|the) own"), "say 'its own means', 'of its own'"),
    (_words("who takes part"), "say 'those that take part'"),
    (_words("is mended|are mended"), "say 'remedied'"),
    (_words("least number of"), "say 'minimum number of'"),
    (_words("(?:work|tasks|reports?|it|them)[^.]{0,60} in time"), "say 'on time'"),
    (_words("beyond the union"), "say 'outside the Union'"),
    (_words("declares to have"), "say 'declares that it has'"),
    (_words("answer until"), "say 'answer by'"),
    (_words("values on the way"), "say 'interim values'"),
    (_words("hereby|herein|hereinafter|thereof|aforementioned|witnesseth"), "say it plainly"),
    (_words("and/or"), "say 'or', or 'or both'"),
    (_words("best efforts?|reasonable endeavours"), "say what is to be done"),
    (_words("should endeavour|shall endeavour"), "say what is to be done"),
    (_words("beside the (?!signature)"), "say 'besides the ...'"),
    (_words("(?:which|that|who) (?:is|are) in default"), "say 'found in default under' its clause"),
    (_words("in that language prevails"), "name the language"),
    (re.compile(r"\bhalf of (?:that|this|the) time(?!, rounded)"), "say how it is rounded"),
    (_words("counts? as present and in favour"), "let silence make no quorum"),
    _PERIODS,
    (_words(r"we|our|ours|us"), "say the Members, the Parties or the Coordinator"),
)
_SHAPES: Final[tuple[tuple[Pattern[str], str, str], ...]] = (
    (re.compile(r"\.\.(?!\.)|\.;|,,|;;|\s[.,;](?=\s|$)|:\s*[.;,]"), "a doubled stop", "keep one"),
    (re.compile(r"[.] clauses? \d"), "a sentence begins small", "begin it with another word"),
    (re.compile(rf"\b0 (?:{_COUNTED})"), "a count of nothing", "state 1 or more"),
    (
        re.compile(rf"\b1 (?:{_COUNTED})s\b|\b(?:[2-9]|[1-9]\d+) (?:{_COUNTED})\b"),
        "singular and plural do not fit",
        "use `plural`",
    ),
    (
        re.compile(r"(?::|\bof|\bby|\bare|\bin) none\b|^none\b"),
        "'none' stands as content",
        "say it",
    ),
    (
        re.compile(
            r"\bclause \S+?,? (?:and |or )?clause \d|\b[cC]lauses? [^.]{0,80}\bclause \d+\)"
        ),
        "clauses are cited one by one",
        "say 'clauses 4, 5 and 6'",
    ),
    (
        re.compile(r"\bclauses \d+(?:\.\d+)*(?:\([a-z]\))?(?:\.?(?=\s|$)|;)(?!\s?(?:and|or)\b)"),
        "one clause in the plural",
        "say 'clause'",
    ),
    (re.compile(r"\b([A-Za-z]{2,}) \1\b(?<!that that)"), "a word twice", "keep one"),
    (
        re.compile(
            r"(?:courts of|with its seat in|arbitration is) (?:the )?(?:member|party|defend)",
            re.IGNORECASE,
        ),
        "the seat is no place",
        "name a city, so that it is known before a dispute who decides",
    ),
)


def _pair(one: str, other: str, cure: str) -> tuple[Pattern[str], Pattern[str], str]:
    return re.compile(one), re.compile(other), cure


_CONTRADICTIONS: Final[tuple[tuple[Pattern[str], Pattern[str], str], ...]] = (
    _pair(
        "belongs? (?:to all Members )?jointly and in equal shares",
        "Results of the other Parties",
        "grant rights to what the Members do not own jointly",
    ),
    _pair("not limited to an amount", "within the limit of", "name no limit"),
    _pair("has no fixed term", "At the end of its term", "leave the renewal out"),
    _pair("has no fixed term", "This Agreement ends .* the End of the Action", "say one of them"),
    _pair("No Member has a veto", "may veto a decision|A decision that is vetoed", "say one"),
    _pair("in person and not by video", "take part by video", "say one of them"),
    _pair("Nobody has a casting vote", "the Chair has a casting vote", "say one of them"),
    _pair("Nobody but the Parties has", "have them only under", "say one of them"),
    _pair("this Agreement continues\\.", "this Agreement lapses", "say one of them"),
    _pair(
        "takes effect on the day on which the Grant Agreement",
        "Grant is not awarded, this Agreement lapses",
        "what never took effect cannot lapse",
    ),
    _pair("has no annexes", r"Annex \d|(?i:this agreement) with its annexes", "name no annex"),
    _pair("there are no Common Actions", "the following Common Actions", "say one of them"),
    _pair("no other financing is agreed", "the following applies\\.$", "say one of them"),
    _pair("governed by a separate agreement", "are governed by Part", "say one of them"),
    _pair("each Beneficiary has one vote", "votes with the weight of its share", "say one"),
    _pair("is signed by hand\\.", "electronic signature|signs electronically", "say one of them"),
    _pair("need not meet any further criteria", "the following criteria", "say one of them"),
    _pair(
        "No Associated Organisation is a Party when",
        "also made with the following Associated",
        "leave the sentence in the annex out",
    ),
    _pair("whether or not the Grant is awarded", "this Agreement lapses", "say one of them"),
    _pair(
        "only with the consent of every owner",
        r"Without an objection in that time the publication is allowed\.",
        "let what is owned jointly be published after notice",
    ),
    _pair(
        "gives no rights to anybody who is not a Party",
        "have a right to use Results",
        "let others derive their use from a Party",
    ),
    _pair(
        r"Each Member has one vote\.",
        "^In Grant Matters the Beneficiaries alone vote, and",
        "say that Grant Matters are apart",
    ),
    _pair("adjourned to a day", "calls a second meeting", "say one of them"),
    _pair("they are sent to the contacts of Annex", "which keeps the list and sends", "say one"),
    _pair(
        "decides nothing in place of the Members, but",
        "apply to the Steering Committee",
        "give a committee of one Member no decisions",
    ),
    _pair(
        r"language of this Agreement, [^.]* is (?!English)\w+",
        "^This Agreement is made between",
        "state the language in which the text is written",
    ),
)

_NAMES: Final = (
    *("European Strategic Cluster Partnership", "Going International", "European Union"),
    *("European Commission", "European Anti-Fraud Office", "European Court of Auditors"),
    *("European Public Prosecutor’s Office", "European Central Bank", "European Economic Area"),
    *("European Economic Interest Grouping", "Italian Civil Code", "Total cost"),
    *("Regulation", "No", "Articles", "Article", "Part", "Annex", "Clauses", "Clause", "Table"),
    *("European", "Europe", "English"),
)

ENGLISH_LEGAL_TEXT: Final = LegalText(
    phrases=_PHRASES,
    shapes=_SHAPES,
    contradictions=_CONTRADICTIONS,
    names=_NAMES,
    endings="(?:y|ies|s)?",
    voices=("we", "our", "us"),
    prose=(
        _PERIODS,
        (re.compile(r"(?<!General )\bAssembly\b"), "say 'the General Assembly'"),
        (_words("associated members?"), "say 'Associated Organisation', which is no Member"),
    ),
    optional_terms=(
        *("Coordination Office", "Steering Committee", "Budget Share", "Own Contribution"),
    ),
    all_parties=re.compile(r"\bPart(?:y|ies)\b"),
    joint=", and ",
)
