"""The spec as templates see it: every value with its path, every absent fact a question.

Nothing here prints; a view says what it would be in the tree, and the environment binds it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from fractions import Fraction
from functools import total_ordering
from typing import Final, Protocol, cast

from jinja2 import UndefinedError

from escp_docs.compose import words
from escp_docs.compose.binder import Bound
from escp_docs.compose.glyphs import printable
from escp_docs.compose.prose import prose_blocks, prose_inlines
from escp_docs.document import (
    Field,
    FieldKind,
    Footnote,
    Inline,
    Passage,
    Placeholder,
    Text,
)
from escp_docs.model import shape as shapes
from escp_docs.model.call import Fact
from escp_docs.model.owner import owner
from escp_docs.model.part import Part
from escp_docs.model.shape import Key, Scalar, Shape
from escp_docs.model.spec import Spec

KOSOVO: Final = (
    "This designation is without prejudice to positions on status, and is in line with UNSCR "
    "1244/1999 and the ICJ Opinion on the Kosovo declaration of independence."
)
_KINDS: Final = {
    "date": FieldKind.DATE,
    "flag": FieldKind.FLAG,
    "choice": FieldKind.CHOICE,
    "month": FieldKind.NUMBER,
    "count": FieldKind.NUMBER,
    "number": FieldKind.NUMBER,
    "euro": FieldKind.NUMBER,
    "share": FieldKind.NUMBER,
}


class Printable(Protocol):
    """Anything that a template can print."""

    def bound(self) -> Bound:
        """Return what is printed."""
        ...


@dataclass(frozen=True, slots=True)
class At:
    """Where a view stands: the spec, the path, and the key that leads there.

    A view outside the spec (a fact of the call, a computed figure) prints words, not fields.
    """

    spec: Spec
    path: str
    key: Key | None = None
    in_spec: bool = True

    def step(self, step: str | int, key: Key | None = None) -> "At":
        """Return the place one step further down."""
        path = shapes.join((*shapes.split(self.path), step))
        return replace(self, path=path, key=key or self.key)

    @property
    def label(self) -> str:
        """A noun phrase for the value here."""
        return self.key.label if self.key else self.path

    @property
    def entry(self) -> str:
        """The id of the nearest entry around, such as a partner's; empty if there is none."""
        found, nearest = cast("object", self.spec), ""
        for step in shapes.split(self.path)[:-1]:
            if isinstance(found, Part):
                key = shapes.keys(type(found)).get(str(step))
                found = getattr(found, key.attribute) if key else None
            elif isinstance(found, tuple) and isinstance(step, int):
                found = found[step] if step < len(found) else None
                nearest = str(getattr(found, "id", None) or getattr(found, "name", "") or nearest)
        return printable(nearest)


@total_ordering
class Value:
    """A single value as it stands in the spec; compares and counts like the value itself."""

    def __init__(self, at: At, scalar: Scalar, plain: object) -> None:
        self._at, self._scalar, self._plain = at, scalar, plain

    def bound(self) -> Bound:
        """Return a field, or plain words if the value is not of the spec."""
        shown = printable(self.text)
        if not self._at.in_spec:
            return Bound((Text(shown),), label=self.written)
        options = tuple((option, words.choice(option)) for option in self._scalar.options)
        kind = _KINDS.get(self._scalar.kind, FieldKind.TEXT)
        if kind is FieldKind.DATE and not isinstance(self._plain, date):
            kind = FieldKind.TEXT
        field = Field(self._at.path, self.written, shown, self._at.label, kind, options)
        notes: tuple[Inline, ...] = ()
        if self._scalar.kind == "country" and self._plain == "XK":
            notes = (Footnote(0, (Text(KOSOVO),)),)
        return Bound((field, *notes), label=self.written)

    @property
    def text(self) -> str:
        """The value as it is printed."""
        return _printed(self._plain, self._scalar)

    @property
    def written(self) -> str:
        """The value as a spec writes it."""
        match self._plain:
            case bool():
                return str(self._plain).lower()
            case date():
                return self._plain.isoformat()
            case _:
                return printable(str(self._plain))

    @property
    def plain(self) -> object:
        """The value itself, for filters."""
        return self._plain

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self._plain)

    def __eq__(self, other: object) -> bool:
        return bool(self._plain == plain(other))

    def __lt__(self, other: object) -> bool:
        return bool(self._plain < plain(other))  # type: ignore[operator]  # Jinja compares likes

    def __hash__(self) -> int:
        return hash(self._plain)

    def __int__(self) -> int:
        return int(str(self._plain))


class Prose:
    """A text in Markdown; alone in its paragraph it is its blocks, in a line its words."""

    def __init__(self, at: At, text: str) -> None:
        self._at, self._text = at, text

    def bound(self) -> Bound:
        """Return the passage."""
        text = printable(self._text)
        if not self._at.in_spec:
            return Bound(prose_inlines(text), prose_blocks(text), text)
        passage = Passage(self._at.path, text.strip(), self._at.label, prose_blocks(text))
        return Bound(prose_inlines(text), (passage,), text)

    @property
    def plain(self) -> str:
        """The Markdown itself."""
        return self._text


class Missing:
    """A fact that the spec does not state: false, empty, equal to nothing; printed, a question."""

    def __init__(self, at: At, shape: Shape, *, whole: bool = False) -> None:
        # Of an entry that is missing as a whole, every key is the same question.
        self._at, self._shape, self._whole = at, shape, whole

    def bound(self) -> Bound:
        """Return the placeholder."""
        return Bound((self.placeholder,), label="")

    @property
    def placeholder(self) -> Placeholder:
        """What is printed in place of the fact, with the question that would settle it."""
        ask = owner(self._at.spec, self._at.path)
        inner = self._shape.item if isinstance(self._shape, shapes.Sequence) else self._shape
        options = inner.options if isinstance(inner, Scalar) else ()
        entry = self._at.entry
        text = f"{entry}: {self._at.label}" if entry else self._at.label
        if options:
            text += ": " + " | ".join(words.choice(option) for option in options)
        meaning = self._at.key.description if self._at.key else ""
        question = f"{meaning or self._at.label}?  Key in the spec: {self._at.path}".replace(
            "??", "?"
        )
        return Placeholder(self._at.path, f"[{text}]", " ".join(question.split()), ask)

    def __getattr__(self, name: str) -> object:
        if name.startswith("__") or not isinstance(self._shape, type):
            raise AttributeError(name)
        found = PartView(self._at, self._shape, None)[name]
        return self if self._whole else found

    def __bool__(self) -> bool:
        return False

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return hash(self._at.path)

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Iterator[object]:
        return iter(())


class PartView:
    """A part of the spec; its keys are attributes. `extra` are values computed beside them."""

    def __init__(
        self,
        at: At,
        shape: type[Part],
        part: Part | None,
        extra: Mapping[str, object] | None = None,
    ) -> None:
        self._at, self._shape, self._part, self._extra = at, shape, part, extra or {}

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):
            raise AttributeError(name)
        return self[name]

    def __getitem__(self, name: str) -> object:
        if name in self._extra:
            return self._extra[name]
        key = shapes.keys(self._shape).get(name)
        if key is None:
            raise UndefinedError(self._unknown(name))
        value = getattr(self._part, key.attribute) if self._part is not None else None
        return view(self._at.step(name, key), key.shape, value)

    def bound(self) -> Bound:
        """Return the id of an entry; no other part can be printed."""
        if "id" not in shapes.keys(self._shape):
            keys = ", ".join(shapes.keys(self._shape))
            raise UndefinedError(f"{self._at.path} cannot be printed; print one of {keys}")
        return bind(self["id"])

    @property
    def plain(self) -> Part | None:
        """The part itself, for filters."""
        return self._part

    def beside(self, **extra: object) -> "PartView":
        """Return the same part with more computed values beside its keys."""
        return PartView(self._at, self._shape, self._part, {**self._extra, **extra})

    def _unknown(self, name: str) -> str:
        known = [*shapes.keys(self._shape), *self._extra]
        near = get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(known)}"
        return f"{self._at.path or 'the call'} has no {name!r}; {hint}"


class ListView:
    """A list of the spec, or of entries computed from it."""

    def __init__(self, items: tuple[object, ...]) -> None:
        self._items = items

    def bound(self) -> Bound:
        """Return the entries as an English list."""
        return listing(self._items)

    def __iter__(self) -> Iterator[object]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, index: int) -> object:
        return self._items[index]

    def __contains__(self, item: object) -> bool:
        return any(item == one for one in self._items)


class MappingView:
    """A mapping of the spec from ids to values; loops over pairs in the order of the spec."""

    def __init__(self, at: At, shape: Shape, entries: Mapping[str, object]) -> None:
        self._at, self._shape, self._entries = at, shape, entries

    def __iter__(self) -> Iterator[tuple[str, object]]:
        return ((name, self[name]) for name in self._entries)

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):
            raise AttributeError(name)
        return self[name]

    def __getitem__(self, name: object) -> object:
        found = str(plain(name))
        return view(self._at.step(found), self._shape, self._entries.get(found))

    def __contains__(self, name: object) -> bool:
        return str(plain(name)) in self._entries

    def __len__(self) -> int:
        return len(self._entries)


def view(at: At, shape: Shape, value: object) -> object:
    """Return `value`, of the form `shape`, as templates see it."""
    if isinstance(value, Fact):
        # A fact of the call prints its value; the source is for reports.
        inner = shapes.keys(type(value))["value"]
        return view(at, inner.shape, value.value)
    if value is None and (not isinstance(shape, type) or issubclass(shape, Fact)):
        return Missing(at, shape)
    if isinstance(shape, type):
        return PartView(at, shape, value if isinstance(value, Part) else None)
    if isinstance(shape, shapes.Sequence) and isinstance(value, tuple):
        items = (view(at.step(index), shape.item, item) for index, item in enumerate(value))
        return ListView(tuple(items))
    if isinstance(shape, shapes.Mapping) and isinstance(value, dict):
        return MappingView(at, shape.value, value)
    if isinstance(shape, Scalar) and shape.kind == "prose":
        return Prose(at, str(value))
    return Value(at, shape if isinstance(shape, Scalar) else Scalar("text"), value)


def plain(value: object) -> object:
    """Return what a view shows, or any other value as it is."""
    return value.plain if isinstance(value, Value | Prose | PartView) else value


def listing(items: tuple[object, ...], last: str = "and") -> Bound:
    """Return entries as "A, B and C", each with its path; "none" if there are none."""
    parts: list[Inline] = []
    for index, item in enumerate(items):
        if index:
            parts.append(Text(f" {last} " if index == len(items) - 1 else ", "))
        parts.extend(bind(item).inlines)
    return Bound(tuple(parts) or (Text("none"),))


def bind(value: object) -> Bound:
    """Return what a value of a template is in the tree."""
    if isinstance(value, Bound):
        return value
    if isinstance(value, Value | Prose | Missing | ListView | PartView):
        return value.bound()
    text = printable(_printed(value, Scalar("text")))
    return Bound((Text(text),), label=text)


def _printed(value: object, scalar: Scalar) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case date():
            return words.day(value)
        case Fraction():
            return words.share(value)
        case Decimal():
            return words.euro(value) if scalar.kind == "euro" else words.number(value)
        case int():
            return str(value)
        case str() if scalar.kind == "country":
            return words.country(value)
        case str() if scalar.options:
            return words.choice(value)
        case _:
            return str(value)
