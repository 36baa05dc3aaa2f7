"""A country that is typed by its name gets its code, and nobody else's."""

import pytest

from escp_docs.model.country import CODES, code_of


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("The Netherlands", "NL"), ("the netherlands", "NL"), ("les Pays-Bas", "NL"),
        ("Die Niederlande", "NL"), ("Nederland", "NL"), ("L'Italie", "IT"), ("La France", "FR"),
        ("Ελλάδα", "GR"), ("Hellas", "GR"), ("EL", "GR"), ("Österreich", "AT"), ("lt", "LT"),
        ("LTU", "LT"), ("The Czech Republic", "CZ"), ("Republic of Ireland", "IE"),
        ("Kingdom of Spain", "ES"), ("Federal Republic of Germany", "DE"), ("Portugal (PT)", "PT"),
        ("PT - Portugal", "PT"), ("California (US)", "US"), ("Republic of Korea", "KR"),
        ("Congo - Kinshasa", "CD"), ("The Gambia", "GM"),
        ("Netherlands (the)", "NL"), ("Bahamas, The", "BS"),
    ],
)  # fmt: skip
def test_a_name_gets_its_code(typed: str, code: str) -> None:
    assert code_of(typed) == code


@pytest.mark.parametrize(
    "typed",
    [
        "FR/DE", "Portugal, Spain", "Korea (North)", "Republic of China", "Republic of", "The", "",
        "Democratic Republic of the Congo", "Portugal (ES)", "Atlantis",
    ],
)  # fmt: skip
def test_what_may_be_another_country_gets_none(typed: str) -> None:
    assert code_of(typed) is None


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_code_is_itself(code: str) -> None:
    assert code_of(code) == code_of(f" {code.lower()} ") == code
