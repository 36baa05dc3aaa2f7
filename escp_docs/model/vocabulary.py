"""All keys of a format by their names, wherever they stand: what a word at a key's place may be."""

from collections.abc import Callable, Mapping
from functools import cache

from msgspec import Struct

from escp_docs.model.base import SpecModel
from escp_docs.model.schema import ListOf, MapOf, Scalar, Shape, keys

_WHOLE = frozenset({"count", "month"})
_NUMBERS = frozenset({"number", "euro"})
_WORDS = frozenset({"text", "prose"})


class Vocabulary(Struct, frozen=True):
    """The keys of a format.

    Attributes:
        names: All of them.
        first: Those of the whole, which stand at the left edge.
        shapes: What stands behind each, in every place where it may stand.
        beside: The names that may stand beside each in one mapping, itself among them.
    """

    names: frozenset[str]
    first: frozenset[str]
    shapes: Mapping[str, tuple[Shape, ...]]
    beside: Mapping[str, frozenset[str]]

    def is_list(self, name: str) -> bool:
        """Whether a list stands behind a key, and nothing else."""
        return self._all(name, lambda shape: isinstance(shape, ListOf))

    def is_list_of_texts(self, name: str) -> bool:
        """Whether a list of single values stands behind a key."""
        return self._all(
            name, lambda shape: isinstance(shape, ListOf) and isinstance(shape.item, Scalar)
        )

    def is_prose(self, name: str) -> bool:
        """Whether prose stands behind a key somewhere."""
        return any(isinstance(one, Scalar) and one.kind == "prose" for one in self._of(name))

    def is_words(self, name: str) -> bool:
        """Whether free text or prose stands behind a key somewhere; so it does behind unknown ones.

        Names that lead to other entries are no free text.
        """
        found = self._of(name)
        return not found or any(
            isinstance(one, Scalar) and one.kind in _WORDS and not one.refers and not one.options
            for one in found
        )

    def is_single(self, name: str) -> bool:
        """Whether a single value stands behind a key, and nothing else."""
        return self._all(name, lambda shape: isinstance(shape, Scalar))

    def is_whole(self, name: str) -> bool:
        """Whether a whole number stands behind a key, and nothing else."""
        return self._all(name, _is_whole)

    def is_number(self, name: str) -> bool:
        """Whether an amount, a quantity or a whole number stands behind a key, and nothing else."""
        return self._all(name, _is_number)

    def holds(self, name: str, inner: str) -> bool:
        """Whether a key may stand in the mapping behind another one."""
        return any(isinstance(one, type) and inner in keys(one) for one in self._of(name))

    def lists(self, name: str, inner: str) -> bool:
        """Whether a key may stand in the entries of a list behind another one."""
        return any(
            isinstance(one, ListOf) and isinstance(one.item, type) and inner in keys(one.item)
            for one in self._of(name)
        )

    def stand_together(self, name: str, other: str) -> bool:
        """Whether one mapping may have both keys."""
        return other in self.beside.get(name, ())

    def _of(self, name: str) -> tuple[Shape, ...]:
        return self.shapes.get(name, ())

    def _all(self, name: str, is_so: Callable[[Shape], bool]) -> bool:
        found = self._of(name)
        return bool(found) and all(map(is_so, found))


def _is_whole(shape: Shape) -> bool:
    if not isinstance(shape, Scalar):
        return False
    return shape.kind in _WHOLE or bool(shape.options and all(map(str.isdigit, shape.options)))


def _is_number(shape: Shape) -> bool:
    return _is_whole(shape) or (isinstance(shape, Scalar) and shape.kind in _NUMBERS)


@cache
def vocabulary(part: type[SpecModel]) -> Vocabulary:
    """Return the keys of a part and of all parts below it."""
    shapes: dict[str, list[Shape]] = {}
    beside: dict[str, frozenset[str]] = {}
    waiting: list[Shape] = [part]
    seen: set[type[SpecModel]] = set()
    while waiting:
        match waiting.pop():
            case ListOf(item=inner) | MapOf(value=inner):
                waiting.append(inner)
            case type() as inner if inner not in seen:
                seen.add(inner)
                names = frozenset(keys(inner))
                for name, key in keys(inner).items():
                    shapes.setdefault(name, []).append(key.shape)
                    beside[name] = beside.get(name, frozenset()) | names
                waiting.extend(key.shape for key in keys(inner).values())
            case _:
                pass
    return Vocabulary(
        frozenset(shapes),
        frozenset(keys(part)),
        {name: tuple(found) for name, found in shapes.items()},
        beside,
    )
