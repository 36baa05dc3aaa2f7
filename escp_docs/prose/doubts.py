"""Where a prose can be read in two ways: each place with what is printed, and the cure.

What is sure is not named here. Nothing is read from a file, and no parser of Markdown is loaded.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from escp_docs.prose.addresses import address_of, leads_to_the_web
from escp_docs.prose.lines import Line, lines_of
from escp_docs.prose.reader import read
from escp_docs.prose.structure import Doubt, Grid, Items, Node, Words

_SHORT: Final = 45  # letters of a line that was not wrapped
_FEW: Final = 3  # lines that are short one after the other

_Found = re.Match[str]
_LINK: Final = re.compile(r"(!?)\[([^\[\]]+)\]\(\s*<?([^()<>\s]*)>?[^()]*\)")
_TAG: Final = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--")


def doubts(text: str) -> tuple[Doubt, ...]:
    """Return the places of a prose whose reading can be doubted, in order.

    Lines and columns count from 1, in the prose itself.
    """
    reading = read(text)
    nodes = [*reading.nodes, *(node for note in reading.notes.values() for node in note)]
    found = {*reading.doubts, *_of_notes(text, set(reading.notes))}
    for node in nodes:
        found.update(_of_node(node))
    return tuple(sorted(found))


def _of_node(node: Node) -> Iterator[Doubt]:
    match node:
        case Words():
            yield from _of_words(node)
        case Items():
            yield from _of_items(node)
        case Grid():
            for row in node.rows:
                for cell in row:
                    yield from _of_signs(cell)


def _of_items(items: Items) -> Iterator[Doubt]:
    for item in items.items:
        for node in item:
            yield from _of_node(node)


def _of_words(words: Words) -> Iterator[Doubt]:
    if words.is_verbatim:
        return
    for line in words.lines:
        yield from _of_signs(line)
    first = words.lines[0]
    quoted = re.match(r">\s*[^\W\d]", first.text)
    if words.is_apart and quoted:
        yield Doubt(
            first.number,
            first.column,
            "'>' is printed as typed and makes no quotation",
            "put the words in quotation marks",
        )
    if (
        len(words.lines) >= _FEW
        and not words.keeps_lines
        and all(_is_short(line) for line in words.lines)
    ):
        yield Doubt(
            first.number,
            first.column,
            f"these {len(words.lines)} short lines are printed as one",
            "end each with two blanks or a backslash to keep the lines",
        )


def _is_short(line: Line) -> bool:
    """Whether a line reads like one of an address, and not like one of a sentence."""
    first = line.text[:1]
    ends = line.text.endswith((".", "  ", "\\"))
    return len(line.text) < _SHORT and (first.isupper() or first.isdigit()) and not ends


def _of_signs(line: Line) -> Iterator[Doubt]:
    for pattern, tell in _SIGNS:
        for found in pattern.finditer(line.text):
            said = tell(found)
            if said:
                yield Doubt(line.number, line.column + found.start(), *said)


def _of_notes(text: str, read_notes: set[str]) -> Iterator[Doubt]:
    """Yield the footnotes without a mark, and the marks without a footnote."""
    for line in lines_of(text):
        for found in re.finditer(r"(?<!\\)\[\^([^\s\[\]]{1,100})\]", line.text):
            is_text = not found.start() and line.text.startswith(":", found.end())
            if found[1] in read_notes:
                continue
            column = line.column + found.start()
            if is_text:
                yield Doubt(
                    line.number,
                    column,
                    f"nothing marks the footnote '{found[0]}', so it is printed as typed",
                    f"write {found[0]} where it belongs",
                )
            else:
                yield Doubt(
                    line.number,
                    column,
                    f"'{found[0]}' is printed as typed: there is no footnote of that name",
                    f"write its text on a line of its own: {found[0]}: ...",
                )


# --- signs within a line -----------------------------------------------------------------------

_Said = tuple[str, str] | None


def _shown(found: _Found) -> str:
    return found[0] if len(found[0]) <= 40 else f"{found[0][:39]}…"  # noqa: PLR2004


def _link(found: _Found) -> _Said:
    if found[1]:
        return f"the picture '{_shown(found)}' is printed as typed", "describe it in words"
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
