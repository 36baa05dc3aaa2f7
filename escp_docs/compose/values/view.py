"""The spec as templates see it: every value with its path, every absent fact a question.

Nothing here prints; a view says what it would be in the tree, and the environment binds it.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from fractions import Fraction
from math import isfinite
from typing import Final

from jinja2 import UndefinedError
from msgspec.structs import replace

from escp_docs.compose.markdown.glyphs import printable
from escp_docs.compose.templates.binder import BoundValue
from escp_docs.compose.values.value import At, Prose, Value
from escp_docs.document import Inline, Placeholder, Text
from escp_docs.language.keys.part_words import words_of
from escp_docs.language.language import Language
from escp_docs.model import question_text
from escp_docs.model import schema as shapes
from escp_docs.model.base import SpecModel
from escp_docs.model.fact import Fact
from escp_docs.model.printed_values import printed
from escp_docs.model.responsible import owner
from escp_docs.model.schema import Scalar, Shape, join, split
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import value_at

COMPUTED: Final = frozenset({"number", "beneficiary"})
"""What people.py computes for a partner beside its keys."""


class Missing:
    """A fact that the spec does not state: false, empty, equal to nothing; printed, a question."""

    def __init__(self, at: At, shape: Shape, *, whole: bool = False) -> None:
        # Of an entry that is missing as a whole, every key is the same question.
        self._at, self._shape, self._whole = at, shape, whole

    def bound(self) -> BoundValue:
        """Return the placeholder."""
        return BoundValue((self.placeholder,), label="")

    @property
    def placeholder(self) -> Placeholder:
        """What is printed in place of the fact, with the question that would settle it."""
        ask = owner(self._at.spec, self._at.path)
        inner = self._shape.item if isinstance(self._shape, shapes.ListOf) else self._shape
        options = inner.options if isinstance(inner, Scalar) else ()
        entry = self._at.entry.strip("[]")  # in a precedent the names of members have brackets
        text = f"{entry}: {self._at.label}" if entry else self._at.label
        words_there = _unwritten(self._at.spec, self._at.path)
        if words_there:
            text += f": {printable(words_there)}"
        elif options:
            text += ": " + " | ".join(self._at.language.choice(option) for option in options)
        ask_for = self._at.language.questions.key_in_spec.format(
            question=self.asked, path=self._at.path
        )
        return Placeholder(self._at.path, f"[{text}]", ask_for, ask)

    @property
    def asked(self) -> str:
        """The question that would settle it."""
        key = self._at.key
        if key is None:
            return f"{self._at.label}?"
        return question_text.question(key, words_of(self._at.language.keys, key.part, key.name))

    def __getattr__(self, name: str) -> object:
        if name.startswith("__") or not isinstance(self._shape, type):
            raise AttributeError(name)
        if self._whole and name in COMPUTED:
            return self
        found = PartView(self._at, self._shape, None)[name]
        if not self._whole:
            return found
        inner = shapes.keys(self._shape)[name].shape
        return self.as_entry(inner) if isinstance(inner, type) else self

    def as_entry(self, shape: Shape) -> "Missing":
        """Return the entry that the missing name would have named: one question for all of it."""
        return Missing(self._at, shape, whole=True)

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


def _unwritten(spec: Spec, path: str) -> str:
    """Return the words of a text that says it is not written yet; empty if there is none."""
    *around, name = split(path) or ("",)
    part = value_at(spec, join(tuple(around)))
    return part.unwritten.get(str(name), "") if isinstance(part, SpecModel) else ""


class PartView:
    """A part of the spec; its keys are attributes. `extra` are values computed beside them."""

    def __init__(
        self,
        at: At,
        shape: type[SpecModel],
        part: SpecModel | None,
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
        at = self._at.step(name, key)
        if self._part is not None and key.attribute not in self._part.stated:
            at = replace(at, in_spec=False)  # what holds by default stands nowhere in the spec
        return view(at, key.shape, value)

    def bound(self) -> BoundValue:
        """Return the id of an entry; no other part can be printed."""
        if "id" not in shapes.keys(self._shape):
            keys = ", ".join(shapes.keys(self._shape))
            raise UndefinedError(f"{self._at.path} cannot be printed; print one of {keys}")
        return bind(self["id"], self._at.language)

    @property
    def plain(self) -> SpecModel | None:
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

    def __init__(self, items: tuple[object, ...], language: Language) -> None:
        self._items, self._language = items, language

    def bound(self) -> BoundValue:
        """Return the entries as a list."""
        return listing(self._items, self._language)

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

    def __init__(self, at: At, shape: shapes.MapOf, entries: Mapping[str, object]) -> None:
        self._at, self._shape, self._entries = at, shape.value, entries
        self._names = Scalar("text", refers=shape.refers)

    def __iter__(self) -> Iterator[tuple[object, object]]:
        return ((self._called(name), self[name]) for name in self._entries)

    def _called(self, name: str) -> Value:
        return Value(replace(self._at, in_spec=False), self._names, name)

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):
            raise AttributeError(name)
        return self[name]

    def __getitem__(self, name: object) -> object:
        found = str(plain(name))
        return view(self._at.step(found), self._shape, self._entries.get(found))

    def bound(self) -> BoundValue:
        """Return the entries as a list of names with their values."""
        language = self._at.language
        pairs = [(bind(name, language), bind(value, language)) for name, value in self]
        return listing(
            tuple(BoundValue((*name.inlines, Text(" "), *value.inlines)) for name, value in pairs),
            language,
        )

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
        return PartView(at, shape, value if isinstance(value, SpecModel) else None)
    if isinstance(shape, shapes.ListOf) and isinstance(value, tuple):
        items = (view(at.step(index), shape.item, item) for index, item in enumerate(value))
        return ListView(tuple(items), at.language)
    if isinstance(shape, shapes.MapOf) and isinstance(value, dict):
        return MappingView(at, shape, value)
    if isinstance(shape, Scalar) and shape.kind == "prose":
        return Prose(at, str(value))
    return Value(at, shape if isinstance(shape, Scalar) else Scalar("text"), value)


def plain(value: object) -> object:
    """Return what a view shows, or any other value as it is."""
    return value.plain if isinstance(value, Value | Prose | PartView) else value


def listing(items: tuple[object, ...], language: Language, last: str = "") -> BoundValue:
    """Return entries as "A, B and C", each with its path; "none" if there are none."""
    last = last or language.values.last_of_list
    parts: list[Inline] = []
    for index, item in enumerate(items):
        if index:
            parts.append(Text(f" {last} " if index == len(items) - 1 else ", "))
        parts.extend(bind(item, language).inlines)
    return BoundValue(tuple(parts) or (Text(language.values.none),))


def bind(value: object, language: Language) -> BoundValue:
    """Return what a value of a template is in the tree, in words of a language."""
    if isinstance(value, BoundValue):
        return value
    if isinstance(value, Value | Prose | Missing | ListView | MappingView | PartView):
        return value.bound()
    if not isinstance(value, str | bool | int | float | Decimal | Fraction | date):
        kind = type(value).__name__
        raise UndefinedError(f"a value of the kind {kind} cannot be printed; print what it holds")
    if isinstance(value, float) and not isfinite(value):
        raise UndefinedError("a number so large cannot be printed")
    text = printable(printed(value, Scalar("text"), language))
    return BoundValue((Text(text),), label=text)


def question(spec: Spec, path: str, language: Language) -> Missing:
    """Return the missing fact at `path`, as a view."""
    key = shapes.at(Spec, path)
    steps = shapes.split(path)
    if key is None:  # an entry of a mapping: the mapping's own key says what is missing
        key = shapes.at(Spec, shapes.join(steps[:-1]))
    return Missing(At(spec, language, path, key), key.shape if key else Scalar("text"))
