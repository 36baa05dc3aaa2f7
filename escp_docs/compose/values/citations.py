"""The passage that a fact of the call rests on, as documents cite it."""

from typing import assert_never

from escp_docs.document import Inline, Link, Text
from escp_docs.finding import Confidence, Source
from escp_docs.language.language import Language


def how_sure(confidence: Confidence, language: Language) -> str:
    """Return in words how sure a source is."""
    words = language.compliance
    match confidence:
        case Confidence.STATED:
            return words.stated
        case Confidence.OFFICIAL:
            return words.official
        case Confidence.SIBLING:
            return words.sibling
        case Confidence.SECONDARY:
            return words.secondary
        case Confidence.DERIVED:
            return words.derived
        case Confidence.CONSISTENCY:
            return words.consistency
        case _:
            assert_never(confidence)


def cited(source: Source, language: Language) -> tuple[Inline, ...]:
    """Return document and place, the words or the reason, and how sure the source is."""
    quote = f"“{source.quote}”" if source.quote else ""
    words = "; ".join(part for part in (quote, source.reason) if part)
    where = ", ".join(part for part in (source.document, source.place) if part)
    said: Inline = Link(source.url, (Text(words),)) if source.url and words else Text(words)
    return Text(f"{where}: "), said, Text(f" ({how_sure(source.confidence, language)})")
