"""Figures and pictures: of each SVG also a picture of dots, for programs that know no SVG."""

from base64 import b64decode
from functools import lru_cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct
from resvg_py import svg_to_bytes

from escp_docs.document import Figure, Picture, PictureKind
from escp_docs.errors import ExportError
from escp_docs.export.look import FACES, WHOLE, Look
from escp_docs.export.svg import inline_svg
from escp_docs.export.word.markup import safe
from escp_docs.export.word.relations import Relations

_EMU_PER_MM = 36000
_DOTS_PER_INCH = 150
_DOTS_OF_PICTURES = 300  # to the inch; logos are small, and looked at closely
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


class _Drawn(Struct, frozen=True):
    """An SVG that goes into the package, with a picture of dots beside it."""

    svg: str
    name: str
    dpi: float = 0
    dots_across: int = 0


class Pictures:
    """The pictures of one document."""

    def __init__(self) -> None:
        self._ids = count(1)
        self._drawn: dict[str, _Drawn] = {}
        self._files: dict[str, bytes] = {}

    def drawing(self, figure: Figure, width_mm: float, relations: Relations) -> str:
        """Return the run that shows a figure, scaled down if it is wider than its place."""
        number = next(self._ids)
        name = f"picture{number:03}"
        drawn = _Drawn(inline_svg(figure), figure.id, dpi=_DOTS_PER_INCH)
        self._drawn[name] = drawn
        scale = min(1, width_mm / figure.width_mm)
        size = figure.width_mm * scale, figure.height_mm * scale
        return _run(number, name, figure.alternative, size, _vector(name, relations))

    def shown(self, picture: Picture, width_mm: float, relations: Relations) -> str:
        """Return the run that shows a picture of the spec, scaled down in the same way."""
        number = next(self._ids)
        name = f"image{number:03}"
        if picture.kind is PictureKind.SVG:
            across = max(round(picture.width_mm / 25.4 * _DOTS_OF_PICTURES), 1)
            self._drawn[name] = _Drawn(picture.content, picture.source, dots_across=across)
            blip = _vector(name, relations)
        else:
            self._files[f"word/media/{name}.{picture.kind}"] = b64decode(picture.content)
            blip = f'<a:blip r:embed="{relations.to("image", f"media/{name}.{picture.kind}")}"/>'
        scale = min(1, width_mm / picture.width_mm)
        size = picture.width_mm * scale, picture.height_mm * scale
        return _run(number, name, picture.alternative, size, blip)

    def parts(self, look: Look) -> dict[str, bytes]:
        """Return the files of all pictures, by their name in the package.

        Raises:
            ExportError: a picture is no SVG or cannot be drawn.
        """
        parts = dict(self._files)
        if not self._drawn:
            return parts
        with TemporaryDirectory() as folder:
            fonts = _Fonts(look, Path(folder))
            for name, drawn in self._drawn.items():
                parts[f"word/media/{name}.svg"] = drawn.svg.encode()
                parts[f"word/media/{name}.png"] = _dots(drawn, fonts)
        return parts


def _run(number: int, name: str, alternative: str, size_mm: tuple[float, float], blip: str) -> str:
    wide, high = (round(side * _EMU_PER_MM) for side in size_mm)
    size = f'cx="{wide}" cy="{high}"'
    described = f'id="{number}" name="{name}" descr="{safe(alternative)}"'
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {size}/><wp:docPr {described}/><wp:cNvGraphicFramePr>"
        f'<a:graphicFrameLocks xmlns:a="{_DRAWING}/main" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_DRAWING}/main">'
        f'<a:graphicData uri="{_DRAWING}/picture"><pic:pic xmlns:pic="{_DRAWING}/picture">'
        f"<pic:nvPicPr><pic:cNvPr {described}/><pic:cNvPicPr/></pic:nvPicPr>"
        f"<pic:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _vector(name: str, relations: Relations) -> str:
    """Return the picture of dots, and the SVG for programs that know it."""
    dots = relations.to("image", f"media/{name}.png")
    lines = relations.to("image", f"media/{name}.svg")
    return (
        f'<a:blip r:embed="{dots}"><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-'
        f'37D633B846F1}}"><asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{lines}"/></a:ext>'
        "</a:extLst></a:blip>"
    )


def _with_whole_fonts(svg: str) -> str:
    """Return a picture that names the families as the files of the whole fonts do."""
    for own, whole in WHOLE.items():
        svg = svg.replace(own, whole)
    return svg


class _Fonts:
    """The fonts of a look, and a folder in which they lie as files once somebody wants them so.

    The renderer takes files alone; outside these the machine's own fonts would differ. Two are the
    same whose fonts are, wherever they lie.
    """

    def __init__(self, look: Look, folder: Path) -> None:
        self._contents = tuple(look.font(face.file) for face in FACES)
        self._folder = folder

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Fonts) and self._contents == other._contents

    def __hash__(self) -> int:
        return hash(self._contents)

    def files(self) -> list[str]:
        paths = [self._folder / face.file for face in FACES]
        for path, content in zip(paths, self._contents, strict=True):
            if not path.exists():
                path.write_bytes(content)
        return [str(path) for path in paths]


@lru_cache(maxsize=64)  # logos stand in every document
def _dots(drawn: _Drawn, fonts: _Fonts) -> bytes:
    try:
        return svg_to_bytes(
            svg_string=_with_whole_fonts(drawn.svg),
            dpi=drawn.dpi,
            width=drawn.dots_across or None,
            skip_system_fonts=True,
            font_files=fonts.files(),
        )
    except ValueError as error:
        raise ExportError(f"figure {drawn.name!r} cannot be drawn: {error}") from error
