"""All claims of a spec: its numbers, dates and names, its counts, sums and last day."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.comparing.claims.claim import Claim, ClaimKind
from escp_docs.comparing.claims.of_numbers import EURO, beside, names_of
from escp_docs.comparing.specs.naming import entry_kind
from escp_docs.language.english.number_words import COUNTED
from escp_docs.language.languages import USUAL
from escp_docs.model.base import SpecModel
from escp_docs.model.call import Call
from escp_docs.model.figures import figures
from escp_docs.model.printed_values import printed
from escp_docs.model.project_months import last_day
from escp_docs.model.schema import Key, ListOf, MapOf, Scalar, Shape, keys
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import identity, named

_NAMES: Final = frozenset({"short_name", "legal_name", "city", "acronym", "institution", "seat"})
_TITLED: Final = frozenset({"title", "name"})
_LEAST_NAME: Final = 2  # letters
_LEAST_TITLE: Final = 2  # words
_NO_TEXTS: Final = frozenset({"baseline", "units", "interim"})
Steps = tuple[str | int, ...]


class _At(Struct, frozen=True):
    """Where a value stands: its path, its part, what the entry around it is called, its home."""

    steps: Steps
    part: SpecModel
    key: Key | None = None
    names: tuple[str, ...] = ()
    home: Steps = ()


def claims(spec: Spec, call: Call) -> tuple[Claim, ...]:
    """Return what a spec states and what follows from it, as texts may say it."""
    found = (*_of_part(spec, spec, _At((), spec)), *_counts(spec, call), *_figures(spec))
    return tuple(found)


def _of_part(spec: Spec, part: SpecModel, at: _At) -> Iterator[Claim]:
    for name, key in keys(type(part)).items():
        value = getattr(part, key.attribute)
        if value is not None and name not in _NO_TEXTS:
            here = replace(at, steps=(*at.steps, name), part=part, key=key)
            yield from _of_value(spec, key.shape, value, here)


def _of_value(spec: Spec, form: Shape, value: object, at: _At) -> Iterator[Claim]:
    match form:
        case Scalar():
            yield from _of_scalar(spec, form, value, at)
        case ListOf(item=item) if isinstance(value, tuple):
            for index, one in enumerate(value):
                here = replace(at, steps=(*at.steps, index))
                if isinstance(one, SpecModel):
                    yield from _of_entry(spec, one, here)
                elif isinstance(item, Scalar) and at.key and at.key.name == "represents":
                    yield from _of_scalar(spec, item, one, here)
        case MapOf(value=inner) if isinstance(value, dict):
            for name, one in value.items():
                here = replace(at, steps=(*at.steps, name), names=(str(name).lower(),))
                yield from _of_value(spec, inner, one, here)
        case _ if isinstance(value, SpecModel):
            yield from _of_part(spec, value, at)


def _of_entry(spec: Spec, entry: SpecModel, at: _At) -> Iterator[Claim]:
    names = names_of(entry) or at.names
    home = at.steps if identity(entry, type(entry)) else at.home
    yield from _of_part(spec, entry, replace(at, names=names, home=home))


# --- single values ---------------------------------------------------------------------------


def _of_scalar(spec: Spec, form: Scalar, value: object, at: _At) -> Iterator[Claim]:
    assert at.key is not None
    match value:
        case bool():
            return
        case datetime():
            yield _claim(spec, at, ClaimKind.DATE, value.date(), form)
        case date():
            yield _claim(spec, at, ClaimKind.DATE, value, form)
        case int() | Decimal() | Fraction():
            yield from _of_number(spec, form, value, at)
        case str() if _is_name(form, value, at):
            yield _claim(spec, at, ClaimKind.NAME, _name(form, value), form)


def _of_number(
    spec: Spec, form: Scalar, value: int | Decimal | Fraction, at: _At
) -> Iterator[Claim]:
    assert at.key is not None
    found = beside(at.key.name, form.kind, at.part, at.names)
    if found is None:
        return
    number = value * 100 if isinstance(value, Fraction) else Decimal(value)
    if isinstance(number, Fraction):
        if number.denominator != 1:
            return
        number = Decimal(number.numerator)
    claim = _claim(spec, at, ClaimKind.NUMBER, number, form)
    yield replace(
        claim,
        shown=printed(value, form, USUAL),
        behind=found.behind,
        before=found.before,
        near=found.near,
        least=found.least,
        is_ordinal=found.is_ordinal,
    )


def _claim(
    spec: Spec, at: _At, kind: ClaimKind, value: Decimal | date | str, form: Scalar
) -> Claim:
    assert at.key is not None
    home = named(at.home, spec) if at.home else ""
    shown = value if isinstance(value, str) else printed(value, form, USUAL)
    entry = identity(at.part, type(at.part))
    label = f"{at.key.label} of {entry}" if entry and not form.declares else at.key.label
    return Claim(named(at.steps, spec), kind, value, label, shown, home=home)


def _is_name(form: Scalar, value: str, at: _At) -> bool:
    """Whether a text is a name that other texts may use."""
    assert at.key is not None
    if form.kind == "prose" or len(value) < _LEAST_NAME or form.refers or form.options:
        return False
    if form.declares:
        return form.declares != "key of a partner"
    if at.key.name == "represents" or at.key.name in _NAMES:
        return True
    is_titled = at.key.name in _TITLED and len(value.split()) >= _LEAST_TITLE
    return is_titled and entry_kind(at.part) != "cost"


def _name(form: Scalar, value: str) -> str:
    is_code = form.kind == "country"
    return USUAL.country(value) if is_code else " ".join(value.split())


# --- what is counted and summed --------------------------------------------------------------


def _counts(spec: Spec, call: Call) -> Iterator[Claim]:
    packages = spec.roadmap.work_packages
    lists: dict[str, tuple[str, int | None]] = {
        "partners": ("consortium.partners", _length(spec.consortium.partners)),
        "associated": ("consortium.associated", _length(spec.consortium.associated)),
        "targets": ("target_countries", _length(spec.target_countries)),
        "work_packages": ("roadmap.work_packages", _length(packages)),
        "goals": ("strategy.common_goals", _length(spec.strategy.common_goals)),
        "indicators": ("indicators", _length(spec.indicators)),
        "risks": ("risks", _length(spec.risks)),
        **{
            name: (f"roadmap.work_packages.{name}", _inner(packages, name))
            for name in ("tasks", "deliverables", "milestones")
        },
        **_of_partners(spec, call),
    }
    for name, (about, number) in lists.items():
        if number:
            label = f"number of {COUNTED[name][0]}".replace("smes", "SMEs")
            yield Claim(
                f"{about}#{name}", ClaimKind.NUMBER, Decimal(number), label, str(number),
                behind=COUNTED[name],
            )  # fmt: skip


def _of_partners(spec: Spec, call: Call) -> dict[str, tuple[str, int | None]]:
    states = {call.countries.state_of(one.country) for one in spec.partners if one.country}
    totals = [one.members.total for one in spec.partners]
    smes = [one.members.smes for one in spec.partners]
    about = "consortium.partners"
    return {
        "countries": (about, len(states) or None),
        "member_states": (about, sum(map(call.countries.is_member_state, states)) or None),
        "member_total": (about, None if None in totals else sum(one or 0 for one in totals)),
        "smes": (about, None if None in smes else sum(one or 0 for one in smes)),
    }


def _length(entries: tuple[object, ...] | None) -> int | None:
    return None if entries is None else len(entries)


def _inner(packages: tuple[SpecModel, ...] | None, name: str) -> int | None:
    return None if packages is None else sum(len(getattr(one, name) or ()) for one in packages)


def _figures(spec: Spec) -> Iterator[Claim]:
    found = figures(spec)
    if found.partners and not found.unknown:
        whole = (("total cost", found.total), ("grant", found.grant))
        for name, amount in whole:
            yield _sum(f"budget#{name}", name, amount)
        for one in found.partners:
            names = names_of(spec.partner(one.partner) or spec)
            yield replace(
                _sum(f"budget#grant.{one.partner}", f"grant of {one.partner}", one.grant),
                near=names,
            )
        months = sum((one.person_months for one in found.partners), Decimal(0))
        yield Claim(
            "roadmap.work_packages#effort", ClaimKind.NUMBER, months, "person-months",
            USUAL.number(months), behind=("person-months", "person"),
        )  # fmt: skip
    start, duration = spec.project.start_date, spec.project.duration_months
    if start and duration:
        end = last_day(start, duration)
        yield Claim("project#end", ClaimKind.DATE, end, "last day of the action", USUAL.day(end))


def _sum(about: str, label: str, amount: Decimal) -> Claim:
    shown = f"EUR {USUAL.amount(amount)}"
    return Claim(about, ClaimKind.NUMBER, amount, label, shown, before=EURO)
