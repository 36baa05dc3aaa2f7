"""The manual page of a rule as values: what it checks, and what the call file says about it."""

import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any, Final

from msgspec import Struct

from escp_docs.judging.calls.facts import plain, walked
from escp_docs.judging.fact_words import in_words
from escp_docs.language.english.keys import ENGLISH_KEYS
from escp_docs.language.keys.part_words import question_for
from escp_docs.model.base import SpecModel
from escp_docs.model.call import Call, Countries, Money
from escp_docs.model.call.conditions import Demand
from escp_docs.model.fact import Fact
from escp_docs.model.key_forms import named
from escp_docs.rule import Rule
from escp_docs.rules.composition.phrases import demand_in_words
from escp_docs.rules.facts.money_bounds import facts_of


class FactOnPage(Struct, frozen=True):
    """A fact of the call as a manual page shows it: plain values for text and JSON alike.

    `shown` is value and unit in people's words.
    """

    value: bool | int | str | tuple[Any, ...] | dict[str, str]
    unit: str
    shown: str
    severity: str
    confidence: str
    document: str
    place: str
    quote: str | None
    reason: str | None
    url: str | None


class CitedFact(Struct, frozen=True):
    """A fact on which a rule rests, by its name in the call file.

    `strands` are those in which it is stated so; none for what holds in all, as lists of countries
    do and what rests on the spec alone.
    """

    name: str
    strands: tuple[str, ...]
    fact: FactOnPage


class ManualPage(Struct, frozen=True):
    """The manual page of a rule.

    Args:
        code: Its code, as CON003.
        name: The fault that it is named for, as too-few-countries.
        fault: That fault in a sentence.
        sections: The text under each heading of the page.
        call: The id of the call.
        strands: What the call says in each strand; None where the rule does not hold.
        facts: All facts on which the rule rests, and the lists that it uses.
    """

    code: str
    name: str
    fault: str
    sections: Mapping[str, str]
    call: str
    strands: Mapping[str, FactOnPage | None]
    facts: tuple[CitedFact, ...]


class Manual(Struct, frozen=True):
    """The pages of all rules, and what the call file says it does not know, each with a note."""

    call: str
    pages: tuple[ManualPage, ...]
    unknown: tuple[tuple[str, str], ...]


def manual_page(rule: Rule[Any], call: Call) -> ManualPage:
    """Return the manual page of a rule for a call."""
    fault, parts = sections(rule.manual)
    strands = {
        strand: None if fact is None else _fact(fact, call)
        for strand in call.strands
        for fact in [rule.rests_on(call.terms(strand))]
    }
    found = tuple(
        CitedFact(name, strands, _fact(fact, call)) for name, strands, fact in facts(rule, call)
    )
    shown = {name: text for name, text in parts.items() if name not in _NAMES}
    return ManualPage(rule.code, rule.name, fault, shown, call.id, strands, found)


class KeyPage(Struct, frozen=True):
    """What a key of a spec is: its path, what it states and holds, and the question for it."""

    path: str
    states: str
    question: str
    holds: str


def key_pages(name: str) -> tuple[KeyPage, ...]:
    """Return a page for each key of a path, or of the end of one; none if there is no such key."""
    return tuple(
        KeyPage(
            one.path,
            one.key.description,
            question_for(ENGLISH_KEYS, one.key.part, one.key.name),
            one.holds.replace("`", ""),
        )
        for one in named(name)
    )


def manual(rules: tuple[Rule[Any], ...], call: Call) -> Manual:
    """Return the manual of all rules for a call."""
    unknown = tuple((one.topic, one.note or "") for one in call.unknown)
    return Manual(call.id, tuple(manual_page(rule, call) for rule in rules), unknown)


_NAMES: Final = ("Source", "Lists")
"""Sections that name facts: of `Terms`, and lists of the call file beside them."""


def facts(rule: Rule[Any], call: Call) -> Iterator[tuple[str, tuple[str, ...], Fact[Any]]]:
    """Yield name, strands and value of each fact on which a rule rests, in the order of its page.

    A fact that is stated alike in several strands is one; one that no strand states is left out.
    """
    for fact in rule.of_the_spec:
        yield "", (), fact
    named = sections(rule.manual)[1]
    for heading in _NAMES:
        words = named.get(heading, "")
        for name in re.findall(r"\w+", words) if words != "This spec." else ():
            if name == "sets":
                for own, own_set in call.countries.sets.items():
                    if own_set.countries is not None:
                        yield own, (), own_set.countries
                continue
            if name in Countries.__struct_fields__:
                by_strand = {"": getattr(call.countries, name)}
            else:
                by_strand = {one: getattr(call.terms(one), name) for one in call.strands}
            for path, one in _by_path(name, by_strand):
                for strands, fact in _grouped(one):
                    yield path, strands if heading == "Source" else (), fact


def _by_path(name: str, by_strand: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield a fact by its strands under its name; of the money of a call, each of its bounds."""
    if not any(isinstance(one, Money) for one in by_strand.values()):
        yield from ((name, one) for one in _by_place(by_strand))
        return
    found: dict[str, dict[str, Any]] = {}
    for strand, money in by_strand.items():
        bounds = tuple(facts_of(money))
        for path, _, _, fact in walked(money, name):
            if any(fact is one for one in bounds):
                found.setdefault(path, dict.fromkeys(by_strand))[strand] = fact
    yield from found.items()


def _by_place(by_strand: Mapping[str, Any]) -> Iterator[Mapping[str, Fact[Any] | None]]:
    """Yield a fact by its strands; of a list of facts, such as conditions, each of them."""
    if not any(isinstance(one, tuple) for one in by_strand.values()):
        yield by_strand
        return
    every = (fact for some in by_strand.values() for fact in some)
    done: list[Fact[Any]] = []
    for fact in every:
        if fact not in done:
            done.append(fact)
            yield {strand: fact if fact in some else None for strand, some in by_strand.items()}


def _grouped(
    by_strand: Mapping[str, Fact[Any] | None],
) -> Iterator[tuple[tuple[str, ...], Fact[Any]]]:
    done: list[str] = []
    for strand, fact in by_strand.items():
        if fact is not None and strand not in done:
            same = [other for other, another in by_strand.items() if another == fact]
            done += same
            yield tuple(one for one in same if one), fact


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


def _fact(fact: Fact[Any], call: Call) -> FactOnPage:
    source = fact.source
    return FactOnPage(
        _value(fact.value, call),
        fact.unit,
        in_words(fact, call),
        fact.severity.value,
        fact.confidence,
        source.document,
        source.place,
        source.quote,
        source.reason,
        source.url,
    )


def _value(value: Any, call: Call) -> Any:  # noqa: ANN401
    if isinstance(value, Demand):
        return demand_in_words(call, value)
    if isinstance(value, bool | int | str):
        return value
    if isinstance(value, tuple):
        return tuple(_value(one, call) for one in value)
    if isinstance(value, dict):
        return {str(key): _value(one, call) for key, one in value.items()}
    if isinstance(value, SpecModel):
        return {key: plain(one) for _, _, key, one in walked(value)}
    return str(value)
