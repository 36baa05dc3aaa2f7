"""A call as data: every number, list, date and code, each with the passage it rests on."""

from datetime import date
from typing import Final

from msgspec import field

from escp_docs.model.base import SpecModel
from escp_docs.model.call.countries import Countries
from escp_docs.model.call.edition import Corrigendum, Unknown, Version
from escp_docs.model.call.form import Form, FormSection
from escp_docs.model.call.kinds import Kind
from escp_docs.model.call.money import Money
from escp_docs.model.call.phases import StrandRef
from escp_docs.model.call.terms import Terms
from escp_docs.model.call.words import CallWords
from escp_docs.model.fact import Fact
from escp_docs.model.kept import kept
from escp_docs.model.scalar import CallId, Euro, Text
from escp_docs.model.submission import PartA, Submission


class Call(SpecModel):
    """A call for proposals."""

    id: CallId
    number: Text
    title: Text
    programme: Fact[Text]
    agency: Fact[Text]
    version: Fact[Version] | None = None
    total_budget_eur: Fact[Euro] | None = None
    corrigenda: tuple[Fact[Corrigendum], ...] = ()
    charter: Fact[dict[Text, Text]] | None = None
    disclaimer: Fact[Text] | None = None
    words: CallWords = field(default_factory=CallWords)
    countries: Countries
    kinds: dict[Text, Kind] = field(default_factory=dict)
    phases: dict[Text, tuple[StrandRef, ...]] = field(default_factory=dict)
    all_strands: Terms = field(default_factory=Terms)
    strands: dict[Text, Terms]
    money: Money | None = None
    form: Form | None = None
    submission: Submission | None = None
    part_a: PartA | None = None
    unknown: tuple[Unknown, ...] = ()

    def terms(self, strand: str) -> Terms:
        """Return what holds in `strand`: its own terms and those of all strands.

        A fact of the strand stands in place of that of all strands; to a list, such as that of the
        conditions, it adds.
        """
        return _terms(self, strand)

    def sections(self, strand: str | None) -> tuple[FormSection, ...]:
        """Return the sections of the form; while the strand is open, those of the whole call."""
        if strand in self.strands:
            fact = self.terms(strand).sections
        else:
            fact = self.all_strands.sections or (self.form.sections if self.form else None)
        return fact.value if fact else ()

    @property
    def edition_date(self) -> date | None:
        """The day of the edition: that of its last change; None if no day is stated."""
        days = [one.value.date for one in self.corrigenda]
        return max([*days, self.version.value.date] if self.version else days, default=None)

    def is_later_edition_of(self, other: "Call") -> bool:
        """Whether this is a later edition of another call: its number, and a later day."""
        is_same = self.number.strip().casefold() == other.number.strip().casefold()
        own, before = self.edition_date, other.edition_date
        return is_same and own is not None and (before is None or own > before)

    def kind_words(self, name: str) -> tuple[str, str]:
        """Return what an organisation of a kind is called, and what several are."""
        if name in self.kinds:
            return self.kinds[name].one, self.kinds[name].many
        plain = name.replace("_", " ")
        return plain, f"{plain}s"


def _joined(call: Call, strand: str) -> Terms:
    own = call.strands[strand]
    stated = {name: getattr(own, name) for name in own.stated}
    added = {
        name: (*getattr(call.all_strands, name), *value)
        for name, value in stated.items()
        if isinstance(value, tuple)
    }
    found = call.all_strands.updated(stated | added)
    form = call.form.sections if call.form else None
    by_call = {"money": found.money or call.money, "sections": found.sections or form}
    return found.updated(by_call)


_terms: Final = kept(_joined, 64)  # of all strands of a folder of calls
