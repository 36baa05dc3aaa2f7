"""Specs edited where they lie: all files of a change written, or none."""

import codecs
import stat
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from escp_docs import files
from escp_docs.comparing.claims.stale import stale_prose
from escp_docs.edit.changes import ChangedFile, Made, SpecChange
from escp_docs.edit.editing import tried
from escp_docs.errors import ArgumentError, EscpError, Fault, RefusedEditError, UnreadableError
from escp_docs.files.call_files import Calls
from escp_docs.files.opening import ReadSpec
from escp_docs.files.writing import Staging, WriteError, read_bytes
from escp_docs.finding import Remark, StaleProse
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.judging.result import Finding, Result
from escp_docs.judging.several_specs import check
from escp_docs.read import spec as reading
from escp_docs.read.source import SourceText, decode


class SpecEdit(Struct, frozen=True):
    """What was changed in a spec, and what the rules say of it before and after.

    Attributes:
        spec: Its name.
        made: The changes; none of a value that was stated already.
        files: The files that differ, with their texts before and after.
        before: What the rules said; None if the spec could not be read.
        after: What they say now.
        appear: Faults and questions that the changes brought.
        disappear: Those that they settled.
        remarks: What is read now, but perhaps not as it was meant, and was not there before.
        stale_prose: What texts still say that the changes made otherwise.
    """

    spec: str
    made: tuple[Made, ...]
    files: tuple[ChangedFile, ...]
    before: Result | None
    after: Result
    appear: tuple[Finding, ...]
    disappear: tuple[Finding, ...]
    remarks: tuple[Remark, ...]
    stale_prose: tuple[StaleProse, ...] = ()


class ChangedMeanwhileError(EscpError):
    """A file of a spec is not as it was when it was read; nothing is written."""

    def __init__(self, file: str) -> None:
        super().__init__(
            f"{file} was changed by someone else since it was read; nothing is written\n"
            "  fix: look at the file, and do it again"
        )
        self.file = file

    def __reduce__(self) -> tuple[type["ChangedMeanwhileError"], tuple[str]]:
        """Return how another process makes it again."""
        return type(self), (self.file,)


def edit(
    spec: str,
    changes: Sequence[SpecChange],
    calls: Calls,
    *,
    writes: bool = True,
    faults: tuple[Fault, ...] = (),
) -> SpecEdit:
    """Make changes to a spec and return what came of them.

    Args:
        spec: A file or a folder.
        changes: What to change.
        calls: The calls that ship with the program.
        writes: Whether the files are written.
        faults: What is wrong with changes that could not be read; then none is made.

    Raises:
        RefusedEditError: a change cannot be made; beside it stands what the reader says of others.
        UnreadableError: the spec cannot be read, as it is or as it would be.
        ArgumentError: it is standard input.
        ChangedMeanwhileError: a file was changed since it was read.
        WriteError: a file cannot be written.
    """
    if spec == files.STDIN:
        raise ArgumentError("standard input cannot be edited; name a file or a folder")
    sources = files.spec_sources(spec)
    known = calls.beside(spec)
    try:
        done, refused = tried(sources, changes)
        faults = (*faults, *refused)
        second = OpenSpec(spec, reading.spec(done.after, known), known)
    except UnreadableError as error:
        if faults:
            raise RefusedEditError((*faults, *error.faults)) from error
        raise
    if faults:
        raise RefusedEditError(faults)
    try:
        first = OpenSpec(spec, reading.spec(sources, known), known)
    except UnreadableError:
        first = None
    before = _judged(first) if first else None
    after = _judged(second)
    if writes:
        put_in_place(done.files)
    return SpecEdit(
        spec,
        done.made,
        done.files,
        before,
        after,
        tuple(_others(after, before)),
        tuple(_others(before, after)),
        tuple(_new_remarks(after.remarks, before.remarks if before else ())),
        stale_prose(first.reading, second.reading) if first else (),
    )


def _judged(spec: OpenSpec) -> Result:
    (found,) = check((ReadSpec(spec),), None, None, ())
    return found


def _others(these: Result | None, those: Result | None) -> Iterable[Finding]:
    """Yield the faults and questions of one result that another has not."""
    known = {one.identity for one in those.findings} if those else set()
    for one in these.findings if these else ():
        if (one.is_fault or one.is_question) and one.identity not in known:
            yield one


def _new_remarks(found: Iterable[Remark], known: Iterable[Remark]) -> Iterable[Remark]:
    told = {one.message for one in known}
    return (one for one in found if one.message not in told)


def put_in_place(changed: Sequence[ChangedFile]) -> None:
    """Write the texts of files whole, all or none; a file without a text after is taken away.

    Encoding, byte order mark and permissions stay as they are.

    Raises:
        ChangedMeanwhileError: a file is not as it was before; nothing is written.
        WriteError: a file cannot be written; those that were are as they were before.
    """
    if not changed:
        return
    stood = {one.file: _bytes(one) for one in changed}
    with Staging(Path(changed[0].file).parent) as staging:
        for one in changed:
            path, data = Path(one.file), stood[one.file]
            mode = stat.S_IMODE(path.stat().st_mode) if data is not None else None
            staging.put(path, encoded(one.after, data), mode)
        for one in changed:
            if read_bytes(Path(one.file)) != stood[one.file]:
                raise ChangedMeanwhileError(one.file)
        try:
            staging.commit()
        except WriteError:
            _restore(stood)
            raise


def text_of(file: str) -> str | None:
    """Return the text of a file of a spec; None if it is not there or has none."""
    data = read_bytes(Path(file))
    found = None if data is None else decode(file, data)
    return found.text if isinstance(found, SourceText) else None


def _bytes(one: ChangedFile) -> bytes | None:
    """Return the bytes of a file that is to be changed; None if it is to be made.

    Raises:
        ChangedMeanwhileError: it does not hold the text that was read, or is there already.
        WriteError: it is a link, or may not be written.
    """
    path = Path(one.file)
    if path.is_symlink():
        raise WriteError(path, OSError(0, "it is a link"), "edit the file that it leads to")
    data = read_bytes(path)
    if data is None or one.before is None:
        if data is None and one.before is None:
            return None
        raise ChangedMeanwhileError(one.file)
    found = decode(one.file, data)
    if not isinstance(found, SourceText) or found.text != one.before:
        raise ChangedMeanwhileError(one.file)
    if not path.stat().st_mode & 0o222:
        raise WriteError(path, OSError(0, "it is read-only"), "let it be written, and try again")
    return data


def encoded(text: str, like: bytes | None) -> bytes:
    """Return the bytes of a text in the encoding, and with the byte order mark, of others."""
    start = like[:3] if like else b""
    if start == codecs.BOM_UTF8:
        return text.encode("utf-8-sig")
    if start[:2] == codecs.BOM_UTF16_LE:
        return codecs.BOM_UTF16_LE + text.encode("utf-16-le")
    if start[:2] == codecs.BOM_UTF16_BE:
        return codecs.BOM_UTF16_BE + text.encode("utf-16-be")
    return text.encode()


def _restore(stood: dict[str, bytes | None]) -> None:
    for file, data in stood.items():
        with suppress(WriteError, OSError):
            if data is None:
                files.remove(Path(file))
            elif read_bytes(Path(file)) != data:
                files.write(Path(file), data)


def undo(done: SpecEdit) -> None:
    """Give the files of a spec the bytes that they had before changes were made.

    Raises:
        ChangedMeanwhileError: a file was changed again since; nothing is written.
        WriteError: a file cannot be written.
    """
    made = [one for one in done.files if one.before is None]
    for one in made:
        if read_bytes(Path(one.file)) != encoded(one.after, None):
            raise ChangedMeanwhileError(one.file)
    put_in_place(
        [
            ChangedFile(one.file, one.after, one.before)
            for one in done.files
            if one.before is not None
        ]
    )
    for one in made:
        files.remove(Path(one.file))
