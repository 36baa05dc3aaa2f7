"""What partners are called in documents: their ids stand in specs, their short names in print."""

from typing import cast

from escp_docs.model.base import SpecModel
from escp_docs.model.kept import kept
from escp_docs.model.schema import ListOf, MapOf, Scalar, Shape, keys
from escp_docs.model.spec import Spec

_PARTNER = "partner"


def short_names(spec: Spec) -> dict[str, str]:
    """Return the short name of each partner that has one, by its id."""
    return {one.id: one.short_name for one in spec.partners if one.short_name}


def names_partner(shape: Shape) -> bool:
    """Whether a value is the id of a partner: its own, or one that another entry names."""
    return isinstance(shape, Scalar) and _PARTNER in (shape.declares, *shape.refers)


@kept
def called_by_short_names(spec: Spec) -> Spec:
    """Return a spec with short names in place of ids, for figures, which print names alone."""
    names = short_names(spec)
    return cast("Spec", _renamed(type(spec), spec, names)) if names else spec


def _renamed(shape: Shape, value: object, names: dict[str, str]) -> object:
    match shape, value:
        case Scalar(), str() if names_partner(shape):
            return names.get(value, value)
        case ListOf(item), tuple():
            return tuple(_renamed(item, inner, names) for inner in value)
        case MapOf(refers, inner_shape), dict():
            called = names if _PARTNER in refers else {}
            return {
                called.get(name, name): _renamed(inner_shape, inner, names)
                for name, inner in value.items()
            }
        case type(), SpecModel():
            return value.updated(
                {
                    key.attribute: _renamed(key.shape, getattr(value, key.attribute), names)
                    for key in keys(type(value)).values()
                    if key.attribute in value.stated
                }
            )
        case _:
            return value
