"""YAML text to nodes that know their place; the only import of the YAML library for specs.

The text is judged while it is parsed, event by event, before anything is composed: nesting, aliases
that blow up, tags, duplicate keys. (libyaml's own composer recurses in C and takes the process with
it at some 60,000 levels.)
"""

from dataclasses import dataclass, field
from typing import Final

import yaml

from escp_docs.errors import Fault
from escp_docs.finding import Place
from escp_docs.read.source import SourceText

DEEPEST: Final = 50  # levels; the format needs eight
MOST_COPIES: Final = 100_000  # nodes that aliases may stand for; a real spec stays under a hundred
_PLAIN_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_MERGE: Final = "<<"

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Node:
    """A value of a YAML file: a text, a list of nodes, a mapping, or None if it is empty.

    `place` is where the value itself begins; `key` of an entry of a mapping where its key stands.
    `size` counts the nodes below and including this one, `depth` the levels, aliases followed.
    """

    value: "str | list[Node] | dict[str, tuple[Place, Node]] | None"
    place: Place
    size: int = 1
    depth: int = 1


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been seen yet."""

    node: Node
    anchor: str | None
    key: tuple[str, Place] | None = None
    merges: list[Node] = field(default_factory=list)


class _Stop(Exception):  # noqa: N818  # not an error but the end of the reading
    """The file cannot be read any further."""


class _Reader:
    """Builds nodes from the events of one file; faults are gathered, not raised."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.faults: list[Fault] = []
        self.anchors: dict[str, Node] = {}
        self.open: list[_Open] = []
        self.root: Node | None = None
        self.copies = 0

    def read(self) -> None:
        documents = 0
        for event in yaml.parse(self.source.text, Loader=_Loader):
            match event:
                case yaml.DocumentStartEvent():
                    documents += 1
                    if documents > 1:
                        self._stop(event, "a second document begins here", "keep one per file")
                case yaml.AliasEvent():
                    self._alias(event)
                case yaml.ScalarEvent():
                    self._scalar(event)
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    self._begin(event)
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self._end()
                case _:
                    pass

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        self._deep(event, 1)
        self._tag(event)
        if self._awaits_key():
            self._stop(event, "a list or mapping cannot be a key", "write a word before the colon")
        mapping = isinstance(event, yaml.MappingStartEvent)
        self.open.append(_Open(Node({} if mapping else [], self._place(event)), event.anchor))

    def _end(self) -> None:
        done = self.open.pop()
        for merged in done.merges:
            self._merge(done.node, merged)
        if done.anchor:
            self.anchors[done.anchor] = done.node
        self._add(done.node)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._tag(event)
        place = self._place(event)
        if self._awaits_key():
            self._key(event.value, place)
            return
        plain = event.style in (None, "")
        empty = not event.value.strip() or (plain and event.value in _PLAIN_NULLS)
        node = Node(None if empty else event.value, place)
        if event.anchor:
            self.anchors[event.anchor] = node
        self._add(node)

    def _alias(self, event: yaml.AliasEvent) -> None:
        node = self.anchors.get(event.anchor or "")
        if node is None:
            known = any(opened.anchor == event.anchor for opened in self.open)
            self._stop(
                event,
                f"*{event.anchor} stands inside its own anchor"
                if known
                else f"*{event.anchor} names no anchor above",
                "write the value out",
            )
            return
        if self._awaits_key():
            self._stop(event, "an alias cannot be a key", "write the key out")
        self._deep(event, node.depth)
        self.copies += node.size
        if self.copies > MOST_COPIES:
            self._stop(
                event,
                f"the aliases of this file stand for more than {MOST_COPIES:,} values",
                "write the values out",
            )
        self._add(node)

    def _key(self, name: str, place: Place) -> None:
        top = self.open[-1]
        mapping = top.node.value
        if isinstance(mapping, dict) and name in mapping and name != _MERGE:
            first = mapping[name][0]
            self._fault(
                f"the key {name!r} stands twice in one mapping; first on line {first.line}",
                "keep one of the two",
                place,
            )
        top.key = (name, place)

    def _add(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        top = self.open[-1]
        top.node.size += node.size
        top.node.depth = max(top.node.depth, node.depth + 1)
        if isinstance(top.node.value, list):
            top.node.value.append(node)
        elif isinstance(top.node.value, dict) and top.key:
            (name, place), top.key = top.key, None
            if name == _MERGE:
                top.merges.append(node)
            else:
                top.node.value.setdefault(name, (place, node))

    def _merge(self, into: Node, merged: Node) -> None:
        sources = merged.value if isinstance(merged.value, list) else [merged]
        for one in sources:
            if isinstance(one.value, dict) and isinstance(into.value, dict):
                for name, entry in one.value.items():
                    into.value.setdefault(name, entry)
            else:
                self._fault("<< merges a mapping, and this is none", "write <<: *anchor", one.place)

    def _awaits_key(self) -> bool:
        return bool(
            self.open and isinstance(self.open[-1].node.value, dict) and self.open[-1].key is None
        )

    def _deep(self, event: yaml.Event, levels: int) -> None:
        if len(self.open) + levels > DEEPEST:
            self._stop(
                event, f"more than {DEEPEST} levels of nesting", "write the part with less nesting"
            )

    def _tag(self, event: yaml.NodeEvent) -> None:
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            self._stop(event, f"the tag {tag} is not allowed", "remove the tag")

    def _place(self, event: yaml.Event) -> Place:
        mark, end = event.start_mark, event.end_mark
        if mark is None or end is None:  # never so for events of a parsed text
            return Place(self.source.file, 1, 1)
        length = end.column - mark.column if end.line == mark.line else 1
        return Place(self.source.file, mark.line + 1, mark.column + 1, max(length, 1))

    def _stop(self, event: yaml.Event, message: str, fix: str) -> None:
        self._fault(message, fix, self._place(event))
        raise _Stop

    def _fault(self, message: str, fix: str, place: Place) -> None:
        self.faults.append(Fault(message, fix, place, self.source.line(place.line)))


def parse(source: SourceText) -> tuple[Node | None, list[Fault]]:
    """Return the root of a YAML text and all faults of its form; the root is None if it is empty.

    A file whose form is broken is read up to the place where it breaks.
    """
    reader = _Reader(source)
    try:
        reader.read()
    except _Stop:
        return None, reader.faults
    except yaml.YAMLError as error:
        reader.faults.append(_broken(error, source))
        return None, reader.faults
    return reader.root, reader.faults


def _broken(error: yaml.YAMLError, source: SourceText) -> Fault:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    line = min(mark.line + 1, source.lines) if mark else 1
    excerpt = source.line(line)
    column = mark.column + 1 if mark else 1
    before = excerpt[: len(excerpt) - len(excerpt.lstrip())]
    if "\t" in before or ("\\t" in problem or "'\t'" in problem):
        return Fault(
            "a tab indents this line, and YAML indents with spaces alone",
            "replace the tab by spaces",
            Place(source.file, line, excerpt.find("\t") + 1 if "\t" in excerpt else column),
            excerpt,
        )
    return Fault(
        f"this is not YAML: {problem}",
        "check the colon, the indentation and the quotes here and on the line above",
        Place(source.file, max(line, 1), column),
        excerpt,
    )
