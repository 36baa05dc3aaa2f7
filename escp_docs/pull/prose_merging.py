"""Prose that was changed in a file and perhaps in the spec meanwhile: both, word by word."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from escp_docs.pattern import pattern
from escp_docs.prose.leaves import Leaf, LetterLook, leaves
from escp_docs.prose.weaving import Edit, Wanted, WeavingError, woven
from escp_docs.prose.words import WordChange, changes, places, same_words, words
from escp_docs.pull.changes import ProseChange
from escp_docs.pull.pairing import paired

# A hyphen or a dash may be a sign of the words; these are bullets, and so is what Word draws.
_BULLET: Final = pattern(r"[•‣◦▪▫■□●○∙·⁃➢➤\uf0b7\uf0a7\uf0d8]\s+(?=\S)|[-*]\s+(?=[^\W\d_])")
_NUMBER: Final = pattern(r"(\d{1,2})[.)]\s+(?=\S)")
_LOSES_LOOKS: Final = tuple(f"LibreOffice/{version}." for version in (4, 5, 6, 7))


class ProseMerged(Struct, frozen=True):
    """What came of a prose.

    Args:
        text: The prose as it is to be; None if it cannot be told.
        theirs: The prose as the file has it, without what was changed in the spec meanwhile; its
            words alone where it cannot be written as Markdown.
        why: Why it cannot be told: what collides, or cannot be written.
    """

    text: str | None
    theirs: str
    why: str = ""


def merged(change: ProseChange, ours: str, saved_by: str = "") -> ProseMerged | None:
    """Return a prose with the changes of a file in it; None if the file changes nothing.

    Args:
        change: What came back for each of its paragraphs.
        ours: The prose as the spec has it now.
        saved_by: The program that saved the file: some lose emphasis.

    Two changes that touch the same words of a paragraph are a conflict of the whole paragraph: half
    a merge is worse than none.
    """
    base = leaves(change.base)
    if len(base) != len(change.paragraphs):
        return ProseMerged(None, _said(change), "its paragraphs cannot be told apart")
    wanted = list(_wanted(change, base, keeps_looks=not _loses_looks(saved_by)))
    if not wanted:
        return None
    try:
        theirs = woven(change.base, wanted)
    except WeavingError as error:
        return ProseMerged(None, _said(change), str(error))
    if same_words(change.base) == same_words(ours) or change.base.strip() == ours.strip():
        return _woven(ours, _shifted(wanted, base, leaves(ours)), theirs)
    return _rebased(wanted, base, ours, theirs)


def is_bulleted(text: str) -> bool:
    """Whether words begin with a bullet that somebody typed."""
    return bool(_BULLET.match(text))


def as_item(paragraph: Wanted) -> Wanted:
    """Return a paragraph that begins with a bullet as the item that it is to be."""
    found = _BULLET.match(paragraph.text)
    if found is None or paragraph.is_item:
        return paragraph
    at = found.end()
    return Wanted(paragraph.text[at:], paragraph.looks[at:], is_item=True)


def as_items(paragraphs: Sequence[Wanted]) -> tuple[Wanted, ...]:
    """Return new paragraphs with those that begin with bullets, or count from 1 on, as items."""
    found = list(map(as_item, paragraphs))
    numbers = [_NUMBER.match(one.text) if not one.is_item else None for one in found]
    at = 0
    while at < len(found):
        end = at
        while end < len(found) and (it := numbers[end]) and int(it[1]) == end - at + 1:
            end += 1
        for index in range(at, end) if end > at + 1 else ():
            one, label = found[index], numbers[index]
            assert label is not None
            start = label.end()
            found[index] = Wanted(
                one.text[start:], one.looks[start:], is_item=True, is_numbered=True
            )
        at = max(end, at + 1)
    return tuple(found)


def _said(change: ProseChange) -> str:
    """Return the words as they came back, of a prose that cannot be written so."""
    told = list(change.added.get(-1, ()))
    for number, one in enumerate(change.paragraphs):
        told += [*([one] if one else []), *change.added.get(number, ())]
    return "\n\n".join(one.text or " | ".join(it.text for it in one.cells) for one in told)


def _loses_looks(saved_by: str) -> bool:
    return saved_by.startswith(_LOSES_LOOKS)


def _woven(ours: str, edits: Sequence[Edit] | str, theirs: str) -> ProseMerged:
    if isinstance(edits, str):
        return ProseMerged(None, theirs, edits)
    try:
        return ProseMerged(woven(ours, edits), theirs)
    except WeavingError as error:
        return ProseMerged(None, theirs, str(error))


# --- what is wanted --------------------------------------------------------------------------


def _wanted(change: ProseChange, base: Sequence[Leaf], *, keeps_looks: bool) -> Iterator[Edit]:
    for number, (leaf, new) in enumerate(zip(base, change.paragraphs, strict=True)):
        if new is None:
            yield Edit(number, None)
        elif (one := _changed(leaf, new, keeps_looks=keeps_looks)) is not None:
            yield Edit(number, one)
        for added in change.added.get(number, ()):
            yield Edit(number, added, is_new=True)
    for added in change.added.get(-1, ()):
        yield Edit(-1, added, is_new=True)


def _changed(leaf: Leaf, new: Wanted, *, keeps_looks: bool) -> Wanted | None:
    """Return a paragraph as it is to be: its own words where they say the same; None if all do."""
    before, after = words(leaf.text), words(new.text)
    found = changes(before, after)
    text = ""
    looks: list[LetterLook] = []
    starts, news = [*places(before), len(leaf.text)], [*places(after), len(new.text)]
    at = new_at = 0
    for start, end, new_start, new_end in [*found, WordChange(len(before), 0, len(after), 0)]:
        for step in range(start - at):
            word = before[at + step]
            old = leaf.looks[starts[at + step] :][: len(word)]
            now = new.looks[news[new_at + step] :][: len(after[new_at + step])]
            text += word
            looks += _look_of(old, now, leaf, keeps_looks=keeps_looks)
        if end:
            added = new.text[news[new_start] : news[new_end]]
            text += added
            look = new.looks[news[new_start] : news[new_end]]
            looks += [_plain_in(one, leaf) for one in look]
        at, new_at = end, new_end
    text_ = text.rstrip()
    looks = looks[: len(text_)]
    goal = Wanted(text_, tuple(looks), leaf.is_item, leaf.is_numbered)
    if not leaf.is_item and not leaf.is_cell and not is_bulleted(leaf.text):
        goal = as_item(goal)
    return None if goal.compared == Wanted.of(leaf).compared else goal


def _plain_in(look: LetterLook, leaf: Leaf) -> LetterLook:
    return look._replace(bold=False) if leaf.is_heading else look


def _look_of(
    old: Sequence[LetterLook], now: Sequence[LetterLook], leaf: Leaf, *, keeps_looks: bool
) -> Sequence[LetterLook]:
    """Return how an unchanged word is to look: as in the file, unless that says nothing."""
    if len(old) != len(now) or not old:
        return old
    first, look = old[0], now[0]
    if leaf.is_heading or len({*old}) > 1 or len({*now}) > 1:
        return old
    if first.url or look.url:
        return old  # addresses are written anew by programs; the words are what counts
    lost = (first.bold and not look.bold) or (first.italic and not look.italic)
    return old if lost and not keeps_looks else [look] * len(old)


# --- both --------------------------------------------------------------------------------------


def _shifted(
    wanted: Sequence[Edit], base: Sequence[Leaf], ours: Sequence[Leaf]
) -> Sequence[Edit] | str:
    """Return edits of the base as edits of a text with the same paragraphs."""
    return wanted if len(base) == len(ours) else "its paragraphs were parted in another way"


def _rebased(wanted: Sequence[Edit], base: Sequence[Leaf], ours: str, theirs: str) -> ProseMerged:
    """Return the prose of now with the edits of a file that were made to an older one."""
    now = leaves(ours)
    pairs = paired([one.text for one in base], [one.text for one in now])
    where = {one.sent: one.returned for one in pairs if one.sent is not None}
    edits: list[Edit] = []
    for edit in wanted:
        place = where.get(edit.leaf) if edit.leaf >= 0 else -1
        if edit.is_new:
            near = next(
                (where[one] for one in range(edit.leaf, -1, -1) if where.get(one) is not None), -1
            )
            if any(leaf.text == (edit.wanted.text if edit.wanted else "") for leaf in now):
                continue
            edits.append(Edit(-1 if near is None else near, edit.wanted, is_new=True))
            continue
        old = base[edit.leaf]
        if place is None:
            if edit.wanted is None:
                continue
            return ProseMerged(None, theirs, f'"{old.text[:60]}" is not there any more')
        new = now[place]
        if Wanted.of(new).compared == (edit.wanted.compared if edit.wanted else None):
            continue
        if Wanted.of(old).compared == Wanted.of(new).compared:
            edits.append(Edit(place, edit.wanted))
            continue
        both = _both(old, edit.wanted, new) if edit.wanted else None
        if both is None:
            return ProseMerged(None, theirs, f'"{new.text[:60]}" was changed on both sides')
        edits.append(Edit(place, both))
    if not edits:
        return ProseMerged(ours, theirs)
    return _woven(ours, edits, theirs)


def _both(base: Leaf, theirs: Wanted, ours: Leaf) -> Wanted | None:
    """Return a paragraph with both changes, None if they touch."""
    old = words(base.text)
    mine, yours = words(ours.text), words(theirs.text)
    by_me, by_you = changes(old, mine), changes(old, yours)
    if any(_touch(one, other) for one in by_me for other in by_you):
        return None
    starts = [*places(yours), len(theirs.text)]
    moved = {one: one for one in range(len(old) + 1)}
    shift = at = 0
    for start, end, new_start, new_end in by_me:
        for one in range(at, start + 1):
            moved[one] = one + shift
        shift, at = new_end - end, end
        del new_start
    for one in range(at, len(old) + 1):
        moved[one] = one + shift
    text, looks = ours.text, list(ours.looks)
    my_starts = [*places(mine), len(ours.text)]
    for start, end, new_start, new_end in reversed(by_you):
        first, last = my_starts[moved[start]], my_starts[moved[end]]
        new = theirs.text[starts[new_start] : starts[new_end]]
        text = text[:first] + new + text[last:]
        looks[first:last] = theirs.looks[starts[new_start] : starts[new_end]]
    return Wanted(text, tuple(looks), ours.is_item, ours.is_numbered)


def _touch(one: WordChange, other: WordChange) -> bool:
    """Whether two changes of the same words overlap, or stand so near that they are one."""
    return one.start <= other.end and other.start <= one.end
