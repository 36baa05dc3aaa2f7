"""Brackets that are not closed, closed twice or by the wrong sign, and what goes wrong in them."""

from collections.abc import Iterator
from typing import Final

from escp_docs.pattern import pattern
from escp_docs.read.characters import as_words
from escp_docs.read.mending.breaks import (
    QUOTED,
    Break,
    Lines,
    Mend,
    Workshop,
    above,
    indent,
    near,
    replaced,
    without_comment,
)
from escp_docs.read.quoting import cure, within

_CLOSER: Final = {"{": "}", "[": "]"}
_DEEP: Final = 10  # brackets that close behind one value
_BACK: Final = 40  # lines above a break in which the bracket may have been opened
_KEY: Final = pattern(r"(?P<gap>[ ;]+)(?P<key>[A-Za-z_][\w.-]*)\s*:(?=\s)")
_QUOTED_KEY: Final = pattern(r"""\s*(?P<key>"[^"]*"|'[^']*')\s*:""")
_ENTRY: Final = pattern(r"(?:^|[,{\[])\s*(?P<key>[\w.-]+)\s*:\s+(?P<value>[^,{}\[\]\"']*)")
_QUOTED_ENTRY: Final = pattern(
    r"""(?:^|[,{\[])\s*(?P<key>[\w.-]+)\s*:\s+(?P<value>(?P<quote>["'])[^{}\[\]]*?(?P=quote))(?=\s*(?:,\s+[\w.-]+\s*:|[}\]]))"""
)
_ANY_VALUE: Final = pattern(
    r"(?<=[{\[,])(?=\s*(?:(?P<key>[A-Za-z_][\w.-]*)\s*:\s+|(?![A-Za-z_][\w.-]*\s*:\s))"
    r"(?P<value>[^\s,][^,]*))"
)
_NEXT_KEY: Final = pattern(r",\s*[A-Za-z_][\w.-]*\s*:\s")
_LONGEST: Final = 20_000  # characters of a line in which values are looked for
_PIECES: Final = 12  # parts between commas that one value has at most
_IN_WORDS: Final = pattern(r"\s*[\w(\"']")
_MARK: Final = pattern(r"[\[\]{}\"']|^[@`%*&!|>?]")
_BEGUN: Final = pattern(r"\s*(?:-\s+)*[\[{]")
_DUE: Final = (":", "-", ",", "[", "{", "...")  # what a value or more of one follows
_COMMAS: Final = pattern(r",(\s*),")
_NOTHING_IS_OPEN: Final = "<document start>"  # is what the YAML library expects then


def open_brackets(line: str) -> list[int]:
    """Return where brackets stand that a line opens and does not close, the outermost first."""
    bare = QUOTED.sub(lambda found: " " * len(found[0]), without_comment(line))
    found: list[int] = []
    for at, sign in enumerate(bare):
        if sign in _CLOSER and (found or _may_open(bare, at)):
            found.append(at)
        elif found and sign == _CLOSER[bare[found[-1]]]:
            found.pop()
    return found


def _may_open(line: str, at: int) -> bool:
    before = line[:at].rstrip()
    return not before or before[-1] in ":-,[{"


def _left_open(lines: Lines, found: Break) -> Iterator[tuple[int, list[int], str]]:
    """Yield the lines that leave brackets open, with where these stand and what closes them."""
    first = max(0, min(found.start[0], found.line - 3), found.line - _BACK)
    for index in range(first, found.line + 1):
        line = lines[index]
        if opened := open_brackets(line):
            yield index, opened, "".join(_CLOSER[line[at]] for at in reversed(opened))


def unclosed(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which the brackets of a line, or of an entry, are closed."""
    del shop
    for index, opened, closers in _left_open(lines, found):
        line = lines[index]
        last = above(lines, found.line)
        if last is not None and last > index:
            yield from _over_lines(lines, index, last)
        for end in dict.fromkeys((index, last if last is not None and last > index else index)):
            for count in range(1, len(closers) + 1):
                text = lines[end].rstrip()
                yield Mend(
                    replaced(lines, {end: text.rstrip(",") + closers[:count]}),
                    index,
                    opened[len(opened) - count],
                    1,
                    f"the {line[opened[len(opened) - count]]} that opens here is never closed",
                    f"add {closers[:count]} at the end of line {end + 1}",
                )


def closed_in_a_comment(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which a bracket is closed before the comment that has its closer."""
    del shop
    for index, _, closers in _left_open(lines, found):
        line = lines[index]
        code = without_comment(line)
        comment = line[len(code) :].rstrip()
        if not comment.endswith(closers):
            continue
        words = comment.removesuffix(closers).rstrip()
        mended = f"{code.rstrip().rstrip(',')}{closers} {words.strip()}"
        yield Mend(
            replaced(lines, {index: mended}),
            index,
            len(line.rstrip()) - len(closers),
            len(closers),
            f"a comment goes on to the end of its line, and {closers} stands in this one",
            f"write `{mended.strip().removeprefix('- ')}`",
        )


def opened_for_nothing(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts without a line that opens a bracket below a value that is whole already."""
    del shop
    first = max(0, min(found.start[0], found.line - 3), found.line - _BACK)
    for index in range(first, found.line + 1):
        line = lines[index]
        begun = _BEGUN.match(line)
        if begun is None or not open_brackets(line) or _is_due(lines, index):
            continue
        rest = without_comment(line[begun.end() :]).strip()
        sign = line[begun.end() - 1]
        yield Mend(
            replaced(lines, {index: ""}),
            index,
            begun.end() - 1,
            1,
            f"the {sign} that opens here is never closed, and no value is due here",
            f"close it, and write a key before it: `key: {sign}{rest}{_CLOSER[sign]}`; or delete "
            f"line {index + 1}"
            if rest
            else "delete it",
            is_rough=bool(rest),
        )


def _is_due(lines: Lines, index: int) -> bool:
    """Whether a value may begin on a line: below a key or a dash, or as an entry of a list."""
    before = above(lines, index)
    if before is None or without_comment(lines[before]).rstrip().endswith(_DUE):
        return True
    column = indent(lines[index])
    while before is not None and indent(lines[before]) > column:
        before = above(lines, before)
    dashes = lines[index].lstrip().startswith("- ")
    return dashes and before is not None and lines[before][column : column + 2] == "- "


def _over_lines(lines: Lines, first: int, last: int) -> Iterator[Mend]:
    """Yield the text in which what lines from `first` to `last` open, and leave open, is closed."""
    text = "\n".join(lines[first : last + 1])
    opened = [at for at in open_brackets(text) if at < len(lines[first])]
    if opened and len(opened) < len(open_brackets(lines[first])):
        closers = "".join(_CLOSER[text[at]] for at in reversed(opened))
        yield Mend(
            replaced(lines, {last: lines[last].rstrip().rstrip(",") + closers}),
            first,
            opened[0],
            1,
            f"the {text[opened[0]]} that opens here is never closed",
            f"add {closers} at the end of line {last + 1}",
        )


def unclosed_inside(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which a list in braces is closed before the next key of the braces."""
    for index in near(lines, found):
        line = lines[index]
        opened = open_brackets(line)
        if len(opened) < len("{[") or line[opened[-1]] != "[":
            continue
        keys = _NEXT_KEY.finditer(line, opened[-1])
        after = next((one for one in keys if open_brackets(line[: one.start()]) == opened), None)
        if after and after[0].strip(" ,:") in shop.names:
            entry = line[opened[-1] : after.start()].rstrip()
            yield Mend(
                replaced(lines, {index: f"{line[: after.start()]}]{line[after.start() :]}"}),
                index,
                opened[-1],
                len(entry),
                "the [ that opens here is not closed before the next key",
                f"write `{entry}]`",
            )


def unclosed_before_another(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which a bracket is closed before the one around it is."""
    del shop
    for index in near(lines, found):
        line = lines[index]
        bare = QUOTED.sub(lambda found: " " * len(found[0]), without_comment(line))
        opened: list[int] = []
        for at, sign in enumerate(bare):
            if sign in _CLOSER and (opened or _may_open(bare, at)):
                opened.append(at)
            elif opened and sign == _CLOSER[bare[opened[-1]]]:
                opened.pop()
            elif len(opened) > 1 and sign == _CLOSER[bare[opened[-2]]]:
                begin = opened[-1]
                closer = _CLOSER[bare[begin]]
                last = max(line.rfind(",", begin, at), begin) + 1
                end = line[last:at].strip()
                yield Mend(
                    replaced(lines, {index: line[:at].rstrip() + closer + line[at:]}),
                    index,
                    begin,
                    1,
                    f"the {line[begin]} that opens here is not closed before the {sign}",
                    f"write `{end}{closer}{sign}` for `{end}{sign}`",
                )
                break


def wrong_closer(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts without a bracket that closes nothing, or with the one that was meant."""
    del shop
    line = lines[found.line]
    for at in (found.column, found.column - 1):
        if not 0 <= at < len(line) or line[at] not in "]})":
            continue
        if _IN_WORDS.match(line, at + 1):
            continue  # it stands in the middle of words, which want quotes
        sign = line[at]
        for other in "]}":
            if sign != other:
                yield Mend(
                    replaced(lines, {found.line: line[:at] + other + line[at + 1 :]}),
                    found.line,
                    at,
                    1,
                    f"{sign} closes what another bracket has opened",
                    f"write {other} in its place",
                )
        yield Mend(
            replaced(lines, {found.line: line[:at] + line[at + 1 :]}),
            found.line,
            at,
            1,
            f"{sign} closes nothing here",
            "delete it",
        )


def comma_between_lines(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which a comma parts an entry in brackets from that of the line above."""
    del shop
    for index in near(lines, found):
        before = above(lines, index)
        key = _QUOTED_KEY.match(lines[index])
        if key and before is not None and lines[before].rstrip()[-1] not in ",{[":
            ended = lines[before].rstrip()
            yield Mend(
                replaced(lines, {before: f"{ended},"}),
                before,
                len(ended) - 1,
                1,
                f"there is no comma at the end of this line, before {key['key']}",
                "add a comma",
            )


def marks_in_one_value(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which one value in brackets is words, whatever marks it holds."""
    del shop
    for index in near(lines, found):
        line = lines[index]
        for value, start, key in sorted(_candidates(line), key=_likeliness):
            end = start + len(value)
            yield Mend(
                replaced(lines, {index: line[:start] + as_words(value) + line[end:]}),
                index,
                start,
                len(value),
                "words follow the quote that closes here"
                if value[0] in "\"'" and within(value) != value
                else "a mark in this text is read as structure",
                cure(key, value),
            )


_Candidate = tuple[str, int, str]
"""What may be one value of a line: its text, where it begins, its key or an empty text."""


def _candidates(line: str) -> Iterator[_Candidate]:
    """Yield what may be one value, though it has marks and perhaps commas."""
    if len(line) > _LONGEST:
        return
    for entry in _ANY_VALUE.finditer(line):
        start = entry.start("value")
        after = _NEXT_KEY.search(line, start)
        rest = line[start : after.start() if after else len(line)]
        end = -1
        for _ in range(_PIECES):
            end = rest.find(",", end + 1)
            piece = rest[: end if end >= 0 else len(rest)]
            for value in _values(piece):
                yield value, start, entry["key"] or ""
            if end < 0 or not _goes_on(piece):
                break


def _goes_on(piece: str) -> bool:
    """Whether the comma behind a piece may belong to the value: a quote or bracket is open."""
    if piece.count('"') % 2 or (piece[0] in "\"'" and not QUOTED.fullmatch(piece.rstrip())):
        return True
    bare = QUOTED.sub("", piece)
    return any(bare.count(sign) > bare.count(closer) for sign, closer in _CLOSER.items())


def _likeliness(one: _Candidate) -> tuple[bool, bool, bool, int]:
    """Put values in quotes as a whole first, those that part a pair of quotes last."""
    value = one[0]
    is_in_quotes = value[-1] == value[0] and within(value) != value
    parts_quotes = not is_in_quotes and (
        value.count('"') % 2 == 1 or (value[0] == "'" and value.count("'") % 2 == 1)
    )
    is_odd = value[0] == '"' and value.count('"') % 2 == 1
    return parts_quotes, not is_in_quotes, is_odd, len(value)


def _values(written: str) -> Iterator[str]:
    """Yield what may be the value, with fewer and fewer of the brackets behind it."""
    value = written.rstrip()
    for _ in range(_DEEP):
        if not value:
            return
        is_quoted = bool(QUOTED.fullmatch(value)) or value[-1] == _CLOSER.get(value[0])
        if _MARK.search(value) and not is_quoted and _may_be_words(value):
            yield value
        if value[-1] not in "]}":
            return
        value = value[:-1].rstrip()


def _may_be_words(value: str) -> bool:
    """Whether no bracket belongs to what is around a value: none closes that it has not opened."""
    depth = 0
    for at, sign in enumerate(value):
        if sign in "]}" and not depth and _IN_WORDS.match(value, at + 1):
            continue
        depth += (sign in _CLOSER) - (sign in "]}")
        if depth < 0:
            return False
    return not depth or value[0] not in _CLOSER


def inside(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which an entry in brackets is parted from the next, or is all words."""
    for index in near(lines, found):
        line = lines[index]
        is_bare = "{" not in line and "[" not in line
        if is_bare and (found.start[0] == index or _NOTHING_IS_OPEN in found.problem):
            continue
        twice = _COMMAS.search(line)
        if twice:
            yield Mend(
                replaced(lines, {index: line[: twice.start()] + line[twice.start() + 1 :]}),
                index,
                twice.start(),
                twice.end() - twice.start(),
                "two commas stand here, and nothing between them",
                "keep one of them",
            )
        for key in _KEY.finditer(line):
            is_first = line[: key.start()].strip() == "-"  # of an entry of a list
            if not is_first and (key["key"] in shop.names or key["gap"].strip()):
                at = key.start()
                comma = line[:at].rstrip(" ;") + "," + " " * (len(key["gap"]) - 1 or 1)
                yield Mend(
                    replaced(lines, {index: comma + line[key.start("key") :]}),
                    index,
                    key.start("key"),
                    len(key["key"]),
                    f"there is no comma before {key['key']!r}",
                    f"write `, {key['key']}: ...`",
                )
        yield from _quotes_inside(lines, index)
        for entry in _ENTRY.finditer(line):
            value = entry["value"].strip()
            if value and as_words(value) != value:
                yield Mend(
                    replaced(
                        lines,
                        {
                            index: line[: entry.start("value")]
                            + as_words(entry["value"])
                            + line[entry.end("value") :]
                        },
                    ),
                    index,
                    entry.start("value"),
                    len(value),
                    "a mark in this text is read as structure",
                    cure(entry["key"], value),
                )


def _quotes_inside(lines: Lines, index: int) -> Iterator[Mend]:
    """Yield the texts in which a quoted value holds its own quotes as words: 'It's late'."""
    line = lines[index]
    for entry in _QUOTED_ENTRY.finditer(line):
        quote, start, end = entry["quote"], entry.start("value"), entry.end("value")
        inner = entry["value"][1:-1]
        if quote in inner:
            yield Mend(
                replaced(lines, {index: line[: start + 1] + as_words(inner) + line[end - 1 :]}),
                index,
                start + 1 + inner.index(quote),
                1,
                "words follow the quote that closes here",
                cure(entry["key"], inner),
            )
