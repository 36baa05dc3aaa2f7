"""Where a produced file says something else than it should, and what it says instead."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches
from itertools import accumulate, zip_longest
from types import MappingProxyType
from typing import Final
from unicodedata import bidirectional
from urllib.parse import quote, urlsplit

from msgspec import Struct

from escp_docs.language.languages import LANGUAGES
from escp_docs.pattern import pattern
from escp_docs.produced.alignment import Heads, Stream, agreeing
from escp_docs.produced.expected_text import ExpectedText, Piece
from escp_docs.produced.extracted import ExtractedText
from escp_docs.produced.hyphens import HYPHENS, hyphens_of_pages, same_hyphens
from escp_docs.produced.normalize import leveled, squeezed

_PLAIN: Final = "".join(map(chr, range(0x21, 0x7F)))  # what stands in an address as it is
_CONTEXT: Final = 3  # words shown on either side
_LONGEST: Final = 30  # words shown of a difference

# What the lines of an untagged PDF have besides the text: page numbers, marks of lists.
_PAGES: Final = "|".join(
    one.pages.page_of_pages.format(page=r"\d+", pages=r"\d+").replace(" ", r"\s+")
    for one in LANGUAGES.values()
)
_PAGE_WORDS: Final = tuple(
    one.pages.page_of_pages.format(page="", pages="") for one in LANGUAGES.values()
)
_PAGE_OF_PAGES: Final = pattern(r"Page(\d+)of(\d+)")
_NUMBER: Final = pattern(r"[0-9A-Za-z]+")
_HYPHENS: Final = pattern(rf"[{HYPHENS}]\s*")
_NEGATIVE: Final = pattern(rf"(?<!\S)[{HYPHENS}]\d+")
_LEADER: Final = pattern(rf"(\. ?){{3,}}\s*\d*|{_PAGES}|•")
_MARK: Final = pattern(r"(\d+[.)]|\(?[a-z]\))*")


class Difference(Struct, frozen=True):
    """A place where a file differs: a section, or a sheet and a cell.

    `expected` or `found` is empty where words were added or are gone. `paths` lead to the values
    that stand there.
    """

    place: str
    expected: str
    found: str
    paths: tuple[str, ...] = ()


def differences(
    said: ExpectedText,
    values: Mapping[str, str],
    shown: ExtractedText,
    pages: Mapping[str, int] = MappingProxyType({}),
) -> Iterator[Difference]:
    """Yield where a file differs from a document, in reading order.

    `values` are the values of the document by their path, `pages` the page of each heading by its
    words, squeezed.
    """
    yield from _of_text(said, shown)
    yield from _of_labels(said, shown)
    if shown.is_whole:
        yield from _of_parts("note", said.notes, shown.notes)
        if shown.figures is not None:
            yield from _of_parts("figure", said.figures, shown.figures)
    yield from _of_heads(said, shown)
    known = {_address(one) for one in said.links}
    for link in sorted(one for one in shown.links if _address(one) not in known):
        yield Difference("links", "", link)
    for row, page in shown.contents:
        if pages.get(row, page) != page:
            yield Difference("contents", f"{row} {pages[row]}", f"{row} {page}")
    yield from _of_asides(said, shown)
    yield from _of_values(values, shown)


def _of_text(said: ExpectedText, shown: ExtractedText) -> Iterator[Difference]:
    pieces = [one for one in said.pieces if leveled(one.whole)]
    wanted = [leveled(one.whole if shown.is_numbered else one.text) for one in pieces]
    found = Stream(shown.text)
    if not shown.is_whole:
        found = Stream(_LEADER.sub(" ", shown.text))
        found.cut((*said.running, said.foot, *said.notes))
    place, index, heads = 0, 0, Heads(repeats=shown.has_pages)
    while index < len(wanted):
        if end := heads.after(wanted[index], found.text, place):
            heads.pass_by(pieces[index], wanted[index])
            if end - place == len(wanted[index]):
                whole = pieces[index].whole if shown.is_numbered else pieces[index].text
                there = found.around(place, end, whole)
                if not same_hyphens(whole, there, breaks_words=shown.has_pages):
                    yield _difference(said, pieces[index : index + 1], pieces[index], there)
            index, place = index + 1, end
            continue
        skipped, hit = agreeing(wanted, index, found.text, place)
        there = found.raw(place, hit)
        passed_by = pieces[index : index + skipped]
        if not _is_harmless(passed_by, there, shown) and not _is_same(passed_by, there):
            yield _difference(said, pieces[index : index + skipped], pieces[index], there)
        for passed in range(index, index + skipped):
            heads.pass_by(pieces[passed], wanted[passed])
        index, place = index + skipped, hit
    if place < len(found.text) and pieces and shown.is_whole:
        yield _difference(said, [], pieces[-1], found.raw(place, len(found.text)))


def _of_labels(said: ExpectedText, shown: ExtractedText) -> Iterator[Difference]:
    """Yield the first number of a list, heading or clause that is another one."""
    if shown.labels is None or not said.is_counted:
        return
    numbers = (
        (one, one.label if shown.is_numbered else one.number or one.label) for one in said.pieces
    )
    wanted = [(one, number) for one, number in numbers if any(map(str.isalnum, number))]
    for expected, label in zip_longest(wanted, shown.labels):
        piece, number = expected or (said.pieces[-1], "")
        if squeezed(number) != squeezed(label or ""):
            words = f" {piece.text[:60]}" if number else ""
            yield Difference(_section(said, piece), f"{number}{words}", f"{label or ''}{words}")
            return


def _is_harmless(wanted: Sequence[Piece], found: str, shown: ExtractedText) -> bool:
    """Whether a difference is one of drawing: a mark of a list, letters turned around."""
    if not shown.is_whole and not wanted and _MARK.fullmatch(leveled(found)):
        return True
    return shown.has_pages and _is_redrawn(" ".join(one.whole for one in wanted), found)


def _is_redrawn(wanted: str, found: str) -> bool:
    """Whether the same words stand in another order, as pages draw those of Hebrew and Arabic.

    Numbers and words of other scripts are not turned around, whatever stands beside them.
    """
    if not any(bidirectional(letter) in {"R", "AL"} for letter in wanted):
        return False
    same = sorted(leveled(wanted)) == sorted(leveled(found))
    return same and hyphens_of_pages(wanted, found) and _numbers(wanted) == _numbers(found)


def _is_same(wanted: Sequence[Piece], found: str) -> bool:
    """Whether the same words stand there after all, once they were looked for further on."""
    return bool(wanted) and _said(wanted).split() == found.split()


def _said(pieces: Sequence[Piece]) -> str:
    return " ".join(one.whole if one.number else one.text for one in pieces)


def _numbers(words: str) -> Sequence[str]:
    """Return the numbers and Latin words, those that a line's end broke in one piece; signs."""
    return sorted([*_NUMBER.findall(_HYPHENS.sub("", words)), *_NEGATIVE.findall(words)])


def _difference(said: ExpectedText, gone: Sequence[Piece], near: Piece, found: str) -> Difference:
    expected = _said(gone)
    paths = dict.fromkeys(path for one in gone for path in one.paths)
    return Difference(_section(said, near), *narrowed(expected, found), tuple(paths))


def _section(said: ExpectedText, piece: Piece) -> str:
    """Return the heading under which a piece stands."""
    section = ""
    for one in said.pieces:
        if one.is_heading:
            section = one.whole.strip()
        if one is piece:
            break
    return section or "text"


def narrowed(expected: str, found: str) -> tuple[str, str]:
    """Return two texts without the words that they begin and end with alike, but for a few."""
    one, other = expected.split(), found.split()
    start, shorter = 0, min(len(one), len(other))
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return _cut(one, start, end), _cut(other, start, end)


def _cut(words: list[str], start: int, end: int) -> str:
    first, last = max(0, start - _CONTEXT), len(words) - max(0, end - _CONTEXT)
    shown = words[first:last]
    if len(shown) > _LONGEST:
        shown = [*shown[:_LONGEST], "…"]
    return " ".join(["…"] * (first > 0) + shown + ["…"] * (last < len(words)))


def _of_parts(
    what: str, wanted: Sequence[str], found: Sequence[str], *, shown_in_pages: bool = True
) -> Iterator[Difference]:
    for number, (one, other) in enumerate(zip_longest(wanted, found, fillvalue=""), start=1):
        is_same = leveled(one) == leveled(other)
        if is_same and squeezed(one) != squeezed(other) and not shown_in_pages:
            is_same = same_hyphens(one, other, breaks_words=False)
        if not is_same and not _is_redrawn(one, other):
            start = _common(one, other)
            end = _common(one[:start:-1], other[:start:-1])
            ours, theirs = (_around(text, start, end) for text in (one, other))
            yield Difference(f"{what} {number}", ours, theirs)


def _common(one: str, other: str) -> int:
    shorter = min(len(one), len(other))
    return next((n for n in range(shorter) if one[n] != other[n]), shorter)


def _around(text: str, start: int, end: int) -> str:
    first, last = max(0, start - 20), min(len(text), max(start, len(text) - end) + 20)
    return "…" * (first > 0) + text[first:last][:200] + "…" * (last < len(text))


def _of_heads(said: ExpectedText, shown: ExtractedText) -> Iterator[Difference]:
    running = leveled("".join(said.running))
    for number, head in enumerate(shown.heads, start=1):
        page = f"Page{number}of{len(shown.heads)}"
        foot = leveled(said.foot) + page if shown.has_pages else ""
        wanted, there = running + foot, leveled(head)
        inside = not shown.is_whole and running in there and foot in there
        if wanted != there and not inside and not _is_redrawn(" ".join(said.running), head):
            place, words = f"head or foot of page {number}", " ".join(said.running)
            if shown.has_pages:
                words = f"{words} {said.foot} Page {number} of {len(shown.heads)}"
            yield Difference(place, words.strip(), _spaced(said, head)[-len(words) - 40 :])
    feet = {leveled(said.foot) + leveled(words) for words in (*_PAGE_WORDS, "")}
    for other in shown.feet:
        if leveled(other) not in feet:
            yield Difference("foot of the pages", said.foot, _parted(said.foot, other))


def _parted(foot: str, other: str) -> str:
    """Return the words of a foot, which a reader gives without blanks, with those of another."""
    pages = next((one for one in map(squeezed, _PAGE_WORDS) if other.endswith(one)), "")
    other = other.removesuffix(pages)
    behind = list(accumulate(len(squeezed(one)) for one in foot.split()))
    same = SequenceMatcher(None, squeezed(foot), other, autojunk=False).get_matching_blocks()
    blanks = {
        at - block.a + block.b
        for block in same
        for at in behind
        if block.a <= at <= block.a + block.size and block.size
    }
    return "".join(f" {one}" if at in blanks else one for at, one in enumerate(other)).strip()


def _spaced(said: ExpectedText, head: str) -> str:
    """Return the words of a head, which a reader gives without spaces, as they can be read."""
    for known in (*said.running, said.foot):
        if known:
            head = head.replace(squeezed(known), f" {known} ")
    return " ".join(_PAGE_OF_PAGES.sub(r" Page \1 of \2 ", head).split())


def _of_asides(said: ExpectedText, shown: ExtractedText) -> Iterator[Difference]:
    # Bookmarks are headings; LibreOffice drops the commas between keywords.
    known = {_bare(one) for one in said.asides} | {_bare(one.whole) for one in said.pieces}
    for aside in dict.fromkeys(shown.asides):
        if _bare(aside) and _bare(aside) not in known:
            near = get_close_matches(aside, said.asides, n=1)
            yield Difference("title and descriptions", *narrowed(near[0] if near else "", aside))


def _bare(words: str) -> str:
    return leveled(words).replace(",", "")


def _address(link: str) -> str:
    """Return an address as all formats write it: in ASCII, and the host in its own way."""
    try:
        parts = urlsplit(link)
        link = parts._replace(netloc=parts.netloc.encode("idna").decode()).geturl()
    except ValueError:
        pass  # no address at all is told as it stands
    return quote(link, safe=_PLAIN, errors="replace").rstrip("/").casefold()


def _of_values(values: Mapping[str, str], shown: ExtractedText) -> Iterator[Difference]:
    if shown.values is None:
        return
    for path in (*values, *(path for path in shown.values if path not in values)):
        one, other = values.get(path, ""), shown.values.get(path, "")
        if leveled(one) != leveled(other):
            yield Difference("values carried along", *narrowed(one, other), (path,))
