"""An allowed value in other words, in part or in figures leads to the one that is meant."""

import pytest

from escp_docs.read.other_options import option_meant
from tests.support.reading import HEAD, faults

KINDS = ("cluster_organisation", "business_network", "other")
MAJORITIES = ("simple", "two_thirds", "unanimity")


@pytest.mark.parametrize(
    ("typed", "options", "meant"),
    [
        ("Cluster", KINDS, "cluster_organisation"),
        ("Cluster organisation", KINDS, "cluster_organisation"),
        ("cluster-organization", KINDS, "cluster_organisation"),
        ("Netzwerk", KINDS, "business_network"),
        ("Ltd", KINDS, None),
        ("2/3", MAJORITIES, "two_thirds"),
        ("66,7 %", MAJORITIES, "two_thirds"),
        ("Two thirds", MAJORITIES, "two_thirds"),
        ("simple majority", MAJORITIES, "simple"),
        ("50 % + 1", MAJORITIES, "simple"),
        ("unanimous", MAJORITIES, "unanimity"),
        ("unanimty", MAJORITIES, "unanimity"),
        ("yes", ("registered", "requested", "none"), "registered"),
        ("nein", ("registered", "requested", "none"), "none"),
        ("1", ("low", "medium", "high"), "low"),
        ("1", ("1", "3"), "1"),
        ("", MAJORITIES, None),
    ],
)
def test_what_is_typed_and_what_is_meant(
    typed: str, options: tuple[str, ...], meant: str | None
) -> None:
    assert option_meant(typed, options) == meant


def test_a_fault_asks_whether_it_is_meant() -> None:
    (fault,) = faults(
        f"{HEAD}project: {{acronym: X}}\nagreement: {{governance: {{majority: 2/3}}}}\n"
    )

    assert fault.fix == "did you mean 'two_thirds'?"
