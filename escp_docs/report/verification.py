"""What `verify` says, as text: file, place, what stands there and what should."""

from collections.abc import Iterator, Mapping

from escp_docs.finding import Place
from escp_docs.produced.difference import Difference
from escp_docs.produced.shape.foreign import ForeignContent, ForeignKind
from escp_docs.report.terminal_text import Paint, plain, visible
from escp_docs.verify.file import MOST, Verified
from escp_docs.verify.folder import Verification

_PATHS = 3


def text(found: Verification, paint: Paint = plain) -> str:
    """Return what is to be said of the files of a folder."""
    folder, files = found.folder, found.files
    others = [one for one in files if one.others]
    told = [one for one in files if not one.others] + others[:MOST]
    lines = [line for one in told for line in _of_file(folder, one, found.places, paint)]
    if unsaid := sum(one.others for one in others[MOST:]):
        lines.append(f"{visible(folder)}: note: and {unsaid:,} more; the first {MOST} are shown")
    wrong = sum(not one.agrees for one in files)
    if wrong:
        whole = f"{found.compared} {'file' if found.compared == 1 else 'files'}"
        end = f"{wrong} of {whole} {'does' if wrong == 1 else 'do'} not agree"
    elif found.compared == 1:
        end = "1 file, and every word of it agrees"
    else:
        end = f"{found.compared} files, and every word of them agrees"
    if found.others:
        were = "other was" if found.others == 1 else "others were"
        end += f"; {found.others:,} {were} compared with nothing"
    return "\n".join((*lines, f"{visible(folder)}: {end}", ""))


def _of_file(
    folder: str, one: Verified, places: Mapping[str, Place], paint: Paint
) -> Iterator[str]:
    name = visible(f"{folder}/{one.file}")
    for fault in one.faults:
        yield f"{name}: {paint('error', 'red')} {visible(fault)}"
    for foreign in sorted(one.foreign, key=_gravest_first)[:MOST]:
        yield f"{name}: {paint('error', 'red')} {visible(str(foreign))}"
    if any(foreign.is_editing for foreign in one.foreign):
        yield f"{name}: fix: somebody wrote in it; take it in with `escp-docs pull SPEC FILE`"
    for difference in one.differences[:MOST]:
        yield f"{name}: {paint('error', 'red')} {visible(difference.place)}: {_said(difference)}"
        for path in difference.paths[:_PATHS]:
            yield f"  {visible(path)}{f', {places[path]}' if path in places else ''}"
    if len(one.differences) > MOST:
        yield f"{name}: and more; the first {MOST} are shown"
    for remark in one.remarks:
        yield f"{name}: note: {visible(remark)}"


def _gravest_first(foreign: ForeignContent) -> int:
    return (ForeignKind.ACTIVE, ForeignKind.HIDDEN, ForeignKind.FOREIGN).index(foreign.kind)


def _said(difference: Difference) -> str:
    found, expected = _quoted(difference.found), _quoted(difference.expected)
    if not difference.expected:
        return f"says {found}, where nothing should stand"
    if not difference.found:
        return f"lacks {expected}"
    return f"says {found}, not {expected}"


def _quoted(text: str) -> str:
    return f'"{visible(text)}"'
