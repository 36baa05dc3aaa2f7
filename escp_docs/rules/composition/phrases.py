"""What a condition counts, in words: "2 entities from Ukraine", "3 different Member States"."""

from escp_docs.language.rule_words import and_listed, country_name, in_words, listed
from escp_docs.model.call import Call
from escp_docs.model.call.conditions import Branch, Counting, Demand, Topics
from escp_docs.model.call.country_sets import with_article

_ROLES = {
    "partner": ("entity", "entities"),
    "coordinator": ("coordinator", "coordinators"),
    "affiliated": ("affiliated entity", "affiliated entities"),
    "associated": ("associated organisation", "associated organisations"),
    "funded": ("funded entity", "funded entities"),
    "unfunded": ("entity without funding", "entities without funding"),
}
_SIZES = {"medium": "medium-sized", "mid_cap": "mid-cap"}
_CLASSES = {
    "less_developed": "less developed region",
    "in_transition": "region in transition",
    "more_developed": "more developed region",
}


def asks(call: Call, counting: Counting) -> str:
    """Return what is asked for: "at least 1 entity from Ukraine"."""
    least, most = counting.bounds
    if counting.exactly is not None:
        return f"exactly {counted(call, counting, least)}"
    bounds = [f"at least {least}"] if counting.at_least is not None or most is None else []
    bounds += [f"at most {most}"] if most is not None else []
    nearest = most if most is not None else least
    return f"{' and '.join(bounds)} {noun(call, counting, nearest)}"


def number(counting: Counting) -> str:
    """Return the number that is asked for, where what is counted was said: "3 or more"."""
    least, most = counting.bounds
    if most == 0:
        return "none"
    if counting.exactly is not None:
        return f"exactly {least}"
    bounds = [f"{least} or more"] if least or most is None else []
    bounds += [f"{most} at most"] if most is not None else []
    return " and ".join(bounds)


def counted(call: Call, counting: Counting, number: int) -> str:
    """Return a number of what is counted: "2 entities from Ukraine"."""
    return f"{number} {noun(call, counting, number)}"


def noun(call: Call, counting: Counting, number: int) -> str:
    """Return what is counted, as behind that number."""
    is_one = number == 1
    match counting.count:
        case "entities":
            return who(call, counting, is_one=is_one)
        case "countries":
            return _countries(call, counting, is_one=is_one)
        case "regions":
            region = "region" if is_one else "different regions"
            return f"{region} with {who(call, counting, is_one=False)}"


def _countries(call: Call, counting: Counting, *, is_one: bool) -> str:
    # The set names the countries, where nothing else is asked of the entities.
    bare = counting.updated({"inside": (), "outside": ()})
    plain = who(call, bare, is_one=False)
    of_whom = "" if plain == "entities" else f" with {plain}"
    match counting.inside:
        case [only]:
            words = call.countries.words(only)
            country = words.one if is_one else f"different {words.many}"
        case _:
            named = " or ".join(
                with_article(call.countries.words(name).one)
                if is_one
                else call.countries.words(name).many
                for name in counting.inside
            )
            if not named:
                country = "country" if is_one else "different countries"
            else:
                country = f"country that is {named}" if is_one else f"different {named}"
    return f"{country}{_beyond(call, counting)}{of_whom}"


def who(call: Call, counting: Counting, *, is_one: bool) -> str:
    """Return which entities are counted: "entities from Member States"."""
    index = 0 if is_one else 1
    kinds = [call.kind_words(name)[index] for name in counting.kinds]
    named = " or ".join(kinds or [_ROLES[role][index] for role in counting.roles])
    if kinds and counting.roles != ("partner",):
        named += " as " + " or ".join(_ROLES[role][index] for role in counting.roles)
    sizes = " or ".join(_SIZES.get(one, one) for one in counting.sizes)
    parts = [
        "independent" if counting.independent and is_one else "",
        "mutually independent" if counting.independent and not is_one else "",
        sizes,
        named,
        where(call, counting, is_one=is_one),
        _regions(counting, is_one=is_one),
    ]
    return " ".join(one for one in parts if one) + _beyond(call, counting)


def where(call: Call, counting: Counting, *, is_one: bool) -> str:
    """Return from where the entities are that are counted: "from Ukraine"; empty if anywhere."""
    if not counting.inside:
        return ""
    names = []
    for name in counting.inside:
        codes = list(call.countries.codes(name))
        words = call.countries.words(name)
        only = country_name(codes[0]) if len(codes) == 1 else ""
        names.append(only or (with_article(words.one) if is_one else words.many))
    return "from " + " or ".join(names)


def _beyond(call: Call, counting: Counting) -> str:
    many = [call.countries.words(name).many for name in counting.outside]
    return f" outside the {' and the '.join(many)}" if many else ""


def _regions(counting: Counting, *, is_one: bool) -> str:
    classes = [
        with_article(_CLASSES[one]) if is_one else _CLASSES[one].replace("region", "regions")
        for one in counting.region_classes
    ]
    named = [f"in {' or '.join(classes)}"] if classes else []
    named += [f"in {' or '.join(counting.regions)}"] if counting.regions else []
    return " ".join(named)


def to_add(call: Call, counting: Counting, number: int) -> str:
    """Return what is to be added: "one entity from Ukraine", "one entity from another ..."."""
    is_one = number == 1
    if counting.count == "entities":
        return f"{in_words(number)} {who(call, counting, is_one=is_one)}"
    bare = counting.updated({"inside": ()})
    entities = f"{in_words(number)} {who(call, bare, is_one=is_one)}"
    another = "another" if is_one else f"{in_words(number)} other"
    if counting.count == "regions":
        return f"{entities} from {another} {'region' if is_one else 'regions'}"
    words = [call.countries.words(name) for name in counting.inside]
    named = " or ".join(one.one if is_one else one.many for one in words)
    return f"{entities} from {another} {named or ('country' if is_one else 'countries')}"


# --- a whole demand --------------------------------------------------------------------------


def demand_in_words(call: Call, demand: Demand | Branch | Counting) -> str:
    """Return what a condition demands, as a person would say it."""
    if isinstance(demand, Demand) and demand.topics is not None:
        return _topics_in_words(demand.topics)
    if isinstance(demand, Demand) and demand.planned is not None:
        plan = demand.planned
        due = f" by month {plan.by_month}" if plan.by_month is not None else ""
        named = " or ".join(f"'{word}'" for word in plan.words)
        return f"at least {plan.at_least} {plan.what.replace('_', ' ')} named for {named}{due}"
    if isinstance(demand, Demand) and demand.declared is not None:
        return f"a named person declares: {demand.declared}"
    parts = [asks(call, demand)] if demand.is_counting else []
    parts += [demand_in_words(call, one) for one in getattr(demand, "all_of", ())]
    either = [demand_in_words(call, one) for one in getattr(demand, "any_of", ())]
    parts += [f"either {', or '.join(either)}"] if either else []
    return and_listed(parts)


def _topics_in_words(topics: Topics) -> str:
    said = f"the main topic is one of {listed(topics.main_of)}"
    if topics.least_others:
        said += f", with {in_words(topics.least_others)} or more of {listed(topics.others_of)}"
    if topics.most_others == 0:
        said += ", and no other"
    elif topics.most_others is not None:
        said += f", with {in_words(topics.most_others)} other at most"
    return said
