"""AGR005 agreement-dated-late: the agreement takes effect after it is due as a deliverable.

What it checks
    If `agreement.effective` is a date, it is no later than the last day of the month in which the
    first deliverable with `output: partnership_agreement` is due. The start of the project is
    never later; other ways of taking effect have no date and are not judged.

Why
    The agreement is an output of the action, so it has to be in force when it is delivered.

Met
    project: {acronym: X, start_date: 2021-09-01}
    roadmap:
      work_packages:
        - {id: WP1, deliverables: [{id: D1, output: partnership_agreement, due_month: 3}]}
    agreement: {effective: 2021-11-30}

Not met
    project: {acronym: X, start_date: 2021-09-01}
    roadmap:
      work_packages:
        - {id: WP1, deliverables: [{id: D1, output: partnership_agreement, due_month: 3}]}
    agreement: {effective: 2021-12-01}

Undecided
    project: {acronym: X, start_date: 2021-09-01}
    agreement: {effective: 2021-12-01}

Source
    agreement_dated_in_time

Choice
    If several deliverables carry the agreement, the first is the one it has to be in force for.
"""

from collections.abc import Iterator
from datetime import date

from escp_docs.finding import Outcome
from escp_docs.model.project_months import last_day
from escp_docs.model.roadmap import Deliverable
from escp_docs.model.spec import Spec
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.agreement_output import OUTPUT, WORK
from escp_docs.rules.facts.answers import asked

EFFECTIVE, START = "agreement.effective", "project.start_date"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer, at the date."""
    effective = case.spec.agreement.effective
    if effective is None:
        yield case.undecided(
            "when the agreement takes effect is not stated",
            "When does the agreement take effect?",
            EFFECTIVE,
        )
    elif isinstance(effective, date):
        yield _judged(case, effective)
    else:
        yield case.met(f"the agreement takes effect by {effective!r}", EFFECTIVE)


def _judged(case: Case[bool], effective: date) -> Outcome:
    start, unsaid = case.spec.project.start_date, None
    said = f"the agreement takes effect on {effective}"
    for one, path in _outputs(case.spec):
        carries = one is not None and one.output is not None and OUTPUT in one.output
        if one is not None and one.output is not None and not carries:
            continue
        late = _late(effective, start, one.due_month if one else None)
        if late and carries and one is not None:
            return case.not_met(
                f"{said}; its deliverable {one.id} is due in month {one.due_month}",
                EFFECTIVE,
                "let it take effect earlier, or deliver it later",
                related=(f"{path}.due_month",),
            )
        if late is not False:
            unsaid = unsaid or _unsaid(one, path, start)
    if unsaid is None:
        return case.met(f"{said}, no later than it is due", EFFECTIVE)
    return case.undecided(
        f"{said}; when it is due as a deliverable is not stated",
        "When does the action start, and in which month is the agreement due?",
        unsaid,
    )


def _outputs(spec: Spec) -> Iterator[tuple[Deliverable | None, str]]:
    """Yield each deliverable with its path; None for those of a list that is absent."""
    if spec.roadmap.work_packages is None:
        yield None, WORK
    for index, package in enumerate(spec.roadmap.work_packages or ()):
        path = f"{WORK}[{index}].deliverables"
        if package.deliverables is None:
            yield None, path
        for position, one in enumerate(package.deliverables or ()):
            yield one, f"{path}[{position}]"


def _late(effective: date, start: date | None, month: int | None) -> bool | None:
    """Whether a date comes after the last day of a project month; None if that is open."""
    if start is None or month is None:
        return None
    return effective > last_day(start, month)


def _unsaid(one: Deliverable | None, path: str, start: date | None) -> str:
    if one is None:
        return path
    if one.output is None:
        return f"{path}.output"
    return START if start is None else f"{path}.due_month"


RULE = Rule(
    "AGR005", "agreement-dated-late", lambda terms: asked(terms.agreement_dated_in_time), check
)
