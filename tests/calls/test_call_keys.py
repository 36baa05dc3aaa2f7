"""Each key of a call file says what it states, and nothing else is explained."""

from collections.abc import Iterator

from escp_docs.language.english.call_keys import CALL_KEYS
from escp_docs.model.base import SpecModel
from escp_docs.model.call import Call
from escp_docs.model.fact import Fact
from escp_docs.model.schema import ListOf, MapOf, keys


def parts(part: type[SpecModel], seen: set[type[SpecModel]]) -> Iterator[type[SpecModel]]:
    """Yield each part of a call file, once."""
    if part in seen:
        return
    seen.add(part)
    yield part
    for key in keys(part).values():
        shape = key.shape
        while isinstance(shape, ListOf | MapOf):
            shape = shape.item if isinstance(shape, ListOf) else shape.value
        if isinstance(shape, type):
            yield from parts(shape, seen)


def test_every_key_of_a_call_file_is_explained() -> None:
    found: dict[str, set[str]] = {}
    for part in parts(Call, set()):
        is_plain_fact = issubclass(part, Fact) and "id" not in keys(part)
        name = "Fact" if is_plain_fact else part.__name__
        found.setdefault(name, set()).update(keys(part))

    assert {name: sorted(some) for name, some in found.items()} == {
        name: sorted(words) for name, words in CALL_KEYS.items()
    }
