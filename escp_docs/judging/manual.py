"""The manual page of a rule as values: what it checks, and what the call file says about it."""

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from escp_docs.model.call import Call
from escp_docs.model.fact import Fact
from escp_docs.rule import Rule


@dataclass(frozen=True, slots=True)
class FactOnPage:
    """A fact of the call as a manual page shows it: plain values for text and JSON alike."""

    value: bool | int | str | tuple[Any, ...]
    unit: str
    severity: str
    confidence: str
    document: str
    place: str
    quote: str | None
    reason: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class ManualPage:
    """The manual page of a rule.

    Args:
        code: Its code, as CON003.
        name: The fault that it is named for, as too-few-countries.
        fault: That fault in a sentence.
        sections: The text under each heading of the page.
        call: The id of the call.
        strands: What the call says in each strand; None where the rule does not hold.
    """

    code: str
    name: str
    fault: str
    sections: Mapping[str, str]
    call: str
    strands: Mapping[str, FactOnPage | None]


@dataclass(frozen=True, slots=True)
class Manual:
    """The pages of all rules, and what the call file says it does not know, each with a note."""

    call: str
    pages: tuple[ManualPage, ...]
    unknown: tuple[tuple[str, str], ...]


def manual_page(rule: Rule[Any], call: Call) -> ManualPage:
    """Return the manual page of a rule for a call."""
    fault, parts = sections(rule.manual)
    strands = {strand: _fact(rule.rests_on(call.terms(strand))) for strand in call.strands}
    return ManualPage(rule.code, rule.name, fault, parts, call.id, strands)


def manual(rules: tuple[Rule[Any], ...], call: Call) -> Manual:
    """Return the manual of all rules for a call."""
    unknown = tuple((one.topic, one.note or "") for one in call.unknown)
    return Manual(call.id, tuple(manual_page(rule, call) for rule in rules), unknown)


def sections(docstring: str) -> tuple[str, dict[str, str]]:
    """Return the fault that a rule is named for, and the text of each section by its heading."""
    lines = docstring.strip().split("\n")
    blank = lines.index("") if "" in lines else len(lines)
    found: dict[str, list[str]] = {}
    for line in lines[blank:]:
        if line and not line.startswith(" "):
            found[line] = []
        elif found:
            found[next(reversed(found))].append(line)
    fault = " ".join(lines[:blank]).partition(":")[2].strip()
    return fault, {name: textwrap.dedent("\n".join(text)).strip() for name, text in found.items()}


def _fact(fact: Fact[Any] | None) -> FactOnPage | None:
    if fact is None:
        return None
    source = fact.source
    return FactOnPage(
        _value(fact.value),
        fact.unit,
        fact.severity.value,
        fact.confidence,
        source.document,
        source.place,
        source.quote,
        source.reason,
        source.url,
    )


def _value(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, bool | int | str):
        return value
    if isinstance(value, tuple):
        return tuple(_value(one) for one in value)
    return str(value)
