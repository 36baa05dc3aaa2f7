"""Keys that stand beside the key they belong below are one slip, whose cure says what was meant."""

import pytest

from tests.read.cures import done
from tests.support.reading import HEAD, faults, read

PARTNER = "consortium:\n  coordinator: A\n  partners:\n    - id: A\n"


@pytest.mark.parametrize(
    ("meant", "beside"),
    [
        pytest.param(
            "      contact:\n        name: Ana\n        email: ana@a.example\n",
            "      contact:\n      name: Ana\n      email: ana@a.example\n",
            id="a mapping that has nothing else",
        ),
        pytest.param(
            "      contact:\n        name: Ana\n      city: Faro\n",
            "      contact:\n      name: Ana\n      city: Faro\n",
            id="one key, which is like another one of those around it",
        ),
        pytest.param(
            "      signatories:\n      - name: Ana\n        role: Director\n      city: Faro\n",
            "      signatories:\n      name: Ana\n      role: Director\n      city: Faro\n",
            id="an entry of a list",
        ),
        pytest.param(
            "strategy:\n  vision: |\n    One.\n\n    Two.\n  mission: Three.\n",
            "strategy:\nvision: |\n  One.\n\n  Two.\nmission: Three.\n",
            id="at the left edge, with a text of several lines",
        ),
        pytest.param(
            "agreement:\n  background:\n    A: Forms\n  brand_owner: joint\n",
            "agreement:\n  background:\n  A: Forms\n  brand_owner: joint\n",
            id="ids of other entries",
        ),
        pytest.param(
            "roadmap:\n  long_term:\n    horizon_years: 5\n",
            "roadmap:\n  long_term:\n  horizon_years: 5\n",
            id="a number",
        ),
    ],
)
def test_they_are_told_once_and_the_cure_says_what_was_meant(meant: str, beside: str) -> None:
    head = f"{HEAD}project:\n  acronym: X\n{PARTNER}"

    (fault,) = faults(head + beside)
    cured = done(head + beside, fault)

    assert fault.message.endswith(", and stands beside it")
    assert cured is not None
    assert read(cured).spec == read(head + meant).spec


def test_a_key_may_belong_below_one_that_has_others() -> None:
    text = f"{HEAD}project:\n  acronym: X\n{PARTNER}".replace("  partners", "partners")

    (fault,) = faults(text)

    assert fault.message == "'partners' belongs below 'consortium' on line 4, and stands beside it"
    assert fault.fix == "indent lines 6 to 7 by 2 more blanks"


@pytest.mark.parametrize("between", ["\n", "      # to be asked for\n"])
def test_what_is_further_off_may_rather_be_misspelt(between: str) -> None:
    text = f"{HEAD}project:\n  acronym: X\n{PARTNER}      contact:\n{between}      name: Ana\n"

    (fault,) = faults(text)

    assert fault.fix == "did you mean 'legal_name'?"


def test_a_key_below_one_that_it_belongs_beside_is_told_how_far_to_be_set_in() -> None:
    head = f"{HEAD}project:\n  acronym: X\n{PARTNER}      contact:\n        name: Ana\n"

    (fault,) = faults(f"{head}        postcode: '8000'\n")

    assert (fault.fix or "").startswith(
        "'postcode' is a key beside 'contact': indent it by 6 blanks"
    )
