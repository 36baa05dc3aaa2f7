"""The grammars of files that ship with the program: of our writers, and of programs that save them.

`make shapes` learns them anew; see CONTRIBUTING.md.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from escp_docs.document.format_names import FormatName
from escp_docs.produced.shape import office_nodes, pdf_nodes, web_nodes
from escp_docs.produced.shape.grammar import Grammar
from escp_docs.produced.shape.microsoft import microsoft

OURS: Final = "escp-docs"
WORDS: Final[Mapping[str, frozenset[str]]] = {
    "docx": office_nodes.WORDS,
    "xlsx": office_nodes.WORDS,
    "html": web_nodes.WORDS,
    "pdf": pdf_nodes.WORDS,
}


@cache
def grammar(format_: FormatName, program: str = "") -> Grammar:
    """Return what may stand in a file, once a program saved it again.

    Args:
        format_: The format; there are grammars of docx, xlsx, html and pdf.
        program: "" for files as we write them, "LibreOffice", "Microsoft" or "signature".
    """
    ours = _shipped(OURS, format_)
    match program:
        case "LibreOffice":
            return ours.joined(_shipped("libreoffice", format_))
        case "signature":
            return ours.joined(_shipped("signature", format_))
        case "Microsoft":
            return ours.joined(microsoft(format_))
        case _:
            return ours


def _shipped(name: str, format_: FormatName) -> Grammar:
    path = files("escp_docs.produced.shape").joinpath("grammars", f"{name}.{format_}.json")
    if not path.is_file():
        return Grammar(WORDS[format_])
    return Grammar.of(json.loads(path.read_text(encoding="utf-8")), WORDS[format_])
