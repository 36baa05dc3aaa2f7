"""The cash of a partner as templates see it."""

from escp_docs.model.cash import cash
from escp_docs.model.project_months import first_day, last_day
from escp_docs.model.spec import Spec


def cash_table(spec: Spec, partner: str) -> dict[str, object]:
    """Return `rows`, `balance` and `own` of a partner; nothing as long as they cannot be told.

    A row has the months it covers, the days on which they begin and end (none without a start
    date), what the partner spends and receives in them, and what it has laid out by their end.
    """
    found, start = cash(spec, partner), spec.project.start_date
    if found is None:
        return {}
    rows = [
        {
            "first": one.first,
            "last": one.last,
            "begins": first_day(start, one.first) if start else None,
            "ends": last_day(start, one.last) if start else None,
            "cost": one.cost,
            "received": one.received,
            "laid_out": one.laid_out,
        }
        for one in found.half_years
    ]
    return {"rows": rows, "balance": found.balance, "own": found.own}
