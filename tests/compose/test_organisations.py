"""Who stands where: the coordinator first, the others as they are written."""

import pytest

from escp_docs.compose.values.organisations import beneficiaries, coordinator, members
from escp_docs.compose.values.view import Missing, PartView, plain
from escp_docs.language.english.language import ENGLISH
from tests.support.documents import templated
from tests.support.reading import spec

THREE = "consortium: {{coordinator: {}, partners: [{{id: A}}, {{id: B}}, {{id: C}}]}}\n"


@pytest.mark.parametrize(
    ("first", "order"),
    [("A", ["A", "B", "C"]), ("B", ["B", "A", "C"]), ("C", ["C", "A", "B"])],
)
def test_the_coordinator_is_the_first_beneficiary(first: str, order: list[str]) -> None:
    found = beneficiaries(spec(THREE.format(first)).spec, ENGLISH)

    assert list(found) == order
    assert [plain(one["number"]) for one in found.values()] == [1, 2, 3]


def test_without_a_coordinator_the_order_is_that_of_the_spec() -> None:
    found = spec("consortium: {partners: [{id: B}, {id: A}]}\n").spec

    assert list(beneficiaries(found, ENGLISH)) == ["B", "A"]
    assert isinstance(coordinator(found, beneficiaries(found, ENGLISH), ENGLISH), Missing)


def test_a_document_lists_them_in_that_order() -> None:
    text = THREE.format("C")
    template = "{% for one in beneficiaries %}{{ one.number }} {{ one.id }}\n\n{% endfor %}"
    from tests.support.documents import texts  # noqa: PLC0415

    assert texts(templated(template, text)) == ["1 C", "2 A", "3 B"]


def test_the_members_of_the_agreement_are_all_partners_unless_it_names_them() -> None:
    text = THREE.format("B") + "agreement: {{members: [C, X, A]}}\n".format()
    named = spec(text.replace("partners:", "associated: [{id: X}], partners:")).spec
    everyone = spec(THREE.format("B")).spec

    def ids(found: object) -> list[object]:
        return [plain(one["id"]) for one in found if isinstance(one, PartView)]  # type: ignore[attr-defined]

    assert ids(members(named, beneficiaries(named, ENGLISH), ENGLISH)) == ["C", "X", "A"]
    assert ids(members(everyone, beneficiaries(everyone, ENGLISH), ENGLISH)) == ["B", "A", "C"]
