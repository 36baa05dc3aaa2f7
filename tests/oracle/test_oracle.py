"""The program against the oracle, and the oracle against what the announcement says of examples."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from escp_docs import api
from tests.oracle import verdict as oracle
from tests.oracle.comparing import differences, opened
from tests.oracle.draws import Seeded, Shrinking
from tests.oracle.maker import Made
from tests.oracle.specs import make
from tests.support.sizes import examples

ROOMY = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]


@st.composite
def specs(draw: st.DrawFn) -> Made:
    """Return made-up specs, which hypothesis makes small where they fail."""
    return make(Shrinking(draw))


def differing(spec: Made, folder: Path) -> list[str]:
    result = api.check(opened(spec, folder / "spec.yaml"))
    return [str(one) for one in differences(spec, result)]


@settings(max_examples=examples(60), suppress_health_check=ROOMY)
@given(spec=specs())
def test_the_program_says_what_the_oracle_says(spec: Made, tmp_path: Path) -> None:
    assert not differing(spec, tmp_path)


@settings(max_examples=examples(150), suppress_health_check=ROOMY)
@given(seed=st.integers(0, 10**6))
def test_they_agree_on_specs_from_seeds(seed: int, tmp_path: Path) -> None:
    """As `make oracle` does for thousands: seeds reach specs that hypothesis rarely tries."""
    assert not differing(make(Seeded(seed)), tmp_path)


def test_specs_of_every_verdict_are_made() -> None:
    verdicts = {oracle.verdict(oracle.say(make(Seeded(seed)))) for seed in range(60)}

    assert verdicts == {"eligible", "ineligible", "undecided"}


def test_every_requirement_is_not_met_or_open_somewhere_and_fulfilled_somewhere() -> None:
    fired = [oracle.fired(oracle.say(make(Seeded(seed)))) for seed in range(400)]

    for code in oracle.REQUIREMENTS:
        assert any(code in one for one in fired), code
        assert any(code not in one for one in fired), code


def partners(*countries: str) -> Made:
    entries = [
        {"id": f"P{place}", "pic": f"90000000{place}", "country": country}
        for place, country in enumerate(countries)
    ]
    return {"consortium": {"partners": entries}, "project": {"acronym": "X"}}


@pytest.mark.parametrize(
    ("countries", "strand", "code", "is_at_fault"),
    [
        (("IT", "FR", "TR"), "A", "CON003", False),
        (("IT", "FR", "TR"), "A", "CON004", False),
        (("IT", "TR", "RS"), "A", "CON004", True),
        (("IT", "IT", "FR"), "A", "CON003", True),
        (("IT", "FR", "FR"), "B", "CON004", True),
        (("IT", "FR", "ES"), "B", "CON004", False),
        (("IT", "FR"), "A", "CON001", True),
        (("IT", "FR", "US"), "A", "CON002", True),
        (("IT", "FR", "UK"), "B", "CON004", False),
        (("EL", "GR", "RE"), "A", "CON003", True),
    ],
)
def test_the_oracle_reads_the_announcement(
    countries: tuple[str, ...], strand: str, code: str, *, is_at_fault: bool
) -> None:
    said = oracle.REQUIREMENTS[code](partners(*countries), strand)

    assert (code in oracle.fired({code: said})) is is_at_fault
