"""What makes a spec, a call or a template unreadable, for people: place, line with caret, cure."""

from collections.abc import Iterator
from typing import Final

from escp_docs.errors import Fault
from escp_docs.finding import Place, Remark
from escp_docs.report.terminal_text import Paint, plain, visible

_WIDEST: Final = 100  # columns of a source line that are shown
_BEHIND: Final = 20  # columns behind the beginning of a place that are shown with it, if there are


def fault_lines(fault: Fault, paint: Paint = plain) -> Iterator[str]:
    """Yield the lines that show one fault of a spec or a template."""
    where = f"{visible(_where(fault.place, fault))}: " if fault.place else ""
    yield f"{where}{paint('error', 'red')}: {visible(fault.message)}"
    if fault.place and fault.excerpt is not None and fault.before is not None:
        yield from _as_it_stands(fault.place, fault.excerpt, fault.before)
    elif fault.place and fault.excerpt:
        yield from excerpt(fault.place, fault.excerpt)
    if fault.fix:
        yield f"  fix: {visible(fault.fix)}"


def _where(place: Place, fault: Fault) -> str:
    """Return where a fault is; of a whole file or folder, of which no line is shown, its name."""
    is_whole = (place.line, place.column) == (1, 1) and not fault.excerpt
    return place.file if is_whole else str(place)


def remark_lines(remark: Remark, paint: Paint = plain) -> Iterator[str]:
    """Yield the lines that show what was read, but perhaps not as it was meant."""
    where = f"{visible(str(remark.place))}: " if remark.place else ""
    yield f"{where}{paint('remark', 'cyan')}: {visible(remark.message)}"
    if remark.fix:
        yield f"  fix: {visible(remark.fix)}"


def _as_it_stands(place: Place, line: str, before: str) -> Iterator[str]:
    """Yield a line with its indentation, and the line above it."""
    if _window(place, line)[0]:
        yield from excerpt(place, line)
        return
    if before.strip():
        yield f"{place.line - 1:>5} | {visible(_cut(before.rstrip()))}"
    shown = visible(_cut(line.rstrip()))
    caret = visible(line[: place.column - 1])
    length = max(1, min(place.length, len(shown) - len(caret)))
    yield f"{place.line:>5} | {shown}"
    yield f"{'':>5} | {' ' * len(caret)}{'^' * length}"


def excerpt(place: Place, line: str) -> Iterator[str]:
    """Yield a source line with carets under the place."""
    start, end = _window(place, line)
    window = line[start:end]
    indent = 0 if start else len(window) - len(window.lstrip())
    lead = "…" if start else ""
    shown = lead + visible(window[indent:].rstrip()) + ("…" if line[end:].strip() else "")
    before = lead + visible(window[indent : max(indent, place.column - 1 - start)])
    length = max(1, min(place.length, len(shown) - len(before)))
    gutter = f"{place.line:>5}"
    yield f"{gutter} | {shown}"
    yield f"{' ' * len(gutter)} | {' ' * len(before)}{'^' * length}"


def _window(place: Place, line: str) -> tuple[int, int]:
    """Return from where to where a line is shown: its beginning, or what is around a place."""
    length = len(line.rstrip())
    if length <= _WIDEST or place.column + _BEHIND <= _WIDEST:
        return 0, _WIDEST
    start = max(0, min(place.column - 1 - _WIDEST // 2, length - _WIDEST))
    return start, start + _WIDEST


def _cut(line: str) -> str:
    return line if len(line) <= _WIDEST else f"{line[:_WIDEST]}…"
