"""What stands in a file and is not of our writing."""

from enum import StrEnum

from msgspec import Struct


class ForeignKind(StrEnum):
    """What it means to whoever opens the file; the words are those that `verify` prints."""

    HIDDEN = "hidden or covered words"
    ACTIVE = "runs or loads something"
    FOREIGN = "foreign content"


class ForeignContent(Struct, frozen=True):
    """Something that no writer of ours puts in.

    Args:
        kind: What it means.
        what: What it is, in words and as it is written in the file.
        place: Where it stands, as people find it: a paragraph, a cell, a page, a part.
        is_editing: Whether it is a remark or a change that somebody made openly.
    """

    kind: ForeignKind
    what: str
    place: str = ""
    is_editing: bool = False

    def __str__(self) -> str:
        return f"{self.kind.value}: {self.what}" + (f" ({self.place})" if self.place else "")
