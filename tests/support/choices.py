"""Every value of every choice of an agreement, and rows of them in which all pairs come up."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from random import Random
from typing import Any, Final

from escp_docs.model.agreement import Agreement
from escp_docs.model.base import SpecModel
from escp_docs.model.schema import ListOf, MapOf, Scalar, Shape, keys

Choices = Mapping[str, Any]
Row = dict[str, Any]

_LAST_TRIES: Final = 40

_NO_CHOICES: Final = frozenset({"title", "members", "wording", "language"})
"""Keys of the agreement that are no choice between clauses."""

_PROSE: Final = (
    "# A heading\n\nThe Members keep one list.\n\n- once a year\n- on paper\n\n"
    "| What | Who |\n| --- | --- |\n| the list | the Coordinator |\n"
)
_GIVEN: Final[Mapping[str, tuple[Any, ...]]] = {
    "effective": (
        *("last_signature", "each_signature", "project_start", "grant_agreement"),
        date(2021, 9, 1),
    ),
    "joins_later": ((), ("C",), ("B", "C")),
    "governance.steering_committee": (("A",), ("A", "C")),
    "governance.reserved_matters": (
        *((), ("amendment",), ("amendment", "default", "fees", "the sale of the boat.")),
        ("amendment", "exclusion", "dissolution", "default", "coordinator", "fees"),
    ),
    "governance.bodies": (
        ("general_assembly",),
        ("general_assembly", "steering_committee"),
        ("general_assembly", "steering_committee", "coordination_office"),
    ),
    "new_members.criteria": ("none", "it has 40 enterprises.", "20 enterprises"),
    "instalments": (
        ({"month": 1, "share": "0.5"},),
        ({"month": 1, "share": "0.4"}, {"month": 8, "share": "0.4"}),
    ),
    "brand_owner": ("coordinator", "joint", "B"),
    "background": ({}, {"A": "A method"}, {"A": "A method.", "B": "Data", "X": "Maps"}),
    "governing_law": ("BE", "FR", "IT", "NL"),
    "disputes.seat": ("Brussels", "the Hague"),
    "disputes.institution": ("CEPANI", "the ICC"),
    "data_protection.contact": ("A", "X"),
}
"""Values of keys that no shape tells."""


def choices() -> dict[str, tuple[Any, ...]]:
    """Return the values of every choice, by its path below `agreement`, from the model."""
    return dict(_choices(Agreement, ""))


def _choices(part: type[SpecModel], above: str) -> Iterator[tuple[str, tuple[Any, ...]]]:
    for name, key in keys(part).items():
        path = f"{above}{name}"
        if path in _NO_CHOICES:
            continue
        if path in _GIVEN:
            yield path, _GIVEN[path]
        elif isinstance(key.shape, type):
            yield from _choices(key.shape, f"{path}.")
        else:
            yield path, _values(key.shape, path)


def _values(shape: Shape, path: str) -> tuple[Any, ...]:
    match shape:
        case Scalar(options=options) if options:
            return options
        case Scalar(kind="flag"):
            return (True, False)
        case Scalar(kind="prose", may_be_none=True):
            return ("none", "The Members keep one list.", _PROSE)
        case Scalar(kind="count" | "number" | "euro"):
            return ("1", "2", "30")
        case ListOf(Scalar(options=options)) if options:
            return ((), *((one,) for one in options), options)
        case MapOf() | Scalar() | ListOf():
            raise AssertionError(f"no values are known for {path}: {shape}")
        case _:
            raise AssertionError(path)


def pairwise(
    factors: Choices, is_accepted: Callable[[Row], bool], seed: int = 0, tries: int = 12
) -> list[Row]:
    """Return rows in which every two values of two choices meet that are accepted together."""
    names = sorted(factors, key=lambda name: -len(factors[name]))
    open_pairs = {
        ((one, first), (two, second))
        for one, two in combinations(names, 2)
        for first in range(len(factors[one]))
        for second in range(len(factors[two]))
    }
    random, rows = Random(seed), []  # no secret
    while open_pairs:
        start = random.choice(sorted(open_pairs))
        made = [_row(start, names, factors, open_pairs, random) for _ in range(tries)]
        fitting = [one for one in made if is_accepted(_as_values(one, factors))]
        if not fitting:  # some other value is in the way: any row with the pair will do
            others = (_any_row(start, factors, random) for _ in range(_LAST_TRIES))
            fitting = [one for one in others if is_accepted(_as_values(one, factors))][:1]
        if not fitting:
            open_pairs.discard(start)
            continue
        best = max(fitting, key=lambda one: len(open_pairs & _pairs(one, names)))
        open_pairs -= _pairs(best, names)
        rows.append(_as_values(best, factors))
    return rows


def _any_row(
    start: tuple[tuple[str, int], ...], factors: Choices, random: Random
) -> dict[str, int]:
    return {**{name: random.randrange(len(one)) for name, one in factors.items()}, **dict(start)}


def _row(
    start: tuple[tuple[str, int], ...],
    names: Sequence[str],
    factors: Choices,
    open_pairs: set[Any],
    random: Random,
) -> dict[str, int]:
    row = dict(start)
    rank = {name: place for place, name in enumerate(names)}
    others = [name for name in names if name not in row]
    random.shuffle(others)
    for name in others:

        def gain(value: int, name: str = name) -> int:
            return sum(
                (
                    ((name, value), (other, at))
                    if rank[name] < rank[other]
                    else ((other, at), (name, value))
                )
                in open_pairs
                for other, at in row.items()
            )

        values = list(range(len(factors[name])))
        random.shuffle(values)
        row[name] = max(values, key=gain)
    return row


def _pairs(row: Mapping[str, int], names: Sequence[str]) -> set[Any]:
    return set(combinations([(name, row[name]) for name in names], 2))


def _as_values(row: Mapping[str, int], factors: Choices) -> Row:
    return {name: factors[name][value] for name, value in row.items()}
