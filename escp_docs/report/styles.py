"""The styles in which findings are told: text for people, and formats of other programs."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from msgspec import Struct

from escp_docs.judging.result import Result
from escp_docs.report.terminal_text import TextLayout
from escp_docs.rule import Rule

STYLES: Final = ("text", "json", "sarif", "junit", "github")


class ReportContext(Struct, frozen=True):
    """What a style may need beside the results.

    Args:
        version: Says that of this program, to the forms that name it.
        rules: Those that are described: every rule, whether it found anything or not.
        layout: How much is said as text, in which colours and how wide.
        is_strict: Whether warnings and open questions fail, too.
    """

    version: Callable[[], str]
    rules: Sequence[Rule[Any]]
    layout: TextLayout
    is_strict: bool


def render(style: str, found: Iterable[Result], look: ReportContext) -> Iterator[str]:
    """Return the report on all results in pieces; `style` is one of `STYLES`.

    Each result is told as soon as it is there, and forgotten; but JUnit says first how many there
    are of each kind, and waits for the last.
    """
    # Each is imported when it is asked for, so that `check` starts at once.
    match style:
        case "text":
            from escp_docs.report import text  # noqa: PLC0415

            return text.render(found, look.layout)
        case "json":
            from escp_docs.report import json_report  # noqa: PLC0415

            return json_report.render(found, look.version())
        case "sarif":
            from escp_docs.report import sarif  # noqa: PLC0415

            return sarif.render(found, look.version(), look.rules)
        case "junit":
            from escp_docs.report import junit  # noqa: PLC0415

            return junit.render(found, strict=look.is_strict)
        case "github":
            from escp_docs.report import github  # noqa: PLC0415

            return github.render(found, strict=look.is_strict)
        case _:
            raise AssertionError(style)
