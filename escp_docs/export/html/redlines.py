"""What stands in a redline on screen and in print besides its words: bars, numbers, remarks."""

from typing import Final

from msgspec.structs import replace

from escp_docs.document import Deleted, Heading, Inline, Inserted, spread
from escp_docs.export.change import ChangeMark
from escp_docs.export.html.inlines import Surface, escaped, marked
from escp_docs.pattern import pattern

_START: Final = pattern(r"<(p|h\d|td|th|li|figcaption|caption)\b[^>]*>")


def wholly(change: ChangeMark, children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return the words of a block that came or went as a whole."""
    if not children:
        return ()
    return (Inserted(children),) if change is ChangeMark.CAME else (Deleted(children),)


def with_newer_words(heading: Heading) -> Heading:
    """Return a heading with the words of the newer version of a redline alone."""
    children = tuple(one for one in heading.children if not isinstance(one, Deleted))
    return replace(heading, children=children)


def changed(children: tuple[Inline, ...], number: str, surface: Surface) -> str:
    """Return the class of a line with a bar in its margin, after a space; empty for all others."""
    if not surface.is_redline:
        return ""
    is_changed = surface.change or "<ins" in number
    tracked = any(isinstance(one, Inserted | Deleted) for one in spread(children))
    return " changed" if is_changed or tracked else ""


def named(name: str, surface: Surface) -> str:
    """Return the id of a block as an attribute; what went has an id of its own."""
    if not name:
        return ""
    return f' id="{escaped(f"was:{name}" if surface.change is ChangeMark.WENT else name)}"'


def label_of(number: str, before: str | None, surface: Surface) -> str:
    """Return the number before a heading or clause, with the one that it had."""
    return _number(f"{number} " if number else "", f"{before} " if before else before, surface)


def caption_number(label: str, number: int, before: int | None, surface: Surface) -> str:
    """Return the number before a caption, with the one that it had."""
    told = None if before is None else f"{label} {before}. "
    return _number(f"{label} {number}. ", told, surface)


def _number(number: str, before: str | None, surface: Surface) -> str:
    words = escaped(number)
    if surface.change and number:
        words = marked(words, surface.change, surface)
    elif before is not None and before != number:
        went = marked(escaped(before), ChangeMark.WENT, surface) if before else ""
        words = went + (marked(words, ChangeMark.CAME, surface) if number else "")
    return f'<span class="number">{words}</span>' if words else ""


def with_remark(html: str, words: str) -> str:
    """Return a block with a remark in the margin of its first line."""
    remark = f'<span class="remark">{escaped(words)} </span>'
    found = _START.search(html)
    return f"{html[: found.end()]}{remark}{html[found.end() :]}" if found else html
