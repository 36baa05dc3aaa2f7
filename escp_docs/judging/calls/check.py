"""What is to be said of a call file that can be read: faults, and an example for each condition."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from escp_docs.judging.calls.call_fault import CallFault
from escp_docs.judging.calls.contradictions import contradictions
from escp_docs.judging.calls.facts import walked
from escp_docs.judging.calls.nothing_left import nothing_left
from escp_docs.judging.calls.specimens import specimens
from escp_docs.model.call import Call
from escp_docs.model.fact import Fact
from escp_docs.model.not_written import is_not_written
from escp_docs.rules.composition.phrases import demand_in_words
from escp_docs.spelling import nearest

if TYPE_CHECKING:
    from escp_docs.model.call.conditions import Condition


class CheckedCondition(Struct, frozen=True):
    """A condition in words, an example that meets it and one that fails it; None if none does."""

    id: str
    strands: tuple[str, ...]
    demands: str
    confidence: str
    meets: str | None
    fails: str | None


class CheckedCall(Struct, frozen=True):
    """What is to be said of a call file.

    Attributes:
        call: The id of the call.
        facts: How many facts it states.
        faults: What is wrong with it.
        conditions: Its conditions with examples.
        unknown: What its sources do not say.
    """

    call: str
    facts: int
    faults: tuple[CallFault, ...]
    conditions: tuple[CheckedCondition, ...]
    unknown: tuple[str, ...]


def check_call(
    call: Call, built_in: Call | None = None, templates: Sequence[str] | None = None
) -> CheckedCall:
    """Return what is to be said of a call.

    Args:
        call: The call.
        built_in: The call of the same id that ships with the program, if there is another one.
        templates: The names of all templates there are; None if that is not looked at.
    """
    conditions = tuple(_conditions(call))
    faults = (
        *contradictions(call),
        *nothing_left(call),
        *(() if templates is None else _templates(call, templates)),
        *_sources(call),
        *_unsaid(call),
        *(fault for one in conditions for fault in _of_condition(one)),
        *_edition(call, built_in),
    )
    number = sum(isinstance(value, Fact) for _, _, _, value in walked(call))
    unknown = tuple(one.topic for one in call.unknown)
    return CheckedCall(call.id, number, faults, conditions, unknown)


def _conditions(call: Call) -> Iterator[CheckedCondition]:
    every: dict[str, tuple[Condition, list[str]]] = {}
    for strand in call.strands:
        for one in call.terms(strand).conditions:
            every.setdefault(one.id, (one, []))[1].append(strand)
    for name, (one, strands) in every.items():
        found = specimens(call, strands[0], one)
        said = demand_in_words(call, one.value)
        yield CheckedCondition(name, tuple(strands), said, one.confidence, found.meets, found.fails)


def _of_condition(one: CheckedCondition) -> Iterator[CallFault]:
    path = f"conditions[{one.id}]"
    if one.meets is None:
        yield CallFault(
            path,
            f"nobody can meet the condition {one.id}: {one.demands}",
            "compare its numbers with the sets that it counts in",
        )
    if one.fails is None:
        yield CallFault(
            path,
            f"everybody meets the condition {one.id}: {one.demands}",
            "ask for more than nothing, or leave it out",
        )


def _sources(call: Call) -> Iterator[CallFault]:
    for path, _, _, value in walked(call):
        if not isinstance(value, Fact):
            continue
        if _is_unwritten(value.value) or _is_unwritten(value.source.document):
            yield CallFault(
                path,
                f"{path} says that it is not written yet",
                "write what the call says, with its source",
            )
        if not value.unit:
            yield CallFault(path, f"{path} has no unit", "say what the value is counted in")
        if value.confidence == "derived" and value.source.reason is None:
            yield CallFault(
                path,
                f"{path} is derived, and has no reason",
                "add `reason: ...`, or name the confidence of the source that it is quoted from",
            )


def _is_unwritten(value: object) -> bool:
    return isinstance(value, str) and is_not_written(value)


def _unsaid(call: Call) -> Iterator[CallFault]:
    """Yield what decides who may apply and is neither stated nor listed as unknown."""
    if not call.strands:
        said = "strands is empty, so that no spec can answer the call"
        yield CallFault("strands", said, 'name one, as in `strands: {"1": {}}`')
    listed = [one for one in call.unknown if one.about == "eligibility"]
    for strand in call.strands:
        terms = call.terms(strand)
        is_listed = any(not one.strands or strand in one.strands for one in listed)
        if is_listed:
            continue
        if terms.least_legal_entities is None:
            yield CallFault(
                f"strands.{strand}",
                f"how many entities Strand {strand} asks for is neither stated nor listed as "
                "unknown, so that nobody is ever eligible",
                "add `least_legal_entities`, or list it under `unknown` with `about: eligibility`",
            )
        if terms.established_in is None and not terms.conditions:
            yield CallFault(
                f"strands.{strand}",
                f"where partners in Strand {strand} may be established is neither stated nor "
                "listed as unknown",
                "add `established_in`, or list it under `unknown` with `about: eligibility`",
            )


def _templates(call: Call, there: Sequence[str]) -> Iterator[CallFault]:
    """Yield each section of the form whose template does not exist."""
    for path, _, key, fact in walked(call):
        for index, one in enumerate(fact.value if key == "sections" else ()):
            if one.template and one.template not in there:
                near = nearest(one.template, there)
                lay = f"lay it in templates/{one.template} beside the spec"
                yield CallFault(
                    f"{path}.value[{index}].template",
                    f"there is no template {one.template!r}",
                    f"did you mean {near!r}? Else {lay}" if near else lay,
                )


def _edition(call: Call, built_in: Call | None) -> Iterator[CallFault]:
    if built_in is None or built_in == call:
        return
    if (call.version, call.corrigenda) == (built_in.version, built_in.corrigenda):
        yield CallFault(
            "id",
            f"another edition of {call.id} is built in, and neither `version` nor `corrigenda` "
            "tells the two apart",
            "add what changed under `corrigenda`, or give the call an id of its own",
        )
