"""Lines in the manner of other formats: comments, rules, keys between the stars of Markdown."""

from collections.abc import Iterator
from typing import Final

from escp_docs.pattern import pattern
from escp_docs.read.mending.breaks import Break, Lines, Mend, Workshop, indent, near, replaced
from escp_docs.read.mending.outside import block_above

_COMMENT: Final = pattern(r"\s*(?P<mark>//+|<!--+|/\*+)\s*(?P<words>.*?)\s*(?:--+>|\*+/)?\s*")
_RULE: Final = pattern(r"\s*(?:([-=_*~])\1{2,}|[-–—]{2,})\s*")
_STARRED: Final = pattern(
    r"(?P<before>\s*(?:- +)*)(?P<mark>\*{1,3}|`)(?P<key>[a-z][a-z_]*)"
    r"(?:(?P=mark)\s*:|:\s*(?P=mark))(?P<value>.*)"
)


def foreign_marks(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which such a line is a comment, is away, or has its key alone."""
    for index in near(lines, found):
        line = lines[index]
        if block_above(lines, index):
            continue
        column, length = indent(line), max(1, len(line.strip()))
        comment, starred = _COMMENT.fullmatch(line), _STARRED.fullmatch(line)
        if comment:
            said = f"a comment begins with #, and this line with {comment['mark']}"
            fix = f"write `# {comment['words']}`" if comment["words"] else "delete the line"
            yield Mend(replaced(lines, {index: ""}), index, column, length, said, fix)
        if _RULE.fullmatch(line):
            said = "a line of signs parts nothing in YAML"
            fix = "delete it, or begin it with #"
            yield Mend(replaced(lines, {index: ""}), index, column, length, said, fix)
        if starred and starred["key"] in shop.names:
            entry = f"{starred['key']}: {starred['value'].strip()}".rstrip()
            yield Mend(
                replaced(lines, {index: starred["before"] + entry}),
                index,
                starred.start("mark"),
                length - len(starred["before"].strip()),
                f"a key stands without {starred['mark']} around it",
                f"write `{entry}`",
            )
