"""The tables of the budget as templates see them; an amount that is not known is a question."""

from decimal import Decimal
from typing import Any

from escp_docs.compose.values.organisations import beneficiary_ids
from escp_docs.compose.values.value import partner_called
from escp_docs.compose.values.view import question
from escp_docs.language.language import Language
from escp_docs.model.costs import CostLine, categories
from escp_docs.model.figures import Figures, figures
from escp_docs.model.roadmap import WorkPackage
from escp_docs.model.spec import Spec

Values = dict[str, Any]


def budget(spec: Spec, language: Language) -> Values:
    """Return the tables of the budget; amounts that are not known yet are questions."""
    money = figures(spec)

    def known(amount: object) -> object:
        return question(spec, money.unknown[0], language) if money.unknown else amount

    def granted(amount: object) -> object:
        return question(spec, money.grant_unknown[0], language) if money.grant_unknown else amount

    packages, shown = spec.roadmap.work_packages or (), categories(spec)
    ordered = [one for name in beneficiary_ids(spec) if (one := money.of(name)) is not None]
    return {
        "partners": [
            {
                "partner": partner_called(spec, one.partner, language),
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
                    for category in shown
                ],
                "indirect": known(money.indirect(_is(partner=one.partner))),
            }
            for one in ordered
        ],
        "work_packages": [_package(spec, money, package, known) for package in packages],
        "categories": [
            {"category": category, "amount": known(money.direct(_is(category=category)))}
            for category in shown
        ],
        "category_keys": list(shown),
        "category_names": [language.choice(one).capitalize() for one in shown],
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
    def in_it(line: CostLine) -> bool:
        return line.work_package == package.id

    return {
        "work_package": package,
        "efforts": [(package.effort or {}).get(name, 0) for name in beneficiary_ids(spec)],
        "person_months": sum((package.effort or {}).values()),
        "categories": [
            known(money.direct(_is(work_package=package.id, category=category)))
            for category in categories(spec)
        ],
        "indirect": known(money.indirect(in_it)),
        "eligible": known(money.eligible(in_it)),
    }


def _is(**wanted: str) -> Any:  # noqa: ANN401
    return lambda line: all(getattr(line, name) == value for name, value in wanted.items())


def with_currency(value: object, language: Language) -> object:
    """Return an amount with its currency; a question stays one."""
    return language.euro(value) if isinstance(value, Decimal) else value
