"""Content controls: values that can be edited in Word and found again by their path."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, count

from escp_docs.document import (
    AnswerField,
    Checkbox,
    Document,
    Field,
    Passage,
    Placeholder,
    all_inlines,
)
from escp_docs.export.word.control_types import BOX, box, editor, iso_day, takes_any_content
from escp_docs.export.word.markup import run, safe
from escp_docs.export.word.stores import Store, StoreParts, coded, is_bare, pieces
from escp_docs.language.language import Language
from escp_docs.pattern import pattern

FIELDS = "urn:escp-docs:fields"
VALUES = "urn:escp-docs:values"
SENT = "urn:escp-docs:sent"

# For each bound control LibreOffice reads all custom XML. Sixty of them add a third to the time
# that it takes to save an application; 764 took it five times as long (7.4 and 25.2 alike).
_MOST_BOUND = 60
_LONGEST_NAME = 64  # Word cuts the title and the tag of a control there
_INDEX = pattern(r"\[(\d+)\]")
_REFUSED_IN_NAME = pattern(r"[^\w.-]|^(?=[^a-zA-Z_])", re.ASCII)


class Controls:
    """The controls of one document, and the values behind them.

    A control is bound to an element where that brings something: where the same words of a value
    stand in several places, Word then keeps them equal, and what is asked for is found without a
    look at the page. A binding is to an element of its own for each path and printed text, since
    Word shows what the element says.
    """

    def __init__(self, document: Document, language: Language) -> None:
        self._language, self._is_sealed = language, document.sealed
        self._sending = _sending(document) if document.sending else ""
        self._ids = count(1)
        self._bound = _worth_binding(document)
        self._fields = StoreParts("fields", FIELDS)
        self._bindings: dict[tuple[str, str], str] = {}
        self._taken: set[str] = set()
        self._values: dict[str, tuple[str, ...]] = {}
        self._choices: dict[tuple[tuple[str, str], ...], int] = {}

    def field(self, field: Field, properties: str) -> str:
        """Return the control of a value; `properties` is the w:rPr of its words.

        Of a value that is sealed there are the words alone.
        """
        if not field.path:
            return run(field.text, properties)
        self.keep_field(field)
        kept = iso_day(field, self._language) or field.text
        binding = self._binding(field.path, field.text, kept) if self._is_bound(field) else ""
        start = properties + self._names(field.path, field.label) + binding
        return _control(start + editor(field, self._language), run(field.text, properties))

    def _is_bound(self, field: Field) -> bool:
        return (field.path, field.text) in self._bound

    def keep_field(self, field: Field) -> None:
        """Keep a value without a control, as in a link: LibreOffice 7.4 spoils the file over it."""
        if field.path:
            self._keep(field.path, field.value, field.label, field.kind, field.options)

    def answer(self, answer: AnswerField, properties: str) -> str:
        """Return the control of a value that is asked for; what it is bound to is empty."""
        binding = "" if takes_any_content(answer) else self._binding(answer.path, "", "")
        self._keep(answer.path, None, answer.label, answer.kind, answer.options)
        start = properties + self._names(answer.path, answer.label) + "<w:showingPlcHdr/>" + binding
        return _control(start + editor(answer, self._language), run(answer.text, properties))

    def checkbox(self, checkbox: Checkbox) -> str:
        """Return a box to tick; its state is its own, as LibreOffice prints what it is bound to."""
        if self._is_sealed:
            return run(checkbox.text, BOX)
        start = BOX + self._names(f"{checkbox.path} {checkbox.value}".strip(), checkbox.label)
        if checkbox.path:
            ticked = str(checkbox.checked).lower()
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
        if passage.path:
            self._keep(passage.path, passage.value, passage.label, "prose", ())

    def stores(self) -> Iterator[Store]:
        """Yield the parts behind the controls: first the printed texts that these are bound to.

        Then come the values as the spec states them, by path, and the allowed choices. A value
        too long for one part goes on in another, under the same path.
        """
        yield from self._fields
        if not self._is_sealed and self._sending:
            sent = StoreParts("sent", SENT)
            sent.add(self._sending)
            yield from sent
        values = StoreParts("values", VALUES)
        for element in chain.from_iterable(self._values.values()):
            values.add(element)
        for options, number in self._choices.items():
            values.add(f'<choice number="{number}">{_options(options)}</choice>')
        yield from values

    def _binding(self, path: str, text: str, kept: str) -> str:
        """Return what binds a control to an element that keeps its words, or its day."""
        if (path, text) not in self._bindings:
            element = self._element(path)
            store = self._fields.add(f"<{element}>{kept}</{element}>")  # bare, see is_bare
            self._bindings[path, text] = (
                f"<w:dataBinding w:prefixMappings=\"xmlns:f='{FIELDS}'\""
                f' w:xpath="/f:fields[1]/f:{element}[1]" w:storeItemID="{store}"/>'
            )
        return self._bindings[path, text]

    def _element(self, path: str) -> str:
        plain = _REFUSED_IN_NAME.sub("_", _INDEX.sub(r"-\1", path))
        name, numbers = plain, count(2)
        while name in self._taken:
            name = f"{plain}.text-{next(numbers)}"
        self._taken.add(name)
        return name

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
        if (key := f"{path} {option}") in self._values:
            return
        number = self._choices.setdefault(options, len(self._choices) + 1) if options else 0
        more = f' choice="{number}"' if options else ""
        more += f' option="{coded(option)}"' if option else ""
        more += ' absent="true"' if value is None else ""
        start = (
            f'<value path="{coded(path)}" tag="{coded(short_name(path))}" label="{coded(label)}"'
            f' kind="{kind}"{more} xml:space="preserve">'
        )
        self._values[key] = tuple(f"{start}{piece}</value>" for piece in pieces(value or ""))

    def _names(self, path: str, label: str) -> str:
        return (
            f'<w:alias w:val="{safe(short_name(label))}"/><w:tag w:val="{safe(short_name(path))}"/>'
            f'<w:id w:val="{next(self._ids)}"/>'
        )


def _sending(document: Document) -> str:
    """Return what the file says of itself, for whoever finds it without its foot."""
    return (
        f'<sending version="1" id="{document.sending}" document="{coded(document.name)}"'
        f' date="{document.date.isoformat()}"/>'
    )


def _worth_binding(document: Document) -> frozenset[tuple[str, str]]:
    """Return path and words of the values to bind: those in most places, as far as it stays quick.

    One at least is bound, so that whoever reads the file finds the way to what is kept.
    """
    all_fields = (one for one in all_inlines(document) if isinstance(one, Field) and one.path)
    apt = (one for one in all_fields if is_bare(one.text) and not takes_any_content(one))
    counted = Counter((one.path, one.text) for one in apt)
    bound: list[tuple[str, str]] = []
    room = _MOST_BOUND
    for one, places in counted.most_common():
        if bound and (places == 1 or places > room):
            break
        bound.append(one)
        room -= places
    return frozenset(bound)


def _control(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _options(options: tuple[tuple[str, str], ...]) -> str:
    return "".join(
        f'<option value="{coded(value)}">{coded(text)}</option>' for value, text in options
    )


def short_name(name: str) -> str:
    """Return a name that Word takes whole: its beginning and its end."""
    if len(name) <= _LONGEST_NAME:
        return name
    return f"{name[:24]}…{name[-(_LONGEST_NAME - 25) :]}"
