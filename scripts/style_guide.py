"""The page docs/style-guide.md, made from the design values: `make generated` writes it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs" / "style-guide.md"
DESIGN = ROOT / "templates" / "look" / "design.yaml"

Values = Mapping[str, Mapping[str, float | str]]

_HEAD = """\
# Style guide

One look for all documents and formats. Every number and colour stands in
`templates/look/design.yaml`; `document.css`, `print.css`, `screen.css` and the Word styles in
`templates/look/word/` are filled from it. This page is written from it, too, by
`make generated`.

To change the look, copy a file of it into a folder `templates/look/` beside your spec and edit it
there: your copy wins, file by file. Figures keep the colours below.

## Principles

- A serif face for what is read, a sans-serif one for what is looked up: headings, tables, captions,
  running heads.
- One accent colour. Red says DRAFT and nothing else; yellow is a gap to fill and nothing else.
- Nothing is told by colour alone: figures use tone, hatching, shape and words, and stay legible in
  grey print.
- Numbers of clauses hang to the left; their words begin on one line.
- No heading, caption, label or table head stands alone at the foot of a page; rows of tables,
  figures, boxes and signature blocks are not split.
"""

_COLOURS = {
    "ink": "running text",
    "accent": "headings, heads of tables, totals",
    "accent_soft": "bands of table heads, boxes",
    "rule": "lines",
    "muted": "captions, running heads, small print",
    "alert": "the word DRAFT",
    "missing": "a placeholder, on missing_soft",
    "missing_soft": "the ground of a placeholder",
    "link": "links and cross references",
    "stated": "figures of the spec in the workbook, beside computed ones",
}
_FIGURES = {
    "dark": "partners, work packages, the lead of one",
    "middle": "tasks, those who take part",
    "warm": "target countries, hatched with `mark`",
    "mark": "deliverables, milestones, marks of targets",
    "land": "countries that are neither",
    "paper": "the ground, borders",
}
_FONTS = {
    "text": "running text, clauses",
    "display": "headings, tables, captions, running heads, figures",
    "fallback": "letters and signs that the others lack: Georgian, Armenian, Hebrew, Arabic, ●",
}
_SIZES = {
    "text": ("running text, clauses, contents", "text"),
    "lead": ("the opening of a section", "text"),
    "small": ("legends, remarks, footnotes", "table"),
    "table": ("tables", "table"),
    "caption": ("captions", "table"),
    "running_head": ("running heads, page numbers", "table"),
    "cover_kicker": ("the line above the title", "heading"),
    "cover_title": ("the title on the cover", "heading"),
    "cover_subtitle": ("the line below the title", "heading"),
    "heading_1": ("sections, parts, annexes", "heading"),
    "heading_2": ("sub-sections, articles", "heading"),
    "heading_3": ("third level", "heading"),
    "heading_4": ("fourth level", "heading"),
}
_LENGTHS = {
    "space": ("Spaces, in points", {}),
    "page": (
        "The page (A4), in millimetres",
        {
            "head": "from the edge of the paper to the running head",
            "foot": "from the edge of the paper to the page number",
        },
    ),
    "clause": ("Clauses: where the words of each level begin, in millimetres", {}),
}


def guide() -> str:
    """Return the page.

    Raises:
        KeyError: design.yaml has a value that this script does not describe, or lacks one.
    """
    design = yaml.safe_load(DESIGN.read_text(encoding="utf-8"))
    parts = [_HEAD, *_colours(design), *_fonts(design), *_sizes(design), *_lengths(design)]
    return "\n".join(parts) + "\n"


def _table(title: str, heads: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [" | ".join(row) for row in (heads, ("---",) * len(heads), *rows)]
    return f"## {title}\n\n" + "\n".join(f"| {line} |" for line in lines) + "\n"


def _colours(design: Values) -> Iterator[str]:
    heads = ("name", "colour", "used for", "contrast with white")
    for group, uses, title in (
        ("colour", _COLOURS, "Colours"),
        ("figure", _FIGURES, "Colours of figures"),
    ):
        rows = (
            (f"`{name}`", f"`{value}`", uses[name], f"{_contrast(str(value)):.1f} : 1")
            for name, value in design[group].items()
        )
        yield _table(title, heads, rows)


def _contrast(colour: str) -> float:
    """Return the contrast with white as WCAG 2.1 defines it; text needs 4.5."""
    shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
        for share in shares
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _fonts(design: Values) -> Iterator[str]:
    rows = ((f"`{name}`", str(value), _FONTS[name]) for name, value in design["font"].items())
    yield _table("Fonts", ("name", "family", "used for"), rows)
    yield (
        "All of them travel with the program, so a document looks the same on every machine. A\n"
        "character that none of them has is printed as `[U+XXXX]`, and `build` names its place.\n"
    )


def _sizes(design: Values) -> Iterator[str]:
    def row(name: str, value: float | str) -> tuple[str, ...]:
        use, leading = _SIZES[name]
        return f"`{name}`", f"{value:g}", f"{design['leading'][leading]:g}", use

    rows = (row(name, value) for name, value in design["size"].items())
    heads = ("name", "points", "line height", "used for")
    yield _table("Type scale", heads, rows)
    yield (
        "On a screen the running text is 17 pixels high, and all else in proportion. Word styles\n"
        "have the names that Word itself uses: Heading 1 to 4, Title, Caption, and so on.\n"
    )


def _lengths(design: Values) -> Iterator[str]:
    for group, (title, uses) in _LENGTHS.items():
        rows = (
            (f"`{name}`", f"{value:g}", uses.get(name, name.replace("_", " ")))
            for name, value in design[group].items()
        )
        yield _table(title, ("name", "length", "meaning"), rows)
