"""Whether a demand of a call is met, is not, or waits for open facts."""

from collections.abc import Sequence

from escp_docs.language.rule_words import country_names, in_words, listed
from escp_docs.model.call.conditions import Branch, Condition, Counting, Demand
from escp_docs.rules.composition import phrases
from escp_docs.rules.composition.content import declared, planned, topics
from escp_docs.rules.composition.setting import PARTNERS, Question, Ruling, Setting, failed, met
from escp_docs.rules.composition.tally import Tally, tally
from escp_docs.rules.composition.worlds import hangs_together, worlds


def ruling(setting: Setting, condition: Condition) -> Ruling:
    """Return whether a condition is met: it is if it holds however the open facts turn out."""
    demand = condition.value
    if demand.topics is not None:
        return topics(setting, demand.topics)
    if demand.planned is not None:
        return planned(setting, demand.planned)
    if demand.declared is not None:
        return declared(setting, demand.declared, condition.id)
    if setting.spec.consortium.partners is None:
        asked = Question("Who are the partners?", PARTNERS, PARTNERS)
        return Ruling(None, "no partner is listed", question=asked)
    found = _composed(setting, demand)
    if found.holds is None and hangs_together(demand):
        # Parts may hang on one open fact, so that they are never open all at once.
        holds = {_composed(one, demand).holds for one in worlds(setting, demand)} or {None}
        if len(holds) == 1 and (settled := holds.pop()) is not None:
            return Ruling(settled, found.said, found.fix or _fix_of(setting, demand))
    return found


def _composed(setting: Setting, demand: Demand | Branch | Counting) -> Ruling:
    all_of: Sequence[Branch | Counting] = getattr(demand, "all_of", ())
    any_of: Sequence[Branch | Counting] = getattr(demand, "any_of", ())
    parts = [_counted(setting, demand)] if demand.is_counting else []
    parts += [_composed(setting, one) for one in all_of]
    if any_of:
        parts.append(_either([_composed(setting, one) for one in any_of]))
    return parts[0] if len(parts) == 1 else _together(parts)


def _together(parts: Sequence[Ruling]) -> Ruling:
    """Return whether all parts hold; what is said is of those that decide."""
    failing = [one for one in parts if one.holds is False]
    waiting = [one for one in parts if one.holds is None]
    deciding = failing or waiting or list(parts)
    return Ruling(
        False if failing else None if waiting else True,
        "; ".join(dict.fromkeys(one.said for one in deciding)),
        ", and ".join(one.fix for one in failing),
        waiting[0].question if waiting else None,
        deciding[0].paths if deciding else (PARTNERS,),
    )


def _either(parts: Sequence[Ruling]) -> Ruling:
    holding = [one for one in parts if one.holds]
    if holding:
        return holding[0]
    waiting = [one for one in parts if one.holds is None]
    return Ruling(
        None if waiting else False,
        "; nor: ".join(dict.fromkeys(one.said for one in waiting or parts)),
        ", or ".join(one.fix for one in parts if one.fix),
        waiting[0].question if waiting else None,
        (waiting or list(parts))[0].paths,
    )


def _counted(setting: Setting, counting: Counting) -> Ruling:
    found = tally(setting, counting)
    least, most = counting.bounds
    said = f"{_there(setting, counting, found)}; the call asks for {phrases.number(counting)}"
    if found.most is not None and found.most < least:
        missing = phrases.to_add(setting.call, counting, least - found.most)
        return failed(said, f"add {missing}", paths=_whole(counting))
    if most is not None and found.least > most:
        over = in_words(found.least - most)
        who = phrases.who(setting.call, counting, is_one=found.least - most == 1)
        paths = _at_fault(counting, found) if most == 0 else _whole(counting)
        return failed(said, f"leave out {over} {who}", paths=paths)
    is_met = found.least >= least and (
        most is None or (found.most is not None and found.most <= most)
    )
    if is_met:
        return met(said, paths=_whole(counting))
    return Ruling(None, said, question=found.question, paths=_whole(counting))


def _there(setting: Setting, counting: Counting, found: Tally) -> str:
    names = country_names(found.names) if counting.count == "countries" else listed(found.names)
    if found.most is None:
        number = f"{found.least} or more"
    elif found.most == found.least:
        number = f"{found.least}"
    else:
        number = f"{found.least} to {found.most}"
    noun = phrases.noun(setting.call, counting, found.least if number.isdigit() else 2)
    return f"{number} {noun}" + (f" ({names})" if found.names else "")


def _whole(counting: Counting) -> tuple[str, ...]:
    if counting.roles == ("coordinator",):
        return ("consortium.coordinator",)
    return (PARTNERS,)


def _at_fault(counting: Counting, found: Tally) -> tuple[str, ...]:
    """Return the values that make entities count that may not be there."""
    key = ".country" if counting.inside or counting.outside else ".kind" if counting.kinds else ""
    return tuple(f"{path}{key}" for path in found.paths) or _whole(counting)


def _fix_of(setting: Setting, demand: Demand) -> str:
    """Return what would mend a demand that fails however its open facts turn out."""
    parts = [one for one in (*demand.all_of, *demand.any_of) if one.is_counting]
    least = [one for one in parts if one.bounds[0]]
    return (
        " or ".join(f"add {phrases.to_add(setting.call, one, one.bounds[0])}" for one in least)
        or "change the consortium"
    )
