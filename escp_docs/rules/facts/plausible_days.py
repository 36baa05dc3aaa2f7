"""What can hardly be meant of the days of a spec."""

from collections.abc import Iterator
from typing import Final

from escp_docs.model.call import Call, Terms
from escp_docs.model.project_months import day_of, months_later
from escp_docs.model.spec import Spec
from escp_docs.pattern import pattern
from escp_docs.rules.facts.plausibility import Implausible
from escp_docs.rules.facts.stated_dates import dates

_MOST_YEARS: Final = 10
_SPARED: Final = pattern(r"consortium\.partners\[\d+\]\.eccp\.|strategy\.existing\[")
DRAFTED, SUBMITTED = "project.drafting_date", "project.submission_date"


def of_the_days(spec: Spec, call: Call, terms: Terms) -> Iterator[Implausible]:
    """Yield what is doubted of days: their order, then how far they are from the deadline."""
    drafted = spec.project.drafting_date
    moment = spec.project.submission_date
    submitted = day_of(moment) if moment else None
    if drafted and submitted and drafted > submitted:
        said = f"drafted on {drafted}, after the submission on {submitted}"
        yield Implausible(DRAFTED, said, "correct one of the two dates")
    out = call.version.value.date if call.version else None
    if submitted and out and submitted < out:
        said = f"submitted on {submitted}, before the call came out on {out}"
        yield Implausible(SUBMITTED, said, "correct the date")
    yield from _far(spec, terms)


def _far(spec: Spec, terms: Terms) -> Iterator[Implausible]:
    if terms.deadline is None:
        return
    deadline = day_of(terms.deadline.value)
    first = months_later(deadline, -12 * _MOST_YEARS)
    last = months_later(deadline, 12 * _MOST_YEARS)
    for path, day in dates(spec):
        is_far = (first and day < first) or (last and day > last)
        if is_far and not _SPARED.match(path):
            said = f"{day} lies more than {_MOST_YEARS} years from the deadline of the call"
            yield Implausible(path, said, "correct the year")
