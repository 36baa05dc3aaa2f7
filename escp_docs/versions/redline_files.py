"""Redlines as files: written, proved, laid beside the documents."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, assert_never

from msgspec import Struct

from escp_docs.build.edit_guard import KnownHashes
from escp_docs.build.product import sha256
from escp_docs.comparing.trees.first_page import with_first_page
from escp_docs.comparing.trees.merging import merged
from escp_docs.document import Document
from escp_docs.document.format_names import FormatName
from escp_docs.errors import UnknownNameError
from escp_docs.export.look import Look
from escp_docs.files.writing import Staging, set_aside
from escp_docs.versions.redline_proof import prove

FORMATS: Final[tuple[FormatName, ...]] = ("docx", "pdf", "html")
"""The formats of redlines."""


class RedlineFile(Struct, frozen=True):
    """A redline that was written.

    Args:
        path: Where it lies.
        differs: Whether the two versions print anything otherwise.
        kept: Where the file was put aside that somebody had edited.
    """

    path: Path
    differs: bool
    kept: Path | None = None


class Redlines(Struct, frozen=True):
    """The redlines that were written, and what is to be said of them."""

    files: tuple[RedlineFile, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TwoVersions:
    """Two versions of one document, in the form in which they are compared.

    Args:
        old: The older version.
        new: The newer one.
        before: What the older one is called: its day, or its name if both have one day.
        after: What the newer one is called.
        look: How both look.
    """

    old: Document
    new: Document
    before: str
    after: str
    look: Look
    redline: Document = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "redline", merged(self.old, self.new))

    @property
    def differs(self) -> bool:
        """Whether anything that is printed is otherwise."""
        return self.redline.blocks != self.new.blocks or self.old.blocks != self.new.blocks


def written_as(both: TwoVersions, name: FormatName, author: str) -> bytes:
    """Return a redline in a format.

    Raises:
        ExportError: it cannot be written, or would not say what its versions say.
    """
    match name:
        case "docx":
            from escp_docs.export.word.writer import to_tracked_docx  # noqa: PLC0415

            data = to_tracked_docx(both.redline, both.look, author).data
            prove(data, both.old, both.new)
            return data
        case "pdf":
            from escp_docs.export.pdf.writer import to_pdf  # noqa: PLC0415

            shown = with_first_page(both.redline, both.before, both.after)
            return to_pdf(shown, both.look, is_redline=True).data
        case "html":
            from escp_docs.export.html.writer import to_html  # noqa: PLC0415

            shown = with_first_page(both.redline, both.before, both.after)
            return to_html(shown, both.look, is_redline=True)
        case "xlsx" | "csv" | "ics" | "json":
            raise UnknownNameError(f"there is no redline as {name}", "format")
        case _:
            assert_never(name)


def write(
    made: Sequence[TwoVersions], formats: Sequence[FormatName], home: Path, state: Path, author: str
) -> tuple[RedlineFile, ...]:
    """Write all redlines or none, and return them; what somebody edited is put aside first.

    Args:
        made: The versions.
        formats: The formats of each.
        home: Where the files go.
        state: Where it is noted which bytes there are ours.
        author: Whose changes they are.

    Raises:
        ExportError: a redline would not say what its two versions say.
        WriteError: a file cannot be written.
    """
    coming = {
        f"{both.new.name}.redline.{name}": (written_as(both, name, author), both.differs)
        for both in made
        for name in formats
    }
    return write_bytes(coming, home, state)


def write_bytes(
    coming: Mapping[str, tuple[bytes, bool]], home: Path, state: Path
) -> tuple[RedlineFile, ...]:
    """Write files by their names or none, and return them; see `write`.

    Args:
        coming: Of each file its bytes, and whether its versions differ.
        home: Where they go.
        state: Where it is noted which bytes there are ours.

    Raises:
        WriteError: a file cannot be written.
    """
    known = KnownHashes(home, state, {})
    files: list[RedlineFile] = []
    with Staging(state) as staging:
        for name, (data, differs) in coming.items():
            kept = set_aside(home / name) if known.is_edited(name) else None
            files.append(RedlineFile(home / name, differs, kept))
            staging.put(home / name, data)
        known.note({name: sha256(data) for name, (data, _) in coming.items()})
        staging.commit()
    return tuple(files)
