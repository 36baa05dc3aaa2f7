"""A grammar of files, learned from files: which nodes stand where, with which attributes.

A node is an element of XML or HTML, a rule of a style sheet, an object of a PDF. Of values that
are numbers, colours or addresses the class is known, of others the values themselves, unless they
are too many to be anything but words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from msgspec import Struct, field

from escp_docs.pattern import pattern

_MOST: Final = 60  # values of an attribute that are known one by one; more are words
_ANY: Final = "*"
_CLASSES: Final = (
    ("#", re.compile(r"\+?\d+")),
    ("-#", re.compile(r"-\d+")),
    ("#.", re.compile(r"\d*\.\d+(e-?\d+)?")),
    ("-#.", re.compile(r"-\d*\.\d+(e-?\d+)?")),
    ("#id", re.compile(r"#[\w.:-]*")),
    ("#unit", re.compile(r"\d*\.?\d+(pt|px|mm|cm|in|em|rem|ch|ex|vh|vw|fr|deg|%)")),
    ("-#unit", re.compile(r"-\d*\.?\d+(pt|px|mm|cm|in|em|rem|ch|ex|vh|vw|fr|deg|%)")),
    ("colour", re.compile(r"#?([0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})")),
    ("guid", re.compile(r"\{[0-9A-Fa-f-]{36}\}")),
    ("time", re.compile(r"\d{4}-\d\d-\d\d(T[\d:.]+Z?)?")),
    ("web", re.compile(r"https?://[^\s\"'<>]+")),
    ("mail", re.compile(r"mailto:[^\s\"'<>]+")),
)
_DATA: Final = pattern(r"data:([\w.+/-]+)[;,]")


class ShapeNode(NamedTuple):
    """A node: its kind, the kind of what holds it, its attributes, whether it has words."""

    kind: str
    parent: str
    attributes: Mapping[str, str]
    has_words: bool = False


class UnknownNode(NamedTuple):
    """What a grammar does not know of a node: the kind, its place, an attribute, its words."""

    kind: str
    attribute: str = ""
    value: str = ""
    parent: str = ""
    is_words: bool = False

    def __str__(self) -> str:
        if self.attribute:
            return f'{self.attribute}="{self.value[:80]}" of {self.kind}'
        if self.parent:
            return f"{self.kind} in {self.parent}"
        return f"words in {self.kind}" if self.is_words else self.kind


class _Known(Struct):
    """What is known of the nodes of a kind."""

    parents: set[str] = field(default_factory=set)
    attributes: dict[str, set[str]] = field(default_factory=dict)
    has_words: bool = False


class Grammar:
    """What nodes there are.

    Args:
        words: Attributes whose values are words, or names that mean nothing by themselves, each as
            `kind@attribute` or `@attribute`; any value of them is known.
    """

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._known: dict[str, _Known] = {}
        self._words = frozenset(words)

    def learn(self, nodes: Iterable[ShapeNode]) -> None:
        """Take nodes for known."""
        for node in nodes:
            known = self._known.setdefault(node.kind, _Known())
            known.parents.add(node.parent)
            known.has_words |= node.has_words
            for name, value in node.attributes.items():
                known.attributes.setdefault(name, set()).add(self._class(node.kind, name, value))

    def doubts(self, node: ShapeNode) -> Iterator[UnknownNode]:
        """Yield what is not known of a node."""
        known = self._known.get(node.kind)
        if known is None:
            yield UnknownNode(node.kind, is_words=node.has_words)
            return
        if node.parent not in known.parents:
            yield UnknownNode(node.kind, parent=node.parent, is_words=node.has_words)
        if node.has_words and not known.has_words:
            yield UnknownNode(node.kind, is_words=True)
        for name, value in node.attributes.items():
            values = known.attributes.get(name, set())
            if self._class(node.kind, name, value) not in values and _ANY not in values:
                yield UnknownNode(node.kind, name, value)

    def joined(self, *others: "Grammar") -> "Grammar":
        """Return a grammar that knows what any of them knows."""
        both = Grammar(self._words)
        for one in (self, *others):
            both._add(one._words, one._known)  # noqa: SLF001  # its like
        return both

    def _add(self, words: frozenset[str], others: Mapping[str, _Known]) -> None:
        self._words |= words
        for kind, known in others.items():
            mine = self._known.setdefault(kind, _Known())
            mine.parents |= known.parents
            mine.has_words |= known.has_words
            for name, values in known.attributes.items():
                mine.attributes.setdefault(name, set()).update(values)

    def as_json(self) -> dict[str, Any]:
        """Return the grammar as plain values, sorted; values that are words as one sign."""
        return {
            kind: {
                "in": sorted(known.parents),
                "has": {name: _few(values) for name, values in sorted(known.attributes.items())},
                **({"words": True} if known.has_words else {}),
            }
            for kind, known in sorted(self._known.items())
        }

    @classmethod
    def of(cls, found: Mapping[str, Any], words: Iterable[str] = ()) -> "Grammar":
        """Return the grammar that `as_json` gave."""
        grammar = cls(words)
        for kind, one in found.items():
            attributes = {name: set(values) for name, values in one["has"].items()}
            grammar._known[kind] = _Known(set(one["in"]), attributes, one.get("words", False))
        return grammar

    def _class(self, kind: str, name: str, value: str) -> str:
        if f"@{name}" in self._words or f"{kind}@{name}" in self._words:
            return _ANY
        if found := _DATA.match(value):
            return f"data:{found[1]}"
        return next((one for one, pattern in _CLASSES if pattern.fullmatch(value)), value)


def _few(values: set[str]) -> list[str]:
    return [_ANY] if _ANY in values or len(values) > _MOST else sorted(values)
