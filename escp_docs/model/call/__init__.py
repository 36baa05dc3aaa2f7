"""A call as data: every number, list, date and code, each with the passage it rests on."""

from escp_docs.model.call.call import Call
from escp_docs.model.call.countries import Countries
from escp_docs.model.call.country_sets import NamedSet, SetWords
from escp_docs.model.call.edition import Unknown, Version
from escp_docs.model.call.form import Form
from escp_docs.model.call.money import Money
from escp_docs.model.call.terms import Terms

__all__ = [
    "Call",
    "Countries",
    "Form",
    "Money",
    "NamedSet",
    "SetWords",
    "Terms",
    "Unknown",
    "Version",
]
