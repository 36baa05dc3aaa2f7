"""What can be filled in: for a fact of any form the fields, boxes and rooms for an answer."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from escp_docs.compose.markdown.glyphs import printable
from escp_docs.compose.markdown.prose import edited, source
from escp_docs.compose.values.value import KINDS, printed, written
from escp_docs.document import AnswerField, Checkbox, Field, FieldKind, Inline, Text
from escp_docs.language import english_words as english
from escp_docs.model.base import SpecModel
from escp_docs.model.schema import Key, ListOf, MapOf, Scalar, Shape, join, keys, split
from escp_docs.model.spec import Spec

_BLANK_ENTRIES: Final = 2  # rooms for entries of a list that is not stated
_NONE: Final = "[]"
_GAP: Final = Text("\u2003")
_HINTS: Final = {
    "country": "code of the country, such as PT",
    "date": "choose a day",
    "euro": "amount in euro",
    "month": "project month",
    "count": "number",
    "number": "number",
    "prose": "write your text here",
    "share": "share, such as 0.9 or 2/3",
}
_FLAG: Final = (("true", "yes"), ("false", "no"))


@dataclass(frozen=True, slots=True)
class Control:
    """What a person fills in: of which fact, and with what."""

    label: str
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class _Fact:
    """A fact of some form at a place of a spec; `label` is a noun phrase."""

    spec: Spec
    path: str
    label: str
    shape: Shape

    def entry(self, index: int) -> Iterator["tuple[_Fact, Key]"]:
        """Yield the keys of an entry of a list of parts, numbered from 1 in their labels."""
        assert isinstance(self.shape, ListOf)
        assert isinstance(self.shape.item, type)
        for name, key in keys(self.shape.item).items():
            path = join((*split(self.path), index, name))
            label = "number" if name == "id" else key.label
            yield _Fact(self.spec, path, f"{label} ({index + 1})", key.shape), key


def blanks(spec: Spec, path: str, label: str, shape: Shape) -> list[Control]:
    """Return what is filled in for a fact that the spec does not state."""
    return list(_blank(_Fact(spec, path, label, shape)))


def stated(spec: Spec, path: str, label: str, shape: Shape, value: object) -> list[Control]:
    """Return what shows a stated fact, so that it can be confirmed or mended."""
    return list(_stated(_Fact(spec, path, label, shape), value))


# --- what is not stated ----------------------------------------------------------------------


def _blank(fact: _Fact) -> Iterator[Control]:
    match fact.shape:
        case Scalar():
            yield Control(fact.label, (_answer(fact, fact.shape),))
        case ListOf(Scalar(options=options)) if options:
            yield Control(fact.label, _boxes(fact, options, ()))
        case ListOf(Scalar()):
            room = AnswerField(fact.path, "one to a line", fact.label, FieldKind.LINES)
            yield Control(fact.label, (room,))
        case ListOf(type() as part) if _is_flat(part):
            yield Control(fact.label, _none(fact, checked=False))
            for index in range(_BLANK_ENTRIES):
                for inner, _ in fact.entry(index):
                    yield from _blank(inner)
        case _:
            yield Control(fact.label, (_answer(fact, Scalar("prose")),))


def _answer(fact: _Fact, scalar: Scalar) -> AnswerField:
    options = _options(fact.spec, scalar)
    hint = "choose" if options else _HINTS.get(scalar.kind, "write here")
    kind = FieldKind.PROSE if scalar.kind == "prose" else KINDS.get(scalar.kind, FieldKind.TEXT)
    return AnswerField(fact.path, hint, fact.label, kind, options)


def _options(spec: Spec, scalar: Scalar) -> tuple[tuple[str, str], ...]:
    if scalar.kind == "flag":
        return _FLAG
    if scalar.options:
        return tuple((option, english.choice(option)) for option in scalar.options)
    declared = {
        "partner": [one.id for one in spec.partners],
        "associated": [one.id for one in spec.consortium.associated or ()],
        "work package": [one.id for one in spec.roadmap.work_packages or ()],
    }
    return tuple((name, name) for what in scalar.refers for name in declared.get(what, ()))


def _is_flat(part: type[SpecModel]) -> bool:
    """Whether an entry has single values alone; others are told in words."""
    return all(isinstance(key.shape, Scalar) for key in keys(part).values())


def _boxes(fact: _Fact, options: tuple[str, ...], ticked: tuple[object, ...]) -> tuple[Inline, ...]:
    found: list[Inline] = []
    for option in options:
        label = english.choice(option)
        box = Checkbox(f"{fact.label}: {label}", option in ticked, fact.path, option)
        found += [*([_GAP] if found else []), box, Text(f" {label}")]
    return tuple(found)


def _none(fact: _Fact, *, checked: bool) -> tuple[Inline, ...]:
    return Checkbox(f"{fact.label}: none", checked, fact.path, _NONE), Text(" none")


# --- what is stated --------------------------------------------------------------------------


def _stated(fact: _Fact, value: object) -> Iterator[Control]:
    match fact.shape, value:
        case _, ():
            yield Control(fact.label, _none(fact, checked=True))
        case Scalar(), _:
            yield Control(fact.label, (_field(fact, fact.shape, value),))
        case ListOf(Scalar(options=options)), tuple() if options:
            yield Control(fact.label, _boxes(fact, options, value))
        case ListOf(Scalar() as scalar), tuple():
            lines = "\n".join(printable(printed(one, scalar)) for one in value)
            base = "\n".join(written(one) for one in value)
            field = Field(fact.path, base, lines, fact.label, FieldKind.LINES)
            yield Control(fact.label, (field,))
        case ListOf(), tuple():
            yield from _entries(fact, value)
        case type() as part, SpecModel():
            yield from _part(fact, part, value)
        case _:
            pass


def _entries(fact: _Fact, entries: tuple[SpecModel, ...]) -> Iterator[Control]:
    for index, entry in enumerate(entries):
        for inner, key in fact.entry(index):
            value = getattr(entry, key.attribute)
            if value is not None and not isinstance(key.shape, MapOf):
                yield from _stated(inner, value)


def _part(fact: _Fact, part: type[SpecModel], value: SpecModel) -> Iterator[Control]:
    for name, key in keys(part).items():
        inner = getattr(value, key.attribute)
        if inner is not None:
            path = join((*split(fact.path), name))
            yield from _stated(replace(fact, path=path, label=key.label, shape=key.shape), inner)


def _field(fact: _Fact, scalar: Scalar, value: object) -> Field:
    options = _options(fact.spec, scalar)
    if scalar.kind == "prose":
        prose = str(value)
        kind, text, stated = FieldKind.PROSE, edited(prose), source(prose)
    else:
        kind = KINDS.get(scalar.kind, FieldKind.TEXT)
        text, stated = printable(printed(value, scalar)), written(value)
    return Field(fact.path, stated, text, fact.label, kind, options)
