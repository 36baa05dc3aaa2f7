"""The events of a YAML text to nodes that know their place.

The text is judged while it is parsed, event by event, before anything is composed: nesting, aliases
that blow up, tags, duplicate keys, words that a comma or a line end has torn off. (libyaml's own
composer recurses in C and takes the process with it at some 60,000 levels.)
"""

from collections.abc import Callable, Sequence
from itertools import islice
from typing import Any, Final

import yaml
from msgspec import Struct, field

from escp_docs.errors import Fault
from escp_docs.finding import Place, Remark
from escp_docs.model.vocabulary import Vocabulary
from escp_docs.read import doubts, escapes, flow_slips, joined_lines
from escp_docs.read.characters import has_stand_ins, named, position, restored
from escp_docs.read.flow_slips import Entry
from escp_docs.read.mending.bullets import ENTRY, MESSAGE
from escp_docs.read.node import Node, Parsed
from escp_docs.read.quoting import in_quotes, without_curly
from escp_docs.read.source import SourceText
from escp_docs.read.yaml_events import (
    DEEPEST,
    LOADER,
    BrokenIndentError,
    has_marks,
    is_marked,
    located,
    place_of,
    span,
)

MOST_COPIES: Final = 100_000  # nodes that aliases may stand for; a real spec stays under a hundred
_PLAIN_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_MERGE: Final = "<<"


class _Open(Struct):
    """A list or mapping whose end has not been seen yet.

    `is_mapping` says which, and `key` is the name of an entry whose value comes next, where it
    stands and where it ends;
    `entries` are those of a mapping in brackets, as they were written; `last` is the single value
    that was read last of a list in brackets, and where it stands.
    """

    node: Node
    anchor: str | None
    is_mapping: bool
    key: tuple[str, Place, int] | None = None
    merges: list[Node] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    last: tuple[str, tuple[int, int]] | None = None


class _Stop(Exception):  # noqa: N818  # not an error but the end of the reading
    """The file cannot be read any further."""


class _Beyond(_Stop):
    """What follows is YAML, and in no spec."""


class _Reader:
    """Builds nodes from the events of one text; faults are gathered, not raised.

    Args:
        source: The file, for the lines that faults show.
        text: Its text as the YAML library takes it.
        vocabulary: All keys of the format.
    """

    def __init__(self, source: SourceText, text: str, vocabulary: Vocabulary) -> None:
        self.source, self._file = source, source.file
        self.vocabulary = vocabulary
        self.text = text
        self.faults: list[Fault] = []
        self.remarks: list[Remark] = []
        self.spans: list[tuple[int, int]] = []  # of all scalars, if there are comments
        self.anchors: dict[str, Node] = {}
        self.unused: dict[str, Place] = {}
        self._spans_wanted = "#" in text
        self._has_marks = has_marks(text)
        self._has_stand_ins = has_stand_ins(text)
        self.open: list[_Open] = []
        self.root: Node | None = None
        self.copies = 0
        self._has_document = False
        self._escapes_left = doubts.MOST  # that are told

    def read(self) -> None:
        """Read the text to its end.

        Raises:
            yaml.YAMLError: it is no YAML from some place on.
        """
        take: dict[type[yaml.Event], Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._begin,
            yaml.SequenceStartEvent: self._begin,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        for event in yaml.parse(self.text, Loader=LOADER):
            if known := take.get(type(event)):
                known(event)
        for name, place in self.unused.items():
            self._remark(doubts.UNUSED_ANCHOR.format(name=name), doubts.QUOTE, place)

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        if self._has_document:
            self._beyond(event, "a second document begins here", "keep one per file")
        self._has_document = True

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        self._deep(event, 1)
        if event.tag:
            self._tag(event)
        if self._awaits_key():
            self._beyond(
                event, "a list or mapping cannot be a key", "write a word before the colon"
            )
        mapping = isinstance(event, yaml.MappingStartEvent)
        node = Node({} if mapping else [], self._place(event), flow=bool(event.flow_style))
        self.open.append(_Open(node, event.anchor, mapping))
        if event.anchor:
            self.unused[event.anchor] = node.place

    def _end(self, _: yaml.CollectionEndEvent) -> None:
        done = self.open.pop()
        if done.entries and any(one.is_torn for one in done.entries):
            for place, message, fix in flow_slips.slips(done.entries, self.text, self.vocabulary):
                line = self.source.line(place.line)
                self.faults.append(Fault(message, fix, place, line, before=""))
            self._mend_lists(done.node, done.entries)
        for merged in done.merges:
            self._merge(done.node, merged)
        if done.anchor:
            self.anchors[done.anchor] = done.node
        self._add(done.node)

    def _mend_lists(self, node: Node, torn: Sequence[Entry]) -> None:
        """Read lists that lack their brackets as what they were meant to be; that was told."""
        for name, entries in flow_slips.torn_lists(torn, self.vocabulary):
            if isinstance(node.value, dict) and name in node.value:
                key, first = node.value[name]
                items = [Node(one, first.place) for one in entries]
                node.value[name] = (key, Node(items, first.place, flow=True))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        is_refused = False
        if event.tag:
            self._tag(event)
            is_refused = bool(event.value and doubts.names_a_file(event.tag))
        place, ends = located(event, self._file)
        top = self.open[-1] if self.open else None
        if self._spans_wanted:
            self.spans.append(ends)
        if event.style == '"':
            self._escapes(event)
        text = restored(event.value) if self._has_stand_ins else event.value
        if top and top.is_mapping and not top.key:
            self._key(text, place, event, ends)
            return
        plain = not event.style
        empty = not text.strip() or (plain and text in _PLAIN_NULLS)
        if plain and text.endswith((",", ";")) and self._has_room():
            said = doubts.SIGN_BEHIND.format("comma" if text[-1] == "," else "semicolon")
            self._remark(said, doubts.NO_SIGN, self._at(ends[1] - 1, 1))
        if plain and not text.isascii():
            self._doubt_quotes(text, place)
        if "E+" in text and top and top.key:
            self._doubt_digits(top.key[0], text, place)
        if place.length == 1 and not empty:  # so are those that end on another line
            self._doubt(event, text, place)
        node = Node(None if empty else text, place, is_refused=is_refused)
        if event.anchor:
            self.anchors[event.anchor] = node
            self.unused[event.anchor] = place
        self._add(node, ends, torn=empty and self._is_torn(event))

    def _doubt_digits(self, key: str, text: str, place: Place) -> None:
        """Remark on a number that a spreadsheet has shortened where words stand."""
        is_words = key in self.vocabulary.names and self.vocabulary.is_words(key)
        if is_words and doubts.is_shortened(text):
            self._remark(doubts.SHORTENED.format(text), doubts.ALL_DIGITS, place)

    def _doubt_quotes(self, text: str, place: Place) -> None:
        """Remark on a text between quotes that YAML takes for letters of it."""
        bare = without_curly(text)
        holder = next((one for one in reversed(self.open) if one.key), None)
        if bare == text or holder is None or holder.key is None or not self._has_room():
            return
        key = holder.key[0]
        if self.vocabulary.is_words(key) or self.vocabulary.is_list_of_texts(key):
            lead = f"{key}: " if holder is self.open[-1] else ""
            written = f"`{lead}{in_quotes(bare)}`"
            self._remark(doubts.CURLY.format(bare), doubts.WITHOUT_CURLY.format(written), place)

    def _escapes(self, event: yaml.ScalarEvent) -> None:
        """Refuse characters that no text may hold; remark on others in what looks like a path."""
        begin, end = span(event)
        typed = self.text[begin + 1 : end - 1]
        if "\\" not in typed or self._escapes_left <= 0:
            return
        for at, escape, character in islice(escapes.characters_made(typed), self._escapes_left):
            self._escapes_left -= 1
            words = escapes.MADE.format(escape=escape, character=named(character))
            self._fault(words, escapes.SINGLE, self._at(begin + 1 + at, len(escape)))
        room = max(0, doubts.MOST - len(self.remarks))
        for at, escape, character in islice(escapes.in_paths(typed), room):
            words = escapes.IN_A_PATH.format(escape=escape, character=named(character))
            self._remark(words, escapes.SINGLE, self._at(begin + 1 + at, len(escape)))

    def _at(self, index: int, length: int) -> Place:
        line, column = position(self.text, index)
        return Place(self.source.file, line, column, length)

    def _is_torn(self, event: yaml.ScalarEvent) -> bool:
        """Whether an entry in brackets has not even a colon: `Anna` in {name: Rossi, Anna}."""
        top = self.open[-1] if self.open else None
        if not top or not top.node.flow or not top.key or event.value:
            return False
        return ":" not in self.text[top.key[2] : span(event)[0]]

    def _doubt(self, event: yaml.ScalarEvent, text: str, place: Place) -> None:
        """Remark on a value over several lines that has swallowed what looks like an entry."""
        top = self.open[-1] if self.open else None
        if top and top.key and self.vocabulary.is_list(top.key[0]):
            return  # it is refused
        last = event.end_mark.line + 1 if event.end_mark else place.line
        swallowed: set[int] = set()
        if last > place.line and event.style in (None, "", "'", '"'):
            for number in range(place.line + 1, last + 1):
                line = self.source.line(number)
                if doubts.is_an_entry(line, self.vocabulary, plain=event.style in (None, "")):
                    column = len(line) - len(line.lstrip()) + 1
                    self._remark(
                        doubts.SWALLOWED.format(line=place.line),
                        doubts.ITS_OWN_LINE,
                        Place(place.file, number, column, len(line.strip())),
                    )
                    swallowed.add(number)
        if last > place.line and event.style in ("|", ">") and top and top.key and ":" in text:
            self._doubt_keys(top, place, last)
        for remark in joined_lines.remarks(self.source, event, place):
            if remark.place and remark.place.line not in swallowed:
                self._add_remark(remark)

    def _doubt_keys(self, top: _Open, begin: Place, last: int) -> None:
        """Remark on lines of a text that look like keys beside its own, set in too far."""
        name, own, _ = top.key or ("", begin, 0)
        level = own.column - 1
        set_in = (
            f"indent the line by {level} blanks" if level else "begin the line at the left edge"
        )
        for number in range(begin.line + 1, last + 1):
            line = self.source.line(number)
            blanks = len(line) - len(line.lstrip())
            key = doubts.key_in_a_text(line, name, self.vocabulary)
            if key and blanks >= own.column and key not in self._mapping():
                self._remark(
                    doubts.KEY_IN_A_TEXT.format(line=begin.line),
                    doubts.AS_A_KEY.format(key=key, set_in=set_in, beside=name),
                    Place(begin.file, number, blanks + 1, len(line.strip())),
                )

    def _alias(self, event: yaml.AliasEvent) -> None:
        if self._awaits_key():
            self._beyond(event, "an alias cannot be a key", "write the key out")
        node = self.anchors.get(event.anchor or "")
        self.unused.pop(event.anchor or "", None)
        if node is None:
            known = any(opened.anchor == event.anchor for opened in self.open)
            self._fault(
                f"*{event.anchor} stands inside its own anchor"
                if known
                else f"*{event.anchor} names no anchor above",
                "write the value out; a text that begins with * stands in quotes",
                self._place(event),
            )
            node = Node(f"*{event.anchor}", self._place(event), is_refused=True)
        self._deep(event, node.depth)
        self.copies += node.size
        if self.copies > MOST_COPIES:
            self._stop(
                event,
                f"the aliases of this file stand for more than {MOST_COPIES:,} values",
                "write the values out",
            )
        self._add(node)

    def _key(self, name: str, place: Place, event: yaml.ScalarEvent, ends: tuple[int, int]) -> None:
        if name[:1].isspace() and not event.style:
            start = ends[0]
            if not self.text[self.text.rfind("\n", 0, start) + 1 : start].strip(" -"):
                raise BrokenIndentError(name[0], event)
            name = name.lstrip()  # behind a comma in braces it indents nothing
        if self._has_marks and is_marked(self.text, event):
            self._beyond(event, "a text behind ? cannot be a key", "write a word before the colon")
        if name in self._mapping() and self._begins_again(name):
            first = self._mapping()[name][0]
            self._fault(
                f"{name!r} stands a second time in one entry; first on line {first.line}",
                f"begin the next entry with a dash, `- {name}: ...`, or keep one of the two",
                place,
            )
            done = self.open.pop()
            self._add(done.node)
            self.open.append(_Open(Node({}, place), None, is_mapping=True))
        self.open[-1].key = (name, place, ends[1])

    def _mapping(self) -> "dict[str, tuple[Place, Node]]":
        value = self.open[-1].node.value
        return value if isinstance(value, dict) else {}

    def _begins_again(self, name: str) -> bool:
        """Whether an entry of a list has its first key twice: a dash was forgotten in between."""
        inside = len(self.open) > 1 and not self.open[-2].is_mapping
        return inside and not self.open[-1].node.flow and name == next(iter(self._mapping()))

    def _add(self, node: Node, ends: tuple[int, int] = (0, 0), *, torn: bool = False) -> None:
        if not self.open:
            self.root = node
            return
        top = self.open[-1]
        around, value = top.node, node.value
        around.size += node.size
        if around.depth <= node.depth:
            around.depth = node.depth + 1
        inside = around.value
        if isinstance(inside, list):
            if around.flow and isinstance(value, str):
                self._number_in_two(top, value, ends)
                self._doubt_entry(value, ends)
                top.last = (value, ends)
            inside.append(node)
        elif isinstance(inside, dict) and top.key:
            (name, place, key_end), top.key = top.key, None
            if around.flow:
                written = value if isinstance(value, str) else None
                begin, end = (key_end, key_end) if torn else ends
                top.entries.append(Entry(name, place, written, torn, begin, end))
            if torn:
                return
            if name == _MERGE:
                top.merges.append(node)
            elif name in inside:
                inside[name] = self._twice(name, inside[name], (place, node))
            else:
                inside[name] = (place, node)

    def _number_in_two(self, top: _Open, value: str, ends: tuple[int, int]) -> None:
        """Remark on a number that a decimal comma has parted: [1,5 FTE] is a list of two."""
        before, (begin, _) = top.last or ("", (0, 0))
        typed = self.text[begin : ends[1]]
        if before and self._has_room() and flow_slips.is_parted(typed):
            place = self._at(begin, len(typed))
            self._remark(
                doubts.IN_TWO.format(restored(typed), before, value), doubts.ONE_TEXT, place
            )

    def _doubt_entry(self, value: str, ends: tuple[int, int]) -> None:
        """Remark on an entry in brackets with signs that part or quote nothing in YAML."""
        message = doubts.of_entry(value) if self._has_room() else None
        if message and self.text[ends[0] : ends[0] + 1] not in ("'", '"'):
            self._remark(message, doubts.STRAIGHT, self._at(ends[0], ends[1] - ends[0]))

    def _twice(
        self, name: str, first: tuple[Place, Node], again: tuple[Place, Node]
    ) -> tuple[Place, Node]:
        """Tell a key that stands twice, and return which is read: the first with a value."""
        (before, empty), (place, node) = first, again
        item = ENTRY.fullmatch(name)
        if item:
            self._fault(MESSAGE.format(sign=item["sign"]), f"write `- {item['rest']}: ...`", place)
            return first
        said = f"the key {name!r} stands twice in one mapping; "
        if empty.value is None and node.value is not None:
            line = before.line
            self._fault(f"{said}on line {line} it has no value", f"delete line {line}", place)
            return again
        fix = "keep one of the two" + self._with_both(name)
        self._fault(f"{said}first on line {before.line}", fix, place)
        return first

    def _with_both(self, name: str) -> str:
        """Return what stands below a key, and not behind it, as what is to be kept of both."""
        if self.vocabulary.is_list(name):
            return ", and put the entries of both below it"
        has_keys = any(isinstance(one, type) for one in self.vocabulary.shapes.get(name, ()))
        return ", and put the keys of both below it" if has_keys else ""

    def _merge(self, into: Node, merged: Node) -> None:
        sources = merged.value if isinstance(merged.value, list) else [merged]
        for one in sources:
            if isinstance(one.value, dict) and isinstance(into.value, dict):
                for name, entry in one.value.items():
                    into.value.setdefault(name, entry)
            else:
                self._fault("<< merges a mapping, and this is none", "write <<: *anchor", one.place)

    def _awaits_key(self) -> bool:
        return bool(self.open and self.open[-1].is_mapping and not self.open[-1].key)

    def _deep(self, event: yaml.Event, levels: int) -> None:
        if len(self.open) + levels > DEEPEST:
            self._stop(
                event, f"more than {DEEPEST} levels of nesting", "write the part with less nesting"
            )

    def _tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        words = event.value if isinstance(event, yaml.ScalarEvent) else ""
        tag = event.tag or ""
        top = self.open[-1] if self.open else None
        key = top.key[0] if top and top.key else ""
        fix = doubts.instead_of_tag(tag, restored(words), key, self.vocabulary)
        self._fault(f"the tag {tag} is not allowed", fix, self._place(event))

    def _place(self, event: yaml.Event) -> Place:
        return place_of(event, self._file)

    def _stop(self, event: yaml.Event, message: str, fix: str) -> None:
        self._fault(message, fix, self._place(event))
        raise _Stop

    def _beyond(self, event: yaml.Event, message: str, fix: str) -> None:
        self._fault(message, fix, self._place(event))
        raise _Beyond

    def _fault(self, message: str, fix: str, place: Place) -> None:
        self.faults.append(Fault(message, fix, place, self.source.line(place.line)))

    def _remark(self, message: str, fix: str, place: Place) -> None:
        self._add_remark(Remark(place, message, fix, self.source.line(place.line)))

    def _add_remark(self, remark: Remark) -> None:
        if self._has_room():
            self.remarks.append(remark)

    def _has_room(self) -> bool:
        return len(self.remarks) < doubts.MOST


def parse(source: SourceText, text: str, vocabulary: Vocabulary) -> Parsed:
    """Return what a YAML text holds, and all faults of its form.

    Args:
        source: The file, for the lines that faults show.
        text: Its text as the YAML library takes it.
        vocabulary: All keys of the format.

    Raises:
        yaml.YAMLError: it is no YAML from some place on.
    """
    reader = _Reader(source, text, vocabulary)
    try:
        reader.read()
    except _Stop as stop:
        beyond = isinstance(stop, _Beyond)
        return Parsed(
            None, reader.faults, reader.remarks, whole=False, spans=reader.spans, beyond=beyond
        )
    return Parsed(reader.root, reader.faults, reader.remarks, whole=True, spans=reader.spans)
