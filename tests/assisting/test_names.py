"""Names in a text of which neither spec nor call says anything."""

import pytest

from escp_docs import api
from escp_docs.assisting.names import texts_but, unknown_names
from tests.support.places import SPECS


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We work with the Fraunhofer Society on it.", ("Fraunhofer Society",)),
        ("Growth comes from firms. Firms come from Growth.", ()),
        ("Mitsubishi Heavy Industries will host us.", ("Mitsubishi Heavy Industries",)),
        ("Our partner is ACME.", ("ACME",)),
        ("They met in Japan, Canada and South Korea in May.", ()),
        ("WAVE and its partners go on.", ()),
        ("- Osaka University\n- Port of Ningbo", ("Osaka University", "Ningbo")),
        ("In 2030 the sea is clean.", ()),
        ("", ()),
        ("They saw the *Toyota's* plant.", ("Toyota's",)),
    ],
)
def test_a_name_is_told_if_nothing_that_is_known_has_it(text: str, names: tuple[str, ...]) -> None:
    spec = api.open_spec(SPECS / "wave-4i")

    assert unknown_names(text, spec, texts_but(spec, "strategy.vision")) == names
