"""The events of the YAML library, with their places; it is imported here, and for its errors."""

import re
from collections.abc import Iterator
from typing import Final

import yaml

from escp_docs.finding import Place
from escp_docs.pattern import pattern
from escp_docs.read.characters import named

YAMLError: Final = yaml.YAMLError
LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MARK: Final = pattern(r"^[ -]*\?(?:\s|$)", re.MULTILINE)
BEYOND: Final = "beyond what a spec has"
DEEPEST: Final = 50  # levels; the format needs eight


class BrokenIndentError(yaml.MarkedYAMLError):
    """A blank that is no space indents a key."""

    def __init__(self, blank: str, event: yaml.Event) -> None:
        super().__init__(problem=f"{named(blank)} indents", problem_mark=_mark(event))


class BeyondError(yaml.MarkedYAMLError):
    """What is YAML, and no spec has: more than one document, keys that are no words."""

    def __init__(self, event: yaml.Event) -> None:
        super().__init__(problem=BEYOND, problem_mark=_mark(event))


def _mark(event: yaml.Event) -> yaml.Mark:
    start = event.start_mark
    line, column = (start.line, start.column) if start else (0, 0)
    return yaml.Mark("", 0, line, column, None, 0)


class _Keys:
    """Whether a key comes next, event by event."""

    def __init__(self) -> None:
        self._open: list[bool | None] = []  # None for a list, else whether a key is due

    def take(self, event: yaml.Event) -> bool:
        """Take an event, and return whether it is, or begins, a key."""
        if isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            return False
        is_key = bool(self._open and self._open[-1])
        if self._open and self._open[-1] is not None:
            self._open[-1] = not is_key
        if isinstance(event, yaml.CollectionStartEvent):
            self._open.append(True if isinstance(event, yaml.MappingStartEvent) else None)
        return is_key


def scalars(text: str) -> Iterator[yaml.ScalarEvent]:
    """Yield the single values of a text, as far as it is YAML and spaces alone indent its lines.

    Raises:
        yaml.YAMLError: the place is that of the first such line.
    """
    keys, marks = _Keys(), has_marks(text)
    has_document = False
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.DocumentStartEvent):
            if has_document:
                raise BeyondError(event)
            has_document = True
        if not isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
            continue
        is_key = keys.take(event)
        if type(event) is not yaml.ScalarEvent:
            if is_key:
                raise BeyondError(event)
            continue
        if is_key and marks and is_marked(text, event):
            raise BeyondError(event)
        if event.value[:1] > "~" and event.value[0].isspace():
            start = span(event)[0]
            if not text[text.rfind("\n", 0, start) + 1 : start].strip(" -"):
                raise BrokenIndentError(event.value[0], event)
        yield event


def has_marks(text: str) -> bool:
    """Whether the mark `?` begins a line of a text, as before a key of any kind."""
    return bool(_MARK.search(text))


def is_marked(text: str, event: yaml.ScalarEvent) -> bool:
    """Whether what stands behind the mark `?` is no key: several words, or no colon follows."""
    start, end = span(event)
    begin = text.rfind("\n", 0, start) + 1
    before = text[begin:start].strip(" -")
    while not before and begin:
        end_above = begin - 1
        begin = text.rfind("\n", 0, end_above) + 1
        before = text[begin:end_above].strip(" -")
    is_word = event.value and not any(one.isspace() for one in event.value)
    return before == "?" and not (is_word and text[end:].lstrip().startswith(":"))


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
