"""What templates find beside the keys of the spec: computed lists, figures and blocks."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from escp_docs.compose import words
from escp_docs.compose.binder import Bound
from escp_docs.compose.view import At, ListView, Missing, PartView, bind, plain, view
from escp_docs.document import Inline, Signature, Strong, Text
from escp_docs.model import shape
from escp_docs.model.call import Call, Terms
from escp_docs.model.consortium import Associated, Partner
from escp_docs.model.entity import folded
from escp_docs.model.figures import CATEGORIES, Figures, Line, figures
from escp_docs.model.roadmap import Task, WorkPackage
from escp_docs.model.spec import Spec

Values = dict[str, Any]


def values(spec: Spec, call: Call, printed: date, *, draft: bool) -> Values:
    """Return every name that a template can use."""
    found: Values = {name: _top(spec, name) for name in shape.keys(Spec)}
    people = _partners(spec)
    members = _members(spec, people)
    found |= {
        "call": _call(spec, call),
        "document": {"date": printed, "draft": draft},
        "coordinator": _coordinator(spec, people),
        "beneficiaries": ListView(tuple(people.values()))
        if spec.consortium.partners is not None
        else found["consortium"].partners,
        "members": members,
        "associates": ListView(tuple(one for one in members if not _beneficiary(one))),
        "targets": _targets(spec, found["target_countries"]),
        "work_packages": found["roadmap"].work_packages,
        "figures": budget(spec),
        "counted": counted(spec, call),
        "money": _money,
        "entry": lambda name: _entry(spec, people, name),
        "work": lambda target: _work(found["roadmap"].work_packages, target),
        "signatures": _signatures,
    }
    return found


def _top(spec: Spec, name: str) -> Any:  # noqa: ANN401
    key = shape.keys(Spec)[name]
    return view(At(spec, name, key), key.shape, getattr(spec, key.attribute))


def _call(spec: Spec, call: Call) -> PartView:
    nowhere = At(spec, "", in_spec=False)
    key = shape.keys(Spec)["strand"]
    missing = Missing(At(spec, "strand", key), key.shape)
    if spec.strand in call.strands:
        strand = PartView(nowhere, Terms, call.terms(spec.strand), {"name": spec.strand})
    else:
        unknown = dict.fromkeys(("name", *shape.keys(Terms)), missing)
        strand = PartView(nowhere, Terms, None, unknown)
    return PartView(nowhere, Call, call).beside(strand=strand)


# --- people ----------------------------------------------------------------------------------


def _partners(spec: Spec) -> dict[str, PartView]:
    """Return the partners by id, the coordinator first, each with its number from 1."""
    order = sorted(
        range(len(spec.partners)),
        key=lambda index: spec.partners[index].id != spec.consortium.coordinator,
    )
    found = {}
    for number, index in enumerate(order, start=1):
        partner = spec.partners[index]
        at = At(spec, f"consortium.partners[{index}]")
        found[partner.id] = PartView(at, Partner, partner, {"number": number, "beneficiary": True})
    return found


def _associated(spec: Spec) -> Iterator[tuple[str, PartView]]:
    for index, one in enumerate(spec.consortium.associated or ()):
        at = At(spec, f"consortium.associated[{index}]")
        yield one.id, PartView(at, Associated, one, {"beneficiary": False})


def _coordinator(spec: Spec, people: dict[str, PartView]) -> object:
    key = shape.keys(type(spec.consortium))["coordinator"]
    missing = Missing(At(spec, "consortium.coordinator", key), Partner, whole=True)
    return people.get(spec.consortium.coordinator or "", missing)


def _members(spec: Spec, people: dict[str, PartView]) -> ListView:
    everyone = {**people, **dict(_associated(spec))}
    named = spec.agreement.members
    chosen = tuple(people) if named is None else named
    return ListView(tuple(everyone[name] for name in chosen if name in everyone))


def _beneficiary(member: object) -> bool:
    return isinstance(member, PartView) and bool(member["beneficiary"])


def _entry(spec: Spec, people: dict[str, PartView], name: object) -> object:
    found = {**people, **dict(_associated(spec))}.get(str(plain(name)))
    return found if found is not None else name


def _signatures(member: PartView) -> Bound:
    """Return one signature block per signatory of a member; one to fill in if none is named."""
    signatories = member["signatories"]
    blocks = []
    entries = tuple(signatories) if isinstance(signatories, ListView) else ()
    for index, one in enumerate(entries or (signatories,), start=1):
        rows: tuple[tuple[str, tuple[Inline, ...]], ...] = (
            *(
                (label, bind(one[name]).inlines if isinstance(one, PartView) else ())
                for label, name in (("Name", "name"), ("Role", "role"), ("Authority", "authority"))
            ),
            ("Place", ()),
            ("Date", ()),
        )
        if not isinstance(one, PartView):
            rows = (("Name", bind(signatories).inlines), *rows[1:])
        party = (
            *_strong(bind(member["legal_name"]).inlines),
            Text(" ("),
            *bind(member["id"]).inlines,
            Text(")"),
        )
        identifier = str(plain(member["id"]))
        blocks.append(Signature(f"sig-{identifier}-{index}", party, rows))
    return Bound((), tuple(blocks))


def _strong(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return (Strong(children),)


# --- targets and work ------------------------------------------------------------------------


def _targets(spec: Spec, listed: object) -> object:
    if not isinstance(listed, ListView):
        return listed
    found = []
    for index, one in enumerate(listed):
        assert isinstance(one, PartView)
        name = one["region"] if isinstance(one["country"], Missing) else one["country"]
        code = (spec.target_countries or ())[index].name
        found.append(one.beside(name=name, code=code))
    return ListView(tuple(found))


def _work(packages: object, target: PartView) -> ListView:
    """Return the tasks that name a target, each with its work package."""
    code = target["code"]
    found: list[object] = []
    for package in packages if isinstance(packages, ListView) else ():
        assert isinstance(package, PartView)
        tasks = package["tasks"]
        for task in tasks if isinstance(tasks, ListView) else ():
            assert isinstance(task, PartView)
            part = task.plain
            if isinstance(part, Task) and str(code) in (part.targets or ()):
                found.append(task.beside(work_package=package))
    return ListView(tuple(found))


# --- counts ----------------------------------------------------------------------------------


def counted(spec: Spec, call: Call) -> Values:
    """Return what is counted over the partners."""
    states = list(
        dict.fromkeys(call.countries.state_of(one.country) for one in spec.partners if one.country)
    )
    totals = [one.members.total for one in spec.partners]
    smes = [one.members.smes for one in spec.partners]
    known = bool(totals) and None not in totals and None not in smes
    return {
        "countries": [words.country(code) for code in states],
        "member_states": sum(call.countries.is_member_state(code) for code in states),
        "cosme_countries": sum(call.countries.is_cosme_country(code) for code in states),
        "members": sum(one or 0 for one in totals) if known else None,
        "smes": sum(one or 0 for one in smes) if known else None,
        "members_missing": _first_missing_members(spec),
        "strengths": _strengths(spec),
    }


def _strengths(spec: Spec) -> list[tuple[str, list[bool]]]:
    """Return each strength with who has it, in the order of the beneficiaries."""
    partners = [spec.partner(name) for name in _partners(spec)]
    held = [
        {folded(strength) for strength in (one.strengths or ())} if one else set()
        for one in partners
    ]
    names = {
        folded(strength): strength
        for one in reversed(partners)
        for strength in reversed((one and one.strengths) or ())
    }
    order = dict.fromkeys(
        folded(strength) for one in partners for strength in ((one and one.strengths) or ())
    )
    return [(names[key], [key in has for has in held]) for key in order]


def _first_missing_members(spec: Spec) -> object:
    for index, one in enumerate(spec.partners):
        for name in ("total", "smes"):
            if getattr(one.members, name) is None:
                return _question(spec, f"consortium.partners[{index}].members.{name}")
    return _question(spec, "consortium.partners")


def _money(value: object) -> object:
    return words.euro(value) if isinstance(value, Decimal) else value


# --- figures ---------------------------------------------------------------------------------


def budget(spec: Spec) -> Values:
    """Return the tables of the budget; amounts that are not known yet are questions."""
    money = figures(spec)

    def known(amount: object) -> object:
        return _question(spec, money.unknown[0]) if money.unknown else amount

    def granted(amount: object) -> object:
        return _question(spec, money.grant_unknown[0]) if money.grant_unknown else amount

    packages = spec.roadmap.work_packages or ()
    ordered = [one for name in _partners(spec) if (one := money.of(name)) is not None]
    return {
        "partners": [
            {
                "partner": one.partner,
                "person_months": one.person_months,
                "eligible": known(one.eligible),
                "not_eligible": known(one.not_eligible),
                "total": known(one.total),
                "grant": granted(one.grant),
                "incomes": one.incomes,
                "own": known(one.own),
                "share": granted(one.share),
                "categories": [
                    known(money.direct(_is(partner=one.partner, category=category)))
                    for category in CATEGORIES
                ],
                "indirect": known(money.indirect(_is(partner=one.partner))),
            }
            for one in ordered
        ],
        "work_packages": [_package(spec, money, package, known) for package in packages],
        "categories": [
            {"category": category, "amount": known(money.direct(_is(category=category)))}
            for category in CATEGORIES
        ],
        "category_names": list(CATEGORIES),
        "direct": known(money.direct(lambda _: True)),
        "indirect": known(money.indirect(lambda _: True)),
        "eligible": known(money.eligible(lambda _: True)),
        "not_eligible": known(money.total - money.eligible(lambda _: True)),
        "total": known(money.total),
        "grant": granted(money.grant),
        "own": known(money.own),
        "incomes": money.incomes,
        "person_months": sum((one.person_months for one in money.partners), start=0),
        "lines": [line for line in money.lines if line.description],
        "known": not money.unknown,
    }


def _package(spec: Spec, money: Figures, package: WorkPackage, known: Any) -> Values:  # noqa: ANN401
    def in_it(line: Line) -> bool:
        return line.work_package == package.id

    return {
        "work_package": package,
        "efforts": [(package.effort or {}).get(name, 0) for name in _partners(spec)],
        "person_months": sum((package.effort or {}).values()),
        "categories": [
            known(money.direct(_is(work_package=package.id, category=category)))
            for category in CATEGORIES
        ],
        "indirect": known(money.indirect(in_it)),
        "eligible": known(money.eligible(in_it)),
    }


def _is(**wanted: str) -> Any:  # noqa: ANN401
    return lambda line: all(getattr(line, name) == value for name, value in wanted.items())


def _question(spec: Spec, path: str) -> Missing:
    key = shape.at(Spec, path)
    steps = shape.split(path)
    if key is None:  # an entry of a mapping: the mapping's own key says what is missing
        key = shape.at(Spec, shape.join(steps[:-1]))
    return Missing(At(spec, path, key), key.shape if key else shape.Scalar("text"))
