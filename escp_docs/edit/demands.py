"""What a change has to have before it is tried."""

from collections.abc import Iterator

from escp_docs.errors import ArgumentError
from escp_docs.model.schema import ListOf, form, join
from escp_docs.model.spec import Spec
from escp_docs.read.characters import is_foreign, named
from escp_docs.read.plain_values import Raw, Steps


def has_a_value(key: str, value: Raw) -> None:
    """Raise if a value says nothing, or has characters that no text may hold."""
    if value is None or (isinstance(value, str) and not value.strip()):
        raise ArgumentError(f"{key} gets no value; take the key out instead", "key").by("--remove")
    for text in _all_texts(value):
        if foreign := next(filter(is_foreign, text), None):
            fact = f"{named(foreign)} cannot stand in a text"
            raise ArgumentError(f"{key}: {fact}; leave it out, or save the text as UTF-8", "key")


def _all_texts(value: Raw) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for one in value:
                yield from _all_texts(one)
        case dict():
            for name, one in value.items():
                yield name
                yield from _all_texts(one)
        case _:
            pass


def is_list(key: str, steps: Steps) -> None:
    """Raise if the format has no list at a path."""
    if not isinstance(form(Spec, join(steps)), ListOf):
        raise ArgumentError(f"{key} is no list, so no entry can be added to it", "key")
