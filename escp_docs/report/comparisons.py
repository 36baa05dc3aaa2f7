"""What changed, in each of the forms that one may ask for."""

from typing import TYPE_CHECKING

from escp_docs.report import compared
from escp_docs.report.terminal_text import Paint

if TYPE_CHECKING:
    from escp_docs.comparing.specs.difference import Comparison


def render(style: str, found: "Comparison", paint: Paint, version: str) -> str:
    """Return what changed as text, JSON or HTML; `version` is that of the program."""
    match style:
        case "json":
            from escp_docs.report.compared_json import as_json  # noqa: PLC0415  # rarely asked for

            return as_json(found, version)
        case "html":
            from escp_docs.report.compared_html import as_html  # noqa: PLC0415  # if asked for

            return as_html(found)
        case _:
            return "".join(f"{line}\n" for line in compared.lines(found, paint))
