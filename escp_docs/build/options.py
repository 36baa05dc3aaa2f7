"""How to build, the same for every spec."""

from datetime import date
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import astuple, replace

STATE: Final = ".escp-docs"
MANIFEST: Final = "manifest.json"
DEPFILE: Final = "documents.d"
_SENT: Final = ("questionnaires", "sheets", "letters", "negotiation")
"""Folders of documents that are made to be sent, if they are asked for by name."""


class Precedent(Struct, frozen=True):
    """A call and a strand for which documents are made without a spec."""

    call: str
    strand: str

    @property
    def folder(self) -> str:
        """The name of the folder for them below that of the output."""
        return f"blank-{self.call}-{self.strand}"


class BuildOptions(Struct, frozen=True):
    """What is to be made of each spec, and where it goes.

    This module is loaded before it is known whether there is anything to do, so it loads nothing.

    Args:
        output: The folder in which each spec has a folder of its own.
        documents: Names of documents, of kinds or of folders; none stands for the usual two.
        formats: The formats of each; none stands for the usual one of each document.
        everything: Every document in every format, whatever the two above say.
        final: Refuse while anything is open.
        paginate: Give the contents of Word files page numbers, from LibreOffice's layout.
        force: Make what did not change, too.
        as_of: The date that is printed; else the one that the spec states, else `today`.
        today: The date that is printed if nothing else states one.
        templates: A folder of templates, in place of `templates/` beside the spec.
        depfile: Write the rule from which make learns when to build again.
        calls: A folder of calls, in place of `calls/` beside the spec.
        send: Keep what the documents say in the record of the spec, as they leave the house.
        reminds: The mails with questionnaires say that answers are still lacking.
        partner: The id of the partner for whose eyes the documents are: what is the others' own is
            left out, and they lie in a folder of their own. Empty for those of everybody.
        packs: What is made goes into a package, and tells of none that the record has: the same
            spec makes the same package.
        precedent: For which call and strand documents are made for no consortium yet, in place of
            those of a spec.
    """

    output: Path = Path("output")
    documents: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    everything: bool = False
    final: bool = False
    paginate: bool = False
    force: bool = False
    as_of: date | None = None
    today: date | None = None
    templates: Path | None = None
    depfile: bool = False
    calls: Path | None = None
    send: bool = False
    reminds: bool = False
    partner: str = ""
    packs: bool = False
    precedent: Precedent | None = None

    @property
    def state(self) -> Path:
        """The folder for what builds tell each other: locks, stamps, what is unfinished."""
        return self.output / STATE

    def folder(self, acronym: str) -> Path:
        """The folder of a spec, by its acronym made safe; that of a partner's copy lies in it."""
        home = self.output / (self.precedent.folder if self.precedent else acronym)
        return home / f"for-{self.partner}" if self.partner else home

    @property
    def sends(self) -> bool:
        """Whether a document is asked for that leaves the house, so that what it says is kept."""
        return (
            self.send
            or bool(self.partner)
            or any(name.split("/")[0] in _SENT for name in self.documents)
        )

    def is_sent(self, document: str) -> bool:
        """Whether a document leaves the house: all do if so asked, else those that are named."""
        return (
            self.send
            or bool(self.partner)
            or (self.sends and document.split("/", maxsplit=1)[0] in _SENT)
        )

    @property
    def key(self) -> str:
        """All that decides on what is made and said, as text, but for the day."""
        made_from = replace(self, force=False, today=None)
        return repr(tuple(str(one) for one in astuple(made_from)))
