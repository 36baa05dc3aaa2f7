"""Single values and prose as templates see them: what is printed, and what stands in the spec."""

from datetime import date
from functools import total_ordering
from typing import Final, cast

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.compose.markdown.glyphs import printable
from escp_docs.compose.markdown.prose import prose_blocks, source
from escp_docs.compose.templates.binder import BoundValue
from escp_docs.document import Field, FieldKind, Footnote, Inline, Passage, Text
from escp_docs.language.keys.part_words import words_of
from escp_docs.language.language import Language
from escp_docs.model import schema as shapes
from escp_docs.model.base import SpecModel
from escp_docs.model.consortium import Partner
from escp_docs.model.printed_values import printed
from escp_docs.model.schema import Key, Scalar
from escp_docs.model.short_names import names_partner, short_names
from escp_docs.model.spec import Spec
from escp_docs.prose.blocks import in_line

KINDS: Final = {
    "date": FieldKind.DATE,
    "flag": FieldKind.FLAG,
    "choice": FieldKind.CHOICE,
    "month": FieldKind.NUMBER,
    "count": FieldKind.NUMBER,
    "number": FieldKind.NUMBER,
    "euro": FieldKind.NUMBER,
    "share": FieldKind.NUMBER,
}


class At(Struct, frozen=True):
    """Where a view stands: the spec, the path, and the key that leads there; what it speaks.

    A view outside the spec (a fact of the call, a computed figure) prints words, not fields.
    """

    spec: Spec
    language: Language
    path: str
    key: Key | None = None
    in_spec: bool = True

    def step(self, step: str | int, key: Key | None = None) -> "At":
        """Return the place one step further down."""
        path = shapes.below(self.path, step)
        return At(self.spec, self.language, path, key or self.key, self.in_spec)

    @property
    def label(self) -> str:
        """A noun phrase for the value here."""
        return key_label(self.key, self.language) if self.key else self.path

    @property
    def entry(self) -> str:
        """The id of the nearest entry around, such as a partner's; empty if there is none."""
        found, nearest = cast("object", self.spec), ""
        for step in shapes.split(self.path)[:-1]:
            if isinstance(found, SpecModel):
                key = shapes.keys(type(found)).get(str(step))
                found = getattr(found, key.attribute) if key else None
            elif isinstance(found, tuple) and isinstance(step, int):
                found = found[step] if step < len(found) else None
                nearest = str(getattr(found, "id", None) or getattr(found, "name", "") or nearest)
                nearest = getattr(found, "short_name", None) or nearest
        return printable(nearest)


@total_ordering
class Value:
    """A single value as it stands in the spec; compares and counts like the value itself."""

    def __init__(self, at: At, scalar: Scalar, plain: object) -> None:
        self._at, self._scalar, self._plain = at, scalar, plain

    def bound(self) -> BoundValue:
        """Return a field, or plain words if the value is not of the spec."""
        shown = printable(self.text)
        if not self._at.in_spec:
            return BoundValue((Text(shown),), label=self.written)
        if self._scalar.declares == "partner" and self.text != self._plain:
            return self._short_name()
        options = tuple(
            (option, self._at.language.choice(option)) for option in self._scalar.options
        )
        kind = KINDS.get(self._scalar.kind, FieldKind.TEXT)
        if kind is FieldKind.DATE and not isinstance(self._plain, date):
            kind = FieldKind.TEXT
        field = Field(self._at.path, self.written, shown, self._at.label, kind, options)
        notes: tuple[Inline, ...] = ()
        if self._scalar.kind == "country" and self._plain == "XK":
            notes = (Footnote(0, (Text(self._at.language.figures.map.kosovo),)),)
        return BoundValue((field, *notes), label=self.written)

    def _short_name(self) -> BoundValue:
        """Return the short name that stands for a partner's id, as the value of its own key."""
        *around, _ = shapes.split(self._at.path)
        key = shapes.keys(Partner)["short_name"]
        at = replace(self._at, path=shapes.join((*around, key.name)), key=key)
        return Value(at, Scalar("text"), self.text).bound()

    @property
    def text(self) -> str:
        """The value as it is printed."""
        if names_partner(self._scalar) and isinstance(self._plain, str):
            return short_names(self._at.spec).get(self._plain, self._plain)
        return printed(self._plain, self._scalar, self._at.language)

    @property
    def written(self) -> str:
        """The value as a spec writes it."""
        return written(self._plain)

    @property
    def plain(self) -> object:
        """The value itself, for filters."""
        return self._plain

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self._plain)

    def __eq__(self, other: object) -> bool:
        return bool(self._plain == _plain(other))

    def __lt__(self, other: object) -> bool:
        return bool(self._plain < _plain(other))  # type: ignore[operator]  # Jinja compares likes

    def __hash__(self) -> int:
        return hash(self._plain)

    def __int__(self) -> int:
        return int(str(self._plain))


def partner_called(spec: Spec, identifier: str, language: Language) -> Value:
    """Return the id of a partner in a computed table, printed as what the partner is called."""
    scalar = Scalar("text", refers=("partner",))
    return Value(At(spec, language, "", in_spec=False), scalar, identifier)


class Prose:
    """A text in Markdown; alone in its paragraph it is its blocks, in a line its words."""

    def __init__(self, at: At, text: str) -> None:
        self._at, self._text = at, text

    def bound(self) -> BoundValue:
        """Return the passage."""
        blocks = prose_blocks(self._text)
        line, text = in_line(blocks), source(self._text)
        if not self._at.in_spec:
            return BoundValue(line, blocks, text)
        return BoundValue(line, (Passage(self._at.path, text, self._at.label, blocks),), text)

    @property
    def plain(self) -> str:
        """The Markdown itself."""
        return self._text

    def __eq__(self, other: object) -> bool:
        return self._text == (other.plain if isinstance(other, Prose) else _plain(other))

    def __hash__(self) -> int:
        return hash(self._text)


def _plain(other: object) -> object:
    return other.plain if isinstance(other, Value) else other


def written(value: object) -> str:
    """Return a plain value as a spec writes it."""
    match value:
        case bool():
            return str(value).lower()
        case date():
            return value.isoformat()
        case _:
            return printable(str(value))


def key_label(key: Key, language: Language) -> str:
    """Return a noun phrase for what a key states."""
    return shapes.label_of(key, words_of(language.keys, key.part, key.name))
