"""What one rendering of a template may cost: steps that are counted, never seconds.

Templates are hostile until proven otherwise. Whatever grows with its operands is charged for their
size before it is done, so that no template takes unbounded time or memory, and the same template
fails at the same place on every machine.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from jinja2 import Undefined
from jinja2.exceptions import SecurityError, UndefinedError

from escp_docs.compose.values.value import Prose, Value

STEPS: Final = 10_000_000
"""Steps of one document; the largest example needs a fiftieth of them."""

_PRINT: Final = 20  # a printed value costs about what twenty turns of a loop do
_CONTAINERS: Final = (list, tuple, dict, set, frozenset)

_left: ContextVar[list[int]] = ContextVar("steps left")


class CostError(SecurityError):
    """A template asks for more than one document may cost."""


@contextmanager
def allowance() -> Iterator[None]:
    """Count the steps of what is rendered within, from none."""
    token = _left.set([STEPS])
    try:
        yield
    finally:
        _left.reset(token)


def spend(steps: int) -> None:
    """Charge steps.

    Raises:
        CostError: none are left.
    """
    left = _left.get()
    left[0] -= steps
    if left[0] < 0:
        raise CostError(f"the template asks for more than {STEPS:,} steps")


def spend_on_printing(value: object) -> None:
    """Charge for a value that is printed."""
    spend(_PRINT + size(value))


def weigh(value: object) -> object:
    """Charge for the size of a value, and of all that it holds; return it."""
    spend(1)
    if isinstance(value, dict):
        for key, one in value.items():
            weigh(key)
            weigh(one)
    elif isinstance(value, _CONTAINERS):
        # A list may hold another one many times, and comparing or showing it visits each.
        for one in value:
            weigh(one)
    else:
        spend(size(value))
    return value


def words_alone(value: object) -> object:
    """Charge as `weigh` does for what is joined to words; return it.

    Raises:
        UndefinedError: it is a function, or holds one, which would show where Python keeps it.
    """
    weigh(value)
    _refuse_functions(value)
    return value


def _refuse_functions(value: object) -> None:
    if isinstance(value, dict):
        for one in value.values():
            _refuse_functions(one)
    elif isinstance(value, _CONTAINERS):
        for one in value:
            _refuse_functions(one)
    elif callable(value):
        raise UndefinedError("a function cannot be joined to words")


def size(value: object) -> int:
    """Return the length of what can be long, 0 for anything else."""
    if isinstance(value, Undefined):
        return 0
    if isinstance(value, Value | Prose):
        value = value.plain
    if isinstance(value, int):
        return value.bit_length() // 64
    return len(value) if hasattr(value, "__len__") else 0


def counted(items: object) -> object:
    """Return what a loop goes over, charged: at once if its length is known, else turn by turn."""
    if hasattr(items, "__len__"):
        spend(len(items))
        return items
    return _each(items) if hasattr(items, "__iter__") else items


def _each(items: object) -> Iterator[object]:
    for one in items:  # type: ignore[attr-defined]  # asked above
        spend(1)
        yield one
