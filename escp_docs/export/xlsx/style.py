"""How the cells of a workbook look, by role and unit: the colours and fonts of all documents."""

from collections.abc import Callable
from typing import Any, Final

from escp_docs.export.look import Design
from escp_docs.workbook import Role, Unit

_NUMBERS: Final = {
    Unit.TEXT: "@",
    Unit.EURO: '#,##0.00;-#,##0.00;"–"',
    Unit.SHARE: "0.0#%",
    Unit.QUANTITY: 0,  # Excel's own: 8 and 8.5; a format with places to spare shows "8."
}
WRAPPED: Final = frozenset({Role.HEAD, Role.LABEL, Role.STATED, Role.MISSING, Role.ANSWER})
"""The roles whose texts may be long."""
_CHECK: Final = "#,##0.00;-#,##0.00;0.00"

Look = dict[str, Any]


def formats(design: Design) -> Callable[[Role, Unit], Look]:
    """Return what gives the format of a role and unit, in the words of XlsxWriter.

    Raises:
        ExportError: the design lacks a value.
    """
    roles = _roles(design)
    common: Look = {
        "font_name": design.word("font", "display"),
        "font_size": design.number("size", "table"),
        "font_color": design.word("colour", "ink"),
        "valign": "top",
    }

    def of(role: Role, unit: Unit) -> Look:
        own = roles[role]
        number = _CHECK if role is Role.CHECK else _NUMBERS[unit]
        aligned: Look = {"align": "left"} if unit is Unit.TEXT else {"align": "right"}
        wrapped: Look = {"text_wrap": role is Role.HEAD or (role in WRAPPED and unit is Unit.TEXT)}
        return {**common, **aligned, **wrapped, "num_format": number, **own}

    return of


def _roles(design: Design) -> dict[Role, Look]:
    def colour(name: str) -> str:
        return design.word("colour", name)

    line: Look = {"bottom": 1, "bottom_color": colour("rule")}
    strong: Look = {"bold": True, "font_color": colour("accent")}
    return {
        Role.TITLE: {**strong, "font_size": design.number("size", "heading_2")},
        Role.NOTE: {"font_color": colour("muted")},
        Role.SECTION: {**strong, "font_size": design.number("size", "heading_3")},
        Role.HEAD: {
            **strong,
            "bg_color": colour("accent_soft"),
            "text_wrap": True,
            "valign": "bottom",
            "bottom": 2,
            "bottom_color": colour("accent"),
        },
        Role.LABEL: line,
        Role.STATED: {**line, "font_color": colour("stated")},
        Role.COMPUTED: line,
        Role.TOTAL: {
            "bold": True,
            "top": 1,
            "top_color": colour("accent"),
            "bottom": 1,
            "bottom_color": colour("accent"),
        },
        Role.MISSING: {**line, "font_color": colour("missing"), "bg_color": colour("missing_soft")},
        Role.ANSWER: {**line, "font_color": colour("stated"), "bg_color": colour("missing_soft")},
        Role.CHECK: {**line, "bold": True},
    }
