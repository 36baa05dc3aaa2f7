"""The marks within a line: Markdown's own parser with rules that lose nothing.

Stars mark as in CommonMark, but not within words and sums; underscores never do. What is no mark
of ours is a sign as typed: HTML, code, pictures, links that lead nowhere, references.
"""

from functools import cache
from typing import TYPE_CHECKING, Final
from unicodedata import category

from escp_docs.pattern import pattern
from escp_docs.prose.links import address_in, autolink, link, picture, typed

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_NESTING: Final = 100  # of the parser; what is deeper is printed as typed
_REFERENCE: Final = pattern(
    r"&(?:#(?P<number>[0-9]{1,7}|[xX][0-9A-Fa-f]{1,6})|(?P<name>[A-Za-z0-9]{2,31}));"
)
_REPLACED: Final = "\ufffd"  # what stands for a character that is none


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415  # short texts are judged without it

    # HTML is read to be printed as typed: stars in a tag mark nothing.
    parser = MarkdownIt("zero", {"maxNesting": _NESTING, "html": True})
    rules = {
        "escape": _escape,
        "backticks": _code,
        "emphasis": _star,
        "link": link,
        "image": picture,
        "autolink": autolink,
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
        return typed(state, end, silent=silent)
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
            return bool(address_in(src, pos))
        case "&":
            return bool(reference_at(src, pos))
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
        return typed(state, pos + found.length, silent=silent)
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


def _reference(state: "StateInline", silent: bool) -> bool:  # noqa: FBT001
    decoded = reference_at(state.src, state.pos)
    if not decoded:
        return False
    character, end = decoded
    if not silent:
        token = state.push("text", "", 0)
        token.content = character.replace("\n", " ")
    state.pos = end
    return True


def reference_at(src: str, pos: int) -> tuple[str, int] | None:
    """Return the character that a reference such as `&eacute;` stands for, and its end."""
    found = _REFERENCE.match(src, pos)
    if not found:
        return None
    if found["name"]:
        from html.entities import html5  # noqa: PLC0415  # two thousand names, rarely asked for

        character = html5.get(f"{found['name']};")
    else:
        from markdown_it.common.utils import isValidEntityCode  # noqa: PLC0415

        digits = found["number"]
        code = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
        character = chr(code) if isValidEntityCode(code) else None
    if character is None or character == _REPLACED:
        return None  # as typed: there is no such character
    return character, found.end()
