"""The page docs/rules.md, made from the manual pages of the rules and the call file.

`make generated` writes it, after a rule or a fact of the call has changed.
"""

import re
import textwrap
from collections.abc import Iterator
from typing import Any, Final

from escp_docs.finding import Answer, Outcome
from escp_docs.judging.fact_words import in_words
from escp_docs.judging.manual import facts
from escp_docs.model.call import Call, Countries
from escp_docs.model.fact import Fact
from escp_docs.rule import Rule
from escp_docs.rules import ALL_RULES
from tests.rules.manual_pages import HEADINGS, outcomes_of, sections
from tests.support.places import ROOT

MANUAL: Final = ROOT / "docs" / "rules.md"
WIDTH: Final = 100
FAMILIES: Final = {
    "CON": ("Consortium", "Who may apply, and with whom."),
    "SUB": ("Submission", "When one applies, and how often."),
    "STR": ("Strategy", "What the partners want to reach together."),
    "TGT": ("Targets", "Where the partnership goes."),
    "RMP": ("Roadmap", "What is done, by whom and until when."),
    "BUD": ("Budget", "What it costs, and who pays."),
    "AGR": ("Agreement", "What the partners bind themselves to."),
    "FRM": ("Form", "What the fields of the application take."),
    "PLA": ("Plausibility", "What can hardly be meant as it is written."),
}
CONFIDENCES: Final = {
    "stated": "the announcement of the call",
    "official": "text of this call, or a page of the Union about it",
    "sibling": "official text of a sibling call",
    "secondary": "agencies, regions, associations",
    "derived": "reasoning or arithmetic on the others",
    "consistency": "what the spec itself says elsewhere; its severity stands in the rule",
}
LISTS: Final = {
    "member_states": "Member States",
    "cosme_countries": "countries that participate in COSME",
    "treated_as_member_state": "countries treated as a Member State",
    "territories": "territories that count as their state",
    "territories_in_doubt": "territories in doubt",
    "regions_inside": "regions inside",
    "regions_partly_inside": "regions partly inside",
    "legal_form_words": "words of legal forms",
    "deadline": "the deadline",
}
INTRODUCTION: Final = """
# Rules

<!-- Made by `make generated` from escp_docs/rules and specs/calls. -->

What `escp-docs check` looks at in a spec, for the call {number},
{title}: {count} rules, each named for the fault that it finds.
`escp-docs explain CODE` prints the page of one.

In the examples, `---` parts specs that are checked together; `<201 characters>` and `<50 words>`
stand for a text of that length. The key `call`, and `project` with its acronym, are left out.

## How a rule answers

**Met**, **not met**, **undecided** or **not applicable**. A key that is absent is a question, a
value that is written a statement, and a list that is written is complete. So a rule is met if it
holds however the open facts turn out, not met if it fails however they turn out, and undecided
otherwise; then the report names the question, the key that answers it, and the person to ask. A
rule is not applicable in a strand for which the call file has no such fact, and a rule across
specs while one is checked alone.

**Error or warning.** A rule is as severe as its source is sure. What the announcement or an
official text says makes an error; the rest makes a warning:

{confidences}

**Verdict.** A spec is *ineligible* if an error is not met, else *undecided* if one is undecided,
else *eligible*. A requirement that is not met, but of which it is not sure that the call asks for
it, leaves it *undecided*. Other warnings never change it, and neither does today's date.

**Without a strand** a rule whose answer is the same in every strand has that answer; the others are
undecided and ask for the strand.

**One legal entity.** Two entries are the same entity when the first identifier that both carry
agrees: a PIC of nine digits; the registration number with the country, if the registers or the
names agree too; the legal name with the country, in which case, spaces, accents and punctuation do
not matter. A territory is its state. An absent or malformed identifier identifies nothing.

## All rules

E is an error, W a warning, – does not hold in the strand. Two letters: the severity depends on the
fault.
"""


def manual(one: Call) -> str:
    """Return the manual of all rules as Markdown."""
    parts = [
        INTRODUCTION.strip().format(
            number=one.number,
            title=one.title,
            count=len(ALL_RULES),
            confidences="\n".join(f"- *{name}*: {what}" for name, what in CONFIDENCES.items()),
        ),
        "\n".join(_table(one)),
    ]
    for family, (title, about) in FAMILIES.items():
        parts.append(f"## {title}\n\n{about}")
        parts += [
            page for rule in ALL_RULES if rule.code[:3] == family for page in _page(rule, one)
        ]
    parts += ["## Lists", *_lists(one)]
    parts += ["## What the call file does not say", "\n".join(_unknown(one))]
    return "\n\n".join(parts) + "\n"


def _table(one: Call) -> Iterator[str]:
    strands = list(one.strands)
    yield f"| code | name | {' | '.join(strands)} | fault |"
    yield "| --- | --- |" + " --- |" * len(strands) + " --- |"
    for rule in ALL_RULES:
        marks = " | ".join(_mark(rule, one, strand) for strand in strands)
        anchor = f"{rule.code}-{rule.name}".lower()
        yield f"| [{rule.code}](#{anchor}) | {rule.name} | {marks} | {_fault(rule)} |"


def _mark(rule: Rule[Any], one: Call, strand: str) -> str:
    if rule.rests_on(one.terms(strand)) is None:
        return "–"
    facts = rule.of_the_spec or [getattr(one.terms(strand), name) for name in _names(rule)]
    return "".join(dict.fromkeys(fact.severity.value[0].upper() for fact in facts if fact))


def _fault(rule: Rule[Any]) -> str:
    lines = rule.manual.partition("\n\n")[0].split(": ", 1)
    return " ".join(lines[1].split()).removesuffix(".")


def _names(rule: Rule[Any]) -> list[str]:
    return re.findall(r"\w+", sections(rule)["Source"])


# --- one rule --------------------------------------------------------------------------------


def _page(rule: Rule[Any], one: Call) -> Iterator[str]:
    found = sections(rule)
    fault = _fault(rule)
    yield f"### {rule.code} {rule.name}"
    yield f"{fault[0].upper()}{fault[1:]}."
    yield _filled(found["What it checks"])
    yield _filled(f"*Why.* {found['Why']}")
    yield "\n".join(_facts(rule, one)) or "- This call states nothing of the kind."
    for heading in HEADINGS:
        if heading in found:
            yield from _example(rule, heading, found[heading])
    if "Choice" in found:
        yield _filled(f"*Choice.* {found['Choice']}")


def _facts(rule: Rule[Any], one: Call) -> Iterator[str]:
    used = []
    for name, strands, fact in facts(rule, one):
        if name in LISTS and not strands:
            used.append(f"*{LISTS[name]}*")
        else:
            yield from _fact(strands, fact, rule, one)
    if used:
        yield _filled(f"See the [lists of the call](#lists) for {', '.join(used)}.", "- ", "  ")


def _lists(one: Call) -> Iterator[str]:
    for name, title in LISTS.items():
        terms = one.terms(next(iter(one.strands)))
        fact = getattr(one.countries if name in Countries.__struct_fields__ else terms, name)
        yield f"**{title[0].upper()}{title[1:]}.**"
        yield from _fact((), fact, None, one)


def _fact(
    strands: tuple[str, ...], fact: Fact[Any], rule: Rule[Any] | None, one: Call
) -> Iterator[str]:
    source = fact.source
    quote = f"“{source.quote}”" if source.quote else ""
    words = "; ".join(part for part in (quote, source.reason) if part)
    where = ", ".join(part for part in (source.document, source.place) if part)
    many = "Strand" if len(strands) == 1 else "Strands"
    stated = in_words(fact, one).replace("*", "\\*").replace("<", "&lt;")
    held = f"**{many} {' and '.join(strands)}**, {fact.severity.value}: " if strands else ""
    if rule and fact in rule.of_the_spec:
        held = f"**Under every call**, {fact.severity.value}: "
    said = f"{held}{stated}. Source, *{fact.confidence}*: {where}"
    url = f", <{source.url}>" if source.url else ""
    yield _filled(f"{said}: {words}{url}", "- ", "  ")


def _example(rule: Rule[Any], heading: str, example: str) -> Iterator[str]:
    answer = HEADINGS[heading]
    yield f"{heading}:"
    yield f"```yaml\n{example}\n```"
    outcomes = [one for one in outcomes_of(example, rule.code) if one.answer is answer]
    if answer is not Answer.MET:
        lines = (line for one in outcomes[:1] for line in _said(one))
        yield "\n".join(lines)


def _said(outcome: Outcome) -> Iterator[str]:
    told = outcome.fix or outcome.question
    label = "fix" if outcome.fix else "question"
    for text, end in ((outcome.message, "\\"), (f"{label}: {told}", "")):
        yield _filled(text, "> ", "> ") + end


def _filled(text: str, first: str = "", rest: str = "") -> str:
    return textwrap.fill(
        text,
        WIDTH - 1,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _unknown(one: Call) -> Iterator[str]:
    for unknown in one.unknown:
        note = f" ({unknown.note})" if unknown.note else ""
        yield f"- {unknown.topic}{note}"
