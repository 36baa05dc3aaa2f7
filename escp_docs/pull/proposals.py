"""What comes of files that came back: proposals to change the spec, and what cannot be one."""

from enum import StrEnum

from msgspec import Struct

from escp_docs.finding import Place
from escp_docs.pull.changes import CommentAt, ProseChange
from escp_docs.pull.returned import NOBODY, Hand
from escp_docs.read.plain_values import Raw


class What(StrEnum):
    """What a proposal does."""

    VALUE = "value"
    ANSWER = "answer"
    CONFIRMATION = "confirmation"
    PROSE = "prose"
    ENTRY_ADDED = "entry added"
    ENTRY_REMOVED = "entry removed"
    WORDING = "wording"


class ProposalState(StrEnum):
    """How a proposal stands.

    PROPOSED is one that the sender answers for; NOT_ITS_OWN one that the file may not say, so that
    it is taken by name alone; CONFLICT one where the spec, or another file, says something else by
    now; UNCLEAR one that cannot be read; GONE one whose place is not in the spec any more; REFUSED
    one that would make the spec unreadable; TAKEN and KEPT those that were decided.
    """

    PROPOSED = "proposed"
    NOT_ITS_OWN = "not its own to say"
    CONFLICT = "conflict"
    UNCLEAR = "unclear"
    GONE = "no longer there"
    REFUSED = "refused"
    TAKEN = "taken"
    KEPT = "kept"


class Proposal(Struct, frozen=True):
    """A change of one key that a file asks for.

    Args:
        what: What it does.
        key: The key, entries by what identifies them.
        anchor: The anchor that the file has for it.
        label: What the key states, for people.
        base: What the spec stated when the file was sent; None if nothing.
        theirs: What the file says, as the spec writes it; as typed where that cannot be told.
        ours: What the spec states now; None if nothing.
        value: What is to be written: a text, a list or a mapping.
        standing: Whether it can be taken.
        why: What stands in the way; empty if nothing does.
        file: The file that says so.
        sender: The id of the partner that sent the file; empty if nobody knows.
        hand: Who wrote it, as far as the file says.
        place: Where the value stands in the spec, or the nearest value around it.
        prose: Of a prose what was changed in it, to be merged with what else is taken.
        reason: Why it is proposed, in the words of the program that does.
        facts: What it rests on: keys of the spec, codes of rules, or words.
        rivals: The files that say something else of the same; of them and this one, one is taken.
        offered: Those of all these whose words can be taken.
    """

    what: What
    key: str
    anchor: str
    label: str
    base: str | None
    theirs: str
    ours: str | None
    value: Raw
    standing: ProposalState
    why: str
    file: str
    sender: str = ""
    hand: Hand = NOBODY
    place: Place | None = None
    prose: ProseChange | None = None
    reason: str = ""
    facts: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()

    @property
    def can_be_taken(self) -> bool:
        """Whether it says what is to be written, whoever has to decide on that."""
        ways = {ProposalState.PROPOSED, ProposalState.NOT_ITS_OWN, ProposalState.CONFLICT}
        return self.standing in ways and (self.value is not None or self.what is What.ENTRY_REMOVED)

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to decide on it."""
        return self.standing not in {ProposalState.TAKEN, ProposalState.KEPT}


class TemplateNote(Struct, frozen=True):
    """Something that a file changed and no key of the spec states: words of a template, a row."""

    file: str
    before: str
    after: str
    hand: Hand = NOBODY
    near: str = ""


class PulledFile(Struct, frozen=True):
    """What is to be said of one file.

    Args:
        name: As it was named.
        document: The document that it is; empty if that cannot be told.
        sending: The id of what was sent.
        sender: The id of the partner that sent it; empty if nobody knows.
        compared: With what it was compared, for people.
        remarks: The comments in it.
        notes: What changed in it that no key states.
        corrected: Paragraphs in which a program changed quotation marks or blanks alone.
        unread: What of it could not be read, in words.
        fault: Why it cannot be read; empty if it can.
        is_known: Whether the same file was pulled before, and something of it decided.
        is_waiting: Whether a program put it into the record, for a person to decide on.
    """

    name: str
    document: str = ""
    sending: str = ""
    sender: str = ""
    compared: str = ""
    remarks: tuple[CommentAt, ...] = ()
    notes: tuple[TemplateNote, ...] = ()
    corrected: int = 0
    unread: tuple[str, ...] = ()
    fault: str = ""
    is_known: bool = False
    is_waiting: bool = False
