"""What comes of a change that somebody asks of a warm spec."""

from msgspec import Struct

from escp_docs.edit.changes import Made, SpecChange
from escp_docs.errors import Fault
from escp_docs.read.plain_values import Raw
from escp_docs.workspace.state import State


class KeyedChange(Struct, frozen=True):
    """A change, and what stood at its key when whoever asks for it looked.

    `seen` is the plain value, None if nothing was stated; it counts for values that are set or
    removed alone, and for none where somebody `is_sure` whatever stands there.
    """

    change: SpecChange
    seen: Raw = None
    is_sure: bool = False


class Conflict(Struct, frozen=True):
    """A change that was not made, because somebody else changed the same meanwhile.

    Attributes:
        key: The key, or the file of a text.
        theirs: What stands there now; None if nothing does.
        mine: What was to stand there; of a text with what they changed elsewhere in it.
        why: What happened, in words.
    """

    key: str
    theirs: Raw
    mine: Raw
    why: str


class Changed(Struct, frozen=True):
    """What came of changes: all were made, or none.

    Attributes:
        state: The spec as it is now.
        made: What was changed; nothing if it was stated already.
        conflicts: What somebody else changed meanwhile.
        faults: Why a change cannot be made: the spec could not be read with it.
    """

    state: State
    made: tuple[Made, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def is_saved(self) -> bool:
        """Whether everything that was asked for stands in the files."""
        return not (self.conflicts or self.faults)
