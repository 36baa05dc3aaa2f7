"""A YAML text as it is written: what stands where, in which style."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

from escp_docs.read.characters import aligned, restored
from escp_docs.read.yaml_events import LOADER, span

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(slots=True)
class Written:
    """A value as it stands in a text.

    `start` and `end` bound it, its anchor included; of a list or mapping without brackets the end
    is that of the last value in it. `style` is the quote of a text, `|`, `>`, or empty; `[` and
    `{` for brackets, `*` for an alias. `at` is where an entry of a list begins: at its dash, if
    it has one. `anchor` is the name that the value has or, of an alias, refers to.
    """

    start: int
    end: int
    style: str = ""
    text: str | None = None
    anchor: str = ""
    at: int = 0
    items: "list[Written] | None" = None
    entries: "dict[str, Entry] | None" = None

    @property
    def is_flow(self) -> bool:
        """Whether it is a list or mapping in brackets."""
        return self.style in ("[", "{")

    @property
    def is_block_text(self) -> bool:
        """Whether it is a text below `|` or `>`."""
        return self.style in ("|", ">")


@dataclass(slots=True)
class Entry:
    """An entry of a mapping: where its key begins, where its colon ends, and its value."""

    start: int
    colon: int
    value: Written


@dataclass(slots=True)
class FileText:
    """The text of a file and what is written in it.

    Places count characters of `flat`, the text as the YAML library takes it; `origin` leads from
    each to the text itself. `aliases` are the names that an alias refers to.
    """

    file: str
    text: str
    flat: str = ""
    origin: "range | list[int]" = field(default_factory=list)
    root: Written | None = None
    aliases: set[str] = field(default_factory=set)

    def source(self, start: int, end: int) -> str:
        """Return what the text itself has between two places, its line ends as line feeds."""
        piece = self.text[self.origin[start] : self.origin[end]]
        return piece.replace("\r\n", "\n").replace("\r", "\n")

    def line_start(self, place: int) -> int:
        """Return where the line of a place begins."""
        return self.flat.rfind("\n", 0, place) + 1

    def line_end(self, place: int) -> int:
        """Return where the line of a place ends, before its line end."""
        found = self.flat.find("\n", place)
        return len(self.flat) if found < 0 else found

    def column(self, place: int) -> int:
        """Return how many characters stand before a place on its line."""
        return place - self.line_start(place)

    def last(self, value: Written) -> int:
        """Return where the last character of a value ends, blank lines behind it left out."""
        end = value.end
        while end > value.start and self.flat[end - 1] in " \t\n":
            end -= 1
        return end

    def line_ending(self) -> str:
        """Return what ends most lines of the text."""
        windows = self.text.count("\r\n")
        return "\r\n" if windows * 2 > self.text.count("\n") else "\n"


def written(file: str, text: str) -> FileText:
    """Return what is written in a text.

    Raises:
        yaml.YAMLError: it is no YAML.
    """
    flat, origin = aligned(text)
    found = FileText(file, text, flat, list(origin) if not isinstance(origin, range) else origin)
    _Composer(found).compose()
    return found


class _Composer:
    """Puts together what the events of a text say; it recurses no deeper than the reader allows."""

    def __init__(self, file: FileText) -> None:
        self.file = file
        self.events: Iterator[yaml.Event] = yaml.parse(file.flat, Loader=LOADER)

    def compose(self) -> None:
        for event in self.events:
            if isinstance(event, yaml.NodeEvent):
                self.file.root = self._value(event, 0)
                break

    def _value(self, event: yaml.Event, behind: int) -> Written:
        """Return the value that begins with an event; `behind` is where it may begin at first."""
        start, end = span(event)
        match event:
            case yaml.AliasEvent():
                name = event.anchor or ""
                self.file.aliases.add(name)
                return Written(start, end, "*", anchor=name)
            case yaml.ScalarEvent():
                if start == end:  # nothing is written
                    start = end = behind
                text = restored(event.value)
                return Written(start, end, event.style or "", text, anchor=event.anchor or "")
            case yaml.SequenceStartEvent():
                return self._list(event, Written(start, end, anchor=event.anchor or "", items=[]))
            case yaml.MappingStartEvent():
                found = Written(start, end, anchor=event.anchor or "", entries={})
                return self._mapping(event, found)
            case _:
                raise yaml.YAMLError("no value begins here")

    def _list(self, event: yaml.SequenceStartEvent, found: Written) -> Written:
        assert found.items is not None
        found.style = "[" if event.flow_style else ""
        place = found.end if event.flow_style or found.anchor else found.start
        for inner in self.events:
            if isinstance(inner, yaml.SequenceEndEvent):
                found.end = span(inner)[1] if event.flow_style else place
                break
            dash = self._next(place, "-") if not event.flow_style else place
            item = self._value(inner, dash + 1)
            item.at = item.start if event.flow_style else dash
            found.items.append(item)
            place = max(item.end, dash + 1)
        return found

    def _mapping(self, event: yaml.MappingStartEvent, found: Written) -> Written:
        assert found.entries is not None
        found.style = "{" if event.flow_style else ""
        place = found.end
        for key in self.events:
            if isinstance(key, yaml.MappingEndEvent):
                found.end = span(key)[1] if event.flow_style else place
                break
            start, end = span(key)
            at = self._next(end, ":")
            is_colon = self.file.flat[at : at + 1] == ":" and not (
                event.flow_style and "," in self.file.flat[end:at]
            )
            colon = at + 1 if is_colon else end
            value = self._value(next(self.events), colon)
            name = key.value if isinstance(key, yaml.ScalarEvent) else ""
            found.entries[restored(name)] = Entry(start, colon, value)
            place = max(value.end, colon)
        return found

    def _next(self, place: int, sign: str) -> int:
        """Return where a sign stands behind a place, comments and blanks passed over."""
        flat = self.file.flat
        while place < len(flat) and flat[place] != sign:
            if flat[place] == "#":
                place = self.file.line_end(place)
            elif flat[place] in " \t\n?":
                place += 1
            else:
                break
        return place
