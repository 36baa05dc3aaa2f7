"""Conditions on what is planned, chosen and declared, in place of who takes part."""

from collections.abc import Iterator

from escp_docs.language.rule_words import count, listed
from escp_docs.model.call.conditions import PlannedItems, Topics
from escp_docs.model.declaration import Declaration
from escp_docs.model.folding import joined, words_of
from escp_docs.rules.composition.setting import Question, Ruling, Setting, failed, met

MAIN = "project.main_topic"
OTHERS = "project.topics"
DECLARATIONS = "declarations"


def topics(setting: Setting, demand: Topics) -> Ruling:
    """Return whether the main topic, and the others, are chosen from what the call lists."""
    project = setting.spec.project
    if project.main_topic is None:
        said = f"no main topic is stated; the call has {listed(demand.main_of)}"
        return Ruling(None, said, question=Question("Which topic is the main one?", MAIN, MAIN))
    if joined(project.main_topic) not in {joined(one) for one in demand.main_of}:
        said = f"the main topic is {project.main_topic!r}; the call has {listed(demand.main_of)}"
        return failed(said, "choose one of them", paths=(MAIN,))
    if project.topics is None and (demand.least_others or demand.most_others is not None):
        said = f"no other topic is stated; the call has {listed(demand.others_of)}"
        asked = Question("Which other topics does the action take up?", OTHERS, OTHERS)
        return Ruling(None, said, question=asked)
    return _others(demand, project.main_topic, project.topics or ())


def _others(demand: Topics, main: str, chosen: tuple[str, ...]) -> Ruling:
    known = {joined(one) for one in demand.others_of}
    strange = [one for one in chosen if known and joined(one) not in known]
    if strange:
        said = f"the call has no topic {strange[0]!r}, but {listed(demand.others_of)}"
        return failed(said, "choose among them", paths=(OTHERS,))
    number = len({joined(one) for one in chosen} - {joined(main)})
    said = f"the main topic is {main!r}, with {count(number, 'other', 'others')}"
    if number < demand.least_others:
        asked = f"{said}; the call asks for {demand.least_others} or more others"
        return failed(asked, "choose another topic", paths=(OTHERS,))
    if demand.most_others is not None and number > demand.most_others:
        asked = f"{said}; the call allows {demand.most_others} at most"
        return failed(asked, "leave a topic out", paths=(OTHERS,))
    return met(said, paths=(MAIN,))


# --- what is planned -------------------------------------------------------------------------


def planned(setting: Setting, demand: PlannedItems) -> Ruling:
    """Return whether the roadmap holds what the call asks for, by the words of its titles."""
    what = demand.what.replace("_", " ")
    named = " or ".join(f"'{word}'" for word in demand.words)
    due = f" by month {demand.by_month}" if demand.by_month is not None else ""
    path = "indicators" if demand.what == "indicators" else "roadmap.work_packages"
    found, is_complete = _entries(setting, demand.what)
    fitting = [
        one
        for one, month in found
        if any(words_of(word) in words_of(one) for word in demand.words)
        and (demand.by_month is None or (month is not None and month <= demand.by_month))
    ]
    said = (
        f"{len(fitting)} {what} named for {named}{due}; the call asks for {demand.at_least} or more"
    )
    if len(fitting) >= demand.at_least:
        return met(said, paths=(path,))
    if not is_complete:
        asked = Question(f"Which {what} are planned?", path, path)
        return Ruling(None, said, question=asked, paths=(path,))
    return failed(said, f"plan what is called {named}{due}", paths=(path,))


def _entries(setting: Setting, what: str) -> tuple[list[tuple[str, int | None]], bool]:
    """Return titles and months of the entries of a kind, and whether no list is open."""
    spec = setting.spec
    if what == "indicators":
        some = spec.indicators
        return [(one.name or "", one.due_month) for one in some or ()], some is not None
    packages = spec.roadmap.work_packages
    if what == "work_packages":
        entries = [(one.title or "", one.end_month) for one in packages or ()]
        return entries, packages is not None
    lists = [getattr(one, what) for one in packages or ()]
    is_complete = packages is not None and None not in lists
    return [_titled(one) for some in lists for one in some or ()], is_complete


def _titled(entry: object) -> tuple[str, int | None]:
    month = getattr(entry, "due_month", None) or getattr(entry, "end_month", None)
    return getattr(entry, "title", None) or "", month


# --- what a person declares ------------------------------------------------------------------


def declared(setting: Setting, statement: str, condition: str) -> Ruling:
    """Return whether a named person declares that a condition holds."""
    own = list(_declarations(setting, condition))
    question = f"Does this hold, and who says so: {statement}?"
    if not own:
        said = f"nobody has declared: {statement}"
        return Ruling(
            None,
            said,
            question=Question(question, f"{DECLARATIONS}[{condition}]", "project.acronym"),
            paths=("",),
        )
    index, one = own[0]
    path = f"{DECLARATIONS}[{index}]"
    if one.holds is None or not one.by:
        key = f"{path}.holds" if one.holds is None else f"{path}.by"
        said = f"who declares it is not stated: {statement}"
        return Ruling(None, said, question=Question(question, key, path), paths=(path,))
    said = f"{one.by} declares: {statement}"
    if one.holds:
        return met(said, paths=(path,))
    said = f"{one.by} declares that this does not hold: {statement}"
    return failed(said, "change the proposal until it holds", paths=(f"{path}.holds",))


def _declarations(setting: Setting, condition: str) -> Iterator[tuple[int, Declaration]]:
    for index, one in enumerate(setting.spec.declarations or ()):
        if one.condition.strip().casefold() == condition.casefold():
            yield index, one
