"""The names of the formats in which a document may be written; the table is export/formats.py."""

from typing import Final, Literal, TypeGuard, get_args

FormatName = Literal["docx", "pdf", "html", "xlsx", "json"]
FORMAT_NAMES: Final[tuple[str, ...]] = get_args(FormatName)


def is_format_name(name: str) -> TypeGuard[FormatName]:
    """Whether there is a format of that name."""
    return name in FORMAT_NAMES
