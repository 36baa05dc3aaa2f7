"""A fact of a call: a value with its unit, and the passage that it rests on."""

from functools import cache
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from escp_docs.finding import Confidence, Severity, Source
from escp_docs.model.base import SpecModel
from escp_docs.model.reading import annotation_name
from escp_docs.model.scalar import Text, refusal

_Value = TypeVar("_Value")
LONGEST_QUOTE = 14  # words: short enough to search for, and to be no copy


class Citation(SpecModel):
    """Where a fact of the call was found: a short quote, or the reason that derives it."""

    document: Text
    place: Text = ""
    quote: Text | None = None
    reason: Text | None = None
    url: Text | None = None

    def hold_together(self) -> None:
        """Object to a source that cannot be looked up."""
        if self.quote is None and self.reason is None:
            fact, fix = "has neither a quote nor a reason", "add the words, or why it follows"
        elif self.quote is not None and len(self.quote.split()) > LONGEST_QUOTE:
            fact, fix = "has a quote of fifteen words or more", "shorten it to what one searches"
        else:
            return
        raise refusal(fact, fix)


class Fact(SpecModel, Generic[_Value]):
    """A fact of the call: its value, the unit it is counted in, and its source.

    `Fact[Count]` is a class of its own, whose value is read as a count.
    """

    value: _Value
    unit: Text = ""
    confidence: Literal["stated", "official", "sibling", "secondary", "derived"]
    source: Citation

    if not TYPE_CHECKING:

        @classmethod
        @cache
        def __class_getitem__(cls, value: Any) -> type["Fact[Any]"]:  # noqa: ANN401
            own = cls.__annotations__ | {"value": value}
            body = {"__annotations__": own, "unit": "", "__module__": cls.__module__}
            return type(cls)(f"{cls.__name__}[{annotation_name(value)}]", (cls,), body)

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
