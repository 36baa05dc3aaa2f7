"""The page docs/rules.md, made from the manual pages of the rules and the call file.

`make generated` writes it, after a rule or a fact of the call has changed.
"""

import re
import textwrap
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from escp_docs.finding import Answer, Outcome
from escp_docs.language.rule_words import percent
from escp_docs.model.call import Call
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
    yield "\n".join(_facts(rule, one))
    for heading in HEADINGS:
        if heading in found:
            yield from _example(rule, heading, found[heading])
    if "Choice" in found:
        yield _filled(f"*Choice.* {found['Choice']}")


def _facts(rule: Rule[Any], one: Call) -> Iterator[str]:
    for fact in rule.of_the_spec:
        yield from _fact([], fact)
    for name in () if rule.of_the_spec else _names(rule):
        by_strand = {strand: getattr(one.terms(strand), name) for strand in one.strands}
        for strands, fact in _grouped(by_strand):
            yield from _fact(strands, fact)


def _grouped(by_strand: dict[str, Fact[Any] | None]) -> Iterator[tuple[list[str], Fact[Any]]]:
    done: list[str] = []
    for strand, fact in by_strand.items():
        if fact is not None and strand not in done:
            same = [other for other, another in by_strand.items() if another == fact]
            done += same
            yield same, fact


def _fact(strands: list[str], fact: Fact[Any]) -> Iterator[str]:
    source = fact.source
    words = f"“{source.quote}”" if source.quote else source.reason
    where = ", ".join(part for part in (source.document, source.place) if part)
    many = "Strand" if len(strands) == 1 else "Strands"
    held = f"{many} {' and '.join(strands)}" if strands else "Under every call"
    said = (
        f"**{held}**, {fact.severity.value}: {_value(fact)}. Source, *{fact.confidence}*: {where}"
    )
    url = f", <{source.url}>" if source.url else ""
    yield _filled(f"{said}: {words}{url}", "- ", "  ")


def _value(fact: Fact[Any]) -> str:
    match fact.value:
        case bool():
            return fact.unit if fact.value else f"no {fact.unit}"
        case tuple():
            return f"{fact.unit}: {', '.join(f'`{one}`' for one in fact.value)}"
        case str():
            return f"{fact.unit}: `{fact.value}`"
        case Fraction():
            return f"{percent(fact.value)}, {fact.unit}"
        case datetime():
            return f"{fact.value:%-d %B %Y, %H:%M} {fact.unit}"
        case int() | Decimal():
            return f"{fact.value:,} {fact.unit}"
        case _:
            raise AssertionError(fact)


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
