"""What is otherwise in one version of a spec than in another: plain values."""

from enum import StrEnum

from msgspec import Struct, field

from escp_docs.finding import Place, StaleProse
from escp_docs.prose.words import ChangedWords
from escp_docs.rule import Standing


class EntryFate(StrEnum):
    """What became of an entry of a list."""

    CAME = "came"
    WENT = "went"
    MOVED = "moved"
    RENAMED = "renamed"


class EntryChange(Struct, frozen=True):
    """An entry of a list that came, went, has another position or another id.

    Attributes:
        fate: What became of it.
        path: Its key in the new version; of one that went, in the old one.
        kind: What it is: partner, target, work package, cost.
        name: What to call it, in the version to which the path belongs.
        before: What it was called before it was renamed; empty of others.
        partners: The ids of the partners whom it concerns.
        place: Where it stands in the new version; None of one that went.
    """

    fate: EntryFate
    path: str
    kind: str
    name: str
    before: str = ""
    partners: tuple[str, ...] = ()
    place: Place | None = None


class FactChange(Struct, frozen=True):
    """A single value, or a list of them, that is stated otherwise.

    Attributes:
        path: Its key, in the new version.
        label: What it states, as a noun phrase.
        entry: What the entry around it is called; empty if there is none.
        old: What it said, as documents print it; None if nothing was stated.
        new: What it says.
        came: The items that a list has now and had not.
        went: The items that it had and has no more.
        partners: The ids of the partners whom it concerns.
        place: Where it stands in the new version, or the nearest value around it.
    """

    path: str
    label: str
    entry: str
    old: str | None
    new: str | None
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    place: Place | None = None


class TextChange(Struct, frozen=True):
    """A prose in which words are otherwise; a side that states nothing is empty.

    `words` are the places in which it says something else.
    """

    path: str
    label: str
    entry: str
    old: str
    new: str
    words: tuple[ChangedWords, ...] = ()
    place: Place | None = None


class FigureChange(Struct, frozen=True):
    """A figure that nobody states and that is another one now: a sum, a count, a date.

    Attributes:
        name: What it is.
        subject: Of which partner or entry; empty of the whole.
        old: What it was, as documents print it; None where there was none.
        new: What it is.
        causes: The keys of the changes that it follows from.
    """

    name: str
    subject: str
    old: str | None
    new: str | None
    causes: tuple[str, ...]


class RuleChange(Struct, frozen=True):
    """A rule that answers otherwise.

    Attributes:
        code: Its code.
        name: Its name.
        old: What it answered: not_met, undecided, met or not_applicable, the worst if several.
        new: What it answers.
        came: What it objects to or asks now, and did not before.
        went: What it does no more.
    """

    code: str
    name: str
    old: str
    new: str
    came: tuple[str, ...]
    went: tuple[str, ...]


class SectionChange(Struct, frozen=True):
    """A section of a document, or a sheet of a workbook, that says something else.

    `fate` is changed, came or went; `number` and `title` are those of the new version, if it
    has the section.
    """

    fate: str
    number: str
    title: str


class DocumentChange(Struct, frozen=True):
    """A document in which something is otherwise; `fate` is changed, came or went."""

    document: str
    fate: str
    sections: tuple[SectionChange, ...] = ()


class Comparison(Struct, frozen=True):
    """Two versions of a spec, and all that is otherwise in the new one.

    Attributes:
        old: The name of the old version.
        new: The name of the new version.
        entries: Entries that came, went, moved or were renamed.
        facts: Single values.
        proses: Texts.
        figures: Figures that follow from these.
        standing: What the rules came to, before and now.
        rules: The rules that answer otherwise.
        documents: The documents that say something else.
        stale_prose: What texts still say of the old version.
        remarks: What else there is to know of the two.
    """

    old: str
    new: str
    entries: tuple[EntryChange, ...] = ()
    facts: tuple[FactChange, ...] = ()
    proses: tuple[TextChange, ...] = ()
    figures: tuple[FigureChange, ...] = ()
    standing: tuple[Standing, Standing] | None = None
    rules: tuple[RuleChange, ...] = ()
    documents: tuple[DocumentChange, ...] = ()
    stale_prose: tuple[StaleProse, ...] = ()
    remarks: tuple[str, ...] = field(default=())

    @property
    def differs(self) -> bool:
        """Whether anything is otherwise."""
        return bool(
            self.entries or self.facts or self.proses or self.rules or self.documents
        )  # figures follow from facts
