"""The marks within a line: Markdown's own parser with rules that lose nothing.

Stars mark as in CommonMark, but not within words and sums; underscores never do. What is no mark
of ours is a sign as typed: HTML, code, pictures, links that lead nowhere, references.
"""

import re
from functools import cache
from html.entities import html5
from typing import TYPE_CHECKING, Final
from unicodedata import category

from escp_docs.prose.addresses import address_of, leads_to_the_web

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_NESTING: Final = 100  # of the parser; what is deeper is printed as typed
_NOTE: Final = re.compile(r"\[\^([^\s\[\]]{1,100})\]")
_REFERENCE: Final = re.compile(
    r"&(?:#(?P<number>[0-9]{1,7}|[xX][0-9A-Fa-f]{1,6})|(?P<name>[A-Za-z0-9]{2,31}));"
)
_REPLACED: Final = "\ufffd"  # what stands for a character that is none
_BLANKS: Final = " \t\n"


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415  # short texts are judged without it

    # HTML is read to be printed as typed: stars in a tag mark nothing.
    parser = MarkdownIt("zero", {"maxNesting": _NESTING, "html": True})
    rules = {
        "escape": _escape,
        "backticks": _code,
        "emphasis": _star,
        "link": _link,
        "image": _picture,
        "autolink": _autolink,
        "entity": _reference,
    }
    for name, rule in rules.items():
        parser.inline.ruler.at(name, rule)
    parser.enable(["newline", "html_inline", *rules])
    return parser


def tokens_of(text: str, notes: frozenset[str]) -> "list[Token]":
    """Return the tokens of a text of one or more lines; `notes` are the labels of footnotes."""
    parser = _parser()
    state = {"notes": notes, "last": text.rfind("](")}
    return parser.inline.parse(text, parser, state, [])


def _typed(state: "StateInline", end: int, *, silent: bool) -> bool:
    """Take what stands up to `end` as it was typed."""
    if not silent:
        token = state.push("text", "", 0)
        token.content = state.src[state.pos : end]
    state.pos = end
    return True


def _escape(state: "StateInline", silent: bool) -> bool:  # noqa: FBT001  # the parser's own way
    src, pos = state.src, state.pos
    if src[pos] != "\\":
        return False
    end = pos
    while end < state.posMax and src[end] == "\\":
        end += 1
    length = end - pos
    if end < state.posMax and src[end] == "\n" and length == 1 and not _is_path(src, pos):
        if not silent:
            state.push("hardbreak", "br", 0)
        state.pos = end + 1
        return True
    if not _is_mark(state, end):
        return _typed(state, end, silent=silent)
    if not silent:
        state.pending += "\\" * (length // 2) + src[end : end + length % 2]
    state.pos = end + length % 2
    return True


def _is_path(src: str, pos: int) -> bool:
    """Whether the backslash ends a path, as of a folder of Windows."""
    word = src[:pos].rsplit(maxsplit=1)[-1:] or [""]
    return "\\" in word[0] or word[0].endswith(":")


def _is_mark(state: "StateInline", pos: int) -> bool:
    """Whether a sign would be read as a mark: only then does a backslash before it vanish."""
    if pos >= state.posMax:
        return False
    src = state.src
    match src[pos]:
        case "*" | "[" | "]":
            return True
        case "!":
            return src.startswith("![", pos)
        case "(":
            return src[pos - 2 : pos - 1] == "]"
        case "<":
            return bool(_address_in(src, pos))
        case "&":
            return bool(_decoded(src, pos))
        case _:
            return False


def _code(state: "StateInline", silent: bool) -> bool:  # noqa: FBT001
    """Take code as typed, in its backticks: marks in it mark nothing."""
    from markdown_it.rules_inline import backtick  # noqa: PLC0415

    start = state.pos
    if not backtick(state, silent):
        return False
    if not silent and state.tokens and state.tokens[-1].type == "code_inline":
        state.tokens[-1].type = "text"
        state.tokens[-1].content = state.src[start : state.pos]
    return True


def _star(state: "StateInline", silent: bool) -> bool:  # noqa: FBT001
    from markdown_it.rules_inline.state_inline import Delimiter  # noqa: PLC0415

    src, pos = state.src, state.pos
    if silent or src[pos] != "*":
        return False
    found = state.scanDelims(pos, True)  # noqa: FBT003
    before = src[pos - 1] if pos else " "
    after = src[pos + found.length] if pos + found.length < state.posMax else " "
    if _in_word(before) and _in_word(after):
        return _typed(state, pos + found.length, silent=silent)
    for _ in range(found.length):
        token = state.push("text", "", 0)
        token.content = "*"
        state.delimiters.append(
            Delimiter(
                marker=ord("*"),
                length=found.length,
                token=len(state.tokens) - 1,
                end=-1,
                open=found.can_open and not after.isspace(),
                close=found.can_close and not before.isspace(),
            )
        )
    state.pos += found.length
    return True


def _in_word(letter: str) -> bool:
    return letter.isalnum() or category(letter).startswith("M")


def _link(state: "StateInline", silent: bool) -> bool:  # noqa: FBT001
    src, pos = state.src, state.pos
    if src[pos] != "[":
        return False
    note = _NOTE.match(src, pos, state.posMax)
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
        return _typed(state, after, silent=False)
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
    src, start = state.src, note.start()
    is_text = src.startswith(":", note.end()) and (not start or src[start - 1] == "\n")
    if is_text or note[1] not in state.env["notes"]:
        return _typed(state, note.end(), silent=False)
    state.push("note", "", 0).content = note[1]
    state.pos = note.end()
    return True


def _picture(state: "StateInline", silent: bool) -> bool:  # noqa: FBT001
    # Pictures are not read yet: `![the plan](files/plan.png)` is printed as typed.
    if not state.src.startswith("![", state.pos) or state.pos > state.env["last"]:
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos + 1, False)  # noqa: FBT003
    target = _target(state, end + 1) if end > 0 else None
    return target is not None and _typed(state, target[2], silent=silent)


def _autolink(state: "StateInline", silent: bool) -> bool:  # noqa: FBT001
    found = _address_in(state.src, state.pos)
    if not found:
        return False
    words, url = found
    if not leads_to_the_web(url):
        return _typed(state, state.pos + len(words) + 2, silent=silent)
    if not silent:
        state.push("link_open", "a", 1).attrs = {"href": url}
        state.push("text", "", 0).content = words
        state.push("link_close", "a", -1)
    state.pos += len(words) + 2
    return True


_AUTOLINK: Final = re.compile(r"<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^<>\x00-\x20]*)>")
_MAIL: Final = re.compile(
    r"<([a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?"
    r"(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*)>"
)


def _address_in(src: str, pos: int) -> tuple[str, str] | None:
    """Return the words and the address of a link in angle brackets."""
    if found := _AUTOLINK.match(src, pos):
        return found[1], address_of(found[1])
    if found := _MAIL.match(src, pos):
        return found[1], f"mailto:{found[1]}"
    return None


def _reference(state: "StateInline", silent: bool) -> bool:  # noqa: FBT001
    decoded = _decoded(state.src, state.pos)
    if not decoded:
        return False
    character, end = decoded
    if not silent:
        token = state.push("text", "", 0)
        token.content = character.replace("\n", " ")
    state.pos = end
    return True


def _decoded(src: str, pos: int) -> tuple[str, int] | None:
    """Return the character that a reference such as `&eacute;` stands for, and its end."""
    found = _REFERENCE.match(src, pos)
    if not found:
        return None
    if found["name"]:
        character = html5.get(f"{found['name']};")
    else:
        from markdown_it.common.utils import isValidEntityCode  # noqa: PLC0415

        digits = found["number"]
        code = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
        character = chr(code) if isValidEntityCode(code) else None
    if character is None or character == _REPLACED:
        return None  # as typed: there is no such character
    return character, found.end()
