"""What somebody wrote in a form is understood, or what it may mean is said."""

import pytest

from escp_docs.language.languages import USUAL
from escp_docs.model.schema import Scalar
from escp_docs.pull.people import Understood, understood
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
