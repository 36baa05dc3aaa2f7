"""The documents of the examples: what they hold, and what one changed choice changes."""

import pytest
from msgspec.structs import replace

from escp_docs.document import (
    Clause,
    Document,
    Field,
    Placeholder,
    Table,
    all_inlines,
    headings,
    inlines,
    plain,
    walk,
)
from escp_docs.model.anchors import Anchors
from escp_docs.model.spec import Spec
from tests.support.documents import PAGED, document, example
from tests.support.places import EXAMPLES
from tests.support.reading import call


def words(found: Document) -> int:
    return sum(len(plain(inlines(block)).split()) for block in walk(found.blocks))


@pytest.mark.parametrize(("name", "least"), [("wave", 9000), ("shield", 4000)])
def test_the_application_has_real_content_and_nothing_open(name: str, least: int) -> None:
    found = document("application", name)

    assert words(found) >= least
    assert not [one for one in all_inlines(found) if isinstance(one, Placeholder)]


def test_section_a_has_the_columns_of_the_form_to_the_letter() -> None:
    form = call().form
    assert form is not None
    heads = [
        [plain(column.head) for column in block.columns]
        for block in walk(document("application", "wave").blocks)
        if isinstance(block, Table)
    ]

    for columns in (
        form.participants,
        form.affiliated_entities,
        form.key_staff,
        form.work_packages,
        form.deliverables,
        form.milestones,
        form.risks,
    ):
        assert columns is not None
        assert list(columns.value) in heads


def test_the_headings_of_the_form_come_in_its_order() -> None:
    titles = [plain(one.children) for one in headings(document("application", "wave"))]
    form = call().form
    assert form is not None
    assert form.sections is not None
    sections = form.sections.value
    wanted = [one.title for one in sections if one.title and not one.addition]

    assert [title for title in titles if title in wanted] == wanted


def test_what_the_form_may_not_have_is_marked_in_the_tree() -> None:
    found = {one.id: one.official for one in headings(document("application", "wave"))}

    assert found["participants"]
    assert not found["budget"]


@pytest.mark.parametrize("kind", PAGED)
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_field_stands_in_the_spec_under_its_path(kind: str, name: str) -> None:
    read = example(name)
    anchors = Anchors(read.spec)

    for one in all_inlines(document(kind, name)):
        if isinstance(one, Field):
            assert (anchors.path(one.path) or "nowhere") in read.places, one


def test_the_unfinished_draft_asks_where_others_state() -> None:
    found = document("application", "unfinished")
    asked = {one.ask for one in all_inlines(found) if isinstance(one, Placeholder)}

    assert "PT4" in asked


def clauses(spec: Spec) -> dict[str, str]:
    found = document("partnership-agreement", "wave", spec)
    return {
        block.reference: plain(block.children)
        for block in walk(found.blocks)
        if isinstance(block, Clause)
    }


def test_changing_the_majority_changes_that_clause_alone() -> None:
    spec = example("wave").spec
    other = {"simple": "two_thirds"}.get(spec.agreement.governance.majority or "", "simple")
    governance = spec.agreement.governance.updated({"majority": other})
    agreement = spec.agreement.updated({"governance": governance})

    before, after = clauses(spec), clauses(spec.updated({"agreement": agreement}))
    changed = [number for number in before if before[number] != after.get(number)]
    assert before.keys() == after.keys()
    assert len(changed) == 1


def test_no_two_compositions_differ() -> None:
    first, second = (document("application", "wave") for _ in range(2))

    assert first == second
    assert replace(first, draft=True) != second
