"""Every fact of a call, by its path, in words, with its source."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import fields

from escp_docs.finding import Source
from escp_docs.judging.fact_words import in_words
from escp_docs.language.english.call_keys import CALL_KEYS
from escp_docs.model.base import SpecModel
from escp_docs.model.call import Call
from escp_docs.model.call.conditions import Condition
from escp_docs.model.fact import Fact
from escp_docs.model.schema import below


class ShownFact(Struct, frozen=True):
    """A fact as a page shows it; `source` is None for what needs none, such as a title.

    Attributes:
        path: Where it stands in the call file.
        states: What the key states.
        shown: Its value in words.
        source: Where it was found, and how sure that is.
    """

    path: str
    states: str
    shown: str
    source: Source | None = None


class CallPage(Struct, frozen=True):
    """A call as a page: every fact with its source, and what is unknown, each with a note."""

    id: str
    title: str
    facts: tuple[ShownFact, ...]
    unknown: tuple[tuple[str, str], ...]


def call_page(call: Call) -> CallPage:
    """Return a call as a page."""
    unknown = tuple((one.topic, one.note or "") for one in call.unknown)
    return CallPage(call.id, call.title, tuple(shown_facts(call)), unknown)


def shown_facts(call: Call) -> Iterator[ShownFact]:
    """Yield every fact of a call, in the order of its file."""
    for path, part, key, value in walked(call):
        if path == "unknown" or path.startswith("unknown["):
            continue
        states = CALL_KEYS.get(part, {}).get(key, "")
        if isinstance(value, Fact):
            yield ShownFact(path, states, said(value, call), value.cited)
        else:
            yield ShownFact(path, states, plain(value))


def walked(part: object, path: str = "") -> Iterator[tuple[str, str, str, Any]]:
    """Yield path, part, key and value of each fact and each plain value that is stated."""
    if not isinstance(part, SpecModel):
        return
    name = type(part).__name__
    for one in fields(type(part)):
        if one.name in part.stated:
            value, key = getattr(part, one.name), one.encode_name
            yield from _below(value, below(path, key), name, key)


def _below(value: object, path: str, part: str, key: str) -> Iterator[tuple[str, str, str, Any]]:
    match value:
        case None | ():
            pass
        case Fact():
            yield path, part, key, value
        case SpecModel():
            yield from walked(value, path)
        case tuple() if isinstance(value[0], SpecModel):
            for index, one in enumerate(value):
                name = one.id if isinstance(one, Condition) else str(index)
                yield from _below(one, f"{path}[{name}]", part, key)
        case dict():
            for name, one in value.items():
                yield from _below(one, below(path, str(name)), part, key)
        case _:
            yield path, part, key, value


def said(fact: Fact[Any], call: Call) -> str:
    """Return the value of a fact in words, with its unit."""
    value = fact.value
    if isinstance(value, SpecModel) and not isinstance(fact, Condition):
        return "; ".join(f"{key}: {plain(one)}" for _, _, key, one in walked(value))
    if isinstance(value, dict):
        return f"{fact.unit}: " + "; ".join(f"{key}: {plain(one)}" for key, one in value.items())
    return in_words(fact, call)


def plain(value: object) -> str:
    """Return a plain value in words."""
    if isinstance(value, tuple):
        return ", ".join(map(plain, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
