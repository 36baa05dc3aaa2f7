"""What a public edition leaves out: persons, amounts, confidential deliverables, by path."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from msgspec import Struct

from escp_docs.language.languages import USUAL
from escp_docs.model.base import SpecModel
from escp_docs.model.figures import figures
from escp_docs.model.schema import ListOf, MapOf, Scalar, Shape, join, keys
from escp_docs.model.spec import Spec

_LEAST_LETTERS: Final = 5  # of a text that is looked for wherever it stands
_LEAST_AMOUNT: Final = 1000  # euro: smaller numbers stand for much else
_BY_PATH_ALONE: Final = frozenset({"role"})  # a word like Director says nothing of anybody


_DIGITS: Final = r"\d(?:[\d.,\u00a0\u202f ]*\d)?(?:[ \u00a0](?:thousand|million|billion))?"
MONEY: Final = (
    rf"(?:\b(?:EUR|euros?)|€)[ \u00a0]?{_DIGITS}|{_DIGITS}[ \u00a0]?(?:(?:EUR|euros?)\b|€)"
)
"""An amount of euro as people write it in a text, whether it stands in the budget or not."""


class Secrets(Struct, frozen=True):
    """What may not stand in what is public.

    Attributes:
        paths: The paths of the values in the spec.
        texts: The words and numbers that may stand nowhere, the longest first.
    """

    paths: frozenset[str]
    texts: tuple[str, ...]


def secrets(spec: Spec) -> Secrets:
    """Return what the public edition of the documents of a spec leaves out."""
    paths: set[str] = set()
    texts: set[str] = set()
    for path, key, form, value in _scalars(Spec, spec, (), ""):
        if form.is_personal:
            paths.add(path)
            is_telling = key not in _BY_PATH_ALONE and len(str(value)) >= _LEAST_LETTERS
            texts.update({str(value)} if is_telling else ())
        elif form.kind == "euro":
            paths.add(path)
            texts.update(_amounts(value))
    for one in _sums(spec):
        texts.update(_amounts(one))
    return Secrets(frozenset(paths), tuple(sorted(texts, key=lambda one: (-len(one), one))))


def without_confidential(spec: Spec) -> tuple[Spec, tuple[str, ...]]:
    """Return a spec without its confidential deliverables, and their titles."""
    titles: list[str] = []
    packages = []
    for package in spec.roadmap.work_packages or ():
        stay = [one for one in package.deliverables or () if one.dissemination != "confidential"]
        gone = [one for one in package.deliverables or () if one.dissemination == "confidential"]
        titles += [one.title for one in gone if one.title and len(one.title) >= _LEAST_LETTERS]
        left = tuple(stay) if package.deliverables is not None else None
        packages.append(package.updated({"deliverables": left}))
    if not titles:
        return spec, ()
    roadmap = spec.roadmap.updated({"work_packages": tuple(packages)})
    return spec.updated({"roadmap": roadmap}), tuple(titles)


def _scalars(
    form: Shape,
    value: Any,  # noqa: ANN401  # any part of a spec
    steps: tuple[str | int, ...],
    key: str,
) -> Iterator[tuple[str, str, Scalar, Any]]:
    match form:
        case Scalar() if value is not None:
            yield join(steps), key, form, value
        case ListOf(item=item) if value:
            for index, one in enumerate(value):
                yield from _scalars(item, one, (*steps, index), key)
        case MapOf(value=inner) if value:
            for name, one in value.items():
                yield from _scalars(inner, one, (*steps, name), key)
        case type() if isinstance(value, SpecModel):
            for name, one in keys(form).items():
                yield from _scalars(one.shape, getattr(value, one.attribute), (*steps, name), name)
        case _:
            return


def _sums(spec: Spec) -> Iterator[Decimal]:
    found = figures(spec)
    yield from (found.total, found.grant, found.own, found.incomes)
    for one in found.partners:
        yield from (one.eligible, one.total, one.at_rate, one.grant, one.own, one.incomes)
    for line in found.lines:
        yield from (line.amount, line.indirect, line.amount + line.indirect)


def _amounts(value: Decimal) -> set[str]:
    """Return the ways in which documents print an amount; none of a small one."""
    if value < _LEAST_AMOUNT:
        return set()
    is_whole = value == value.to_integral_value()
    return {USUAL.amount(value), *((USUAL.number(value),) if is_whole else ())}
