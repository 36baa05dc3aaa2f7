"""A call as data: every number, list, date and code, each with the passage it rests on."""

from pydantic import Field

from escp_docs.model.base import SpecModel
from escp_docs.model.call.countries import Countries
from escp_docs.model.call.edition import Unknown, Version
from escp_docs.model.call.form import Form
from escp_docs.model.call.money import Money
from escp_docs.model.call.terms import Terms
from escp_docs.model.call.words import CallWords
from escp_docs.model.fact import Fact
from escp_docs.model.scalar import Euro, Identifier, Text
from escp_docs.model.submission import PartA, Submission


class Call(SpecModel):
    """A call for proposals."""

    id: Identifier
    number: Text
    title: Text
    programme: Fact[Text]
    agency: Fact[Text]
    version: Fact[Version] | None = None
    total_budget_eur: Fact[Euro] | None = None
    charter: Fact[dict[Text, Text]] | None = None
    disclaimer: Fact[Text] | None = None
    words: CallWords = Field(default_factory=CallWords)
    countries: Countries
    all_strands: Terms = Field(default_factory=Terms)
    strands: dict[Text, Terms]
    money: Money | None = None
    form: Form | None = None
    submission: Submission | None = None
    part_a: PartA | None = None
    unknown: tuple[Unknown, ...] = ()

    def terms(self, strand: str) -> Terms:
        """Return what holds in `strand`: its own terms and those of all strands."""
        return self.all_strands.model_copy(
            update={
                name: value
                for name, value in self.strands[strand]
                if name in self.strands[strand].model_fields_set
            }
        )
