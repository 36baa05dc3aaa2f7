"""Small whole specs at random, with values on both sides of every limit."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any, Final

import yaml
from hypothesis import strategies as st

from tests.support.reading import CALL_ID

Tree = dict[str, Any]
Path = tuple[str | int, ...]

PARTNERS: Final = ("P1", "P2", "P3", "P4")
PACKAGES: Final = ("WP1", "WP2")
TARGETS: Final = ("CA", "CH", "TR", "AR", "Mercosur", "Gulf", "Japan", "Europe")
MONTHS = st.sampled_from(["1", "2", "3", "4"])
EURO = st.sampled_from(["0", "0.01", "100", "1000", "620000", "8000000"])
TEXT = st.just("some words")


def some(options: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Tree]:
    """Return mappings in which each key is there more often than not."""
    return st.fixed_dictionaries(
        {}, optional={key: st.one_of(value, value) for key, value in options.items()}
    )


def whole(options: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Tree]:
    """Return mappings in which every key is there."""
    return st.fixed_dictionaries(options)


def several(entry: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[list[Any]]:
    """Return short lists, empty ones included."""
    return st.lists(entry, max_size=most)


def ids(prefix: str, entries: list[Tree]) -> list[Tree]:
    """Return entries with ids of their own."""
    return [{"id": f"{prefix}{index + 1}", **entry} for index, entry in enumerate(entries)]


def pick(names: tuple[str, ...]) -> st.SearchStrategy[Any]:
    """Return one of some names."""
    return st.sampled_from(names)


@st.composite
def spec(draw: st.DrawFn) -> Tree:
    """Return a whole spec: nothing that a rule reads is absent but what has a default."""
    partners = PARTNERS[: draw(st.integers(1, 4))]
    packages = PACKAGES[: draw(st.integers(0, 2))]
    targets = draw(st.lists(pick(TARGETS), max_size=4))
    return {
        "call": CALL_ID,
        "strand": draw(st.sampled_from(["A", "B"])),
        "project": draw(_project()),
        "consortium": {
            "coordinator": partners[0],
            "partners": [{"id": one, **draw(_partner())} for one in partners],
        },
        "strategy": draw(_strategy(targets)),
        "target_countries": [draw(_target(one)) for one in targets],
        "roadmap": {
            "work_packages": [
                {"id": one, **draw(_package(one, partners, targets))} for one in packages
            ],
            "long_term": draw(
                whole(
                    {
                        "horizon_years": st.sampled_from(["0", "5"]),
                        "agenda": TEXT,
                        "sustainability": TEXT,
                    }
                )
            ),
        },
        "indicators": ids("K", draw(several(_indicator()))),
        "budget": draw(_budget(partners, packages)),
        "agreement": draw(_agreement(partners)),
    }


def _project() -> st.SearchStrategy[Tree]:
    return whole(
        {
            "acronym": st.just("X"),
            "title": st.sampled_from(["Waves", "Waves & growth", "W" * 201]),
            "abstract": st.sampled_from(["**Waves**", "W" * 2001]),
            "keywords": st.sampled_from([["waves"], ["w" * 201], []]),
            "start_date": st.sampled_from(["2020-12-01", "2021-01-31"]),
            "submission_date": st.sampled_from(["2020-12-02", "2020-12-02T17:01+01:00"]),
            "duration_months": st.sampled_from(["1", "2", "3", "20", "30", "36"]),
            "sectors": st.sampled_from([[], ["robotics"], ["robotics", "waves"]]),
            "defence_and_security": st.sampled_from(["true", "false"]),
        }
    )


def _partner() -> st.SearchStrategy[Tree]:
    named = {
        "pic": st.sampled_from(["900000001", "900000002", "12345"]),
        "legal_name": st.sampled_from(["Polo", "Rete"]),
        "vat_number": st.sampled_from(["PT599000007", "PT599000008"]),
    }
    stated = {
        "country": st.sampled_from(["IT", "FR", "RE", "ES", "GB", "TR", "US"]),
        "address": TEXT,
        "kind": st.sampled_from(["cluster_organisation", "business_network", "other"]),
        "own_legal_entity": st.sampled_from(["true", "true", "false"]),
        "eccp": whole({"status": st.sampled_from(["registered", "requested", "none"])}),
        "other_applications": several(
            whole({"acronym": TEXT, "strand": st.sampled_from(["A", "B"])}), 1
        ),
        "activity_report": TEXT,
        "members": whole({"smes": st.sampled_from(["0", "7"])}),
        "sectors": several(st.sampled_from(["robotics", "waves", "defence"]), 1),
        "operating_grant": st.sampled_from(["true", "false"]),
        "non_profit": st.sampled_from(["true", "false"]),
        "other_funding": st.just([]),
        "key_staff": st.just([]),
    }
    return st.tuples(some(named), whole(stated)).map(lambda both: both[0] | both[1])


def _strategy(targets: list[str]) -> st.SearchStrategy[Tree]:
    goal = whole({"targets": several(pick(tuple(targets))) if targets else st.just([])})
    existing = st.sampled_from(["internationalisation_strategy", "implementation_roadmap"])
    stated = dict.fromkeys(
        ("vision", "complementarities", "cross_sector_cooperation", "target_groups"), TEXT
    )
    goals = several(goal).map(lambda found: ids("G", found))
    built_on = several(whole({"output": existing}), 1)
    return whole(stated | {"common_goals": goals, "existing": built_on})


def _target(name: str) -> st.SearchStrategy[Tree]:
    stated = {
        "lead": st.just("P1"),
        "international_partners": several(whole({"name": TEXT}), 1),
        "business_partnerships": TEXT,
    }
    if len(name) == 2:
        return whole(stated | {"country": st.just(name)})
    countries = several(st.sampled_from(["AR", "CH", "TR", "BR"]))
    return whole(stated | {"region": st.just(name), "countries": countries})


def _package(name: str, partners: tuple[str, ...], targets: list[str]) -> st.SearchStrategy[Tree]:
    kind = st.sampled_from(["management", "preparatory", "implementation"])
    due = {"lead": pick(partners), "due_month": MONTHS}
    output = st.sampled_from(["partnership_agreement", "implementation_roadmap", "none"])
    task = st.tuples(
        whole(
            {
                "lead": pick(partners),
                "partners": several(pick(partners)),
                "start_month": MONTHS,
                "end_month": MONTHS,
                "targets": several(pick(tuple(targets)), 3) if targets else st.just([]),
            }
        ),
        some({"kind": kind}),
    ).map(lambda both: both[0] | both[1])
    number = name[-1]
    return whole(
        {
            "kind": kind,
            "lead": pick(partners),
            "start_month": MONTHS,
            "end_month": MONTHS,
            "tasks": several(task).map(lambda found: ids(f"T{number}.", found)),
            "deliverables": several(whole(due | {"output": output})).map(
                lambda found: ids(f"D{number}.", found)
            ),
            "milestones": several(whole(due), 1).map(lambda found: ids(f"M{number}.", found)),
            "effort": st.dictionaries(pick(partners), st.sampled_from(["0", "2", "3"])),
        }
    )


def _indicator() -> st.SearchStrategy[Tree]:
    return st.tuples(
        whole({"unit": st.sampled_from(["SMEs", "days"]), "due_month": MONTHS}),
        some({"after_project": st.just("true")}),
    ).map(lambda both: both[0] | both[1])


def _budget(partners: tuple[str, ...], packages: tuple[str, ...]) -> st.SearchStrategy[Tree]:
    kinds = ["subcontracting", "travel", *(["personnel", "personnel"] if packages else [])]
    category = st.sampled_from(kinds)
    of = {"partner": pick(partners), "category": category}
    place = {"work_package": pick(packages)} if packages else {}
    amount = whole(of | place | {"amount_eur": EURO})
    unit = st.sampled_from(["person-month", "day"])
    units = whole(
        of
        | place
        | {"units": st.sampled_from(["0", "2", "3"]), "unit": unit, "unit_cost_eur": EURO}
    )
    receipt = whole({"partner": pick(partners), "amount_eur": EURO})
    rates = st.fixed_dictionaries(dict.fromkeys(partners, EURO))
    return st.tuples(
        whole(
            {
                "reimbursement_rate": st.sampled_from(["0", "0.9", "0.95", "1"]),
                "indirect_rate": st.sampled_from(["0", "0.07", "0.08"]),
                "indirect_base_excludes_subcontracting": st.sampled_from(["true", "false"]),
                "person_month_eur": rates,
                "costs": several(st.one_of(amount, units), 3),
                "incomes": several(receipt),
            }
        ),
        some(
            {
                "own_contributions": several(receipt),
                "requested_grant_eur": st.dictionaries(pick(partners), EURO),
            }
        ),
    ).map(lambda both: both[0] | both[1])


def _agreement(partners: tuple[str, ...]) -> st.SearchStrategy[Tree]:
    term = whole(
        {
            "kind": st.sampled_from(["project_end", "years_after_project", "open_ended"]),
            "years": st.sampled_from(["0", "3"]),
        }
    )
    governance = whole(
        {
            "votes": st.just("one_per_member"),
            "majority": st.just("simple"),
            "meetings_per_year": st.just("2"),
        }
    )
    effective = st.sampled_from(["project_start", "last_signature", "2020-12-31", "2021-03-31"])
    return st.tuples(
        whole(
            {
                "effective": effective,
                "term": term,
                "governance": governance,
                "common_actions": TEXT,
            }
        ),
        some({"members": st.lists(pick(partners), unique=True)}),
    ).map(lambda both: both[0] | both[1])


# --- what can be absent ----------------------------------------------------------------------

# Not open when absent: names of entries, what identifies (rules.md, Open facts), what has a
# default, and what stands in place of another key.
_NEVER_OPEN: Final = frozenset({
    "call", "project", "acronym", "id", "region",
    "pic", "registration_number", "legal_name", "vat_number",
    "existing", "operating_grant", "after_project", "own_contributions", "requested_grant_eur",
    "members",
    "agreement", "budget", "strategy", "consortium",
})  # fmt: skip


def open_paths(tree: Tree) -> list[Path]:
    """Return the paths of the keys of a spec that make it open when they are absent."""
    return [path for path in _keys(tree, ()) if _can_be_absent(tree, path)]


def _keys(value: Any, path: Path) -> Iterator[Path]:  # noqa: ANN401  # a tree of plain values
    entries = enumerate(value) if isinstance(value, list) else value.items()
    for key, inner in entries:
        if isinstance(key, str):
            yield (*path, key)
        if isinstance(inner, dict | list):
            yield from _keys(inner, (*path, key))


def _can_be_absent(tree: Tree, path: Path) -> bool:
    match path:
        case ("consortium", "partners"):
            # These would name nobody, and their absence has a meaning of its own.
            return not {"members"} & tree["agreement"].keys() and not (
                {"requested_grant_eur", "own_contributions"} & tree["budget"].keys()
            )
        case ("target_countries", int(), "country"):
            return False
        case (*_, "effort" | "requested_grant_eur", str()):
            return False
        case (*_, "tasks", int(), "kind"):
            return False
        case _:
            return path[-1] not in _NEVER_OPEN


def without(tree: Tree, absent: set[Path]) -> Tree:
    """Return a spec without some keys, and without all that would name what is gone."""
    partial = deepcopy(tree)
    for path in sorted(absent, key=lambda one: -len(one)):
        _remove(partial, path)
    gone = {
        "partners": "partners" not in partial.get("consortium", {}),
        "targets": "target_countries" not in partial,
        "packages": "work_packages" not in partial.get("roadmap", {}),
    }
    _drop_names(partial, gone)
    return partial


def _remove(tree: Any, path: Path) -> None:  # noqa: ANN401  # a tree of plain values
    for step in path[:-1]:
        tree = tree[step]
    tree.pop(path[-1], None)


def _drop_names(value: Any, gone: dict[str, bool]) -> None:  # noqa: ANN401
    if isinstance(value, list):
        for inner in value:
            _drop_names(inner, gone)
    if not isinstance(value, dict):
        return
    for key in list(value):
        named = (
            (gone["partners"] and key in ("coordinator", "lead", "partner", "effort"))
            or (gone["partners"] and key == "person_month_eur")
            or (gone["partners"] and key == "partners" and value[key])
            or (gone["targets"] and key == "targets" and value[key])
            or (gone["packages"] and key == "work_package")
        )
        if named:
            del value[key]
        else:
            _drop_names(value[key], gone)


def text(tree: Tree) -> str:
    """Return a spec as YAML."""
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
