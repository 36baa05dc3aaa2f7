"""Two versions of one spec, compared without documents."""

from copy import deepcopy
from typing import Any

import yaml

from escp_docs.comparing.specs.compared import compared
from escp_docs.comparing.specs.difference import Comparison
from escp_docs.files.opening import ReadSpec
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.judging.several_specs import check
from escp_docs.read import spec as reading
from escp_docs.read.source import SourceText
from tests.support.reading import CALL_ID, call

BASE: dict[str, Any] = {
    "call": "cos-clusint-2020-3-01",
    "strand": "A",
    "project": {
        "acronym": "X",
        "start_date": "2021-09-01",
        "duration_months": "32",
        "abstract": "In 32 months three clusters open two markets.",
        "keywords": ["sea", "wind"],
    },
    "consortium": {
        "coordinator": "A",
        "partners": [
            {"id": "A", "country": "PT", "legal_name": "Alpha Cluster", "city": "Porto"},
            {"id": "B", "country": "ES", "legal_name": "Beta Cluster", "city": "Vigo"},
            {"id": "C", "country": "FR", "legal_name": "Gamma Cluster", "city": "Brest"},
        ],
    },
    "target_countries": [{"country": "CA", "lead": "A"}, {"country": "JP", "lead": "B"}],
    "roadmap": {
        "work_packages": [
            {"id": "WP1", "title": "Management", "lead": "A", "effort": {"A": "2", "B": "1"}},
            {
                "id": "WP2",
                "title": "Markets",
                "lead": "B",
                "effort": {"B": "3"},
                "deliverables": [{"id": "D2.1", "title": "Atlas", "due_month": "8"}],
            },
        ]
    },
    "budget": {
        "reimbursement_rate": "0.9",
        "indirect_rate": "0.07",
        "person_month_eur": {"A": "4000", "B": "3000"},
        "costs": [
            {"partner": "A", "category": "travel", "description": "Kick-off", "amount_eur": "900"},
            {"partner": "B", "category": "travel", "description": "Mission", "amount_eur": "2000"},
        ],
    },
}
"""A small spec in plain values, with something of everything that is compared."""


def base() -> dict[str, Any]:
    """Return the small spec, to be changed."""
    return deepcopy(BASE)


def opened(plain: dict[str, Any], name: str = "new") -> OpenSpec:
    """Return a spec from plain values."""
    text = _yaml(plain)
    calls = {CALL_ID: call()}
    return OpenSpec(name, reading.spec((SourceText(f"{name}.yaml", text),), calls), calls)


def changes(old: dict[str, Any], new: dict[str, Any]) -> Comparison:
    """Return what is otherwise between two specs."""
    before, after = opened(old, "old"), opened(new)
    judged = [next(iter(check((ReadSpec(one),), None, None, ()))) for one in (before, after)]
    return compared(before, after, *judged)


def _yaml(value: dict[str, Any]) -> str:
    return str(yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=1000))
