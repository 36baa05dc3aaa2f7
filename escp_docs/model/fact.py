"""A fact of a call: a value with its unit, and the passage that it rests on."""

from typing import Generic, Literal, Self, TypeVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from escp_docs.finding import Confidence, Severity, Source
from escp_docs.model.base import SpecModel
from escp_docs.model.scalar import Text

_Value = TypeVar("_Value")
LONGEST_QUOTE = 14  # words: short enough to search for, and to be no copy


class Citation(SpecModel):
    """Where a fact of the call was found: a short quote, or the reason that derives it."""

    document: Text
    place: Text = ""
    quote: Text | None = None
    reason: Text | None = None
    url: Text | None = None

    @model_validator(mode="after")
    def _quote_or_reason(self) -> Self:
        if self.quote is None and self.reason is None:
            fact, fix = "has neither a quote nor a reason", "add the words, or why it follows"
        elif self.quote is not None and len(self.quote.split()) > LONGEST_QUOTE:
            fact, fix = "has a quote of fifteen words or more", "shorten it to what one searches"
        else:
            return self
        raise PydanticCustomError("value", "{fact}", {"fact": fact, "fix": fix})


class Fact(SpecModel, Generic[_Value]):
    """A fact of the call: its value, the unit it is counted in, and its source."""

    value: _Value
    unit: Text = ""
    confidence: Literal["stated", "official", "sibling", "secondary", "derived"]
    source: Citation

    @property
    def cited(self) -> Source:
        """The source as reports show it."""
        passage = self.source
        return Source(
            passage.document,
            passage.place,
            passage.quote,
            passage.reason,
            passage.url,
            Confidence(self.confidence),
        )

    @property
    def severity(self) -> Severity:
        """How severe a fault against this fact is: as severe as its source is sure."""
        return Confidence(self.confidence).severity
