"""No words are printed by compose/ and export/ but those of a language, a template, a spec, a call.

What is left there are messages for who runs the program, and names that formats know.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.support.places import PACKAGE, ROOT

FILES: Final = sorted(
    path for folder in ("compose", "export") for path in (PACKAGE / folder).rglob("*.py")
)
_MARKUP: Final = re.compile(r"[<>=\\{}&]|\w-\w+=|://|^[\w-]+\.\w+$|^\.?/")
_WORDS: Final = re.compile(
    r"[^\W\d_]{2,}[,;:]? [^\W\d_]{2,}|^\W*[A-Z][a-z]+\W*$|^\W* [a-z]{2,}|[a-z]{2,} \W*$"
)
_WORDS_IN_MARKUP: Final = re.compile(r">\s*[^\W\d_]{2,}|\b(aria-label|title|alt)=\"[^\W\d_]{2,}")
_STYLES: Final = re.compile(r'w:styleId="([^"]+)"')

_MESSAGES: Final = {
    "compose/checks/font_coverage.py": "code points in hexadecimal",
    "compose/checks/legal_prose.py": "what the linter says of texts in an agreement",
    "compose/checks/legal_structure.py": "what the linter says of an agreement",
    "compose/checks/legal_terms.py": "what the linter says of an agreement",
    "compose/checks/legal_text.py": "what the linter says of an agreement",
    "compose/checks/lint.py": "what the linter says of a template",
    "compose/checks/missing_glyphs.py": "a warning of the build",
    "compose/checks/wording.py": "what the build says of negotiated words",
    "compose/documents.py": "the cure of a template's fault",
    "compose/templates/environment.py": "a template's fault",
    "compose/templates/quota.py": "a name that debuggers show",
    "compose/values/view.py": "a template's fault",
    "export/own_design.py": "what is wrong with a design of one's own",
    "export/typst/blocks.py": "what Typst is told",
    "export/typst/medium.py": "what Typst is told",
    "export/typst/style.py": "what Typst is told",
    "export/html/writer.py": "the policy that browsers are given",
}
"""Modules whose words are told to who runs the program or to programs, with what they are."""

_NAMES: Final = {
    "compose/document_types.py": dict.fromkeys(
        ("partner but the coordinator", "organisation in a target"), "for whom a document is made"
    ),
    "compose/figures/palette.py": {"ESCP Sans,DejaVu Sans": "fonts"},
    "compose/markdown/markup.py": {
        "Table: ": "what a template begins a caption with",
        "Figure: ": "what a template begins a caption with",
        "Table": "what a template begins a caption with",
    },
    "compose/values/controls.py": {"work package": "what a reference leads to, in the model"},
    "export/pdf/brackets.py": {"Type": "a key of a PDF object"},
    "export/mail.py": dict.fromkeys(("To", "Subject"), "the header of a mail"),
    "export/look.py": {
        **dict.fromkeys(("Regular", "Semibold", "Bold", "It"), "a face of a font"),
        **dict.fromkeys(
            ("ESCP Serif", "ESCP Sans", "Source Serif Pro", "Source Sans Pro", "DejaVu Sans"),
            "a font",
        ),
    },
    "export/pdf/spared_work.py": {"Kids": "a name of PDF"},
    "export/pdf/tags.py": {
        "Producer": "a name of PDF",
        **dict.fromkeys(("Border", "Type", "Subtype", "Rect", "Note", "Ff"), "a name of PDF"),
    },
    "export/pdf/writer.py": {"Source": "how an attached file belongs to a PDF"},
    "export/typst/strings.py": {"Cs": "a kind of characters of Unicode"},
    "export/style.py": {" Upright": "part of the name of a font face"},
    "export/html/blocks.py": dict.fromkeys(("clause clause-", " lead-in"), "classes of CSS"),
    "export/html/redlines.py": {" changed": "a class of CSS"},
    "export/html/tables.py": dict.fromkeys((" lead-in", "signature continued"), "classes of CSS"),
    "export/word/block_context.py": {"Right": "part of the name of a style"},
    "export/word/body.py": dict.fromkeys(("Heading", "Clause"), "what names of styles begin with"),
    "export/word/captions.py": {
        "Table": "what Word counts tables by",
        "Figure": "what Word counts figures by",
    },
    "export/word/control_types.py": {"MS Gothic": "a font"},
    "export/word/notes.py": {"Start": "part of an element", "End": "part of an element"},
    "export/word/parts.py": {"Sideways": "part of the name of a style"},
}
"""What else looks like words, and is a name of something else."""


def printed(source: str) -> Iterator[tuple[int, str]]:
    """Yield line and text of each literal that reads like words and could be printed."""
    tree = ast.parse(source)
    aside = set(_aside(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in aside:
            words = _WORDS_IN_MARKUP if _MARKUP.search(node.value) else _WORDS
            if words.search(node.value):
                yield node.lineno, node.value


def _aside(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield docstrings, annotations, and what is raised."""
    for node in ast.walk(tree):
        match node:
            case ast.Raise():
                yield from ast.walk(node)
            case ast.Expr(value=ast.Constant() as text):
                yield text
            case ast.AnnAssign(annotation=annotation) | ast.arg(annotation=ast.AST() as annotation):
                yield from ast.walk(annotation)
            case ast.FunctionDef(returns=ast.AST() as returns):
                yield from ast.walk(returns)
            case _:
                pass


def _styles() -> set[str]:
    return set(_STYLES.findall((ROOT / "templates/look/word/styles.xml").read_text()))


def _left(path: Path) -> list[tuple[int, str]]:
    name = path.relative_to(PACKAGE).as_posix()
    if name in _MESSAGES:
        return []
    known = set(_NAMES.get(name, {}))
    if name.startswith("export/word/"):
        known |= _styles()
    return [(line, text) for line, text in printed(path.read_text()) if text not in known]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_english_is_printed_that_is_not_in_language(path: Path) -> None:
    assert _left(path) == [], "words of documents belong to escp_docs/language/"


@pytest.mark.parametrize("name", [*_MESSAGES, *_NAMES])
def test_every_exception_is_still_one(name: str) -> None:
    found = {text for _, text in printed((PACKAGE / name).read_text())}
    assert found
    assert set(_NAMES.get(name, {})) <= found


@pytest.mark.parametrize(
    "source",
    [
        'heads("Partner", "Name")',
        'text(f"Personnel of {partner}")',
        'words = "none known yet"',
        'label = f"Annex {number}"',
        'f"{who} takes part"',
        'f"{note} (to be answered by {ask})"',
        'f"<text>Project month</text>"',
        "f'<span class=\"number\">Table {number}'",
        "f' aria-label=\"Note {number}\"'",
    ],
)
def test_printed_english_is_noticed(source: str) -> None:
    assert list(printed(source))


@pytest.mark.parametrize(
    "source",
    [
        '"""A page of words."""',
        'raise ExportError(f"{name} is no picture")',
        'x: "Callable[[int], None] | None" = None',
        "f'<w:t xml:space=\"preserve\">{text}</w:t>'",
        'path = "budget.person_month_eur"',
    ],
)
def test_what_is_no_printed_english_is_left_alone(source: str) -> None:
    assert list(printed(source)) == []
