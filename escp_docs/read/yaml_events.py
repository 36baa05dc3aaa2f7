"""The events of the YAML library, with their places; it is imported here, and for its errors."""

from collections.abc import Iterator
from typing import Final

import yaml

from escp_docs.finding import Place
from escp_docs.read.characters import named

YAMLError: Final = yaml.YAMLError
LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST: Final = 50  # levels; the format needs eight


class BrokenIndentError(yaml.MarkedYAMLError):
    """A blank that is no space indents a key."""

    def __init__(self, blank: str, event: yaml.Event) -> None:
        start = event.start_mark
        line, column = (start.line, start.column) if start else (0, 0)
        mark = yaml.Mark("", 0, line, column, None, 0)
        super().__init__(problem=f"{named(blank)} indents", problem_mark=mark)


def scalars(text: str) -> Iterator[yaml.ScalarEvent]:
    """Yield the single values of a text, as far as it is YAML and spaces alone indent its lines.

    Raises:
        yaml.YAMLError: the place is that of the first such line.
    """
    for event in yaml.parse(text, Loader=LOADER):
        if type(event) is not yaml.ScalarEvent:
            continue
        if event.value[:1] > "~" and event.value[0].isspace():
            start = span(event)[0]
            if not text[text.rfind("\n", 0, start) + 1 : start].strip(" -"):
                raise BrokenIndentError(event.value[0], event)
        yield event


def scalar_pairs(text: str) -> Iterator[tuple[str, str]]:
    """Yield each two single values that follow each other, such as a key and its value.

    It ends where a text is nested deeper than any spec.

    Raises:
        yaml.YAMLError: it is no YAML from some place on.
    """
    anchors: dict[str, str] = {}
    before: str | None = None
    levels = 0
    for event in yaml.parse(text, Loader=LOADER):
        value = None
        match event:
            case yaml.ScalarEvent():
                value = event.value
                if event.anchor:
                    anchors[event.anchor] = value
            case yaml.AliasEvent():
                value = anchors.get(event.anchor or "")
            case yaml.CollectionStartEvent():
                levels += 1
            case yaml.CollectionEndEvent():
                levels -= 1
            case _:
                pass
        if levels > DEEPEST:
            return
        if before is not None and value is not None:
            yield before, value
        before = value


def span(event: yaml.Event) -> tuple[int, int]:
    """Return where an event begins and ends in the text."""
    start, end = event.start_mark, event.end_mark
    return (start.index, end.index) if start and end else (0, 0)


def place_of(event: yaml.Event, file: str) -> Place:
    """Return where an event stands; of one that ends on another line the length is 1."""
    return located(event, file)[0]


def located(event: yaml.Event, file: str) -> tuple[Place, tuple[int, int]]:
    """Return where an event stands, and where it begins and ends in the text."""
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:  # never so for events of a parsed text
        return Place(file, 1, 1), (0, 0)
    length = end.column - start.column if end.line == start.line else 1
    place = Place(file, start.line + 1, start.column + 1, length or 1)
    return place, (start.index, end.index)
