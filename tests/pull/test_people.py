"""What somebody wrote in a form is understood, or what it may mean is said."""

import pytest

from escp_docs.language.languages import USUAL
from escp_docs.model.schema import Scalar
from escp_docs.pull.people import Box, Understood, box, understood
from tests.support.places import SPECS
from tests.support.reading import read

COUNTRY = Scalar("country", (), "", (), may_be_none=False, is_personal=False)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Estonia", Understood("EE")),
        ("Estnia", Understood(None, "it is no country; did you mean EE, Estonia?")),
        ("Eestii", Understood(None, "it is no country; did you mean EE, Estonia?")),
        ("Wakanda", Understood(None, "it is no country")),
    ],
)
def test_a_country_with_a_slip_is_proposed(typed: str, found: Understood) -> None:
    spec = read((SPECS / "oak-4i.yaml").read_text(encoding="utf-8")).spec

    assert understood(typed, COUNTRY, USUAL, spec) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("☐", Box(is_ticked=False)),
        ("", Box(is_ticked=False)),
        ("☐ –", Box(is_ticked=False)),
        ("☒", Box(is_ticked=True)),
        ("☐ x", Box(is_ticked=True)),
        ("X", Box(is_ticked=True)),
        ("Yes.", Box(is_ticked=True)),
        ("☑ ok", Box(is_ticked=True)),
        ("☐ no, see next mail", Box(is_ticked=False, said="☐ no, see next mail")),
        ("no", Box(is_ticked=False, said="no")),
        ("☐ ?", Box(is_ticked=False, said="☐ ?")),
        ("☒ but from May on", Box(is_ticked=True, said="☒ but from May on")),
        ("Yes, but see mail", Box(is_ticked=False, said="Yes, but see mail")),
    ],
)
def test_a_box_is_ticked_by_a_mark_or_a_yes_alone(typed: str, found: Box) -> None:
    assert box(typed) == found
