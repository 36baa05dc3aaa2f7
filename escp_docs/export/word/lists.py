"""The part of the document that defines its numbered and unnumbered lists."""

from escp_docs.counting import Count, Numbers
from escp_docs.export.word.block_context import BlockContext
from escp_docs.export.word.markup import twips

# The lists of headings that templates/look/word/numbering.xml defines come before ours.
_RESERVED = 4
_LEVELS = 9  # a list of Word has no more; deeper ones begin anew, farther in
_BULLETS = "•–"
_FORMATS = {
    Count.DECIMAL: "decimal",
    Count.LOWER_LETTER: "lowerLetter",
    Count.UPPER_LETTER: "upperLetter",
    Count.LOWER_ROMAN: "lowerRoman",
    Count.UPPER_ROMAN: "upperRoman",
}


class Lists:
    """The lists of one document, each with a number of its own so that it counts from 1."""

    def __init__(self) -> None:
        self._definitions: list[str] = []
        self._instances: list[str] = []
        self._bullets: dict[tuple[int, float, float], int] = {}

    def item(self, depth: int, place: BlockContext, ordered_list: int | None) -> str:
        """Return the w:numPr of an item, in an ordered list or in one with bullets.

        Args:
            depth: How many lists the item stands in, from 1.
            place: Where the list stands: how far it and each of its levels are set in.
            ordered_list: What `ordered` returned; None for bullets.
        """
        level = min(depth, _LEVELS) - 1
        number = self._unordered(depth - level - 1, place)
        return list_properties(number if ordered_list is None else ordered_list, level)

    def ordered(self, depth: int, place: BlockContext, numbers: Numbers) -> int:
        """Return the number of a new ordered list at `depth`, from 1, in a place."""
        level = min(depth, _LEVELS) - 1
        definition = self._define(depth - level - 1, place, numbers)
        return self._instance(definition, {level: numbers.first})

    def restart(self, definition: int, level: int, start: int) -> int:
        """Return the number of a list that goes on with `start` at a level of a reserved list."""
        return self._instance(definition, {level: start})

    def parts(self) -> tuple[str, str]:
        """Return the definitions of these lists and their uses, for word/numbering.xml."""
        return "".join(self._definitions), "".join(self._instances)

    def _unordered(self, skipped: int, place: BlockContext) -> int:
        key = (skipped, place.step_mm, place.inset_mm)
        if key not in self._bullets:
            definition = self._define(skipped, place, None)
            self._bullets[key] = self._instance(definition, {})
        return self._bullets[key]

    def _define(self, skipped: int, place: BlockContext, numbers: Numbers | None) -> int:
        inset, step = place.inset_mm, place.step_mm
        number = _RESERVED + len(self._definitions) + 1
        levels = "".join(
            _level(level, inset + (skipped + level + 1) * step, step, numbers)
            for level in range(_LEVELS)
        )
        self._definitions.append(
            f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{number:08X}"/>'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )
        return number

    def _instance(self, definition: int, starts: dict[int, int]) -> int:
        number = _RESERVED + len(self._instances) + 1
        overrides = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            for level, start in starts.items()
        )
        self._instances.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>'
        )
        return number


def list_properties(number: int, level: int) -> str:
    """Return the w:numPr that makes a paragraph an item of a list at a level from 0."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _level(level: int, left_mm: float, step_mm: float, numbers: Numbers | None) -> str:
    shape, label = "bullet", _BULLETS[level % len(_BULLETS)]
    if numbers:
        shape = _FORMATS[numbers.count]
        label = f"{numbers.before}%{level + 1}{numbers.after}"
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/>'
        f'<w:lvlText w:val="{label}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{twips(left_mm)}" w:hanging="{twips(step_mm)}"/></w:pPr></w:lvl>'
    )
