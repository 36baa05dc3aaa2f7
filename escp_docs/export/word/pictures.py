"""Figures: SVG, with a picture of dots for programs that know no SVG."""

from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from resvg_py import svg_to_bytes

from escp_docs.document import Figure
from escp_docs.errors import ExportError
from escp_docs.export.look import FACES, WHOLE, Look
from escp_docs.export.svg import inline_svg
from escp_docs.export.word.markup import safe
from escp_docs.export.word.relations import Relations

_EMU_PER_MM = 36000
_DOTS_PER_INCH = 150
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


class Pictures:
    """The pictures of one document."""

    def __init__(self, relations: Relations) -> None:
        self._relations = relations
        self._ids = count(1)
        self._figures: dict[str, Figure] = {}

    def drawing(self, figure: Figure, width_mm: float) -> str:
        """Return the run that shows a figure, scaled down if it is wider than its place."""
        number = next(self._ids)
        name = f"picture{number}"
        self._figures[name] = figure
        scale = min(1, width_mm / figure.width_mm) * _EMU_PER_MM
        size = f'cx="{round(figure.width_mm * scale)}" cy="{round(figure.height_mm * scale)}"'
        described = f'id="{number}" name="{name}" descr="{safe(figure.alternative)}"'
        return (
            '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f"<wp:extent {size}/><wp:docPr {described}/><wp:cNvGraphicFramePr>"
            f'<a:graphicFrameLocks xmlns:a="{_DRAWING}/main" noChangeAspect="1"/>'
            f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_DRAWING}/main">'
            f'<a:graphicData uri="{_DRAWING}/picture"><pic:pic xmlns:pic="{_DRAWING}/picture">'
            f"<pic:nvPicPr><pic:cNvPr {described}/><pic:cNvPicPr/></pic:nvPicPr>"
            f"<pic:blipFill>{self._blip(name)}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def _blip(self, name: str) -> str:
        dots = self._relations.to("image", f"media/{name}.png")
        lines = self._relations.to("image", f"media/{name}.svg")
        return (
            f'<a:blip r:embed="{dots}"><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-'
            f'37D633B846F1}}"><asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{lines}"/></a:ext>'
            "</a:extLst></a:blip>"
        )

    def parts(self, look: Look) -> dict[str, bytes]:
        """Return the files of all pictures, by their name in the package.

        Raises:
            ExportError: the picture of a figure is no SVG or cannot be drawn.
        """
        parts: dict[str, bytes] = {}
        if not self._figures:
            return parts
        # The renderer takes fonts as files alone; outside these the machine's own would differ.
        with TemporaryDirectory() as folder:
            fonts = _written(look, Path(folder))
            for name, figure in self._figures.items():
                svg = inline_svg(figure)
                parts[f"word/media/{name}.svg"] = svg.encode()
                parts[f"word/media/{name}.png"] = _dots(_with_whole_fonts(svg), figure, fonts)
        return parts


def _with_whole_fonts(svg: str) -> str:
    """Return a picture that names the families as the files of the whole fonts do."""
    for own, whole in WHOLE.items():
        svg = svg.replace(own, whole)
    return svg


def _written(look: Look, folder: Path) -> list[str]:
    files: list[str] = []
    for face in FACES:
        path = folder / face.file
        path.write_bytes(look.font(face.file))
        files.append(str(path))
    return files


def _dots(svg: str, figure: Figure, fonts: list[str]) -> bytes:
    try:
        return svg_to_bytes(
            svg_string=svg,
            dpi=_DOTS_PER_INCH,
            skip_system_fonts=True,
            font_files=fonts,
        )
    except ValueError as error:
        raise ExportError(f"figure {figure.id!r} cannot be drawn: {error}") from error
