"""What people write for a value, and the cure that says what they meant."""

import pytest

from tests.support.reading import HEAD, faults

PROJECT = f"{HEAD}project:\n  acronym: X\n"
PARTNER = f"{PROJECT}consortium:\n  partners:\n    - id: A\n"


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        (f"{PARTNER}      own_legal_entity: yes\n", "write true"),
        (f"{PARTNER}      own_legal_entity: Ja\n", "write true"),
        (f"{PARTNER}      own_legal_entity: No\n", "write false"),
        (f"{PARTNER}      own_legal_entity: maybe\n", "write true or false"),
        (f"{PARTNER}      founded: 2009.\n", "write 2009"),
        (f"{PARTNER}      phone: 1\n", "'phone' is a key of contact; keys here"),
        (f"{PARTNER}      members: 120\n", "write its keys below it: total, smes"),
        (
            f"{PROJECT}target_countries: Canada, Japan\n",
            "write its entries below it, one a line: `- country: CA`, `- country: JP`",
        ),
        (f"{PROJECT}agreement: {{effective: last signature}}\n", "write last_signature"),
        (f"{PROJECT}agreement: {{governance: {{meetings_per_year: twice}}}}\n", "write 2"),
        (
            f"{PROJECT}  submission_date: 2020-09-15 17:00\n",
            "write 2020-09-15, or 2020-09-15T17:00+02:00 with the offset, here that of Brussels",
        ),
        (
            f"{PROJECT}  start_date: 44440\n",
            "write 2021-09-01 if 1 September 2021 is meant, which a spreadsheet stores as 44440",
        ),
        (
            f"{PROJECT}  submission_date: '44440'\n",
            "write 2021-09-01 if 1 September 2021 is meant, which a spreadsheet stores as 44440",
        ),
        (f"{PROJECT}  start_date: 1.9.21\n", "write 2021-09-01"),
        (f"{PROJECT}  start_date: 2021-09-01 00:00:00\n", "write 2021-09-01"),
        (f"{PROJECT}  start_date: September 2021\n", "write the day, too, as in 2021-09-01"),
        (f"{PROJECT}  submission_date: 2021-09\n", "write the day, too, as in 2021-09-01"),
        (f"{PROJECT}  start_date: September\n", "write year-month-day, as in 2021-09-01"),
        (f"{PROJECT}  start_date: 9000\n", "write year-month-day, as in 2021-09-01"),
        (f"{PROJECT}  start_date: 20210901\n", "write 2021-09-01"),
        (f"{PARTNER}      plz: 1010\n", "did you mean 'postcode'?"),
    ],
)
def test_a_cure_says_what_was_meant(text: str, cure: str) -> None:
    assert (faults(text)[0].fix or "").startswith(cure)


def test_german_keys_lead_to_those_of_the_format() -> None:
    found = faults(f"{HEAD}projekt:\n  acronym: X\n")

    assert found[0].fix == "did you mean 'project'?"
