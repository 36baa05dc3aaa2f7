"""What stands where in a part: the keys of a model and the form of each, read from its fields.

The reader, the templates' view and the schema all walk a spec by this one description.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields
from typing_extensions import TypeAliasType

from escp_docs.language.english.keys import ENGLISH_KEYS
from escp_docs.language.keys.key_words import KeyWords
from escp_docs.language.keys.part_words import words_of
from escp_docs.model.base import SpecModel
from escp_docs.model.scalar import Declares, MayBeNone, Personal, Refers, ScalarKind
from escp_docs.pattern import pattern

_MANY = 8192  # paths: those of a long spec, which are much the same in every other


class Scalar(Struct, frozen=True):
    """A single value; `options` are its allowed values if it is a choice.

    `may_be_none` says that the text `none` is an answer, `is_personal` that the value is personal
    data.
    """

    kind: str
    options: tuple[str, ...] = ()
    declares: str = ""
    refers: tuple[str, ...] = ()
    may_be_none: bool = False
    is_personal: bool = False


class ListOf(Struct, frozen=True):
    """A list of entries of one form."""

    item: "Shape"


class MapOf(Struct, frozen=True):
    """A mapping to values of one form, from ids, or from the names in `options` alone."""

    refers: tuple[str, ...]
    value: "Shape"
    options: tuple[str, ...] = ()


Shape = type[SpecModel] | Scalar | ListOf | MapOf


class Key(Struct, frozen=True):
    """A key of a part as a spec writes it, and the attribute that holds its value.

    `part` is the name of the part. `words` are English, as messages are; documents ask for the
    words of their own language.
    """

    part: str
    name: str
    attribute: str
    shape: Shape
    words: KeyWords
    required: bool
    default: object = None

    @property
    def label(self) -> str:
        """A noun phrase for messages."""
        return label_of(self, self.words)

    @property
    def description(self) -> str:
        """What the key states."""
        return self.words.description


def label_of(key: Key, words: KeyWords) -> str:
    """Return a noun phrase for what a key states: the key's own words, if they read well."""
    return words.label or key.name.replace("_", " ")


@cache
def keys(part: type[SpecModel]) -> dict[str, Key]:
    """Return the keys of a part by name, in the order of the format."""
    found = {}
    for one in fields(part):
        found[one.encode_name] = Key(
            part=part.__name__,
            name=one.encode_name,
            attribute=one.name,
            shape=_shape(one.type, ()),
            words=words_of(ENGLISH_KEYS, part.__name__, one.encode_name),
            required=one.required,
            default=None if one.default is NODEFAULT else one.default,
        )
    return found


def at(part: type[SpecModel], path: str) -> Key | None:
    """Return the key that `path` ("consortium.partners[0].country") leads to from `part`.

    None if no such key exists, or if the path ends in an entry of a list or mapping.
    """
    shape: Shape = part
    found: Key | None = None
    for step in split(path):
        if isinstance(shape, type):
            found = keys(shape).get(str(step))
            if found is None:
                return None
            shape = found.shape
        elif isinstance(shape, ListOf):
            found, shape = None, shape.item
        elif isinstance(shape, MapOf):
            found, shape = None, shape.value
        else:
            return None
    return found


def form(part: type[SpecModel], path: str) -> Shape | None:
    """Return the form of what `path` leads to from `part`, None if the path leads nowhere."""
    return form_at(part, split(path))


@lru_cache(maxsize=_MANY)
def form_at(part: type[SpecModel], steps: tuple[str | int, ...]) -> Shape | None:
    """Return the form of what `steps` lead to from `part`, None if they lead nowhere."""
    shape: Shape | None = part
    for step in steps:
        if isinstance(shape, type):
            key = keys(shape).get(str(step))
            shape = key.shape if key else None
        elif isinstance(shape, ListOf):
            shape = shape.item
        elif isinstance(shape, MapOf):
            shape = shape.value
        else:
            return None
    return shape


@cache
def text_paths(part: type[SpecModel]) -> tuple[str, ...]:
    """Return the paths of all texts that stand in a format once, in no list, in its order."""
    found: list[str] = []
    for name, key in keys(part).items():
        if isinstance(key.shape, type):
            found += [f"{name}.{one}" for one in text_paths(key.shape)]
        elif isinstance(key.shape, Scalar) and key.shape.kind in _TEXTS and not key.shape.options:
            found += [name] * (not key.shape.refers)
    return tuple(found)


_TEXTS = frozenset({"text", "prose"})
_STEP = pattern(r"\[([^\]]*)\]|([^.\[]+)")


@lru_cache(maxsize=_MANY)
def split(path: str) -> tuple[str | int, ...]:
    """Return the steps of a path: keys as text, positions in lists as numbers."""
    steps: list[str | int] = []
    for bracketed, dotted in _STEP.findall(path):
        steps.append(int(bracketed) if bracketed.isdigit() else bracketed or dotted)
    return tuple(steps)


@lru_cache(maxsize=_MANY)
def join(steps: tuple[str | int, ...]) -> str:
    """Return the path of `steps`."""
    path = ""
    for step in steps:
        path = below(path, step)
    return path


def below(path: str, step: str | int) -> str:
    """Return the path of an entry of `path`; a position and an id with a dot stand in brackets."""
    if isinstance(step, int) or "." in step:
        return f"{path}[{step}]"
    return f"{path}.{step}" if path else step


def texts(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield the path and the words of every text in a part, in the order of the format."""
    for step, inner in _entries(value):
        if isinstance(inner, str):
            yield below(path, step), inner
        elif isinstance(inner, (SpecModel, tuple, dict)):
            yield from texts(inner, below(path, step))


def _entries(value: object) -> Iterable[tuple[str | int, object]]:
    match value:
        case SpecModel():
            return [
                (name, getattr(value, key.attribute)) for name, key in keys(type(value)).items()
            ]
        case tuple():
            return enumerate(value)
        case dict():
            return [(str(name), one) for name, one in value.items()]
        case _:
            return ()


def words(part: SpecModel) -> Iterator[str]:
    """Yield the words in a part, wherever they stand: every text and prose that names nothing."""
    around: list[object] = [part]
    for one in around:  # grows while it is walked
        match one:
            case str():
                yield one
            case SpecModel():
                stated = (getattr(one, name) for name in _with_words(type(one)))
                around += [inner for inner in stated if inner is not None]
            case tuple():
                around += one
            case dict():
                around += one.values()
            case _:
                pass


def is_words(shape: Shape | None) -> bool:
    """Whether what has such a form is a text or a prose that names nothing."""
    if not isinstance(shape, Scalar) or shape.declares or shape.refers:
        return False
    return shape.kind in _TEXTS


@cache
def _with_words(part: type[SpecModel]) -> tuple[str, ...]:
    """Return the attributes of a part behind which words stand, or may stand further down."""
    return tuple(key.attribute for key in keys(part).values() if _leads_to_words(key.shape))


def _leads_to_words(shape: Shape) -> bool:
    match shape:
        case Scalar():
            return is_words(shape)
        case ListOf(item=inner) | MapOf(value=inner):
            return _leads_to_words(inner)
        case _:
            return bool(_with_words(shape))


def prose(part: SpecModel) -> Iterator[tuple[str, str]]:
    """Yield the path and the words of every prose in a part, in the order of the format."""
    yield from _prose(part, type(part), "")


@cache
def _with_prose(part: type[SpecModel]) -> tuple[Key, ...]:
    """Return the keys of a part behind which prose stands, or may stand further down."""
    return tuple(one for one in keys(part).values() if _leads_to_prose(one.shape))


def _leads_to_prose(shape: Shape) -> bool:
    match shape:
        case Scalar():
            return shape.kind == "prose"
        case ListOf(item=inner) | MapOf(value=inner):
            return _leads_to_prose(inner)
        case _:
            return bool(_with_prose(shape))


def _prose(value: object, shape: Shape, path: str) -> Iterator[tuple[str, str]]:
    match value:
        case str() if isinstance(shape, Scalar) and shape.kind == "prose":
            yield path, value
        case SpecModel():
            for key in _with_prose(type(value)):
                inner = getattr(value, key.attribute)
                if inner is not None:
                    yield from _prose(inner, key.shape, below(path, key.name))
        case tuple() if isinstance(shape, ListOf):
            for index, one in enumerate(value):
                yield from _prose(one, shape.item, below(path, index))
        case dict() if isinstance(shape, MapOf):
            for name, one in value.items():
                yield from _prose(one, shape.value, below(path, str(name)))
        case _:
            pass


def _shape(annotation: Any, metadata: tuple[object, ...]) -> Shape:  # noqa: ANN401
    if isinstance(annotation, TypeAliasType):
        return _shape(annotation.__value__, metadata)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(arguments[0], metadata + arguments[1:])
    if origin in (Union, UnionType):
        inner = [argument for argument in arguments if argument is not NoneType]
        return _shape(inner[0], metadata)
    if origin is Literal:
        return _scalar(metadata, arguments)
    if origin is tuple:
        return ListOf(_shape(arguments[0], ()))
    if origin is dict:
        name = _shape(arguments[0], ())
        refers, options = (name.refers, name.options) if isinstance(name, Scalar) else ((), ())
        return MapOf(refers, _shape(arguments[1], ()), options)
    if isinstance(annotation, type) and issubclass(annotation, SpecModel):
        return annotation
    return _scalar(metadata, ())


def _scalar(metadata: tuple[object, ...], options: tuple[str, ...]) -> Scalar:
    kind, declares = ("choice" if options else "text"), ""
    refers: tuple[str, ...] = ()
    may_be_none = is_personal = False
    for mark in metadata:
        match mark:
            case ScalarKind():
                kind = mark.name
            case Declares():
                declares = mark.what
            case Refers():
                refers = mark.what
            case MayBeNone():
                may_be_none = True
            case Personal():
                is_personal = True
            case _:
                pass
    return Scalar(kind, options, declares, refers, may_be_none, is_personal)
