"""Signs within a line that other programs read as marks, and that are printed as typed here."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from escp_docs.pattern import pattern
from escp_docs.prose.addresses import address_of, leads_to_the_web
from escp_docs.prose.lines import Line
from escp_docs.prose.marks import unescaped
from escp_docs.prose.pictures import is_file
from escp_docs.prose.structure import Doubt

_Found = re.Match[str]
_Said = tuple[str, str] | None
_ANY: Final = pattern(r"[_~`<\\&\[]|^o ")
_LINK: Final = pattern(r"(!?)\[([^\[\]]+)\]\(\s*<?([^()<>\s]*)>?[^()]*\)")
_TAG: Final = pattern(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--")


def doubts_in(line: Line) -> Iterator[Doubt]:
    """Yield the doubts about the signs of a line."""
    if not _ANY.search(line.text):
        return
    dropped = line.text.find("\\") if unescaped(line.text) != line.text else -1
    for sign, tell in _SIGNS:
        for found in sign.finditer(line.text):
            said = tell(found)
            if said and found.start() != dropped:
                yield Doubt(line.number, line.column + found.start(), *said)


def _shown(found: _Found) -> str:
    return found[0] if len(found[0]) <= 40 else f"{found[0][:39]}…"  # noqa: PLR2004


def _link(found: _Found) -> _Said:
    if found[1] and is_file(found[3]) and found.string.strip() == found[0]:
        return None
    if found[1]:
        cure = (
            "give it a line of its own"
            if is_file(found[3])
            else "put a PNG, JPEG or SVG into the folder of the spec and name it by its path there"
        )
        return f"the picture '{_shown(found)}' is printed as typed", cure
    url = address_of(found[3])
    if leads_to_the_web(url):
        return None
    fix = f"write https://{found[3]}" if url.startswith("www.") else "write a whole address"
    return f"'{found[3]}' is no address of the web, so the link is printed as typed", fix


def _underscored(found: _Found) -> _Said:
    return (
        f"'{_shown(found)}' is printed with its underscores",
        "write stars around words to set them in italics or bold",
    )


def _struck(found: _Found) -> _Said:
    return f"'{_shown(found)}' is printed as typed", "take struck words out"


def _code(found: _Found) -> _Said:
    return f"'{_shown(found)}' is printed with its backticks", "take them away"


def _tag(found: _Found) -> _Said:
    return f"'{_shown(found)}' is printed as typed: HTML is not read", "take the tag away"


def _kept_backslash(found: _Found) -> _Said:
    return (
        f"the backslash of '{found[0]}' is printed: '{found[1]}' is no mark here",
        f"write {found[1]} alone",
    )


def _reference(found: _Found) -> _Said:
    return (
        f"'[{found[2]}]' and its line are printed as typed",
        "write the address behind the words: [words](https://...)",
    )


def _character(found: _Found) -> _Said:
    from html import unescape  # noqa: PLC0415  # two thousand names, hardly ever asked for

    if unescape(found[0]) in (found[0], "\ufffd"):
        return None  # no such character: it is printed as typed
    return f"'{found[0]}' is read as the character that it names", "write the character itself"


def _list_letter(found: _Found) -> _Said:
    return (
        f"'{found[0].strip()}' at the start of the line is printed as a letter",
        "write '- ' for an item of a list",
    )


_SIGNS: Final[tuple[tuple[re.Pattern[str], Callable[[_Found], _Said]], ...]] = (
    (_LINK, _link),
    (re.compile(r"(?<![\w\\])(_{1,2})(?=[^\s_])[^_\n]*[^\s_]\1(?!\w)"), _underscored),
    (re.compile(r"~~(?=\S)[^~\n]+~~"), _struck),
    (re.compile(r"(?<![`\\])(`{1,2})(?=\S)[^`\n]+\1(?!`)"), _code),
    (_TAG, _tag),
    (re.compile(r"\\([\"#$%'+,\-./:;=>?@^_`{}~])"), _kept_backslash),
    (re.compile(r"^(\[([^\]^][^\]]*)\]:)[ \t]+\S*"), _reference),
    (
        re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|(?!amp;)[A-Za-z][A-Za-z0-9]{1,30});"),
        _character,
    ),
    (re.compile(r"^o {1,2}(?=[A-Z])"), _list_letter),
)
