"""Which words stand beside a number of a spec where a text says it."""

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from escp_docs.model.base import SpecModel
from escp_docs.model.folding import words_of

MONTHS: Final = ("month", "months")
EURO: Final = ("eur", "€", "euro", "euros")
PER_CENT: Final = ("%", "percent", "cent")
_FEW: Final = 3  # letters: shorter words say little
_COMMON: Final = frozenset(
    (
        "and",
        "the",
        "for",
        "with",
        "from",
        "that",
        "first",
        "each",
        "its",
        "our",
        "all",
        "one",
        "two",
    )
)


class Beside(Struct, frozen=True):
    """The words beside a number: behind it, before it, near it and how many of those."""

    behind: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    least: int = 1
    is_ordinal: bool = False


_OWN: Final = {
    "duration_months": Beside(MONTHS, MONTHS, is_ordinal=True),
    "horizon_years": Beside(("years", "year"), near=("agenda", "long-term", "project", "follow")),
    "notice_days": Beside(("days",), near=("notice", "meeting", "meetings", "invitation")),
    "minutes_days": Beside(("days",), near=("minutes",)),
    "written_procedure_days": Beside(("days",), near=("written", "procedure")),
    "veto_days": Beside(("days",), near=("veto",)),
    "meetings_per_year": Beside(("meetings", "times"), near=("year", "annual", "yearly")),
    "termination_notice_months": Beside(("months",), near=("notice", "terminate", "termination")),
    "withdrawal_notice_months": Beside(("months",), near=("withdraw", "withdrawal", "leave")),
    "default_remedy_days": Beside(("days",), near=("default", "remedy", "breach")),
    "payment_days": Beside(("days",), near=("pay", "paid", "payment", "payments")),
    "report_days": Beside(("days",), near=("report", "reports")),
    "confidentiality_years": Beside(("years",), near=("confidential", "confidentiality", "secret")),
    "publication_notice_days": Beside(("days",), near=("publication", "publish", "publishing")),
    "arbitrators": Beside(("arbitrators", "arbitrator")),
    "smes": Beside(("smes", "enterprises", "firms", "companies"), near=("{entry}",)),
    "total": Beside(("members", "organisations"), near=("{entry}",)),
    "staff_fte": Beside(("staff", "people", "persons", "employees", "fte"), near=("{entry}",)),
    "founded": Beside(near=("{entry}",)),
    "years": Beside(("years",), near=("agreement", "term")),
    "liability_cap_eur": Beside(before=EURO, near=("liable", "liability")),
}
"""Of the keys whose words are their own; {entry} is the name of the entry around."""
_SHARES: Final = {
    "reimbursement_rate": ("grant", "rate", "reimbursement", "union", "reimbursed", "funding"),
    "indirect_rate": ("indirect", "overheads", "overhead"),
    "share": ("instalment", "instalments", "grant"),
}


def beside(name: str, kind: str, entry: SpecModel, names: tuple[str, ...]) -> Beside | None:
    """Return the words beside a number; None if no text can be told to say it.

    Args:
        name: The key of the number.
        kind: What it is: month, count, number, euro, share.
        entry: The part that states it.
        names: What the entry around it is called, in small letters.
    """
    known = _OWN.get(name)
    if known is not None:
        near = names if known.near == ("{entry}",) else known.near
        return Beside(known.behind, known.before, near, known.least, known.is_ordinal)
    match kind:
        case "month":
            return Beside(before=MONTHS, near=names, least=2)
        case "euro":
            telling = _words(entry, _TELLING)
            return Beside(before=EURO, near=telling or names, least=2 if telling else 1)
        case "share" if name in _SHARES:
            return Beside(PER_CENT, near=_SHARES[name])
        case "number" if unit := getattr(entry, "unit", None):
            return Beside(tuple(_nouns(str(unit))), near=names if name == "units" else ())
        case _:
            return None


def _nouns(unit: str) -> Iterator[str]:
    """Yield the nouns of a unit, in the plural too: "mission" is mission and missions."""
    last = words_of(unit).split()[-1:] or [""]
    for word in last:
        yield word
        yield f"{word}s"


_NAMING: Final = ("id", "short_name", "legal_name", "title", "name", "city")
_TELLING: Final = ("partner", "work_package", "description", "source")


def names_of(entry: SpecModel) -> tuple[str, ...]:
    """Return the words by which a sentence may name an entry, in small letters."""
    return _words(entry, _NAMING)


def _words(entry: SpecModel, keys: tuple[str, ...]) -> tuple[str, ...]:
    texts = [str(text) for name in keys if (text := getattr(entry, name, None))]
    found = dict.fromkeys(
        word.lower() for text in texts for word in re.findall(r"[^\W_]+(?:[.-][^\W_]+)*", text)
    )
    return tuple(one for one in found if len(one) >= _FEW and one not in _COMMON)
