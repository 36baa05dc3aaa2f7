"""Which values of a spec are personal data: what is said of persons, and where."""

from collections.abc import Iterator

from escp_docs.model.base import SpecModel
from escp_docs.model.schema import ListOf, MapOf, Scalar, Shape, form, keys, texts
from escp_docs.model.spec import Spec


def personal_values(spec: Spec) -> Iterator[tuple[str, str]]:
    """Yield path and text of each value that is personal data, in the order of the format."""
    for path, text in texts(spec):
        shape = form(Spec, path)
        if isinstance(shape, Scalar) and shape.is_personal:
            yield path, text


def personal_keys() -> frozenset[tuple[str, str]]:
    """Return part and name of each key that holds personal data."""
    return frozenset(_marked(Spec, set()))


def _marked(part: type[SpecModel], seen: set[type[SpecModel]]) -> Iterator[tuple[str, str]]:
    seen.add(part)
    for name, key in keys(part).items():
        shape: Shape = key.shape
        while isinstance(shape, ListOf | MapOf):
            shape = shape.item if isinstance(shape, ListOf) else shape.value
        if isinstance(shape, Scalar):
            if shape.is_personal:
                yield part.__name__, name
        elif shape not in seen:
            yield from _marked(shape, seen)
