"""The choices of the agreement, each with the clauses that it makes: as they are and would be."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from msgspec import Struct

from escp_docs.compose.document_types import AGREEMENT, DOCUMENT_TYPES, DocumentRequest
from escp_docs.compose.documents import compose
from escp_docs.document import Clause, Heading, plain, walk
from escp_docs.errors import UnknownNameError
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.language.english.language import ENGLISH
from escp_docs.model.base import SpecModel
from escp_docs.model.schema import Key, Scalar, keys
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import value_at
from escp_docs.prose.words import MergedWords, merged_words

_PART: Final = "agreement"


class ClauseUnderChoice(Struct, frozen=True):
    """A clause under one value of a choice.

    Attributes:
        id: Its id.
        number: Its number in the agreement.
        heading: The heading around it.
        text: What it says; empty if it is not there.
        changed: The clause as it is now and this one in one text; empty if they are the same.
    """

    id: str
    number: str
    heading: str
    text: str
    changed: tuple[MergedWords, ...] = ()


class ChoiceValue(Struct, frozen=True):
    """A value that a choice may have, and the clauses that differ under it."""

    value: str
    label: str
    is_stated: bool
    clauses: tuple[ClauseUnderChoice, ...]


class Choice(Struct, frozen=True):
    """A choice of the agreement: its key, what it decides, the values it may have."""

    key: str
    label: str
    question: str
    values: tuple[ChoiceValue, ...]


def choice_keys() -> tuple[tuple[str, Key], ...]:
    """Return each choice of the agreement: its key, and what the format says of it."""
    agreement = keys(Spec)[_PART].shape
    assert isinstance(agreement, type)
    return tuple(_choices(agreement, _PART))


def _choices(part: type[SpecModel], path: str) -> Iterator[tuple[str, Key]]:
    for name, key in keys(part).items():
        here = f"{path}.{name}"
        if isinstance(key.shape, type):
            yield from _choices(key.shape, here)
        elif isinstance(key.shape, Scalar) and (key.shape.options or key.shape.kind == "flag"):
            yield here, key


def choice(spec: OpenSpec, name: str, templates: Mapping[str, str], printed: date) -> Choice:
    """Return a choice with the clauses under each of its values, and what differs from now.

    Raises:
        UnknownNameError: the agreement has no such choice.
        TemplateError: a template cannot be rendered.
    """
    key = dict(choice_keys()).get(name)
    if key is None or not isinstance(key.shape, Scalar):
        raise UnknownNameError(f"there is no choice {name!r}", "key")
    options = key.shape.options or ("true", "false")
    steps = tuple(name.split("."))
    now = _clauses(spec, spec.spec, templates, printed)
    each = {
        one: _clauses(spec, _with(spec.spec, steps, _value(one)), templates, printed)
        for one in options
    }
    differing = [id_ for id_ in _ids((now, *each.values())) if _differs(id_, (now, *each.values()))]
    stated = _stated(spec.spec, steps)
    values = tuple(
        ChoiceValue(
            one,
            _label(one),
            one == stated,
            tuple(_under(id_, found, now) for id_ in differing if id_ in found or id_ in now),
        )
        for one, found in each.items()
    )
    return Choice(name, key.label, key.words.question, values)


def _value(option: str) -> Any:  # noqa: ANN401  # as the model has it
    return option == "true" if option in ("true", "false") else option


def _label(option: str) -> str:
    is_flag = option in ("true", "false")
    return ENGLISH.flag(value=option == "true") if is_flag else ENGLISH.choice(option)


def _stated(spec: Spec, steps: tuple[str, ...]) -> str:
    value = value_at(spec, steps)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _with(part: Any, steps: tuple[str, ...], value: object) -> Any:  # noqa: ANN401
    """Return a part of a spec with another value at a path."""
    kind: type[SpecModel] = type(part)
    attribute = keys(kind)[steps[0]].attribute
    inner = _with(getattr(part, attribute), steps[1:], value) if len(steps) > 1 else value
    return part.updated({attribute: inner})


_Clauses = dict[str, ClauseUnderChoice]


def _clauses(spec: OpenSpec, stated: Spec, templates: Mapping[str, str], printed: date) -> _Clauses:
    made = compose(
        DocumentRequest(DOCUMENT_TYPES[AGREEMENT]),
        stated,
        spec.call,
        templates,
        printed,
        draft=False,
        pictures=spec.reading.pictures.found,
    )
    found: _Clauses = {}
    heading = ""
    for block in walk(made.blocks):
        if isinstance(block, Heading):
            heading = plain(block.children)
        elif isinstance(block, Clause):
            id_ = block.id or f"{heading} {block.number}"
            text = plain(block.children)
            found[id_] = ClauseUnderChoice(id_, block.number, heading, text)
    return found


def _ids(every: tuple[_Clauses, ...]) -> list[str]:
    return list(dict.fromkeys(id_ for found in every for id_ in found))


def _differs(id_: str, every: tuple[_Clauses, ...]) -> bool:
    return len({found[id_].text if id_ in found else "" for found in every}) > 1


def _under(id_: str, found: _Clauses, now: _Clauses) -> ClauseUnderChoice:
    one = found.get(id_)
    before = now[id_].text if id_ in now else ""
    if one is None:
        gone = now[id_]
        return ClauseUnderChoice(id_, gone.number, gone.heading, "")
    changed = tuple(merged_words(before, one.text)) if before and before != one.text else ()
    return ClauseUnderChoice(id_, one.number, one.heading, one.text, changed)
