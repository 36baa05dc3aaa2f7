"""What may be changed in a spec, and what came of it."""

from msgspec import Struct

from escp_docs.finding import Place
from escp_docs.read.plain_values import Raw
from escp_docs.read.source import SpecText


class SetValue(Struct, frozen=True):
    """A key states this from now on; keys around it that are absent are written too.

    `key` names entries by id or position; `value` is a text as a spec writes it (`true`, `12.5`,
    `2021-09-01`), a list or a mapping.
    """

    key: str
    value: Raw


class RemoveValue(Struct, frozen=True):
    """A key, or an entry of a list, is there no more.

    With the last key of a mapping, and with the last entry of a list, these go too: then nothing is
    stated. An empty list, which says that there is none, is set.
    """

    key: str


class AddEntry(Struct, frozen=True):
    """A list has a further entry, the last one or at position `at` from 0."""

    key: str
    entry: Raw
    at: int | None = None


class MoveEntry(Struct, frozen=True):
    """An entry of a list has another position, `to` from 0."""

    key: str
    to: int


SpecChange = SetValue | RemoveValue | AddEntry | MoveEntry
"""One change to a spec."""


class Made(Struct, frozen=True):
    """A change that was made.

    Attributes:
        path: What was changed, entries by what identifies them.
        place: Where it stands now; of what was removed, where it stood.
        before: The plain value that was stated; None if there was none.
        after: The plain value that is stated; None if there is none.
        takes_back: Whether nobody asked for it: what was changed is no longer confirmed.
    """

    path: str
    place: Place
    before: Raw
    after: Raw
    takes_back: bool = False


class ChangedFile(Struct, frozen=True):
    """A file of a spec with its text before, None if it is new, and after."""

    file: str
    before: str | None
    after: str


class Edited(Struct, frozen=True):
    """The texts of a spec before and after changes, and each change that was made.

    A change that states what was stated already makes none.
    """

    before: SpecText
    after: SpecText
    made: tuple[Made, ...]
    files: tuple[ChangedFile, ...]
