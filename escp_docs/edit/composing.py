"""The events of a YAML text to what is written in it, and where."""

from typing import TYPE_CHECKING

import yaml

from escp_docs.edit.written import FileText, Keyed, Written
from escp_docs.read.characters import aligned, restored
from escp_docs.read.yaml_events import LOADER, span

if TYPE_CHECKING:
    from collections.abc import Iterator


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
            found.entries[restored(name)] = Keyed(start, colon, value)
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
