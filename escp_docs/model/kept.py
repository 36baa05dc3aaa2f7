"""What is reckoned of a spec, a part or a call is reckoned once: many ask, and it never changes."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Final, TypeVar, TypeVarTuple

from msgspec import Struct

from escp_docs.model.base import SpecModel

_KEPT: Final = 4  # of the spec itself, and of what it would be if something were otherwise

Model = TypeVar("Model", bound=SpecModel)
T = TypeVar("T")
With = TypeVarTuple("With")


class _Same(Struct, frozen=True, eq=False):
    """A model that is the same as itself alone: to compare all of two takes longer."""

    one: SpecModel

    def __hash__(self) -> int:
        return id(self.one)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.one is other.one


def kept(reckon: Callable[[Model, *With], T], most: int = _KEPT) -> Callable[[Model, *With], T]:
    """Return a function that keeps what `reckon` gave for the last few specs, or others of a kind.

    Whoever asks gets the same thing, so it has to be one that nobody can change.

    Args:
        reckon: What is asked for, of a model and of whatever else tells one answer from another.
        most: How many answers are kept, the last ones.
    """

    @lru_cache(maxsize=most)
    def found(*told: object) -> T:
        model, *others = (one.one if isinstance(one, _Same) else one for one in told)
        return reckon(model, *others)  # type: ignore[arg-type]  # as `answer` was given them

    @wraps(reckon)
    def answer(model: Model, *others: *With) -> T:
        return found(
            *(_Same(one) if isinstance(one, SpecModel) else one for one in (model, *others))
        )

    return answer
