"""What a region is named like: a country, in whatever language, a region of Europe, or neither."""

import pytest

from escp_docs.model.country import place_of


@pytest.mark.parametrize(
    "name",
    [
        "Turkey",
        "Türkiye",
        "TÜRKIYE",
        "Turquie",
        "Турция",
        "トルコ",
        "土耳其",
        "tr",
        "TUR",
        "Tyrkland",
        "Republic of Türkiye",
        "the Republic of Turkey",
        "Türkiye (Turkey)",
        "T. R.",
    ],
)
def test_a_country_is_known_in_any_language_and_by_its_code(name: str) -> None:
    assert place_of(name) == "TR"


@pytest.mark.parametrize(
    "name",
    ["European Union", "the EU", "Unione europea", "Europäische Union", "欧盟", "eu", "E.U."],
)
def test_the_union_is_known_in_any_language(name: str) -> None:
    assert place_of(name) == "EU"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nordic countries", "the Nordic region"),
        ("MERCOSUR", "Mercosur "),
        ("Gulf States", "the Gulf"),
    ],
)
def test_words_that_make_a_region_of_a_name_do_not_matter(one: str, other: str) -> None:
    assert place_of(one) == place_of(other)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Republic of Serbia", "RS"),
        ("Federal Republic of Germany", "DE"),
        ("Kingdom of the Netherlands", "NL"),
        ("Hellenic Republic", "GR"),
        ("Republic of Korea", "KR"),
        ("U.S.", "US"),
        ("U. S. A.", "US"),
    ],
)
def test_a_country_is_known_by_its_official_name_and_by_letters_with_points(
    name: str, code: str
) -> None:
    assert place_of(name) == code


def test_a_number_belongs_to_the_word_before_it() -> None:
    assert place_of("EU-27") == place_of("EU27")


def test_what_stands_in_brackets_tells_regions_apart() -> None:
    assert place_of("Africa (North)") != place_of("Africa (West)")


@pytest.mark.parametrize(
    "name", ["Mercosur", "America", "Latin America", "Asia", "Maghreb", "Texas", "region", "?"]
)
def test_any_other_name_is_itself(name: str) -> None:
    assert place_of(name) == " ".join(name.casefold().replace("?", "").split())
