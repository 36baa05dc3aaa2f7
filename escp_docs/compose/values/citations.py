"""The passage that a fact of the call rests on, as documents cite it."""

from typing import Final

from escp_docs.document import Inline, Link, Text
from escp_docs.finding import Confidence, Source

SURE: Final = {
    Confidence.STATED: "stated in the announcement",
    Confidence.OFFICIAL: "official text",
    Confidence.SIBLING: "text of a sibling call",
    Confidence.SECONDARY: "secondary source",
    Confidence.DERIVED: "derived",
}
"""How sure a source is, in words."""


def cited(source: Source) -> tuple[Inline, ...]:
    """Return document and place, the words or the reason, and how sure the source is."""
    words = f"“{source.quote}”" if source.quote else source.reason or ""
    where = ", ".join(part for part in (source.document, source.place) if part)
    said: Inline = Link(source.url, (Text(words),)) if source.url and words else Text(words)
    return Text(f"{where}: "), said, Text(f" ({SURE[source.confidence]})")
