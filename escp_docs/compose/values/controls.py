"""What can be filled in: for a fact of any form the fields, boxes and rooms for an answer."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.compose.markdown.glyphs import printable
from escp_docs.compose.markdown.prose import edited, source
from escp_docs.compose.values.value import KINDS, key_label, written
from escp_docs.document import AnswerField, Checkbox, Field, FieldKind, Inline, Text
from escp_docs.language.language import Language
from escp_docs.model.base import SpecModel
from escp_docs.model.printed_values import printed
from escp_docs.model.schema import Key, ListOf, MapOf, Scalar, Shape, join, keys, split
from escp_docs.model.spec import Spec

_BLANK_ENTRIES: Final = 2  # rooms for entries of a list that is not stated
_NONE: Final = "[]"
_GAP: Final = Text("\u2003")


class Control(Struct, frozen=True):
    """What a person fills in: of which fact, and with what."""

    label: str
    inlines: tuple[Inline, ...]


class AskedFact(Struct, frozen=True):
    """A fact of some form at a place of a spec; `label` is a noun phrase in the language."""

    spec: Spec
    language: Language
    path: str
    label: str
    shape: Shape

    def entry(self, index: int) -> Iterator["tuple[AskedFact, Key]"]:
        """Yield the keys of an entry of a list of parts, numbered from 1 in their labels."""
        assert isinstance(self.shape, ListOf)
        assert isinstance(self.shape.item, type)
        for name, key in keys(self.shape.item).items():
            path = join((*split(self.path), index, name))
            label = self.language.hints.number if name == "id" else key_label(key, self.language)
            yield replace(self, path=path, label=f"{label} ({index + 1})", shape=key.shape), key


def blanks(fact: AskedFact) -> list[Control]:
    """Return what is filled in for a fact that the spec does not state."""
    return list(_blank(fact))


def stated(fact: AskedFact, value: object) -> list[Control]:
    """Return what shows a stated fact, so that it can be confirmed or mended."""
    return list(_stated(fact, value))


# --- what is not stated ----------------------------------------------------------------------


def _blank(fact: AskedFact) -> Iterator[Control]:
    match fact.shape:
        case Scalar():
            yield Control(fact.label, (_answer(fact, fact.shape),))
        case ListOf(Scalar(options=options)) if options:
            yield Control(fact.label, _boxes(fact, options, ()))
        case ListOf(Scalar()):
            room = AnswerField(fact.path, fact.language.hints.lines, fact.label, FieldKind.LINES)
            yield Control(fact.label, (room,))
        case ListOf(type() as part) if _is_flat(part):
            yield Control(fact.label, _none(fact, checked=False))
            for index in range(_BLANK_ENTRIES):
                for inner, _ in fact.entry(index):
                    yield from _blank(inner)
        case _:
            yield Control(fact.label, (_answer(fact, Scalar("prose")),))


def _answer(fact: AskedFact, scalar: Scalar) -> AnswerField:
    options = _options(fact, scalar)
    hint = fact.language.hints.choice if options else _hint(scalar, fact.language)
    kind = FieldKind.PROSE if scalar.kind == "prose" else KINDS.get(scalar.kind, FieldKind.TEXT)
    return AnswerField(fact.path, hint, fact.label, kind, options)


def _hint(scalar: Scalar, language: Language) -> str:
    hints = language.hints
    return {
        "country": hints.country,
        "date": hints.date,
        "euro": hints.euro,
        "month": hints.month,
        "count": hints.number,
        "number": hints.number,
        "prose": hints.prose,
        "share": hints.share,
    }.get(scalar.kind, hints.other)


def _options(fact: AskedFact, scalar: Scalar) -> tuple[tuple[str, str], ...]:
    spec, language = fact.spec, fact.language
    if scalar.kind == "flag":
        return ("true", language.flag(value=True)), ("false", language.flag(value=False))
    if scalar.options:
        return tuple((option, language.choice(option)) for option in scalar.options)
    declared = {
        "partner": [one.id for one in spec.partners],
        "associated": [one.id for one in spec.consortium.associated or ()],
        "work package": [one.id for one in spec.roadmap.work_packages or ()],
    }
    return tuple((name, name) for what in scalar.refers for name in declared.get(what, ()))


def _is_flat(part: type[SpecModel]) -> bool:
    """Whether an entry has single values alone; others are told in words."""
    return all(isinstance(key.shape, Scalar) for key in keys(part).values())


def _boxes(
    fact: AskedFact, options: tuple[str, ...], ticked: tuple[object, ...]
) -> tuple[Inline, ...]:
    found: list[Inline] = []
    for option in options:
        label = fact.language.choice(option)
        box = Checkbox(f"{fact.label}: {label}", option in ticked, fact.path, option)
        found += [*([_GAP] if found else []), box, Text(f" {label}")]
    return tuple(found)


def _none(fact: AskedFact, *, checked: bool) -> tuple[Inline, ...]:
    words = fact.language
    label = words.questions.none_of.format(label=fact.label)
    return Checkbox(label, checked, fact.path, _NONE), Text(f" {words.values.none}")


# --- what is stated --------------------------------------------------------------------------


def _stated(fact: AskedFact, value: object) -> Iterator[Control]:
    match fact.shape, value:
        case _, ():
            yield Control(fact.label, _none(fact, checked=True))
        case Scalar(), _:
            yield Control(fact.label, (_field(fact, fact.shape, value),))
        case ListOf(Scalar(options=options)), tuple() if options:
            yield Control(fact.label, _boxes(fact, options, value))
        case ListOf(Scalar() as scalar), tuple():
            lines = "\n".join(printable(printed(one, scalar, fact.language)) for one in value)
            base = "\n".join(written(one) for one in value)
            field = Field(fact.path, base, lines, fact.label, FieldKind.LINES)
            yield Control(fact.label, (field,))
        case ListOf(), tuple():
            yield from _entries(fact, value)
        case type() as part, SpecModel():
            yield from _part(fact, part, value)
        case _:
            pass


def _entries(fact: AskedFact, entries: tuple[SpecModel, ...]) -> Iterator[Control]:
    for index, entry in enumerate(entries):
        for inner, key in fact.entry(index):
            value = getattr(entry, key.attribute)
            if value is not None and not isinstance(key.shape, MapOf):
                yield from _stated(inner, value)


def _part(fact: AskedFact, part: type[SpecModel], value: SpecModel) -> Iterator[Control]:
    for name, key in keys(part).items():
        inner = getattr(value, key.attribute)
        if inner is not None:
            path = join((*split(fact.path), name))
            yield from _stated(
                replace(fact, path=path, label=key_label(key, fact.language), shape=key.shape),
                inner,
            )


def _field(fact: AskedFact, scalar: Scalar, value: object) -> Field:
    options = _options(fact, scalar)
    if scalar.kind == "prose":
        prose = str(value)
        kind, text, stated = FieldKind.PROSE, edited(prose), source(prose)
    else:
        kind = KINDS.get(scalar.kind, FieldKind.TEXT)
        text, stated = printable(printed(value, scalar, fact.language)), written(value)
    return Field(fact.path, stated, text, fact.label, kind, options)
