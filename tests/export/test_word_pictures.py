"""What is drawn in several Word files is drawn once."""

from collections.abc import Mapping
from typing import Any

import pytest
from resvg_py import svg_to_bytes

from escp_docs import files
from escp_docs.document import Figure
from escp_docs.export.look import Look
from escp_docs.export.word import pictures
from escp_docs.export.word.pictures import Pictures
from escp_docs.export.word.relations import Relations

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20">'
    '<text y="16" font-family="DejaVu Sans">{}</text></svg>'
)


def _parts(words: str, look: Look) -> Mapping[str, bytes]:
    """Return the parts of a Word file with one figure that shows words."""
    drawn = Pictures()
    figure = Figure(_SVG.format(words), words, (), 1, "f", width_mm=80, height_mm=20)
    drawn.drawing(figure, 100, Relations())
    return drawn.parts(look)


def test_a_drawing_is_made_once_while_it_and_its_fonts_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[str] = []

    def counted(*, svg_string: str, **options: Any) -> bytes:  # noqa: ANN401  # those of resvg
        made.append(svg_string)
        return svg_to_bytes(svg_string=svg_string, **options)

    monkeypatch.setattr(pictures, "svg_to_bytes", counted)
    look = files.look(files.template_files("-", None))
    bold = {**look.fonts, "DejaVuSans.ttf": look.fonts["DejaVuSans-Bold.ttf"]}
    other = Look(look.texts, bold)

    first = _parts("once", look)
    assert _parts("once", Look(look.texts, dict(look.fonts))) == first
    assert len(made) == 1
    assert _parts("twice", look) != first
    assert len(made) == 2
    assert _parts("twice", other) != _parts("twice", look)
    assert len(made) == 3
