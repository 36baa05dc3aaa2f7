"""Names of one organisation, however a keyboard or a register spells them, resemble each other."""

import pytest

from escp_docs.model.consortium import Partner
from escp_docs.model.entity import hints

FORMS = ("Ltd", "e.V.", "A/S")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ærø Cluster", "AEROE CLUSTER"),
        ("Ålborg Havn", "AALBORG HAVN"),
        ("Zürich Süd", "Zuerich Sued"),
        ("BalticNet-PlasmaTec e.V.", "BALTICNET-PLASMATEC"),
        ("Klaster Łódź", "KLASTER LODZ"),
        ("Söder Ltd", "Soeder"),
        ("Søborg Net", "SOBORG-NET"),
        ("Grün Netz", "Grun Netz"),
    ],
)
def test_two_spellings_of_one_name_resemble_each_other(one: str, other: str) -> None:
    found = [
        set(hints(Partner(id=name, legal_name=legal, country="DK"), str, FORMS))
        for name, legal in (("A", one), ("B", other))
    ]

    assert found[0] & found[1]
