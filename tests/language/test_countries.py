"""Messages and documents call a country by the same name, and in sentences with its article."""

import re
from pathlib import Path

import pytest

from escp_docs.language.english.countries import IN_A_SENTENCE, WITH_ARTICLE
from escp_docs.language.english.country_names import COUNTRY_NAMES
from escp_docs.language.languages import language_of
from escp_docs.language.rule_words import country_name, country_names
from escp_docs.model.country import CODES
from tests.support.reading import spec

WORDS = Path(__file__).parents[2] / "templates" / "parts" / "words.md"


def test_every_country_has_the_name_that_documents_print() -> None:
    language = language_of("en-GB")

    assert {code: language.country(code) for code in CODES} == COUNTRY_NAMES


def test_templates_and_messages_put_articles_before_the_same_names() -> None:
    written = WORDS.read_text(encoding="utf-8").partition("{% if code in [")[2].partition("]")[0]

    assert set(re.findall(r'"(\w\w)"', written)) == WITH_ARTICLE
    assert {code for code, name in IN_A_SENTENCE.items() if name.startswith("the ")} == WITH_ARTICLE


@pytest.mark.parametrize(
    ("code", "name"), [("NL", "the Netherlands"), ("JP", "Japan"), ("QQ", "QQ")]
)
def test_a_country_in_a_sentence(code: str, name: str) -> None:
    assert country_name(code) == name


def test_several_stand_in_the_order_of_their_names() -> None:
    assert country_names(["AT", "DE", "NL", "AL"]) == "Albania, Austria, Germany, Netherlands"
    assert country_names([]) == "none"


@pytest.mark.parametrize(
    ("target", "shown", "listed"),
    [
        ("country: US", "the United States", "United States"),
        ("region: Maghreb", "Maghreb", "Maghreb"),
        ("region: TBD", "the target that is not named yet", ""),
    ],
)
def test_what_messages_call_a_target(target: str, shown: str, listed: str) -> None:
    (found,) = spec(f"target_countries: [{{{target}}}]\n").spec.target_countries or ()

    assert (found.shown, found.listed_name) == (shown, listed)
