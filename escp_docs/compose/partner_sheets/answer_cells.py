"""Cells to be filled in, made of the same fields and boxes that a questionnaire has."""

from collections.abc import Iterator
from typing import Final, assert_never

from escp_docs.compose.values.controls import AskedFact, Control, blanks, stated
from escp_docs.document import (
    AnswerField,
    Checkbox,
    Deleted,
    Elsewhere,
    Emphasis,
    Field,
    Footnote,
    Inserted,
    LineBreak,
    Link,
    Placeholder,
    Reference,
    Strong,
    Text,
)
from escp_docs.language.language import Language
from escp_docs.model.schema import form
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import value_at
from escp_docs.workbook import Role, SheetCell

_LONGEST: Final = 30_000  # letters; a cell takes 32,767
_NONE: Final = "[]"
_AS_STATED: Final = ("date", "number")
Asked = tuple[str, SheetCell]
"""A label, and the cell for the answer."""


def asked(spec: Spec, path: str, label: str, language: Language, note: str = "") -> Iterator[Asked]:
    """Yield label and cell of each value at a path, stated or to be filled in.

    What no cell can show, such as a text of more than 30,000 letters, has none.
    """
    shape = form(Spec, path)
    if shape is None:
        return
    fact = AskedFact(spec, language, path, label, shape)
    value = value_at(spec, path)
    for control in blanks(fact) if value is None else stated(fact, value):
        yield from _cells(control, language, note)


def _cells(control: Control, language: Language, note: str) -> Iterator[Asked]:
    boxes = [one for one in control.inlines if isinstance(one, Checkbox)]
    for one in control.inlines:
        match one:
            case AnswerField():
                yield (
                    control.label,
                    SheetCell(
                        "",
                        Role.ANSWER,
                        path=one.path,
                        kind=one.kind,
                        options=one.options,
                        note=note or one.text,
                    ),
                )
            case Field() if len(one.text) <= _LONGEST:
                yield (
                    control.label,
                    SheetCell(
                        one.value if one.kind in _AS_STATED and not one.options else one.text,
                        Role.STATED,
                        path=one.path,
                        written=one.value,
                        kind=one.kind,
                        options=one.options,
                        note=note,
                    ),
                )
            case Checkbox():
                text = language.values.none if one.value == _NONE else language.choice(one.value)
                label = f"{control.label}: {text}" if len(boxes) > 1 or text else control.label
                yield label, box(one.path, one.value, language, checked=one.checked)
            case (
                Field()  # a text too long for a cell
                | Text()
                | Emphasis()
                | Strong()
                | Link()
                | Reference()
                | Elsewhere()
                | Placeholder()
                | Footnote()
                | LineBreak()
                | Inserted()
                | Deleted()
            ):
                pass
            case _:
                assert_never(one)


def box(path: str, option: str, language: Language, *, checked: bool) -> SheetCell:
    """Return a cell in which a yes puts an option into the list at a path."""
    yes = language.flag(value=True)
    return SheetCell(
        yes if checked else "",
        Role.STATED if checked else Role.ANSWER,
        path=path,
        written=str(checked).lower(),
        kind="tick",
        options=(("true", yes), ("false", language.flag(value=False))),
        option=option,
    )


def value_cell(spec: Spec, path: str, language: Language, note: str = "") -> SheetCell | None:
    """Return the one cell of a single value; None if it has none, or several."""
    found = [cell for _, cell in asked(spec, path, "", language, note)]
    return found[0] if len(found) == 1 and not found[0].option else None
