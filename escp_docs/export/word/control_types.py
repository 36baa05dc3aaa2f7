"""How the value of a content control is edited: as text, from a list, by a calendar, by a tick."""

from datetime import date

from escp_docs.document import AnswerField, Field, FieldKind
from escp_docs.export.word.markup import is_right_to_left, safe
from escp_docs.language.language import Language

BOX = '<w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic"/></w:rPr>'
"""The look of a box to tick: the font in which Word itself sets it."""

_BOX_FONT = "MS Gothic"
_TICKED, _EMPTY = "2612", "2610"


def editor(value: Field | AnswerField, language: Language) -> str:
    """Return the element that says how a value is edited, empty if as any content."""
    if value.options:
        return _drop_down(value)
    if day := iso_day(value, language):
        return _calendar(f' w:fullDate="{day}T00:00:00Z"', language.tag)
    if value.kind is FieldKind.DATE and isinstance(value, AnswerField):
        return _calendar("", language.tag)
    return "" if takes_any_content(value) else "<w:text/>"


def takes_any_content(value: Field | AnswerField) -> bool:
    """Return whether the control of a value is one for any content, which cannot be bound.

    What LibreOffice 7.4 saves of a control for plain text, bound or not, has the lines of a value
    joined, and words from right to left several times.
    """
    has_lines = value.kind in {FieldKind.PROSE, FieldKind.LINES} or "\n" in value.text
    return has_lines or is_right_to_left(value.text)


def box(*, checked: bool) -> str:
    """Return the element of a box to tick."""
    return (
        f'<w14:checkbox><w14:checked w14:val="{int(checked)}"/>'
        f'<w14:checkedState w14:val="{_TICKED}" w14:font="{_BOX_FONT}"/>'
        f'<w14:uncheckedState w14:val="{_EMPTY}" w14:font="{_BOX_FONT}"/></w14:checkbox>'
    )


def _calendar(day: str, language: str) -> str:
    return (
        f'<w:date{day}><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="{safe(language)}"/>'
        '<w:storeMappedDataAs w:val="date"/><w:calendar w:val="gregorian"/></w:date>'
    )


def _drop_down(value: Field | AnswerField) -> str:
    # Word writes the value of an item into the bound element and shows the element's words, so
    # both are the printed text; two items alike would be refused.
    stated = (value.text,) if isinstance(value, Field) else ()
    texts = dict.fromkeys((*(text for _, text in value.options), *stated))
    items = (safe(text) for text in texts if text)
    entries = "".join(f'<w:listItem w:displayText="{i}" w:value="{i}"/>' for i in items)
    return f"<w:dropDownList>{entries}</w:dropDownList>"


def iso_day(value: Field | AnswerField, language: Language) -> str:
    """Return the day that a field states, if it is printed as a date control would print it.

    That is also what is kept of it behind the control: current versions of LibreOffice cannot read
    a date in words there, and print 30 December 1899.
    """
    if isinstance(value, AnswerField) or value.kind is not FieldKind.DATE:
        return ""
    try:
        day = date.fromisoformat(value.value)
    except ValueError:
        return ""
    return day.isoformat() if language.day(day) == value.text else ""
