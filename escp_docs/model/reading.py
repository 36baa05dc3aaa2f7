"""Plain values -> parts of the model, with every objection at once.

How a value is read stands in the annotation of its field, once for the reader and once for the JSON
Schema.
"""

from collections.abc import Callable
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, TypeVar, Union, get_args, get_origin

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields
from typing_extensions import TypeAliasType

from escp_docs.model.base import SpecModel

Steps = tuple[str | int, ...]


class RefusedValueError(ValueError):
    """What a value is not, and how to write it."""

    def __init__(self, fact: str, fix: str) -> None:
        super().__init__(fact)
        self.fact = fact
        self.fix = fix


class Reads(Struct, frozen=True):
    """The value is what this makes of it; it refuses what it cannot read."""

    read: Callable[[object], object]


class ReadsFirst(Struct, frozen=True):
    """The value is made by this into what the type reads."""

    read: Callable[[object], object]


class ReadsThen(Struct, frozen=True):
    """What the type reads is made by this into the value, or refused."""

    read: Callable[[Any], object]


class InJson(Struct, frozen=True, eq=False):
    """What an editor may find in the file, as JSON Schema has it."""

    schema: dict[str, Any]


class Misfit(Struct, frozen=True):
    """What is wrong with the value at `steps`; of a value that was refused, fact and cure."""

    steps: Steps
    kind: Literal["refused", "unknown key", "missing", "no option", "no mapping", "no list"]
    fact: str = ""
    fix: str = ""


_Part = TypeVar("_Part", bound=SpecModel)
_Read = Callable[[object, Steps, list[Misfit]], Any]
_NOTHING: Final = None  # in place of what was refused: whoever is objected to is never made


def read(part: type[_Part], value: object) -> tuple[_Part | None, list[Misfit]]:
    """Return the part that a mapping of plain values states; None if anything is wrong with it."""
    found: list[Misfit] = []
    made = _part(part)(value, (), found)
    return (None if found else made), found


def read_one(kind: Any, value: object) -> Any:  # noqa: ANN401  # kinds of scalars are aliases
    """Return a single value as its kind reads it.

    Raises:
        RefusedValueError: it does not fit.
    """
    found: list[Misfit] = []
    made = _reader(kind)(value, (), found)
    if found:
        raise RefusedValueError(found[0].fact, found[0].fix)
    return made


def annotation_name(wanted: Any) -> str:  # noqa: ANN401
    """Return a type as it is written: `tuple[Count, ...]`."""
    if isinstance(wanted, TypeAliasType):
        return wanted.__name__
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin is Annotated:
        return f"Annotated[{', '.join(map(annotation_name, arguments))}]"
    if origin is Literal:
        return f"Literal[{', '.join(map(repr, arguments))}]"
    if origin in (Union, UnionType):
        return " | ".join(map(annotation_name, arguments))
    if origin is not None:
        return f"{origin.__name__}[{', '.join(map(annotation_name, arguments))}]"
    if wanted is Ellipsis:
        return "..."
    return wanted.__name__ if isinstance(wanted, type) else type(wanted).__name__


def _reader(wanted: Any) -> _Read:  # noqa: ANN401  # annotations of all forms
    if isinstance(wanted, TypeAliasType):
        return _reader(wanted.__value__)
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin is Annotated:
        return _marked(arguments[0], arguments[1:])
    if origin in (Union, UnionType):
        (inner,) = (one for one in arguments if one is not NoneType)
        return _or_absent(_reader(inner))
    if origin is Literal:
        return _option(arguments)
    if origin is tuple:
        return _list(_reader(arguments[0]))
    if origin is dict:
        return _mapping(_reader(arguments[0]), _reader(arguments[1]))
    return _part(wanted)


def _marked(wanted: Any, marks: tuple[object, ...]) -> _Read:  # noqa: ANN401
    for mark in marks:
        if isinstance(mark, Reads):
            return _scalar(mark.read)
    reads = _reader(wanted)
    for mark in marks:
        if isinstance(mark, ReadsFirst):
            reads = _after(mark.read, reads)
        elif isinstance(mark, ReadsThen):
            reads = _then(reads, mark.read)
    return reads


def _scalar(reads: Callable[[object], object]) -> _Read:
    def read(value: object, steps: Steps, found: list[Misfit]) -> object:
        try:
            return reads(value)
        except RefusedValueError as error:
            found.append(Misfit(steps, "refused", error.fact, error.fix))
            return _NOTHING

    return read


def _after(first: Callable[[object], object], reads: _Read) -> _Read:
    return lambda value, steps, found: reads(first(value), steps, found)


def _then(reads: _Read, then: Callable[[Any], object]) -> _Read:
    second = _scalar(then)

    def read(value: object, steps: Steps, found: list[Misfit]) -> object:
        before = len(found)
        made = reads(value, steps, found)
        return made if len(found) > before else second(made, steps, found)

    return read


def _or_absent(reads: _Read) -> _Read:
    return lambda value, steps, found: None if value is None else reads(value, steps, found)


def _option(options: tuple[str, ...]) -> _Read:
    def read(value: object, steps: Steps, found: list[Misfit]) -> object:
        if isinstance(value, str) and value.strip() in options:
            return value.strip()
        found.append(Misfit(steps, "no option"))
        return _NOTHING

    return read


def _list(reads: _Read) -> _Read:
    def read(value: object, steps: Steps, found: list[Misfit]) -> object:
        if not isinstance(value, list | tuple):
            found.append(Misfit(steps, "no list"))
            return _NOTHING
        return tuple([reads(one, (*steps, index), found) for index, one in enumerate(value)])

    return read


def _mapping(reads_key: _Read, reads: _Read) -> _Read:
    def read(value: object, steps: Steps, found: list[Misfit]) -> object:
        if not isinstance(value, dict):
            found.append(Misfit(steps, "no mapping"))
            return _NOTHING
        made: dict[object, object] = {}
        for name, one in value.items():
            here, of_name = (*steps, name), list[Misfit]()
            key = reads_key(name, here, of_name)
            if any(misfit.kind == "no option" for misfit in of_name):
                found.append(Misfit(here, "unknown key"))
            else:
                found += of_name
                made[key] = reads(one, here, found)
        return made

    return read


@cache
def _part(part: type[SpecModel]) -> _Read:
    """Return what reads a part; its keys are looked up when the first is read."""

    def read(value: object, steps: Steps, found: list[Misfit]) -> object:
        if isinstance(value, part):
            return value
        if not isinstance(value, dict):
            found.append(Misfit(steps, "no mapping"))
            return _NOTHING
        known, needed = _keys(part)
        before = len(found)
        made: dict[str, object] = {}
        for name, (attribute, reads) in known.items():
            if name in value:
                made[attribute] = reads(value[name], (*steps, name), found)
        # Of what stands at one place, what is missing is told before what is there in its stead.
        found += [Misfit((*steps, one), "missing") for one in needed if one not in value]
        found += [Misfit((*steps, one), "unknown key") for one in value if one not in known]
        return _NOTHING if len(found) > before else _made(part, made, steps, found)

    return read


def _made(
    part: type[SpecModel], values: dict[str, object], steps: Steps, found: list[Misfit]
) -> SpecModel | None:
    made = part(**values)
    made.note_stated(frozenset(values))
    try:
        made.hold_together()
    except RefusedValueError as error:
        found.append(Misfit(steps, "refused", error.fact, error.fix))
        return None
    return made


@cache
def _keys(part: type[SpecModel]) -> tuple[dict[str, tuple[str, _Read]], tuple[str, ...]]:
    """Return the attribute of each key and what reads it, and the keys that have to be there."""
    every = fields(part)
    known = {one.encode_name: (one.name, _reader(one.type)) for one in every}
    return known, tuple(
        one.encode_name
        for one in every
        if one.default is NODEFAULT and one.default_factory is NODEFAULT
    )
