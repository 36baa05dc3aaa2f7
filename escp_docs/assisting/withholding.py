"""A spec without what is withheld of it: no name, no address, no word of them in its texts."""

from decimal import Decimal
from operator import is_not
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.assisting.masking import OF_WORK, RATES, STAFF, Mask
from escp_docs.assisting.sections import is_at
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.model.base import SpecModel
from escp_docs.model.budget import Cost
from escp_docs.model.schema import ListOf, MapOf, Scalar, Shape, join, keys
from escp_docs.pull.unproposable import WITHHELD

_Steps = tuple[str | int, ...]


def without(spec: OpenSpec, mask: Mask, own: str, amount: Decimal | None) -> OpenSpec:
    """Return a spec without what is withheld.

    Args:
        spec: The spec.
        mask: What is withheld.
        own: The path of what the assistant wrote itself, which stays; empty if it wrote nothing.
        amount: What stands in place of what work costs; None if nothing does.
    """
    if mask.pattern is None:
        return spec
    left = _part(spec.spec, (), _Leaving(mask, own, amount))
    return replace(spec, reading=replace(spec.reading, spec=left))


class _Leaving(Struct, frozen=True):
    """What is left out: by which mask, but for what is the assistant's own; amounts instead."""

    mask: Mask
    own: str
    amount: Decimal | None

    def is_own(self, path: str) -> bool:
        return bool(self.own) and is_at(path, self.own)


def _part(part: SpecModel, steps: _Steps, leaving: _Leaving) -> Any:  # noqa: ANN401  # as handed in
    changes: dict[str, object] = {}
    for name, key in keys(type(part)).items():
        value = getattr(part, key.attribute)
        left = _value(key.shape, value, (*steps, name), leaving)
        if left is not value:
            changes[key.attribute] = left
    if isinstance(part, Cost):
        changes |= _work(part, join(steps), leaving)
    said = leaving.mask.hide({"unwritten": dict(part.unwritten), "left_out": dict(part.left_out)})
    is_same = said == {"unwritten": part.unwritten, "left_out": part.left_out}
    return part if is_same and not changes else part.updated(changes).with_words(**said)


def _work(cost: Cost, path: str, leaving: _Leaving) -> dict[str, object]:
    """Return what a cost line states of what work costs, changed."""
    found: dict[str, object] = {}
    for name in OF_WORK:
        at = f"{path}.{name}"
        is_withheld = cost.category == STAFF or at in leaving.mask.keys
        if is_withheld and getattr(cost, name) is not None and not leaving.is_own(at):
            found[name] = leaving.amount
    return found


def _value(shape: Shape, value: Any, steps: _Steps, leaving: _Leaving) -> Any:  # noqa: ANN401
    match shape:
        case Scalar() if isinstance(value, str):
            return _text(shape, value, join(steps), leaving)
        case ListOf(item=item) if isinstance(value, tuple):
            left = tuple(
                _value(item, one, (*steps, index), leaving) for index, one in enumerate(value)
            )
            return left if any(map(is_not, left, value)) else value
        case MapOf(value=inner) if isinstance(value, dict):
            return _mapping(inner, value, steps, leaving)
        case _ if isinstance(value, SpecModel):
            return _part(value, steps, leaving)
        case _:
            return value


def _text(shape: Scalar, value: str, path: str, leaving: _Leaving) -> str:
    if leaving.is_own(path) or shape.declares or shape.refers or shape.options:
        return value
    if shape.is_personal:
        return WITHHELD
    left: str = leaving.mask.hide(value)
    return value if left == value else left  # the very same tells that nothing was left out


def _mapping(
    shape: Shape, value: dict[str, Any], steps: _Steps, leaving: _Leaving
) -> dict[str, Any]:
    left = {}
    for name, one in value.items():
        path = join((*steps, name))
        if not path.startswith(RATES) or leaving.is_own(path):
            left[name] = _value(shape, one, (*steps, name), leaving)
        elif leaving.amount is not None:
            left[name] = leaving.amount
    is_same = len(left) == len(value) and not any(map(is_not, left.values(), value.values()))
    return value if is_same else left
