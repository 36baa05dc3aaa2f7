"""Changes to the list of targets, the smaller ones first."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from escp_docs.language.rule_words import country_names, in_words
from escp_docs.model.amendment import Amendment
from escp_docs.model.call import Call
from escp_docs.model.country import CODES
from escp_docs.model.spec import Spec
from escp_docs.model.target import Target
from escp_docs.rule import Judged
from escp_docs.rules.facts.country_sets import third_words
from escp_docs.rules.facts.third_countries import refused, states_of

MOST_ADDED: Final = 6


def target_repairs(
    spec: Spec, call: Call, judged: Sequence[Judged]
) -> Iterator[tuple[Spec, tuple[Amendment, ...]]]:
    """Yield specs with other targets, and what was changed.

    Args:
        spec: A spec with a list of targets.
        call: The call it answers.
        judged: What the rules on the targets object to.
    """
    targets = spec.target_countries or ()
    left, amendments = targets, []
    if any(one.rule.code == "TGT002" for one in judged):
        kept = [_mended(call, target) for target in targets]
        left = tuple(target for target, _ in kept if target is not None)
        amendments = [amendment for _, amendment in kept if amendment is not None]
    for number in range(0 if amendments else 1, MOST_ADDED + 1):
        added = _added(call, left, number)
        yield (
            spec.updated({"target_countries": (*left, *added)}),
            (*amendments, *_addition(call, number)),
        )


def _added(call: Call, targets: Sequence[Target], number: int) -> tuple[Target, ...]:
    """Return targets that could be added: third countries that nobody has named."""
    named = {state for target in targets for state in states_of(call, target)}
    fitting = (
        code
        for code in sorted(CODES - named)
        if call.countries.is_third_country(code) and call.countries.state_of(code) not in named
    )
    return tuple(Target(country=code) for code in islice(fitting, number))


def _addition(call: Call, number: int) -> Iterator[Amendment]:
    one, many = "target: a third country or a world region", "targets: third countries or regions"
    text = (
        f"add {in_words(number)} {one if number == 1 else many} beyond {third_words(call).beyond}"
    )
    if number:
        yield Amendment("add_target", text, None, number)


def _mended(call: Call, target: Target) -> tuple[Target | None, Amendment | None]:
    """Return what is left of a target without refused countries, and what was changed."""
    refusals = list(refused(call, target, ""))
    if not refusals:
        return target, None
    codes = [one.code for one in refusals if one.code is not None]
    left = tuple(code for code in target.countries or () if code not in codes)
    if target.country is not None or not left:
        why = f"the target {target.shown}" if target.country else f"the region {target.name}"
        return None, Amendment("remove_target", f"drop {why}", target.name)
    return (
        target.updated({"countries": left}),
        Amendment(
            "shorten_region",
            f"take {country_names(codes)} out of the region {target.name}",
            target.name,
        ),
    )
