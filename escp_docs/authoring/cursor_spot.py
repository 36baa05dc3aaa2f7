"""A place of a text, in the terms of the format."""

from typing import Final

from msgspec import Struct

from escp_docs.model.schema import ListOf, MapOf, Shape, keys
from escp_docs.model.spec import Spec

ENTRY: Final = 0
"""The step into a list: which of its entries does not matter for its form."""

Steps = tuple[str | int, ...]


class CursorSpot(Struct, frozen=True):
    """A place of a text.

    Attributes:
        around: The steps to the mapping or list in which it is.
        key: The key whose value it is; empty where a key stands, or an entry of a list of values.
        is_value: Whether a value stands there, and no key.
        begun: What of the word stands before it.
    """

    around: Steps
    key: str
    is_value: bool
    begun: str

    @property
    def shape(self) -> Shape | None:
        """The form of the mapping or list around it; None if no spec has any there."""
        return shape_of(self.around)

    @property
    def value_shape(self) -> Shape | None:
        """The form of the value that stands there; None where a key does."""
        if not self.is_value:
            return None
        return shape_of((*self.around, self.key)) if self.key else self.shape


def shape_of(steps: Steps) -> Shape | None:
    """Return the form of what stands at some steps of the format; None if nothing can."""
    found: Shape | None = Spec
    for step in steps:
        match found:
            case type():
                key = keys(found).get(str(step))
                found = key.shape if key else None
            case ListOf(item=item):
                found = item
            case MapOf(value=value):
                found = value
            case _:
                return None
    return found
