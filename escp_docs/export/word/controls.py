"""Content controls: values that can be edited in Word and found again by their path."""

import re
from itertools import count

from escp_docs.document import AnswerField, Checkbox, Field, Passage, Placeholder
from escp_docs.export.word.control_types import BOX, box, editor
from escp_docs.export.word.markup import bound_lines, run, safe
from escp_docs.language.language import Language

STORE = "{6D1B5C0E-2F0A-5B7C-9E53-1A7E5C9D0F21}"
"""The id of the XML part that the controls are bound to."""

SOURCE = "{0B7F4E52-94B6-5D0E-8C3A-7E2D61A4F8C3}"
"""The id of the XML part that keeps the values as the spec states them."""

FIELDS = "urn:escp-docs:fields"
VALUES = "urn:escp-docs:values"

_LONGEST_NAME = 64  # Word cuts the title and the tag of a control there
_INDEX = re.compile(r"\[(\d+)\]")
_REFUSED_IN_NAME = re.compile(r"[^\w.-]|^(?=[^a-zA-Z_])", re.ASCII)


class Controls:
    """The controls of one document, and the values behind them.

    A control is bound to an element of its own for each path and printed text, since Word shows
    what the element says. The first text of a path has the element named after the path.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self._ids = count(1)
        self._elements: dict[tuple[str, str], str] = {}
        self._taken: set[str] = set()
        self._values: dict[str, str] = {}
        self._choices: dict[tuple[tuple[str, str], ...], int] = {}

    def field(self, field: Field, properties: str) -> str:
        """Return the bound control of a value; `properties` is the w:rPr of its words."""
        binding = self._binding(self._element(field.path, field.text))
        self._keep(field.path, field.value, field.label, field.kind, field.options)
        start = properties + self._names(field.path, field.label) + binding
        shown = bound_lines if "\n" in field.text else run
        return _control(start + editor(field, self._language), shown(field.text, properties))

    def answer(self, answer: AnswerField, properties: str) -> str:
        """Return the bound control of a value that is asked for: its element is empty."""
        binding = self._binding(self._element(answer.path, ""))
        self._keep(answer.path, None, answer.label, answer.kind, answer.options)
        start = properties + self._names(answer.path, answer.label) + "<w:showingPlcHdr/>" + binding
        return _control(start + editor(answer, self._language), run(answer.text, properties))

    def checkbox(self, checkbox: Checkbox) -> str:
        """Return a box to tick, bound if the tick answers for a path."""
        start = BOX + self._names(f"{checkbox.path} {checkbox.value}".strip(), checkbox.label)
        if checkbox.path:
            ticked = str(checkbox.checked).lower()
            place = f"{checkbox.path}.{checkbox.value}"
            start += self._binding(self._element(place, ticked))
            self._keep(checkbox.path, ticked, checkbox.label, "tick", (), checkbox.value)
        return _control(start + box(checked=checkbox.checked), run(checkbox.text, BOX))

    def placeholder(self, placeholder: Placeholder, properties: str) -> str:
        """Return the control in which a missing value can be written; it is not bound.

        It is one for any content: LibreOffice drops the look of words in one for plain text.
        """
        names = self._names(placeholder.path, placeholder.question)
        return _control(properties + names, run(placeholder.text, properties))

    def keep(self, passage: Passage) -> None:
        """Keep a prose value without a control: LibreOffice spoils what stands in one.

        Of several paragraphs it takes one; of that it drops the bold words, and prints the
        addresses of links as text.
        """
        self._keep(passage.path, passage.value, passage.label, "prose", ())

    def fields_part(self) -> str:
        """Return the XML that the controls are bound to: the printed texts."""
        elements = "".join(
            f"<{name}>{safe(text)}</{name}>" for (_, text), name in self._elements.items()
        )
        return f'<fields xmlns="{FIELDS}">{elements}</fields>'

    def values_part(self) -> str:
        """Return the XML of values as the spec states them, by path, and of allowed choices."""
        choices = "".join(
            f'<choice number="{number}">{_options(options)}</choice>'
            for options, number in self._choices.items()
        )
        return f'<values xmlns="{VALUES}">{"".join(self._values.values())}{choices}</values>'

    def _element(self, path: str, text: str) -> str:
        if (path, text) not in self._elements:
            plain = _REFUSED_IN_NAME.sub("_", _INDEX.sub(r"-\1", path))
            name, numbers = plain, count(2)
            while name in self._taken:
                name = f"{plain}.text-{next(numbers)}"
            self._taken.add(name)
            self._elements[path, text] = name
        return self._elements[path, text]

    def _binding(self, element: str) -> str:
        return (
            f"<w:dataBinding w:prefixMappings=\"xmlns:f='{FIELDS}'\""
            f' w:xpath="/f:fields[1]/f:{element}[1]" w:storeItemID="{STORE}"/>'
        )

    def _keep(  # noqa: PLR0913, PLR0917  # what there is to say of a value
        self,
        path: str,
        value: str | None,
        label: str,
        kind: str,
        options: tuple[tuple[str, str], ...],
        option: str = "",
    ) -> None:
        """Keep what the spec states under a path; None is a value that it does not state."""
        number = self._choices.setdefault(options, len(self._choices) + 1) if options else 0
        more = f' choice="{number}"' if options else ""
        more += f' option="{safe(option)}"' if option else ""
        more += ' absent="true"' if value is None else ""
        self._values.setdefault(
            f"{path} {option}",
            f'<value path="{safe(path)}" tag="{safe(_short(path))}" label="{safe(label)}"'
            f' kind="{kind}"{more} xml:space="preserve">{safe(value or "")}</value>',
        )

    def _names(self, path: str, label: str) -> str:
        return (
            f'<w:alias w:val="{safe(_short(label))}"/><w:tag w:val="{safe(_short(path))}"/>'
            f'<w:id w:val="{next(self._ids)}"/>'
        )


def _control(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _options(options: tuple[tuple[str, str], ...]) -> str:
    return "".join(
        f'<option value="{safe(value)}">{safe(text)}</option>' for value, text in options
    )


def _short(name: str) -> str:
    """Return a name that Word takes whole: its beginning and its end."""
    if len(name) <= _LONGEST_NAME:
        return name
    return f"{name[:24]}…{name[-(_LONGEST_NAME - 25) :]}"
