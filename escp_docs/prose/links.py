"""Links, pictures and marks of footnotes within a line, as rules for Markdown's own parser.

What leads nowhere is printed as typed; an address is kept to the letter.
"""

from typing import TYPE_CHECKING, Final

from escp_docs.pattern import pattern
from escp_docs.prose import notes
from escp_docs.prose.addresses import address_of, leads_to_the_web

if TYPE_CHECKING:
    import re

    from markdown_it.rules_inline import StateInline

_BLANKS: Final = " \t\n"
_AUTOLINK: Final = pattern(r"<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^<>\x00-\x20]*)>")
_MAIL: Final = pattern(
    r"<([a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?"
    r"(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*)>"
)


def typed(state: "StateInline", end: int, *, silent: bool) -> bool:
    """Take what stands up to `end` as it was typed."""
    if not silent:
        token = state.push("text", "", 0)
        token.content = state.src[state.pos : end]
    state.pos = end
    return True


def link(state: "StateInline", silent: bool) -> bool:  # noqa: FBT001  # the parser's own way
    """Read `[words](address)`, or the mark of a footnote."""
    src, pos = state.src, state.pos
    if src[pos] != "[":
        return False
    note = notes.MARK.match(src, pos, state.posMax)
    if note:
        return not silent and _note(state, note)
    if pos > state.env["last"]:
        return False  # no address follows, so nobody looks for the end of the words
    end = state.md.helpers.parseLinkLabel(state, pos, True)  # noqa: FBT003
    target = _target(state, end + 1) if end > 0 else None
    if target is None:
        return False
    written, title, after = target
    url = address_of(written)
    if not src[pos + 1 : end].strip() or not leads_to_the_web(url):
        return _open_typed(state, pos, end, after, silent=silent)
    if not silent:
        maximum, state.posMax = state.posMax, end
        state.pos = pos + 1
        token = state.push("link_open", "a", 1)
        token.attrs = {"href": url}
        state.md.inline.tokenize(state)
        token = state.push("link_close", "a", -1)
        token.content = title
        token.markup = src[end:after]
        state.posMax = maximum
    state.pos = after
    return True


def _open_typed(state: "StateInline", pos: int, end: int, after: int, *, silent: bool) -> bool:
    """Take a link that leads nowhere as typed, but for the marks in its words."""
    if not silent:
        maximum, state.posMax = state.posMax, end
        state.pending += "["
        state.pos = pos + 1
        state.md.inline.tokenize(state)
        state.posMax, state.pos = maximum, end
        return typed(state, after, silent=False)
    state.pos = after
    return True


def _target(state: "StateInline", pos: int) -> tuple[str, str, int] | None:
    """Return the address and title in the brackets at `pos`, as written, and where they end."""
    src, maximum, helpers = state.src, state.posMax, state.md.helpers
    if pos >= maximum or src[pos] != "(":
        return None
    pos = _past_blanks(src, pos + 1, maximum)
    if pos >= maximum:
        return None
    found = helpers.parseLinkDestination(src, pos, maximum)
    if not found.ok:
        return None
    written = src[pos : found.pos]
    if written.startswith("<"):
        written = written[1:-1]
    start = pos = found.pos
    pos = _past_blanks(src, pos, maximum)
    title = ""
    if pos > start and pos < maximum and src[pos] != ")":
        end = helpers.parseLinkTitle(src, pos, maximum)
        if not end.ok:
            return None
        title, pos = src[pos : end.pos], _past_blanks(src, end.pos, maximum)
    if pos >= maximum or src[pos] != ")":
        return None
    return written, title, pos + 1


def _past_blanks(src: str, pos: int, maximum: int) -> int:
    while pos < maximum and src[pos] in _BLANKS:
        pos += 1
    return pos


def _note(state: "StateInline", note: "re.Match[str]") -> bool:
    if notes.is_text(state.src, note) or note[1] not in state.env["notes"]:
        return typed(state, note.end(), silent=False)
    state.push("note", "", 0).content = note[1]
    state.pos = note.end()
    return True


def picture(state: "StateInline", silent: bool) -> bool:  # noqa: FBT001
    """Take a picture as typed, `![the plan](files/plan.png)`: none is read yet."""
    if not state.src.startswith("![", state.pos) or state.pos > state.env["last"]:
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos + 1, False)  # noqa: FBT003
    target = _target(state, end + 1) if end > 0 else None
    return target is not None and typed(state, target[2], silent=silent)


def autolink(state: "StateInline", silent: bool) -> bool:  # noqa: FBT001
    """Read an address in angle brackets: its words are the address."""
    found = address_in(state.src, state.pos)
    if not found:
        return False
    words, url = found
    if not leads_to_the_web(url):
        return typed(state, state.pos + len(words) + 2, silent=silent)
    if not silent:
        state.push("link_open", "a", 1).attrs = {"href": url}
        state.push("text", "", 0).content = words
        state.push("link_close", "a", -1)
    state.pos += len(words) + 2
    return True


def address_in(src: str, pos: int) -> tuple[str, str] | None:
    """Return the words and the address of a link in angle brackets."""
    if found := _AUTOLINK.match(src, pos):
        return found[1], address_of(found[1])
    if found := _MAIL.match(src, pos):
        return found[1], f"mailto:{found[1]}"
    return None
