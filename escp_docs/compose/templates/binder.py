"""Values set aside while a template is rendered, each behind a marker in the text.

What a user wrote never meets the Markdown parser: the marker does, and becomes a node of the tree
afterwards, as with bind parameters in SQL.
"""

from typing import Final

from markupsafe import Markup
from msgspec import Struct

from escp_docs.document import Block, Inline
from escp_docs.pattern import pattern

MARKER: Final = pattern("\ue000([0-9]+)\ue001")


class BoundValue(Struct, frozen=True):
    """What a marker stands for: words in a line, and blocks if it stands alone.

    `label` is the value as plain text, for places that hold no tree (the target of a link).
    """

    inlines: tuple[Inline, ...]
    blocks: tuple[Block, ...] | None = None
    label: str = ""


class Binder:
    """The values of one rendering, in the order in which they were printed."""

    def __init__(self) -> None:
        self._bound: list[BoundValue] = []

    def marker(self, bound: BoundValue) -> Markup:
        """Set `bound` aside and return the marker that stands for it."""
        self._bound.append(bound)
        return Markup(f"\ue000{len(self._bound) - 1}\ue001")  # noqa: S704  # digits alone

    def bound(self, number: str) -> BoundValue:
        """Return what the marker with that number stands for."""
        return self._bound[int(number)]
