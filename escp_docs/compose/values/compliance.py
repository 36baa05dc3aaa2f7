"""The compliance matrix: what each rule asks, what it says of the spec, where it is answered."""

from pathlib import PurePosixPath
from typing import Any, assert_never

from escp_docs.compose.markdown.glyphs import printable
from escp_docs.compose.templates.binder import BoundValue
from escp_docs.compose.values.answering_sections import answered, unasked
from escp_docs.compose.values.citations import cited
from escp_docs.compose.values.other_documents import Evidence
from escp_docs.document import Emphasis, Inline, LineBreak, Strong, Text
from escp_docs.finding import Answer, Confidence, Outcome, Source
from escp_docs.judging.open_facts import open_facts
from escp_docs.language.language import Language
from escp_docs.model.call import Call, Terms
from escp_docs.model.fact import Fact
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import anchored
from escp_docs.rule import Judged, Rule, Standing

Values = dict[str, Any]


def matrix(spec: Spec, call: Call, evidence: Evidence, language: Language) -> Values:
    """Return what the compliance matrix prints.

    Returns:
        `standing` and `counts` of the outcomes; `rules`, each with `rule`, `clause`, `outcome`,
        `evidence` and `answered`; `unanswered`, the codes that no section answers; `people`, pairs
        of a person and the questions that rules wait for; `idle`, pairs of a document and its
        sections that answer none; `unseen`, what the forms of the call are taken from.
    """
    sections = answered(evidence, language)
    by_rule: dict[str, list[Judged]] = {}
    terms = [call.terms(strand) for strand in call.strands]
    judged = [one for one in evidence.verdict.judged if _holds_somewhere(one.rule, terms)]
    for one in judged:
        by_rule.setdefault(one.rule.code, []).append(one)
    return {
        "standing": _standing(evidence.verdict.standing, language),
        "counts": _counts(judged, language),
        "rules": [_row(spec, evidence, judged, sections, language) for judged in by_rule.values()],
        "unanswered": [code for code in by_rule if code not in sections],
        "people": _people(spec, call, evidence, language),
        "idle": [(one.title, unasked(one)) for one in evidence.documents.values()],
        "unseen": _unseen(call, language),
    }


def _standing(standing: Standing, language: Language) -> str:
    words = language.compliance
    match standing:
        case Standing.ELIGIBLE:
            return words.eligible
        case Standing.INELIGIBLE:
            return words.ineligible
        case Standing.UNDECIDED:
            return words.undecided
        case _:
            assert_never(standing)


def _holds_somewhere(rule: Rule[Any], terms: list[Terms]) -> bool:
    """Whether the call has the requirement at all, in whatever strand."""
    return any(rule.rests_on(one) is not None for one in terms)


def _counts(judged: list[Judged], language: Language) -> list[tuple[str, int]]:
    found = [one.outcome.answer for one in judged]
    return [(_answer(one, language), found.count(one)) for one in Answer]


# --- a rule ----------------------------------------------------------------------------------


def _row(
    spec: Spec,
    evidence: Evidence,
    judged: list[Judged],
    sections: dict[str, list[Inline]],
    language: Language,
) -> Values:
    rule, outcomes = judged[0].rule, [one.outcome for one in judged]
    return {
        "rule": _named(rule),
        "clause": _lines([list(cited(source, language)) for source in _sources(outcomes)]),
        "outcome": _lines([_outcome(one, language) for one in outcomes]),
        "evidence": _lines([_place(spec, evidence, one) for one in outcomes if one.path]),
        "answered": _lines([[one] for one in sections.get(rule.code, ())]),
    }


def _named(rule: Rule[Any]) -> BoundValue:
    fault = rule.manual.split("\n\n")[0].partition(": ")[2]
    words = " ".join(fault.split())
    return BoundValue((Strong((Text(rule.code),)), LineBreak(), Text(words)))


def _sources(outcomes: list[Outcome]) -> list[Source]:
    return list(dict.fromkeys(one.source for one in outcomes if one.source))


def _outcome(one: Outcome, language: Language) -> list[Inline]:
    words, said = language.compliance, [f": {one.message}."]
    if one.question:
        said.append(words.ask.format(person=one.ask, question=one.question))
    if one.fix:
        said.append(words.mend.format(cure=one.fix))
    return [Strong((Text(_answer(one.answer, language)),)), Text(printable(" ".join(said)))]


def _answer(answer: Answer, language: Language) -> str:
    words = language.compliance
    match answer:
        case Answer.MET:
            return words.met
        case Answer.NOT_MET:
            return words.not_met
        case Answer.UNDECIDED:
            return words.undecided
        case Answer.NOT_APPLICABLE:
            return words.not_applicable
        case _:
            assert_never(answer)


def _place(spec: Spec, evidence: Evidence, one: Outcome) -> list[Inline]:
    assert one.path
    place = evidence.place_of(one.path)
    # The folder is that of whoever ran the program, and no part of a document.
    where = f"{PurePosixPath(place.file).name}:{place.line}"
    return [Text(printable(f"{where}, ")), Emphasis((Text(printable(anchored(spec, one.path))),))]


def _lines(lines: list[list[Inline]]) -> BoundValue:
    """Return lines without repetition, "none" if there are none."""
    found: list[Inline] = []
    for line in dict.fromkeys(tuple(line) for line in lines):
        found += [*([LineBreak()] if found else []), *line]
    return BoundValue(tuple(found) or (Text("–"),))


# --- people, and the call --------------------------------------------------------------------


def _people(
    spec: Spec, call: Call, evidence: Evidence, language: Language
) -> list[tuple[str, list[Values]]]:
    found: dict[str, list[Values]] = {}
    for one in open_facts(spec, evidence.verdict, language.keys, call).missing:
        if one.codes:
            entry = f"{one.entry}: " if one.entry else ""
            row = {
                "question": printable(f"{entry}{one.question}"),
                "path": BoundValue((Emphasis((Text(printable(anchored(spec, one.path))),)),)),
                "codes": ", ".join(one.codes),
            }
            found.setdefault(printable(one.ask), []).append(row)
    return list(found.items())


def _unseen(call: Call, language: Language) -> list[tuple[str, str]]:
    """Return the parts of the form that were not seen in this call, with what they rest on."""
    if call.form is None:
        return []
    facts = ((name, getattr(call.form, name)) for name in call.form.__struct_fields__)
    return [
        (
            str(language.compliance.form_parts.get(name, name)),
            f"{fact.source.document}: {fact.source.reason or fact.source.quote}",
        )
        for name, fact in facts
        if isinstance(fact, Fact) and not Confidence(fact.confidence).is_of_the_call
    ]
