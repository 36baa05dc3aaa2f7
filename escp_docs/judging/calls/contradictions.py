"""Facts of a call that cannot all be so."""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from escp_docs.judging.calls.call_fault import CallFault
from escp_docs.judging.calls.money_together import of_bounds
from escp_docs.judging.calls.numbers_together import of_numbers
from escp_docs.model.call import Call, Terms
from escp_docs.model.call.conditions import Counting
from escp_docs.model.call.stages import Stage
from escp_docs.model.project_months import day_of
from escp_docs.rules.composition.worlds import leaves


def contradictions(call: Call) -> Iterator[CallFault]:
    """Yield facts that contradict each other, each once."""
    found = dict.fromkeys(
        fault
        for strand in call.strands
        for fault in _of_terms(call.terms(strand), f"strands.{strand}", call)
    )
    yield from found
    yield from _of_money(call)
    yield from _of_days(call)


def _of_terms(terms: Terms, strand: str, call: Call) -> Iterator[CallFault]:
    for least, most, what in (
        ("least_months", "most_months", "months"),
        ("least_targets", "most_targets", "targets"),
        ("least_targets_with_activities", "most_targets", "targets"),
    ):
        one, other = getattr(terms, least), getattr(terms, most)
        if one and other and one.value > other.value:
            said = f"{least} is {one.value} and {most} {other.value} {what}"
            yield _against(call, strand, least, said)
    lengths = terms.lengths_in_months
    for length in lengths.value if lengths else ():
        least_months, most_months = terms.least_months, terms.most_months
        if (least_months and length < least_months.value) or (
            most_months and length > most_months.value
        ):
            said = f"{length} months are listed, and lie outside least_months and most_months"
            yield _against(call, strand, "lengths_in_months", said)
    if terms.opening and terms.last_deadline:
        opening, last = day_of(terms.opening.value), day_of(terms.last_deadline.value)
        if opening > last:
            yield _against(call, strand, "opening", f"it opens on {opening}, and closes on {last}")
    if terms.earliest_start and terms.counting_day:
        first, last = terms.earliest_start.value, terms.counting_day
        if first < last:
            said = f"actions start from {first}, and the deadline is {last}"
            yield _against(call, strand, "earliest_start", said)
    yield from _of_stages(terms, strand, call)
    yield from _of_conditions(terms, strand, call)
    yield from of_numbers(terms, strand, call)
    yield from of_bounds(terms, strand, call)


def _against(call: Call, strand: str, key: str, said: str) -> CallFault:
    name = strand.partition(".")[2]
    is_own = name in call.strands and key in call.strands[name].stated
    path = f"{strand if is_own else 'all_strands'}.{key}"
    return CallFault(path, said, "mend the one that the source does not have")


def _of_stages(terms: Terms, strand: str, call: Call) -> Iterator[CallFault]:
    for index, fact in enumerate(terms.stages):
        stage = fact.value
        offset = _offset(stage)
        if offset is not None:
            said = f"{stage.deadline.isoformat()} is not by the clock of {stage.zone}: {offset}"
            yield _against(call, strand, f"stages[{index}]", said)
    stages = [day_of(one.value.deadline) for one in terms.stages]
    if stages != sorted(stages):
        yield _against(call, strand, "stages", "the stages do not follow each other")
    if terms.deadline and stages and day_of(terms.deadline.value) not in stages:
        said = f"the deadline {day_of(terms.deadline.value)} is that of none of the stages"
        yield _against(call, strand, "deadline", said)


def _offset(stage: Stage) -> str | None:
    """Return what the offset would be by the zone of a stage; None if it is that, or none."""
    moment: date | datetime = stage.deadline
    if not isinstance(moment, datetime):
        return None
    try:
        there = moment.replace(tzinfo=None).replace(tzinfo=ZoneInfo(stage.zone))
    except ZoneInfoNotFoundError:
        return None
    if there.utcoffset() == moment.utcoffset():
        return None
    return f"write {there.isoformat()}"


def _of_conditions(terms: Terms, strand: str, call: Call) -> Iterator[CallFault]:
    for condition in terms.conditions:
        for one in leaves(condition.value):
            least, most = one.bounds
            if most is not None and least > most:
                said = f"{condition.id} asks for at least {least} and at most {most}"
                yield _against(call, strand, f"conditions[{condition.id}]", said)
            if _says_twice(one):
                said = f"{condition.id} states `exactly` beside `at_least` or `at_most`"
                yield _against(call, strand, f"conditions[{condition.id}]", said)


def _says_twice(counting: Counting) -> bool:
    return counting.exactly is not None and (
        counting.at_least is not None or counting.at_most is not None
    )


def _of_money(call: Call) -> Iterator[CallFault]:
    budgets = {
        name: terms.strand_budget_eur.value
        for name in call.strands
        if (terms := call.terms(name)).strand_budget_eur is not None
    }
    total = call.total_budget_eur
    if total and budgets and sum(budgets.values()) > total.value:
        said = f"the strands have EUR {sum(budgets.values()):,}, the call EUR {total.value:,}"
        yield CallFault("total_budget_eur", said, "mend the one that the source does not have")
    for name, budget in budgets.items():
        cap = call.terms(name).highest_grant_eur
        if cap and cap.value > budget:
            said = f"a project can have EUR {cap.value:,}, and the strand has EUR {budget:,}"
            yield _against(call, f"strands.{name}", "highest_grant_eur", said)


def _of_days(call: Call) -> Iterator[CallFault]:
    days = [one.value.date for one in call.corrigenda]
    if days != sorted(days):
        yield CallFault(
            "corrigenda", "the corrigenda are not in the order of their days", "sort them"
        )
    if call.version and days and days[0] < call.version.value.date:
        edition = call.version.value.date
        said = f"a corrigendum of {days[0]} is earlier than the edition of {edition}"
        yield CallFault("corrigenda", said, "mend the one that the source does not have")
