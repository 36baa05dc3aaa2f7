"""The parts of a spec with their keys, and the choices that a spec can make."""

from typing import Final

from escp_docs.model.agreement import EFFECTIVE
from escp_docs.model.base import SpecModel
from escp_docs.model.schema import ListOf, MapOf, Scalar, Shape, keys
from escp_docs.model.spec import Spec


def _parts(shape: Shape, found: dict[str, type[SpecModel]]) -> dict[str, type[SpecModel]]:
    match shape:
        case ListOf(item=inner) | MapOf(value=inner):
            _parts(inner, found)
        case type() if shape.__name__ not in found:
            found[shape.__name__] = shape
            for key in keys(shape).values():
                _parts(key.shape, found)
        case _:
            pass
    return found


def _options(shape: Shape) -> tuple[str, ...]:
    match shape:
        case Scalar(options=options):
            return options
        case ListOf(item=inner) | MapOf(value=inner):
            return _options(inner)
        case _:
            return ()


PARTS: Final = _parts(Spec, {})
"""All parts of a spec by the name of their class."""
KEYS: Final = tuple(key for part in PARTS.values() for key in keys(part).values())
"""All keys of a spec."""
OPTIONS: Final = tuple(
    dict.fromkeys([*(o for key in KEYS for o in _options(key.shape)), *EFFECTIVE])
)
"""All values that a spec can choose from."""
