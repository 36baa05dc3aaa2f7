"""YAML text to nodes that know their place; the only import of the YAML library for specs.

The text is judged while it is parsed, event by event, before anything is composed: nesting, aliases
that blow up, tags, duplicate keys, words that a comma or a line end has torn off. (libyaml's own
composer recurses in C and takes the process with it at some 60,000 levels.)
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import yaml

from escp_docs.errors import Fault
from escp_docs.finding import Place, Remark
from escp_docs.read import doubts, flow_slips
from escp_docs.read.characters import named, restored
from escp_docs.read.flow_slips import Entry
from escp_docs.read.source import SourceText

DEEPEST: Final = 50  # levels; the format needs eight
MOST_COPIES: Final = 100_000  # nodes that aliases may stand for; a real spec stays under a hundred
_PLAIN_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_MERGE: Final = "<<"

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Node:
    """A value of a YAML file: a text, a list of nodes, a mapping, or None if it is empty.

    `place` is where the value itself begins; the key of an entry of a mapping stands beside it.
    `size` counts the nodes below and including this one, `depth` the levels, aliases followed.
    `flow` says that a list or mapping is written in brackets.
    """

    value: "str | list[Node] | dict[str, tuple[Place, Node]] | None"
    place: Place
    size: int = 1
    depth: int = 1
    flow: bool = False


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been seen yet.

    `key` is the name of an entry whose value comes next, where it stands and where it ends;
    `entries` are those of a mapping in brackets, as they were written.
    """

    node: Node
    anchor: str | None
    key: tuple[str, Place, int] | None = None
    merges: list[Node] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)


class _Stop(Exception):  # noqa: N818  # not an error but the end of the reading
    """The file cannot be read any further."""


class BrokenIndent(yaml.MarkedYAMLError):
    """A blank that is no space indents a key."""


class Reader:
    """Builds nodes from the events of one text; faults are gathered, not raised.

    Args:
        source: The file, for the lines that faults show.
        text: Its text as the YAML library takes it.
        whole: Whether all of the file is there; if not, an alias may lead to a part that is not.
    """

    def __init__(self, source: SourceText, text: str, *, whole: bool = True) -> None:
        self.source = source
        self.text = text
        self.whole = whole
        self.faults: list[Fault] = []
        self.remarks: list[Remark] = []
        self.spans: list[tuple[int, int]] = []  # of all scalars, in the order of the text
        self.anchors: dict[str, Node] = {}
        self.unused: dict[str, Place] = {}
        self.open: list[_Open] = []
        self.root: Node | None = None
        self.copies = 0

    def read(self) -> None:
        """Read the text to its end.

        Raises:
            yaml.YAMLError: it is no YAML from some place on.
        """
        documents = 0
        for event in yaml.parse(self.text, Loader=_Loader):
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
        for name, place in self.unused.items():
            self._remark(doubts.UNUSED_ANCHOR.format(name=name), doubts.QUOTE, place)

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        self._deep(event, 1)
        self._tag(event)
        if self._awaits_key():
            self._stop(event, "a list or mapping cannot be a key", "write a word before the colon")
        mapping = isinstance(event, yaml.MappingStartEvent)
        node = Node({} if mapping else [], self._place(event), flow=bool(event.flow_style))
        self.open.append(_Open(node, event.anchor))
        if event.anchor:
            self.unused[event.anchor] = node.place

    def _end(self) -> None:
        done = self.open.pop()
        for place, message, fix in flow_slips.slips(done.entries):
            line = self.source.line(place.line)
            self.faults.append(Fault(message, fix, place, line, before=""))
        for merged in done.merges:
            self._merge(done.node, merged)
        if done.anchor:
            self.anchors[done.anchor] = done.node
        self._add(done.node)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._tag(event)
        place = self._place(event)
        self.spans.append(_span(event))
        if self._awaits_key():
            self._key(restored(event.value), place, event)
            return
        self._doubt(event, place)
        plain = event.style in (None, "")
        empty = not event.value.strip() or (plain and event.value in _PLAIN_NULLS)
        node = Node(None if empty else restored(event.value), place)
        if event.anchor:
            self.anchors[event.anchor] = node
            self.unused[event.anchor] = place
        self._add(node, torn=self._is_torn(event))

    def _is_torn(self, event: yaml.ScalarEvent) -> bool:
        """Whether an entry in brackets has not even a colon: `Anna` in {name: Rossi, Anna}."""
        top = self.open[-1] if self.open else None
        return bool(
            top and top.node.flow and top.key and not event.value and _span(event)[0] == top.key[2]
        )

    def _doubt(self, event: yaml.ScalarEvent, place: Place) -> None:
        """Remark on a value over several lines that has swallowed what looks like an entry."""
        last = event.end_mark.line + 1 if event.end_mark else place.line
        if last > place.line and event.style in (None, "", "'", '"'):
            for number in range(place.line + 1, last + 1):
                line = self.source.line(number)
                if doubts.is_an_entry(line, plain=event.style in (None, "")):
                    column = len(line) - len(line.lstrip()) + 1
                    self._remark(
                        doubts.SWALLOWED.format(line=place.line),
                        doubts.ITS_OWN_LINE,
                        Place(place.file, number, column, len(line.strip())),
                    )

    def _alias(self, event: yaml.AliasEvent) -> None:
        node = self.anchors.get(event.anchor or "")
        self.unused.pop(event.anchor or "", None)
        if node is None and not self.whole:
            node = Node(None, self._place(event))
        if node is None:
            known = any(opened.anchor == event.anchor for opened in self.open)
            self._fault(
                f"*{event.anchor} stands inside its own anchor"
                if known
                else f"*{event.anchor} names no anchor above",
                "write the value out; a text that begins with * stands in quotes",
                self._place(event),
            )
            node = Node(f"*{event.anchor}", self._place(event))
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

    def _key(self, name: str, place: Place, event: yaml.ScalarEvent) -> None:
        if event.style in (None, "") and name[:1].isspace():
            raise BrokenIndent(problem=f"{named(name[0])} indents", problem_mark=_mark(event))
        if self._begins_again(name):
            first = self._mapping()[name][0]
            self._fault(
                f"{name!r} stands a second time in one entry; first on line {first.line}",
                f"begin the next entry with a dash, `- {name}: ...`, or keep one of the two",
                place,
            )
            done = self.open.pop()
            self._add(done.node)
            self.open.append(_Open(Node({}, place), None))
        self.open[-1].key = (name, place, _span(event)[1])

    def _mapping(self) -> "dict[str, tuple[Place, Node]]":
        value = self.open[-1].node.value
        return value if isinstance(value, dict) else {}

    def _begins_again(self, name: str) -> bool:
        """Whether an entry of a list has its first key twice: a dash was forgotten in between."""
        inside = len(self.open) > 1 and isinstance(self.open[-2].node.value, list)
        return inside and not self.open[-1].node.flow and name == next(iter(self._mapping()), None)

    def _add(self, node: Node, *, torn: bool = False) -> None:
        if not self.open:
            self.root = node
            return
        top = self.open[-1]
        top.node.size += node.size
        top.node.depth = max(top.node.depth, node.depth + 1)
        if isinstance(top.node.value, list):
            top.node.value.append(node)
        elif isinstance(top.node.value, dict) and top.key:
            (name, place, _), top.key = top.key, None
            if top.node.flow:
                written = node.value if isinstance(node.value, str) else None
                top.entries.append(Entry(name, place, written, is_torn=torn))
            if torn:
                return
            if name == _MERGE:
                top.merges.append(node)
            elif name in top.node.value:
                self._twice(name, place, top.node.value[name][0])
            else:
                top.node.value[name] = (place, node)

    def _twice(self, name: str, place: Place, first: Place) -> None:
        self._fault(
            f"the key {name!r} stands twice in one mapping; first on line {first.line}",
            "keep one of the two",
            place,
        )

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
        if tag:
            self._fault(
                f"the tag {tag} is not allowed",
                "remove it, or put a text that begins with ! in quotes",
                self._place(event),
            )

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

    def _remark(self, message: str, fix: str, place: Place) -> None:
        self.remarks.append(Remark(place, message, fix, self.source.line(place.line)))


def scalars(text: str) -> Iterator[yaml.ScalarEvent]:
    """Yield the single values of a text, as far as it is YAML and spaces alone indent its lines.

    Raises:
        yaml.YAMLError: the place is that of the first such line.
    """
    for event in yaml.parse(text, Loader=_Loader):
        if type(event) is not yaml.ScalarEvent:
            continue
        if event.value[:1] > "~" and event.value[0].isspace():
            start = _span(event)[0]
            if not text[text.rfind("\n", 0, start) + 1 : start].strip(" -"):
                raise BrokenIndent(
                    problem=f"{named(event.value[0])} indents", problem_mark=_mark(event)
                )
        yield event


def _span(event: yaml.Event) -> tuple[int, int]:
    start, end = event.start_mark, event.end_mark
    return (start.index, end.index) if start and end else (0, 0)


def _mark(event: yaml.Event) -> yaml.Mark:
    start = event.start_mark
    line, column = (start.line, start.column) if start else (0, 0)
    return yaml.Mark("", 0, line, column, None, 0)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a YAML text holds; `root` is None if it is empty or cannot be read at all.

    `whole` says that nothing of it is missing or stands elsewhere than it was written.
    """

    root: Node | None
    faults: list[Fault]
    remarks: list[Remark]
    whole: bool
    spans: list[tuple[int, int]]


def parse(source: SourceText, text: str) -> Parsed:
    """Return what a YAML text holds, and all faults of its form.

    Args:
        source: The file, for the lines that faults show.
        text: Its text as the YAML library takes it.

    Raises:
        yaml.YAMLError: it is no YAML from some place on.
    """
    reader = Reader(source, text)
    try:
        reader.read()
    except _Stop:
        return Parsed(None, reader.faults, reader.remarks, whole=False, spans=reader.spans)
    return Parsed(reader.root, reader.faults, reader.remarks, whole=True, spans=reader.spans)
