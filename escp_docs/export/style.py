"""Make one style sheet of the design values and the CSS of the look."""

from escp_docs.document import Document, Picture
from escp_docs.document.remarks import remarks
from escp_docs.errors import ExportError
from escp_docs.export.html.pictures import address
from escp_docs.export.look import FACES, FALLBACK, Design, Face, Look
from escp_docs.language.running_heads import draft_mark, foot, head
from escp_docs.pattern import pattern

# Screens are read from farther away than paper: text is set at 17 px there, and the rest with it.
_SCREEN_TEXT_REM = 1.0625
_POINTS_PER_MM = 72 / 25.4
_POINTS = {"size", "space"}
_MILLIMETRES = {"page", "clause"}

_BESIDE_LOGO_MM = 2.5

_DEFINED = pattern(r"(--[\w-]+)\s*:")
_USED = pattern(r"var\(\s*(--[\w-]+)")

# The italics of the shipped families hold Latin alone: the upright face stands in, under a name of
# its own, where an italic letter is missing.
UPRIGHT = " Upright"


def print_style(document: Document, look: Look, *, is_redline: bool = False) -> str:
    """Return the style sheet for pages, with the running heads of a document.

    Raises:
        ExportError: the look lacks a file, or its CSS uses a value that design.yaml lacks.
    """
    faces = "".join(_face(face, face.family) for face in FACES)
    upright = [face for face in FACES if not face.italic and face not in FALLBACK]
    faces += "".join(_face(face, face.family + UPRIGHT) for face in upright)
    names = ["print.css", *["annotated.css"] * bool(remarks(document))]
    rules = _rules(look.design, "print", *_sheets(look, *names, is_redline=is_redline))
    return f"{faces}{rules}{_running_heads(document)}"


def screen_style(look: Look, *, is_redline: bool = False) -> str:
    """Return the style sheet for a browser, without fonts.

    Raises:
        ExportError: the look lacks a file, or its CSS uses a value that design.yaml lacks.
    """
    return _rules(look.design, "screen", *_sheets(look, "screen.css", is_redline=is_redline))


def _sheets(look: Look, *media: str, is_redline: bool) -> list[str]:
    names = ["document.css", *media, *["redline.css"] * is_redline]
    return [look.text(name) for name in names]


def _face(face: Face, family: str) -> str:
    style = "italic" if face.italic else "normal"
    return (
        f'@font-face{{font-family:"{family}";font-weight:{face.weight};font-style:{style};'
        f'src:url("look:{face.file}")}}\n'
    )


def _running_heads(document: Document) -> str:
    contents = {"top-left": document.acronym, "top-right": head(document)}
    if mark := draft_mark(document):
        contents["top-center"] = mark
    if words := foot(document):
        contents["bottom-left"] = words
    logo = "".join(map(_beside, document.logos))
    boxes = "".join(f"@{box}{{content:{_string(text)}}}" for box, text in contents.items())
    return f"@page{{{boxes}{logo}}}\n"


def _beside(logo: Picture) -> str:
    """Return the CSS that sets a logo before the acronym at the head of every page."""
    values = {
        # Where it stands is the look's to say: the short form would put it to the edge again.
        "background-image": f'url("{address(logo)}")',
        "background-repeat": "no-repeat",
        "background-size": f"{logo.width_mm:.2f}mm",
        "padding-left": f"{logo.width_mm + _BESIDE_LOGO_MM:.2f}mm",
    }
    return f"@top-left{{{';'.join(f'{name}:{value}' for name, value in values.items())}}}"


def _string(text: str) -> str:
    """Return text as a CSS string in which no character means anything but itself."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text) + '"'


def _rules(design: Design, medium: str, *sheets: str) -> str:
    css = properties(design, medium) + "".join(sheets)
    missing = sorted(set(_USED.findall(css)) - set(_DEFINED.findall(css)))
    if missing:
        value = missing[0].removeprefix("--").replace("-", ".", 1).replace("-", "_")
        raise ExportError(f"design.yaml: {value} is missing, which {medium}.css uses")
    return css


def properties(design: Design, medium: str) -> str:
    """Return the design values as CSS custom properties.

    `size.cover_title` is called --size-cover-title: a length in points, on a screen in rem.
    """
    lines = [
        f"--{group}-{name.replace('_', '-')}:{_value(design, group, name, medium)};"
        for group, values in design.groups.items()
        for name in values
    ]
    return f":root{{{''.join(lines)}}}\n"


def _value(design: Design, group: str, name: str, medium: str) -> str:
    if group == "font":
        return families(design, name)
    if group not in _POINTS | _MILLIMETRES:
        return str(design.groups[group][name])
    number = design.number(group, name)
    if medium == "screen":
        points = number * (_POINTS_PER_MM if group in _MILLIMETRES else 1)
        return f"{points * _rem_per_point(design):.4g}rem"
    return f"{number:g}{'mm' if group in _MILLIMETRES else 'pt'}"


def families(design: Design, name: str) -> str:
    """Return the families of a font of the design as CSS: its own first, and what stands in."""
    # The other families follow: each has letters and signs that its sister lacks.
    found = (design.word("font", name), *(design.word("font", n) for n in design.groups["font"]))
    return ",".join(f'"{family}","{family}{UPRIGHT}"' for family in dict.fromkeys(found))


def _rem_per_point(design: Design) -> float:
    return _SCREEN_TEXT_REM / design.number("size", "text")
