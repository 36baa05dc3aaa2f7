"""The look of a document: what a writer is handed besides the tree."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import yaml
from msgspec import Struct
from msgspec.structs import replace

from escp_docs.errors import ExportError


class Face(Struct, frozen=True):
    """One font file of one family, and the PyPI package it comes from.

    The file lies in the folder `files` of the package's module, which is the package's name with
    underscores; without a package it lies below templates/look/fonts.
    """

    family: str
    file: str
    package: str
    weight: int = 400
    italic: bool = False


def _family(family: str, stem: str, package: str) -> tuple[Face, ...]:
    cuts = {"Regular": 400, "It": 400, "Semibold": 600, "SemiboldIt": 600}
    cuts |= {"Bold": 700, "BoldIt": 700}
    return tuple(
        Face(family, f"{stem}-{cut}.ttf", package, weight, cut.endswith("It"))
        for cut, weight in cuts.items()
    )


FALLBACK = (
    Face("DejaVu Sans", "DejaVuSans.ttf", ""),
    Face("DejaVu Sans", "DejaVuSans-Bold.ttf", "", 700),
)
"""The family that has the letters which the others lack; upright alone."""

SERIF, SANS = "ESCP Serif", "ESCP Sans"
"""What documents call the families. Cuts of a font may not bear the reserved name "Source"."""

WHOLE = {SERIF: "Source Serif Pro", SANS: "Source Sans Pro"}
"""What the whole fonts of the families are called, and call themselves in their files."""

FACES = (
    *_family(SERIF, "SourceSerifPro", "font-source-serif-pro"),
    *_family(SANS, "SourceSansPro", "font-source-sans-pro"),
    *FALLBACK,
)
"""The font files that a `Look` must hold."""

OTHER = "other/"
"""Where fonts of Asian scripts stand among the others, each cut to the letters that a spec has."""

_WORD_CUTS = {
    "Regular": (400, False),
    "It": (400, True),
    "Bold": (700, False),
    "BoldIt": (700, True),
}
EMBEDDED = tuple(
    Face(family, f"word/{family.replace(' ', '')}-{cut}.ttf", "", weight, italic)
    for family in WHOLE
    for cut, (weight, italic) in _WORD_CUTS.items()
)
"""Latin subsets that a Word file carries, made by scripts/subset_fonts.py."""


def _own_file(face: Face) -> str:
    """Return what the file of a cut is called, without its suffix: ESCPSerif-Regular."""
    _, cut = face.file.removesuffix(".ttf").split("-")
    return f"{face.family.replace(' ', '')}-{cut}"


# Bold is for word processors, and semibold italics are too rare for a file of their own: a browser
# slants the upright ones.
_WEB_CUTS = {(400, False), (400, True), (600, False)}
WEB = {
    face: replace(face, file=f"web/{_own_file(face)}.woff", package="")
    for face in FACES
    if face not in FALLBACK and (face.weight, face.italic) in _WEB_CUTS
}
"""The faces of an HTML file, each with its common letters, made by scripts/subset_fonts.py."""


class Design(Struct, frozen=True):
    """The design values of `design.yaml`, by group and name."""

    groups: Mapping[str, Mapping[str, str | float]]

    def number(self, group: str, name: str) -> float:
        """Return a size, in the unit that design.yaml states for its group.

        Raises:
            ExportError: the value is missing or no number.
        """
        value = self._value(group, name)
        if isinstance(value, str):
            raise ExportError(f"design.yaml: {group}.{name} is {value!r}, not a number")
        return value

    def word(self, group: str, name: str) -> str:
        """Return a colour ("#0B4A63") or the name of a font family.

        Raises:
            ExportError: the value is missing or no text.
        """
        value = self._value(group, name)
        if not isinstance(value, str):
            raise ExportError(f"design.yaml: {group}.{name} is {value!r}, not a text")
        return value

    def _value(self, group: str, name: str) -> str | float:
        value = self.groups.get(group, {}).get(name)
        if value is None:
            raise ExportError(f"design.yaml: {group}.{name} is missing")
        return value


class Look(Struct, frozen=True):
    """The files that give documents their look, already read.

    Args:
        texts: Text of each file, by its name below templates/look ("design.yaml", "print.css",
            "word/styles.xml").
        fonts: Bytes of each font file, by its name; those of `FACES` at least.
    """

    texts: Mapping[str, str]
    fonts: Mapping[str, bytes]

    @property
    def design(self) -> Design:
        """The design values.

        Raises:
            ExportError: design.yaml is missing, no YAML, or not a table of tables.
        """
        return _read_design(self.text("design.yaml"))

    @property
    def others(self) -> Mapping[str, bytes]:
        """The fonts of Asian scripts that were found on this machine, by the families they get."""
        return {
            name.removeprefix(OTHER): data
            for name, data in self.fonts.items()
            if name.startswith(OTHER)
        }

    def with_others(self, fonts: Sequence[bytes]) -> "Look":
        """Return the same look with fonts of Asian scripts besides."""
        more = {f"{OTHER}ESCPOther-{number}": one for number, one in enumerate(fonts, 1)}
        return replace(self, fonts={**self.fonts, **more})

    def at_least(self, points: float, margin: float) -> "Look":
        """Return the same look with running text and margins raised to what a form asks for.

        Args:
            points: The least size of running text.
            margin: The least margin on each side, in millimetres.

        Raises:
            ExportError: design.yaml cannot be read.
        """
        groups = {name: dict(values) for name, values in self.design.groups.items()}
        least = {"size": (points, _RUNNING_TEXT), "page": (margin, _MARGINS)}
        for group, (value, names) in least.items():
            for name in names:
                groups[group][name] = max(self.design.number(group, name), value)
        if groups == self.design.groups:
            return self
        return replace(self, texts={**self.texts, "design.yaml": yaml.safe_dump(groups)})

    def text(self, name: str) -> str:
        """Return the text of a file below templates/look.

        Raises:
            ExportError: there is no such file.
        """
        if name not in self.texts:
            raise ExportError(f"the look has no file {name}")
        return self.texts[name]

    def font(self, file: str) -> bytes:
        """Return the bytes of a font file.

        Raises:
            ExportError: there is no such font.
        """
        if file not in self.fonts:
            raise ExportError(f"the look has no font {file}")
        return self.fonts[file]


_RUNNING_TEXT = ("text", "lead", "heading_4")
_MARGINS = ("top", "bottom", "left", "right")


@lru_cache(maxsize=8)
def _read_design(text: str) -> Design:
    try:
        groups = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ExportError(f"design.yaml cannot be read: {error}") from error
    if not isinstance(groups, dict):
        raise ExportError("design.yaml is not a table of groups")
    for group, values in groups.items():
        if not isinstance(values, dict):
            raise ExportError(f"design.yaml: {group} is not a table of values")
        for name, value in values.items():
            if not isinstance(value, str | int | float):
                raise ExportError(f"design.yaml: {group}.{name} is neither a number nor a text")
    return Design(groups)
