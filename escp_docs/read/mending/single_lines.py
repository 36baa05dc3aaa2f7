"""Slips within one line: blanks and colons that are left out, or are too many."""

from collections.abc import Iterator
from typing import Final

from escp_docs.pattern import pattern
from escp_docs.read.characters import named
from escp_docs.read.lists_in_lists import SAID as TWO_DASHES
from escp_docs.read.mending.breaks import (
    Break,
    Lines,
    Mend,
    Workshop,
    above,
    head,
    indent,
    is_empty,
    key_around,
    keys_above,
    near,
    replaced,
    without_comment,
)
from escp_docs.read.mending.continued import level_of, text_above
from escp_docs.read.mending.meant_keys import meant_key

NO_BLANK: Final = pattern(
    r"""(?P<before>\s*(?:- +)*)(?P<key>[A-Za-z_]\w*):(?P<value>[^ \t\n:/].*)"""
)
_TORN_ADDRESS: Final = pattern(r"(?P<scheme>https?)\s*:\s+//\s*(?P<rest>[^\s,}\]]*)")
NO_DASH_BLANK: Final = pattern(r"""(?P<before>\s*)-(?P<after>[A-Za-z"'\[{])""")
WORDS: Final = pattern(
    r"(?P<before>\s*(?:- +)*)(?P<key>[a-z][a-z_]*)(?P<gap>\s*(?::?=>?|->|→|[：﹕︓꞉∶˸ː])\s*"
    r"|\s+(?![;,.|–—~-]\s))(?P<value>\S.*)"
)
_WIDE_DASH: Final = pattern(r"(?P<before> *)-(?P<blanks> {2,})(?P<key>[a-z][a-z_]*):(?=\s|$)")
_TWO_DASHES: Final = pattern(r"(?P<before> *)-[ ]+-[ ]+(?P<key>[a-z][a-z_]*):(?=\s|$)")
_DASHED_KEY: Final = pattern(r"(?P<before> *)- +(?P<key>[a-z][a-z_]*):(?=\s|$)")
_OTHER_SIGN: Final = pattern(
    r"(?P<before>\s*(?:- +)*)(?P<key>[a-z][a-z_]*)\s*(?:[;,.|–—~]|-(?=\s))\s*(?P<value>\S.*)"
)
_WORD: Final = pattern(r"[^\W_]|[\"'+(]")
_NO_KEY: Final = pattern(
    r"[ ]*(?P<key>[^\W\d][\w-]*)(?:\s+(?P<value>(?![|>&*@`\"'\[{#])(?:(?!:\s|:$).)+))?\s*"
)


def blanks_after_marks(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which a blank follows a colon, or a dash."""
    for index in near(lines, found):
        line = lines[index]
        colon = NO_BLANK.match(line)
        if colon and (colon["key"] in shop.names or index == found.line):
            at = colon.end("key")
            rest = line[at + 1 :].strip()
            foreign = line[at + 1 : at + 2]
            what = f", but {named(foreign)}" if foreign.isspace() else ""
            yield Mend(
                replaced(lines, {index: f"{line[: at + 1]} {line[at + 1 :]}"}),
                index,
                at,
                1,
                f"there is no blank after the colon{what}",
                f"write `{colon['key']}: {rest}`",
            )
        dash = NO_DASH_BLANK.match(line)
        if dash:
            yield Mend(
                replaced(lines, {index: f"{dash['before']}- {line[dash.end('before') + 1 :]}"}),
                index,
                dash.end("before"),
                1,
                "there is no blank after the dash",
                f"write `- {line[dash.end('before') + 1 :].strip()}`",
            )


def torn_addresses(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which no blank stands within the address of a page."""
    del shop
    for index in near(lines, found):
        torn = _TORN_ADDRESS.search(lines[index])
        if torn:
            address = f"{torn['scheme']}://{torn['rest']}"
            line = f"{lines[index][: torn.start()]}{address}{lines[index][torn.end() :]}"
            yield Mend(
                replaced(lines, {index: line}),
                index,
                torn.start(),
                len(torn[0]),
                "there is a blank in the address of a page",
                f"write `{address}`",
            )


def missing_colon(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which a colon follows a key of the format."""
    for index in near(lines, found):
        line = lines[index]
        words = WORDS.match(line)
        if words and words["key"] in shop.names:
            at = words.end("key")
            value = words["value"].strip()
            fix = f"write `{words['key']}: {value}`"
            opener = None if words["gap"].strip() else text_above(shop, lines, index)
            if opener is not None:
                fix += (
                    f", or indent it by {level_of(lines, opener)} blanks "
                    f"if it goes on with the text of line {opener + 1}"
                )
            yield Mend(
                replaced(lines, {index: f"{line[:at]}: {value}"}),
                index,
                words.start("key"),
                len(words["key"]),
                f"there is no colon after {words['key']!r}",
                fix,
            )
        other = _OTHER_SIGN.match(line)
        if other and _stands_among_keys(shop, lines, index, other["key"]):
            entry = f"{other['key']}: {other['value'].strip()}"
            yield Mend(
                replaced(lines, {index: other["before"] + entry}),
                index,
                other.start("key"),
                len(other["key"]),
                f"there is no colon after {other['key']!r}",
                f"write `{entry}`",
            )
        alone = line.strip().removeprefix("- ").strip()
        if alone in shop.names:
            yield Mend(
                replaced(lines, {index: f"{line.rstrip()}:"}),
                index,
                len(line) - len(line.lstrip()),
                len(line.strip()),
                f"there is no colon after {alone!r}",
                f"write `{alone}:`",
            )


def _stands_among_keys(shop: Workshop, lines: Lines, index: int, key: str) -> bool:
    """Whether the nearest keys of a line's own column may have a key beside them."""
    column = head(lines[index]).dashes
    beside = [_key_beside(lines, index), _key_beside(lines[::-1], len(lines) - 1 - index)]
    if not column:
        return key in shop.vocabulary.first and any(
            one in shop.vocabulary.first and one != key for one in beside
        )
    return any(one != key and shop.vocabulary.stand_together(key, one) for one in beside)


def dash_too_many(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which a key stands among the others of its mapping without a dash."""
    for index in near(lines, found):
        line = lines[index]
        dash = _DASHED_KEY.match(line)
        if not dash or dash["key"] not in shop.names:
            continue
        bare = dash["before"] + line[dash.start("key") :]
        among = replaced(lines, {index: bare})
        keys = [*keys_above(among, index, len(dash["before"]))]
        if not keys and shop.vocabulary.is_list(key_around(lines, index)):
            continue  # it begins the first entry, and is set in farther than the rest of it
        if _stands_among_keys(shop, among, index, dash["key"]) and dash["key"] not in keys:
            yield Mend(
                among,
                index,
                dash.end("before"),
                1,
                "a dash begins an entry of a list, and this line stands among the keys of one",
                f"write `{bare.strip()}`, without the dash",
            )


def blanks_behind_dashes(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which one blank follows a dash, so that its key aligns with the others."""
    for index in near(lines, found):
        line = lines[index]
        dash = _WIDE_DASH.match(line)
        below = next((one for one in lines[index + 1 :] if not is_empty(one)), "")
        column = dash.end("before") + 2 if dash else 0
        if not dash or indent(below) != column or head(below).dashes != column:
            continue
        if not shop.vocabulary.stand_together(dash["key"], head(below).key):
            continue
        entry = f"- {line[dash.start('key') :].strip()}"
        blanks = len(dash["blanks"])
        yield Mend(
            replaced(lines, {index: dash["before"] + entry}),
            index,
            dash.end("before") + 1,
            blanks,
            f"{blanks} blanks follow the dash, and the keys below begin behind one",
            f"write `{entry}`",
        )


def two_dashes(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which one dash begins an entry whose other keys align with it."""
    for index in near(lines, found):
        line = lines[index]
        dashes = _TWO_DASHES.match(line)
        if dashes and shop.vocabulary.lists(key_around(lines, index), dashes["key"]):
            entry = f"- {line[dashes.start('key') :].strip()}"
            yield Mend(
                replaced(lines, {index: dashes["before"] + entry}),
                index,
                dashes.end("before"),
                dashes.start("key") - dashes.end("before"),
                TWO_DASHES,
                f"write `{entry}`",
            )


def value_below(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which a value stands behind its key, and not below it in its column."""
    for index in near(lines, found):
        before = above(lines, index)
        if before is None or head(lines[index]).key:
            continue
        begins, words = head(lines[before]), lines[index].strip()
        is_bare = not without_comment(lines[before][begins.value :]).strip()
        is_due = shop.vocabulary.is_single(begins.key) and is_bare
        if not is_due or indent(lines[index]) > begins.dashes or not _WORD.match(words):
            continue
        entry = f"{begins.key}: {words}"
        yield Mend(
            replaced(lines, {before: lines[before][: begins.dashes] + entry, index: ""}),
            before,
            begins.dashes,
            len(begins.key),
            f"the value of {begins.key!r} stands on line {index + 1}, and is not set in",
            f"write `{entry}`, and delete line {index + 1}",
        )


def no_key(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts without a line that stands where keys stand, and has none of the format."""
    for index in near(lines, found):
        line = lines[index]
        words = _NO_KEY.fullmatch(line)
        beside = _key_beside(lines, index)
        if not words or words["key"] in shop.names or not beside:
            continue
        value = (words["value"] or "").strip().removeprefix("=").lstrip()
        meant = meant_key(shop, words["key"], beside)
        begin = f"write `{meant}: {value}`".replace(": `", ":`") if meant else None
        yield Mend(
            replaced(lines, {index: ""}),
            index,
            words.start("key"),
            len(line.strip()),
            "this line has no colon, and stands where keys stand",
            (begin or "begin it with a key of the format and a colon")
            + ", or indent it farther if it belongs to the text above",
            is_rough=True,
        )


def _key_beside(lines: Lines, index: int) -> str:
    """Return the key of the nearest line above that is set in no farther, if it is set in as far.

    Empty if it has none, or is set in less.
    """
    column = head(lines[index]).dashes
    for at in range(index - 1, -1, -1):
        if not is_empty(lines[at]) and head(lines[at]).dashes <= column:
            return head(lines[at]).key if head(lines[at]).dashes == column else ""
    return ""
