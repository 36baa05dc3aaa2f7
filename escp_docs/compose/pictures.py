"""Pictures of the spec in documents: those in its proses, logos, and the emblem of the Union."""

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from escp_docs.compose.figures.emblem import emblem
from escp_docs.compose.markdown.glyphs import printable
from escp_docs.compose.templates.binder import BoundValue
from escp_docs.document import (
    Align,
    Block,
    Paragraph,
    Passage,
    Picture,
    PictureKind,
    PictureRow,
    Text,
    mapped,
)
from escp_docs.language.language import Language
from escp_docs.model.spec import Spec
from escp_docs.prose.pictures import typed

SpecPicture = Mapping[tuple[str, str], Picture]
"""The pictures of a spec that can be shown, by the path of the value that names them, and the file.
"""
_WIDEST_MM: Final = 162.0
_TALLEST_MM: Final = 200.0
_LOGO: Final = (48.0, 16.0)  # millimetres across and high
_HEAD: Final = (30.0, 7.0)
_LETTER: Final = (60.0, 18.0)
_BETWEEN_MM: Final = 6.0
_SMALLEST: Final = 0.6  # of its size, to stand in one row with the others
_EMBLEM_MM: Final = 15.0  # how high; the Union asks for one centimetre at least


def fitted(picture: Picture, room: tuple[float, float], *, grows: bool) -> Picture:
    """Return a picture at a size that fits into a room; `grows` if it is to fill it."""
    scale = min(room[0] / picture.width_mm, room[1] / picture.height_mm)
    if not grows:
        scale = min(scale, 1.0)
    return replace(picture, width_mm=picture.width_mm * scale, height_mm=picture.height_mm * scale)


def with_pictures(blocks: tuple[Block, ...], pictures: SpecPicture) -> tuple[Block, ...]:
    """Return blocks whose proses have their pictures; what cannot be shown stands as typed."""

    def filled(block: Block) -> Block:
        if not isinstance(block, Passage):
            return block
        return replace(block, blocks=mapped(block.blocks, lambda one: _filled(one, block.path)))

    def _filled(block: Block, path: str) -> Block:
        if not isinstance(block, PictureRow) or any(one.content for one in block.items):
            return block
        (wanted,) = block.items
        found = pictures.get((path, wanted.source))
        if found is None:
            return Paragraph((Text(typed(wanted)),))
        shown = fitted(found, (_WIDEST_MM, _TALLEST_MM), grows=False)
        words = wanted.alternative or printable(wanted.source)
        return PictureRow((replace(shown, source=wanted.source, alternative=words),))

    return mapped(blocks, filled)


class Logos:
    """The logos of a spec, as templates ask for them."""

    def __init__(self, spec: Spec, pictures: SpecPicture, language: Language) -> None:
        self._spec, self._pictures, self._words = spec, pictures, language.captions

    def of_all(self) -> BoundValue:
        """Return the logos of the partnership and of its partners, side by side."""
        every = [
            self._project(_LOGO),
            *(self._partner(one.id, _LOGO) for one in self._spec.partners),
        ]
        found = [one for one in every if one]
        room = _WIDEST_MM - _BETWEEN_MM * len(found)
        wide = sum(one.width_mm for one in found) or room
        scale = max(min(1.0, room / wide), _SMALLEST)
        return _row(
            [
                replace(one, width_mm=one.width_mm * scale, height_mm=one.height_mm * scale)
                for one in found
            ],
            Align.LEFT,
        )

    def of(self, partner: object) -> BoundValue:
        """Return the logo of a partner, by its id, for the head of a letter."""
        found = self._partner(str(partner), _LETTER)
        return _row([found] if found else [], Align.LEFT)

    def running(self) -> tuple[Picture, ...]:
        """Return what stands at the head of every page: the logo of the partnership, or none."""
        found = self._project(_HEAD)
        return (found,) if found else ()

    def emblem(self) -> BoundValue:
        """Return the emblem of the Union."""
        height = _EMBLEM_MM
        picture = Picture(
            "emblem", self._words.emblem, PictureKind.SVG, emblem(), 1.5 * height, height
        )
        return _row([picture], Align.LEFT)

    def _project(self, room: tuple[float, float]) -> Picture | None:
        project = self._spec.project
        found = self._pictures.get(("project.logo", project.logo or ""))
        return self._named(found, project.acronym, room)

    def _partner(self, name: str, room: tuple[float, float]) -> Picture | None:
        for index, one in enumerate(self._spec.partners):
            if one.id == name:
                key = f"consortium.partners[{index}].logo", one.logo or ""
                return self._named(self._pictures.get(key), one.legal_name or one.id, room)
        return None

    def _named(
        self, found: Picture | None, whose: str, room: tuple[float, float]
    ) -> Picture | None:
        if found is None:
            return None
        words = printable(self._words.logo.format(name=whose))
        shown = fitted(found, room, grows=True)
        return replace(shown, source=printable(found.source), alternative=words)


def _row(pictures: Sequence[Picture], align: Align) -> BoundValue:
    """Return pictures side by side; nothing at all if there are none."""
    return BoundValue((), (PictureRow(tuple(pictures), align),) if pictures else ())
