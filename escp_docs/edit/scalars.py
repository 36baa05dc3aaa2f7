"""How a single value is written: in the style that it has, or in the plainest that reads as it."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from escp_docs.model.schema import Scalar

_INDICATORS: Final = "-?:,[]{}#&*!|>'\"%@`"
_PARTING: Final = re.compile(r"[\[\]{},]")
_OTHERS_READ: Final = re.compile(
    r"~|null|true|false|[-+]?(?:0[xo])?[0-9._]*[0-9][0-9._]*(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:inf|nan)|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*|[0-9]+(?::[0-9]+)+|=|<<",
    re.IGNORECASE,
)
"""What YAML takes for something else than words; our reader does so for a null alone."""

_WORDS: Final = ("text", "prose", "id")
_WIDEST: Final = 100  # columns of a folded line
_SEEN_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


_UNSAFE: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)


def can_stand(text: str) -> bool:
    """Whether a text may stand on one line as it is, without escapes."""
    return not _UNSAFE.search(text)


def is_plain(text: str, shape: object, *, flow: bool) -> bool:
    """Whether a text needs no quotes where a value of a form stands, in brackets or not."""
    if not text or text != text.strip() or not can_stand(text) or text[0] in _INDICATORS:
        return False
    if ": " in text or " #" in text or text.endswith((":", ",")):
        return False
    if flow and (_PARTING.search(text) or ":" in text):
        return False
    is_words = not isinstance(shape, Scalar) or (shape.kind in _WORDS and not shape.options)
    return not (_OTHERS_READ.fullmatch(text) and (is_words or text in ("~", "null")))


def on_one_line(text: str, shape: object, *, flow: bool) -> str:
    """Return a text as it is written anew on a line of its own, or between brackets."""
    return next(_ways(text, shape, "", flow=flow))


def ways(text: str, shape: object, style: str, *, flow: bool) -> Iterator[str]:
    """Yield the ways to write a text on one line, that of `style` first; some may not read so."""
    yield from dict.fromkeys(_ways(text, shape, style, flow=flow))


def _ways(text: str, shape: object, style: str, *, flow: bool) -> Iterator[str]:
    single = text.replace("'", "''")
    is_line = "\n" not in text
    if style == "'" and is_line:
        yield f"'{single}'"
    if style == '"':
        yield _escaped(text)
    if is_plain(text, shape, flow=flow):
        yield text
    if is_line and can_stand(text) and ('"' in text or "\\" in text):
        yield f"'{single}'"
    yield _escaped(text)
    if is_line:
        yield f'"{text}"' if '"' not in text and "\\" not in text else f"'{single}'"
        yield f"'{single}'"


def _escaped(text: str) -> str:
    return '"' + "".join(_SEEN_ESCAPES.get(one) or _escape(one) for one in text) + '"'


def _escape(character: str) -> str:
    if can_stand(character):
        return character
    number = ord(character)
    if number > 0xFFFF:  # noqa: PLR2004  # what four digits can say
        return f"\\U{number:08x}"
    return f"\\u{number:04x}" if number > 0xFF else f"\\x{number:02x}"  # noqa: PLR2004  # two


# --- texts below | and > ---------------------------------------------------------------------


def block(text: str, indent: int, head: str = "|", old: list[str] | None = None) -> str:
    """Return a text below its head, without a line end behind its last line.

    Args:
        text: Lines parted by line feeds.
        indent: How many blanks stand before each.
        head: `|` or `>` with its indicators.
        old: The lines that stand there, whole; those that say the same are kept as they are.
    """
    lines = text.split("\n")
    if head[:1] == ">":
        return "\n".join([head, *_folded(lines, indent, old or [])])
    wanted = [" " * indent + line if line else "" for line in lines]
    return "\n".join([head, *_kept(wanted, old or [], indent)])


def head_of(text: str, indent: int, around: int) -> str:
    """Return `|`, with the indentation if the text begins with a blank."""
    return f"|{indent - around}" if text[:1] in (" ", "\t") else "|"


def _kept(wanted: list[str], old: list[str], indent: int) -> list[str]:
    """Return lines, empty ones with the blanks that they have in `old`."""
    if not old:
        return wanted
    matcher = SequenceMatcher(
        None,
        [line.strip(" ") for line in old],
        [line.strip(" ") for line in wanted],
        autojunk=False,
    )
    found = list(wanted)
    for before, after, length in matcher.get_matching_blocks():
        for step in range(length):
            stood = old[before + step]
            if not stood.strip() and len(stood) <= indent and not wanted[after + step]:
                found[after + step] = stood
    return found


def _folded(lines: list[str], indent: int, old: list[str]) -> list[str]:
    """Return lines folded: a line end is a blank, an empty line a line end; old folds are kept."""
    before = " " * indent
    stretches = _stretches(old)
    known = {" ".join(line.strip() for line in one): one for one in stretches}
    found: list[str] = []
    for number, line in enumerate(lines):
        if not line.strip():
            found.append("")
            continue
        if number and lines[number - 1].strip():
            found.append("")
        found.extend(known.get(line) or _refolded(line, stretches, before))
    return found


def _stretches(old: list[str]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for line in old:
        if line.strip():
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [one for one in found if one]


def _refolded(line: str, stretches: list[list[str]], before: str) -> list[str]:
    """Return a line folded as the stretch that it is likest to, as far as both agree."""
    best = max(stretches, key=lambda one: _common(line, one), default=[])
    head: list[str] = []
    rest = line
    for one in best:
        words = one.strip()
        if not rest.startswith(words + " "):
            break
        head.append(one)
        rest = rest[len(words) + 1 :]
    tail: list[str] = []
    for one in reversed(best[len(head) :]):
        words = one.strip()
        if not rest.endswith(" " + words):
            break
        tail.insert(0, one)
        rest = rest[: -len(words) - 1]
    return [*head, *(before + part for part in _wrapped(rest, _WIDEST - len(before))), *tail]


def _common(line: str, stretch: list[str]) -> float:
    return SequenceMatcher(None, line, " ".join(one.strip() for one in stretch)).quick_ratio()


def _wrapped(line: str, width: int) -> list[str]:
    found = []
    while len(line) > width:
        at = line.rfind(" ", 1, width)
        if at <= 0 or line[at - 1] == " " or line[at + 1 : at + 2] in (" ", ""):
            break
        found.append(line[:at])
        line = line[at + 1 :]
    return [*found, line]
