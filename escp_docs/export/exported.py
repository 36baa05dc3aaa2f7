"""What a writer hands back."""

from collections.abc import Mapping

from msgspec import Struct, field


class Exported(Struct, frozen=True):
    """A written document.

    Args:
        data: The file.
        pages: How many pages it has; None in a format without pages.
        page_of: The page on which each heading stands, from 1, by the id of the heading.
    """

    data: bytes
    pages: int | None = None
    page_of: Mapping[str, int] = field(default_factory=dict)
