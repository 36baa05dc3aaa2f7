"""What came of a build, as values. Loads nothing: a build with nothing to do tells it, too."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.errors import EscpError
from escp_docs.judging.missing_facts import MissingFacts


class BuiltFile(Struct, frozen=True):
    """A file of the folder after a build.

    Args:
        path: Where it lies.
        size: Its bytes.
        pages: Its pages, None if they are not known.
        is_new: Whether it was made just now.
        kept: Where the file that someone had edited was put aside.
        remark: Why it is not all that was asked for, empty if it is.
        is_gone: Whether it was removed, since the spec has no such document any more.
        was_final: Whether a final file lay there before it, and it is none.
    """

    path: Path
    size: int
    pages: int | None
    is_new: bool
    kept: Path | None = None
    remark: str = ""
    is_gone: bool = False
    was_final: bool = False


class OpenPlace(Struct, frozen=True):
    """A fact that the documents lack: the placeholder printed, its path, whom to ask what."""

    path: str
    ask: str
    question: str
    placeholder: str


class DocumentRemark(Struct, frozen=True):
    """What the linter objects to in the documents.

    Args:
        where: The place in the spec, or the name of the document.
        severity: `error` keeps the documents drafts; `warning` does not.
        block: Which block of the document, empty if the place is in the spec.
        message: What is wrong.
        fix: What mends it.
    """

    where: str
    severity: str
    block: str
    message: str
    fix: str


class Built(Struct, frozen=True):
    """What a build made of one spec.

    Args:
        spec: Its name, as it was given.
        folder: The folder of its documents.
        verdict: eligible, ineligible or undecided.
        is_draft: Whether something is open, so that every page says DRAFT.
        open_places: The facts that the documents lack, each once.
        rules_to_settle: The codes of the rules whose errors are not met or undecided.
        remarks: What the linter objects to.
        files: The files that were asked for, and those that were removed.
        warnings: The codes of the rules whose warnings are not met, one for each.
        missing: How much the spec lacks, over all documents.
        remark: What else is to be said of it; empty if nothing is.
        mails: Where the draft mails lie that go with questionnaires.
        package: What was handed in last, where these files are not final.
        signed: How far the agreement is signed; empty if nothing came back.
    """

    spec: str
    folder: Path
    verdict: str
    is_draft: bool
    open_places: tuple[OpenPlace, ...]
    rules_to_settle: tuple[str, ...]
    remarks: tuple[DocumentRemark, ...]
    files: tuple[BuiltFile, ...]
    warnings: tuple[str, ...] = ()
    missing: MissingFacts | None = None
    remark: str = ""
    mails: tuple[Path, ...] = ()
    package: Path | None = None
    signed: str = ""

    @property
    def as_unchanged(self) -> "Built":
        """What the next build comes to, if nothing changes."""
        stay = (one for one in self.files if not one.is_gone)
        return replace(
            self,
            files=tuple(replace(one, is_new=False, kept=None, was_final=False) for one in stay),
        )


class StillOpenError(EscpError):
    """A final build of a spec in which something is open; nothing is written.

    `built` says what is open; it has no files.
    """

    def __init__(self, built: Built) -> None:
        super().__init__(f"{built.spec} is not final: something is open")
        self.built = built

    def __reduce__(self) -> tuple[type["StillOpenError"], tuple[Built]]:
        """Return how another process makes it again."""
        return type(self), (self.built,)


class NotBuilt(Struct, frozen=True):
    """A spec of several whose documents could not be made, and why."""

    spec: str
    error: EscpError
