"""The names of the formats in which a document may be written; the table is export/formats.py."""

from typing import Literal

FormatName = Literal["docx", "pdf", "html", "xlsx", "csv", "ics", "json"]
