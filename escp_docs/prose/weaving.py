"""Words changed in print, woven into the text as it was typed: nothing else of it moves.

Every change is read again before it is taken: the prose must say exactly what was wanted. What
cannot be woven in by words is written anew, paragraph by paragraph; what cannot be told either way
is refused, never guessed.
"""

import re
import textwrap
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from escp_docs.pattern import pattern
from escp_docs.prose.leaves import PLAIN, Leaf, LetterLook, leaves
from escp_docs.prose.words import changes, places, same_words, words

# A backslash vanishes only before what would be read as a mark.
_MARKS: Final = pattern(r"([*\[\]]|<(?=\S*[:@])|&(?=#?[A-Za-z0-9]+;))")
_LABEL: Final = pattern(r"^(\(?\w{1,9})([.)])(?=\s)")  # 1. a) (iv)
_NUMBER: Final = pattern(r"\d+")
_WIDTH: Final = 96  # letters of a line of a new text
_NARROWEST: Final = 72  # letters of a line; a prose that has no longer one is broken there


class WeavingError(Exception):
    """A change cannot be woven into a prose; the message says why."""


class Wanted(Struct, frozen=True):
    """A paragraph as it is to be: its words, the look of each letter, whether it is an item.

    Of a row that is new in a table `cells` are its cells, and the rest is empty.
    """

    text: str
    looks: tuple[LetterLook, ...]
    is_item: bool = False
    is_numbered: bool = False
    cells: tuple["Wanted", ...] = ()

    @classmethod
    def of(cls, leaf: Leaf) -> "Wanted":
        """Return a paragraph as it is."""
        return cls(leaf.text, leaf.looks, leaf.is_item, leaf.is_numbered)

    @property
    def compared(self) -> tuple[list[tuple[str, LetterLook]], bool]:
        """What has to be equal for two paragraphs to say the same."""
        return _squeezed(self.text, self.looks), self.is_item


class Edit(Struct, frozen=True):
    """A change to the paragraphs of a prose.

    Args:
        leaf: Which paragraph, from 0; of an insertion the one that it follows, -1 at the beginning.
        wanted: What is to stand there; None if nothing is.
        is_new: Whether it is inserted behind the paragraph.
        cells: How many cells go with it, where a whole row of a table is taken out.
    """

    leaf: int
    wanted: Wanted | None
    is_new: bool = False
    cells: int = 1


def woven(text: str, edits: Sequence[Edit]) -> str:
    """Return a prose with its paragraphs changed; all that is not named keeps its letters.

    Raises:
        WeavingError: a change cannot be written so that it is read as it is wanted.
    """
    edits = _by_rows(edits, leaves(text))
    order = sorted(enumerate(edits), key=lambda one: (one[1].leaf, one[1].is_new, one[0]))
    for _, edit in reversed(order):  # from the end, so that the numbers of the others stay
        text = _woven(text, edit)
    return text


def _by_rows(edits: Sequence[Edit], found: Sequence[Leaf]) -> Sequence[Edit]:
    """Return edits in which the cells of a row that is taken out whole are one edit."""
    out = {edit.leaf for edit in edits if edit.wanted is None and not edit.is_new}
    rows: dict[int, list[int]] = {}
    for index, leaf in enumerate(found):
        if leaf.is_cell:
            rows.setdefault(leaf.first, []).append(index)
    whole = {row[0]: row for row in rows.values() if set(row) <= out}
    inner = {index for row in whole.values() for index in row[1:]}
    return [
        Edit(edit.leaf, None, cells=len(whole[edit.leaf]))
        if edit.leaf in whole and edit.wanted is None
        else edit
        for edit in edits
        if edit.leaf not in inner or edit.wanted is not None
    ]


def _woven(text: str, edit: Edit) -> str:
    found = leaves(text)
    wanted = [Wanted.of(one) for one in found]
    match edit:
        case Edit(leaf=at, wanted=None, cells=cells) if found[at].is_cell and cells > 1:
            del wanted[at : at + cells]
            tries = _without_line(text, found[at].first)
        case Edit(leaf=at, wanted=None):
            del wanted[at]
            tries = _without(text, found, at)
        case Edit(leaf=at, wanted=Wanted(cells=cells) as new, is_new=True) if cells:
            wanted[at + 1 : at + 1] = cells
            tries = _with_row(text, found, at, new)
        case Edit(leaf=at, wanted=Wanted() as new, is_new=True):
            wanted.insert(at + 1, new)
            tries = _with(text, found, at, new)
        case Edit(leaf=at, wanted=Wanted() as new):
            wanted[at] = new
            tries = _changed(text, found[at], new)
        case _:
            raise WeavingError("nothing is said of what it is to be")
    goal = [one.compared for one in wanted]
    for one in tries:
        if [Wanted.of(leaf).compared for leaf in leaves(one)] == goal:
            return one
    words_ = (edit.wanted.text if edit.wanted else found[edit.leaf].text).strip()[:60]
    raise WeavingError(f'"{words_}" cannot be written into this prose so that it reads the same')


def _squeezed(text: str, looks: Sequence[LetterLook]) -> list[tuple[str, LetterLook]]:
    """Return the letters of a text with their looks; a run of blanks is one, and has no look."""
    found: list[tuple[str, LetterLook]] = []
    for letter, look in zip(text, looks, strict=True):
        if letter == "\n":
            while found and found[-1][0] == " ":
                found.pop()
            found.append(("\n", PLAIN))
        elif not letter.isspace():
            found.append((letter, look))
        elif found and found[-1][0] not in {" ", "\n"}:
            found.append((" ", PLAIN))
    while found and found[-1][0].isspace():
        found.pop()
    return found


# --- a paragraph that changed ----------------------------------------------------------------


def _changed(text: str, leaf: Leaf, wanted: Wanted) -> Iterator[str]:
    for escape in (str, _escaped):
        if leaf.places is not None and wanted.text.strip():
            spliced = _spliced(text, leaf, wanted, escape)
            if spliced is not None:
                yield _broken(text, spliced, leaf)
                yield spliced
                yield from _marked(spliced, leaf, wanted)
    yield from _rewritten(text, leaf, wanted)


def _spliced(text: str, leaf: Leaf, wanted: Wanted, escape: Callable[[str], str]) -> str | None:
    """Return the text with the changed words alone written anew."""
    assert leaf.places is not None
    before, after = words(leaf.text), words(wanted.text)
    starts, news = list(places(before)), list(places(after))
    for start, end, new_start, new_end in reversed(changes(before, after)):
        new = "".join(after[new_start:new_end])
        if "\n" in new:
            return None
        at = news[new_start] if new_start < len(news) else len(wanted.text)
        look = wanted.looks[at] if at < len(wanted.looks) else PLAIN
        if start < end:
            first, last = starts[start], starts[end - 1] + len(before[end - 1]) - 1
            cut, upto = leaf.places[first][0], leaf.places[last][1]
            if not new and text[cut:upto].isspace():
                new = ""
        else:
            cut = upto = _gap(leaf, starts[start] if start < len(starts) else len(leaf.text), look)
        text = text[:cut] + escape(new) + text[upto:]
    return text


def _gap(leaf: Leaf, letter: int, look: LetterLook) -> int:
    """Return where words go in that come before a letter of a leaf: beside those of their look."""
    assert leaf.places is not None
    if letter and (letter >= len(leaf.text) or leaf.looks[letter - 1] == look):
        return leaf.places[letter - 1][1]
    if letter < len(leaf.text):
        return leaf.places[letter][0]
    raise WeavingError("an empty paragraph has no place for words")


def _marked(text: str, leaf: Leaf, wanted: Wanted) -> Iterator[str]:
    """Yield the text with marks of emphasis around words whose look alone changed."""
    found = leaves(text)
    now = next((one for one in found if one.first == leaf.first and one.mark == leaf.mark), None)
    if now is None or now.places is None or same_words(now.text) != same_words(wanted.text):
        return
    if len(now.text) != len(wanted.text):
        return
    spans = list(_other_looks(now, wanted))
    if any(now.looks[start] != PLAIN or look.url for start, _, look in spans):
        return
    for start, end, look in reversed(spans):
        sign = "*" * (2 * look.bold + look.italic)
        first, last = now.places[start][0], now.places[end - 1][1]
        text = text[:first] + sign + text[first:last] + sign + text[last:]
    yield text


def _other_looks(now: Leaf, wanted: Wanted) -> Iterator[tuple[int, int, LetterLook]]:
    """Yield the stretches of letters, without blanks at their ends, that are to look otherwise."""
    at = 0
    while at < len(now.text):
        look = wanted.looks[at]
        if now.text[at].isspace() or now.looks[at] == look:
            at += 1
            continue
        end = at
        while end < len(now.text) and (
            now.text[end].isspace() or (now.looks[end] != look and wanted.looks[end] == look)
        ):
            end += 1
        stretch = now.text[at:end].rstrip()
        yield at, at + len(stretch), look
        at = end


def _broken(before: str, text: str, leaf: Leaf) -> str:
    """Return the text with a line of a paragraph broken that grew longer than the others were."""
    if leaf.is_cell or leaf.first == leaf.last:
        return text
    old, lines = before.split("\n"), text.split("\n")
    grown = len(lines) - len(old)
    width = max(_NARROWEST, *(len(line) for line in old[leaf.first : leaf.last + 1]))
    indent = re.match(r"\s*", old[leaf.last])
    result: list[str] = []
    for number, line in enumerate(lines):
        is_own = leaf.first <= number <= leaf.last + grown
        cut = line.rfind(" ", 0, width + 1) if is_own and len(line) > width else -1
        if cut > len(indent[0] if indent else ""):
            result += [line[:cut], (indent[0] if indent else "") + line[cut + 1 :]]
        else:
            result.append(line)
    return "\n".join(result)


# --- paragraphs written anew -----------------------------------------------------------------


def _rewritten(text: str, leaf: Leaf, wanted: Wanted) -> Iterator[str]:
    """Yield the text with a paragraph written anew where it stands."""
    if leaf.is_cell:
        if leaf.places and "\n" not in wanted.text:
            first, last = leaf.places[0][0], leaf.places[-1][1]
            for one in _markdown(wanted):
                yield text[:first] + one.replace("|", "\\|") + text[last:]
        return
    lines = text.split("\n")
    end = "\r" if lines[leaf.last].endswith("\r") else ""
    mark = leaf.mark
    if wanted.is_item and not leaf.is_item:
        mark += "1. " if wanted.is_numbered else "- "
    indent = " " * len(mark)
    width = max(_NARROWEST, *(len(line) for line in lines[leaf.first : leaf.last + 1]))
    for one in _markdown(wanted):
        new = _wrapped(one, mark, indent, width if leaf.first < leaf.last else 0)
        yield "\n".join(
            (*lines[: leaf.first], *(f"{o}{end}" for o in new), *lines[leaf.last + 1 :])
        )


def _wrapped(text: str, mark: str, indent: str, width: int) -> list[str]:
    found: list[str] = []
    for index, line in enumerate(text.split("\n")):
        start = indent if index else mark
        parts = (
            textwrap.wrap(
                line,
                width=width,
                initial_indent=start,
                subsequent_indent=indent,
                break_long_words=False,
                break_on_hyphens=False,
            )
            if width
            else [start + line]
        )
        found += parts or [start + line]
    return found


def _markdown(wanted: Wanted) -> Iterator[str]:
    """Yield ways to write a paragraph; the first that reads as wanted is taken."""
    for escape in (str, _escaped):
        yield from _begun("".join(_pieces(wanted, escape)).strip(" "))


def _begun(written: str) -> Iterator[str]:
    """Yield a paragraph, and the same with a backslash in what begins it like an item or a head."""
    yield written
    if _LABEL.match(written):
        yield _LABEL.sub(r"\1\\\2", written)
    elif written[:1] and not written[0].isalnum():
        yield f"\\{written}"


def _pieces(wanted: Wanted, escape: Callable[[str], str]) -> Iterator[str]:
    for text, look in _stretches(wanted):
        inner = text.strip()
        if not inner:
            yield text.replace("\n", "\\\n")
            continue
        start, end = text[: text.index(inner)], text[text.index(inner) + len(inner) :]
        sign = "*" * (2 * look.bold + look.italic)
        words_ = escape(inner).replace("\n", "\\\n")
        if look.url:
            words_ = f"<{look.url}>" if inner == look.url else f"[{words_}]({look.url})"
        yield f"{start}{sign}{words_}{sign}{end}"


def _stretches(wanted: Wanted) -> Iterator[tuple[str, LetterLook]]:
    text, look = "", PLAIN
    for letter, one in zip(wanted.text, wanted.looks, strict=True):
        if letter.isspace() or one == look:
            text += letter
            continue
        if text:
            yield text, look
        text, look = letter, one
    if text:
        yield text, look


def wrapped(text: str) -> str:
    """Return a paragraph in Markdown on lines that read well, if it says the same on them."""
    lines = textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
    found = "\n".join(lines)
    same = [Wanted.of(one).compared for one in leaves(found)]
    return found if same == [Wanted.of(one).compared for one in leaves(text)] else text


def as_typed(text: str) -> str:
    """Return words of a line as Markdown that says just these words."""
    every = (one for words_ in (text, _escaped(text)) for one in _begun(words_))
    return next((one for one in every if _says(one, text)), _escaped(text))


def _says(written: str, text: str) -> bool:
    """Whether Markdown is one paragraph that says just some words."""
    read = leaves(written)
    return len(read) == 1 and not read[0].is_item and read[0].text == text.strip()


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)


# --- paragraphs that came or went ------------------------------------------------------------


def _without(text: str, found: Sequence[Leaf], at: int) -> Iterator[str]:
    leaf = found[at]
    if leaf.is_cell:
        raise WeavingError("a cell cannot be taken out of a table; take its words out")
    lines = text.split("\n")
    first, end = leaf.first, leaf.last + 1
    rest = _renumbered(lines, found[at + 1 :], -1) if leaf.is_numbered else lines
    is_parted = end < len(lines) and not lines[end].strip()
    if is_parted and (first == 0 or not lines[first - 1].strip()):
        yield "\n".join((*rest[:first], *rest[end + 1 :]))
    if first and not lines[first - 1].strip() and end >= len(lines):
        yield "\n".join((*rest[: first - 1], *rest[end:]))
    yield "\n".join((*rest[:first], *rest[end:]))
    if first and not lines[first - 1].strip():
        yield "\n".join((*rest[: first - 1], *rest[end:]))


def _without_line(text: str, number: int) -> Iterator[str]:
    lines = text.split("\n")
    yield "\n".join((*lines[:number], *lines[number + 1 :]))


def _with_row(text: str, found: Sequence[Leaf], at: int, wanted: Wanted) -> Iterator[str]:
    """Yield the text with a further row of a table, set out as the row before it."""
    near = found[at] if at >= 0 else None
    if near is None or not near.is_cell:
        raise WeavingError("no table stands there that could have one more row")
    lines = text.split("\n")
    place = near.last + 1
    line = lines[near.last]
    indent = re.match(r"\s*", line)
    start, end = ("| ", " |") if line.strip().startswith("|") else ("", "")
    returns = "\r" if line.endswith("\r") else ""
    for escape in (str, _escaped):
        cells = [
            "".join(_pieces(one, escape)).strip().replace("|", "\\|").replace("\n", " ")
            for one in wanted.cells
        ]
        row = f"{indent[0] if indent else ''}{start}{' | '.join(cells)}{end}{returns}"
        yield "\n".join((*lines[:place], row, *lines[place:]))


def _with(text: str, found: Sequence[Leaf], at: int, wanted: Wanted) -> Iterator[str]:
    near = found[at] if at >= 0 else found[0] if found else None
    if near is None:
        yield from _markdown(wanted)
        return
    if near.is_cell and at + 1 < len(found) and found[at + 1].is_cell:
        raise WeavingError("a table of a prose takes no more paragraphs")
    lines = text.split("\n")
    place = near.last + 1 if at >= 0 else near.first
    later = found[at + 1 :]
    rest = _renumbered(lines, later, 1) if wanted.is_numbered else lines
    is_wrapped = any(one.first < one.last for one in found)
    width = max(_NARROWEST, *(len(line) for line in lines)) if is_wrapped else 0
    for written in _markdown(wanted):
        for mark, parts in _starts(near, wanted, before=at < 0):
            new = _wrapped(written, mark, " " * len(mark), width)
            before, after = rest[:place], rest[place:]
            is_open = bool(after) and bool(after[0].strip())
            if at < 0:
                yield "\n".join((*before, *new, *([""] if parts else []), *after))
            else:
                follows = bool(later) and later[0].is_item and wanted.is_item and parts
                if follows and after[:1] == [""]:  # it begins the list that stands there
                    yield "\n".join((*before, "", *new, *after[1:]))
                end = [""] if parts and is_open else []
                yield "\n".join((*before, *([""] if parts else []), *new, *end, *after))


def _starts(near: Leaf, wanted: Wanted, *, before: bool) -> Iterator[tuple[str, bool]]:
    """Yield what a new paragraph may begin with, and whether a blank line parts it."""
    if wanted.is_item and near.is_item and near.is_numbered == wanted.is_numbered:
        step = 0 if before else 1
        yield _NUMBER.sub(lambda one: str(int(one[0]) + step), near.mark, count=1), False
    if wanted.is_item:
        yield ("1. " if wanted.is_numbered else "- "), True
        return
    indent = "" if near.is_item or near.is_cell else re.sub(r"\S.*", "", near.mark)
    yield indent, True


def _renumbered(lines: Sequence[str], later: Sequence[Leaf], step: int) -> list[str]:
    """Return the lines with the numbers of the items behind a place moved on by a step."""
    result = list(lines)
    for leaf in later:
        if not leaf.is_numbered:
            break
        mark = _NUMBER.sub(lambda one: str(int(one[0]) + step), leaf.mark, count=1)
        result[leaf.first] = mark + result[leaf.first][len(leaf.mark) :]
    return result
