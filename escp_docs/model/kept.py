"""What is reckoned of a spec is reckoned once: many ask for it, and the spec stays as it is."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Final, TypeVar, TypeVarTuple

from msgspec import Struct

from escp_docs.model.base import SpecModel
from escp_docs.model.spec import Spec

_KEPT: Final = 4  # of the spec itself, and of what it would be if something were otherwise

T = TypeVar("T")
With = TypeVarTuple("With")


class _Same(Struct, frozen=True, eq=False):
    """A spec or a call that is the same as itself alone: to compare all of two takes longer."""

    one: SpecModel

    def __hash__(self) -> int:
        return id(self.one)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.one is other.one


def kept(reckon: Callable[[Spec, *With], T]) -> Callable[[Spec, *With], T]:
    """Return a function that keeps what `reckon` gave for the last few specs.

    Whoever asks gets the same thing, so it has to be one that nobody can change.
    """

    @lru_cache(maxsize=_KEPT)
    def found(*told: object) -> T:
        spec, *others = (one.one if isinstance(one, _Same) else one for one in told)
        return reckon(spec, *others)  # type: ignore[arg-type]  # as `answer` was given them

    @wraps(reckon)
    def answer(spec: Spec, *others: *With) -> T:
        return found(
            *(_Same(one) if isinstance(one, SpecModel) else one for one in (spec, *others))
        )

    return answer
