"""What a file that came back was when it was sent: as it was kept, or as it is made again."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.build.planning import sent_again
from escp_docs.build.spec_inputs import SpecInputs, read
from escp_docs.compose import document_types
from escp_docs.compose.document_types import DocumentRequest
from escp_docs.errors import EscpError
from escp_docs.files import git_history
from escp_docs.files.call_files import Calls
from escp_docs.files.record import Record
from escp_docs.model.anchors import Anchors
from escp_docs.model.spec import Spec
from escp_docs.produced.sent import Sent, SentLine
from escp_docs.prose.leaves import leaves
from escp_docs.prose.words import same_words
from escp_docs.pull.returned import Returned

_ACRONYM: Final = "project.acronym"
_ALIKE = 0.5  # of the lines of a document, for a file that names none


class Origin(Struct, frozen=True):
    """What a file is compared with.

    Args:
        sent: What it said when it was sent.
        how: Where that is known from, for people.
        is_sure: Whether it is known; else a difference may be one of the spec as well.
    """

    sent: Sent
    how: str
    is_sure: bool = True


def origin(returned: Returned, record: Record, spec: SpecInputs, printed: date) -> Origin | None:
    """Return what a file is compared with; None if it is no document of this spec.

    What was kept when it was sent comes first; then the same document made again, if it says the
    same, from the spec as it is or as git has it; then the values that the file carries along.
    """
    kept = [one for name in returned.sendings for one in record.sent(name)]
    if kept:
        best = max(kept, key=lambda one: _alike(one.lines, returned))
        return Origin(best, f"what was sent as {best.id}")
    found: list[Sent] = []
    for one in _made_again(returned, spec, returned.printed or printed):
        found.append(one)
        if one.id in returned.sendings:
            return Origin(one, "the spec, which still says what was sent")
    if not found:
        return None
    best = max(found, key=lambda one: _alike(one.lines, returned))
    if _alike(best.lines, returned) < _ALIKE:
        return None
    if earlier := _of_history(returned, spec, best.document, returned.printed or printed):
        return earlier
    if returned.values:
        carried = _with_values(best, _anchored(returned.values, spec.reading.spec))
        return Origin(carried, f"the values that the file carries along; {_why(returned, spec)}")
    how = "the spec as it is now; what was sent is not kept, so nobody knows who changed what"
    return Origin(replace(best, head=()), how, is_sure=False)


def _why(returned: Returned, spec: SpecInputs) -> str:
    """Return why a file is not compared with the spec."""
    ours, theirs = spec.reading.spec.project.acronym, dict(returned.values).get(_ACRONYM, "")
    if theirs and theirs != ours:
        return f"it was made for another partnership, {theirs}, and this is {ours}"
    return "the spec has changed since"


def _of_history(
    returned: Returned, spec: SpecInputs, document: str, printed: date
) -> Origin | None:
    """Return what a document said in the version of the spec by which it was sent; None if none."""
    for revision in git_history.revisions(spec.name) if returned.sendings else ():
        with git_history.version(spec.name, revision) as name:
            try:
                then = None if name is None else read(name, Calls(), None)
            except EscpError:
                continue  # it could not be read then
            paper = document_types.requests(then.reading.spec).get(document) if then else None
            if then is None or paper is None:
                continue
            for one in sent_again(then.reading, paper, then.templates, printed):
                if one.id in returned.sendings:
                    return Origin(one, f"the spec as git has it, {revision[:7]}")
    return None


def _made_again(returned: Returned, spec: SpecInputs, printed: date) -> Iterator[Sent]:
    """Yield what the documents say now that a file may be."""
    every = document_types.requests(spec.reading.spec)
    named = every.get(returned.document)
    for one in [named] if named else _likely(returned, every):
        yield from sent_again(spec.reading, one, spec.templates, printed)


def _likely(returned: Returned, every: Mapping[str, DocumentRequest]) -> list[DocumentRequest]:
    """Return the documents of the same format, those first that the file is named like."""
    stem = returned.name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0].casefold()
    format_ = "xlsx" if returned.sheets else "docx"
    found = [one for one in every.values() if format_ in one.kind.formats and not one.kind.reads]
    return sorted(found, key=lambda one: one.name.rpartition("/")[2].casefold() not in stem)


def _alike(lines: Sequence[SentLine], returned: Returned) -> float:
    """Return the share of the lines of a document that stand in a file."""
    there = {same_words(line.text) for line in returned.lines}
    cells = [text for line in lines for text in line.text.split("\t") if text.strip()]
    wanted = [same_words(text) for text in cells]
    return sum(one in there for one in wanted) / max(1, len(wanted))


def _anchored(values: Sequence[tuple[str, str]], spec: Spec) -> dict[str, str]:
    """Return values by their anchors; files of the first edition name entries by position."""
    anchors = Anchors(spec)
    found: dict[str, str] = {}
    for key, text in values:  # a long value goes on in the next
        path = anchors.path(key)
        name = key if path is None or "#" in key else anchors.anchor(path)
        found[name] = found.get(name, "") + text
    return found


def _with_values(sent: Sent, values: Mapping[str, str]) -> Sent:
    """Return a document with the values that a file carries along as those that were sent."""
    lines: list[SentLine] = []
    done: set[str] = set()
    for line in sent.lines:
        base = values.get(line.prose) if line.prose else None
        if base is None or base == sent.proses.get(line.prose):
            spans = tuple(
                replace(span, value=values.get(span.key, span.value)) for span in line.spans
            )
            lines.append(replace(line, spans=spans))
        elif line.prose not in done:
            done.add(line.prose)
            lines += [replace(line, text=leaf.text, spans=()) for leaf in leaves(base)]
    proses = {key: values.get(key, text) for key, text in sent.proses.items()}
    # The values may be those of another partnership, whose name stands at the head of the pages.
    return replace(sent, lines=tuple(lines), proses=proses, head=())
