"""A slip in the name of a country, in any language, and the country is still proposed."""

from collections.abc import Iterator

import pytest

from escp_docs.model.country import CODES, code_of, usual_names
from escp_docs.model.near_country import meant, near_codes
from escp_docs.spelling import is_one_slip_off
from tests.support.reading import HEAD, faults

NAMES = [(name, code) for name, code in usual_names().items() if code in CODES and len(name) > 4]


def slips(name: str) -> Iterator[str]:
    """Yield a name with a letter left out, doubled, wrong, and changed over with the next."""
    at = len(name) // 2
    yield name[:at] + name[at + 1 :]
    yield name[:at] + name[at] + name[at:]
    yield name[:at] + "x" + name[at + 1 :]
    yield name[:at] + name[at + 1] + name[at] + name[at + 2 :]


@pytest.mark.parametrize(
    "names",
    [NAMES[::60], pytest.param(NAMES, marks=pytest.mark.slow)],
    ids=["some", "all"],
)
def test_every_name_with_a_slip_leads_to_its_country(names: list[tuple[str, str]]) -> None:
    lost = [
        (slip, code)
        for name, code in names
        for slip in slips(name)
        if " ".join(slip.split()) == slip and code_of(slip) is None
        if code not in near_codes(slip)
    ]

    assert lost == []


def test_every_country_has_names_to_be_near_to() -> None:
    assert {code for _, code in NAMES} >= CODES - {"CU", "PE", "IQ", "IR"}


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Estnia", ("EE",)),
        ("estland ", ()),  # a name is no slip
        ("Republic of Estnia", ("EE",)),
        ("Estnia (Tallinn)", ("EE",)),
        ("Deutschlnd", ("DE",)),
        ("Ελλαδ", ("GR",)),
        ("Кипр", ("CY",)),
        ("Japn", ("JP",)),
        ("Czechoslowakia", ()),
        ("Wakanda", ()),
        ("Europe", ()),
        ("Africa", ()),  # of which South Africa is a part
        ("Afrika", ()),
        ("South Asia", ()),
        ("East Africa", ()),
        ("Afrca", ()),  # a slip in the name of a continent
        ("South Afrca", ("ZA",)),
        ("Nigera", ("NG", "NE")),  # so Niger is called in Latvian
        ("Braizl", ("BR",)),
        ("Lisbon", ()),
        ("ZZ", ()),
        ("", ()),
    ],
)
def test_what_a_name_may_mean(name: str, codes: tuple[str, ...]) -> None:
    assert (() if code_of(name) else near_codes(name)) == codes


def test_a_slip_between_two_countries_names_both() -> None:
    assert meant(near_codes("Austrlia")) == "AU, Australia, or AT, Austria"


@pytest.mark.parametrize(
    ("key", "cure"),
    [
        ("country: Estnia", "write EE"),
        ("country: Austrlia", "write the code of two capital letters"),
        ("country: Wakanda", "write the code of two capital letters, as in PT"),
    ],
)
def test_the_reader_proposes_it(key: str, cure: str) -> None:
    found = faults(f"{HEAD}consortium:\n  partners:\n    - id: CMA\n      {key}\n")
    fault = next(one for one in found if "country" in one.message)

    assert fault.fix == cure
    assert ("did you mean EE, Estonia?" in fault.message) == (cure == "write EE")


@pytest.mark.parametrize(
    ("one", "other", "is_off"),
    [
        ("a", "a", False),
        ("ab", "ba", True),
        ("abc", "abcd", True),
        ("abcd", "abc", True),
        ("abc", "xbc", True),
        ("abc", "axxbc", False),
        ("abcd", "badc", False),
        ("", "a", True),
        ("abcde", "abdxe", False),
    ],
)
def test_what_one_slip_is(one: str, other: str, is_off: bool) -> None:  # noqa: FBT001
    assert is_one_slip_off(one, other) is is_off
    assert is_one_slip_off(other, one) is is_off
