"""The letters and forms: what a partner declares is what the spec states, also where it hurts."""

import pytest

from escp_docs import files
from escp_docs.compose.document_types import requests
from escp_docs.document import Document, Placeholder, Signature, all_inlines, inlines, plain, walk
from escp_docs.export.pdf.writer import to_pdf
from tests.support.documents import composed, document
from tests.support.look import look
from tests.support.reading import spec

PARTNER = "{{id: B, legal_name: Beta Cluster, {}}}"


def letter(name: str, partner: str = "", more: str = "") -> Document:
    read = spec(
        "strand: A\nproject: {acronym: X}\nconsortium:\n  coordinator: A\n  partners:\n"
        f"    - {{id: A, legal_name: Alpha Cluster}}\n    - {PARTNER.format(partner)}\n{more}"
    )
    templates = files.templates(files.template_files(files.STDIN, None))
    return composed(read, requests(read.spec)[name], templates)


def words(found: Document) -> str:
    return " ".join(plain(inlines(block)) for block in walk(found.blocks)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("partner", "said"),
    [
        pytest.param("other_applications: []", "take part in no other application", id="none"),
        pytest.param(
            "other_applications: [{acronym: Y, strand: B}]",
            "following application to this call: Y (Strand B); we will not join",
            id="one in the other strand",
        ),
        pytest.param(
            "other_applications: [{acronym: Y, strand: A}]",
            "that application in the same strand stands against the rule",
            id="one in the same strand",
        ),
        pytest.param("eccp: {status: registered}", "we are registered on the", id="registered"),
        pytest.param("eccp: {status: requested}", "are not registered yet", id="requested"),
        pytest.param("eccp: {status: none}", "we are not registered on the", id="not on it"),
        pytest.param("kind: other", "neither a cluster organisation nor", id="another kind"),
        pytest.param(
            "own_legal_entity: false", "without a legal entity of its own", id="no entity"
        ),
        pytest.param("operating_grant: true", "we receive an operating grant", id="grant"),
    ],
)
def test_a_mandate_states_a_fact_as_it_is(partner: str, said: str) -> None:
    assert said in words(letter("letters/B-mandate", partner))


def test_a_mandate_asks_the_partner_for_what_it_must_declare() -> None:
    found = letter("letters/B-mandate")
    asked = {one.path: one.ask for one in all_inlines(found) if isinstance(one, Placeholder)}

    for key in ("other_applications", "operating_grant", "eccp.status", "own_legal_entity"):
        assert asked[f"consortium.partners[B].{key}"] == "B"


def test_a_mandate_names_the_own_contribution_that_the_budget_comes_to() -> None:
    found = letter(
        "letters/B-mandate",
        more="roadmap: {work_packages: [{id: W, effort: {A: 0, B: 2}}]}\n"
        "budget: {reimbursement_rate: 0.9, indirect_rate: 0, "
        "person_month_eur: {A: 1, B: 5000}, costs: [], incomes: []}\n",
    )

    assert "own contribution of EUR 1,000" in words(found)


@pytest.mark.parametrize(
    ("choice", "parties"),
    [
        ("coordinator", ["Alpha Cluster (A)", "Far Cluster"]),
        ("all", ["Alpha Cluster (A)", "Beta Cluster (B)", "Far Cluster"]),
        ("each_member", ["Beta Cluster (B)", "Far Cluster"]),
    ],
)
def test_a_memorandum_is_signed_by_whom_the_agreement_says(choice: str, parties: list[str]) -> None:
    found = letter(
        "letters/memorandum-CA-1",
        more="target_countries:\n  - country: CA\n    lead: B\n"
        "    international_partners: [{name: Far Cluster}]\n"
        f"agreement: {{memoranda_signed_by: {choice}}}\n",
    )

    assert [plain(one.party) for one in walk(found.blocks) if isinstance(one, Signature)] == parties


def test_a_memorandum_with_nobody_leaves_room_for_a_name() -> None:
    target = "target_countries: [{country: CA, international_partners: []}]\n"
    found = letter("letters/memorandum-CA-1", more=target)

    assert "The International Partner" in words(found)


@pytest.mark.parametrize("name", ["wave", "shield", "unfinished"])
def test_the_term_sheet_of_an_example_has_two_pages(name: str) -> None:
    assert to_pdf(document("term-sheet", name), look()).pages == 2


def test_a_term_sheet_with_nothing_chosen_has_two_pages_and_shows_the_options() -> None:
    templates = files.templates(files.template_files(files.STDIN, None))
    read = spec("project: {acronym: X}\n")
    found = composed(read, requests(read.spec)["term-sheet"], templates)
    asked = {one.text for one in all_inlines(found) if isinstance(one, Placeholder)}

    assert to_pdf(found, look()).pages == 2
    assert "[chair: coordinator | rotating | elected]" in asked


def test_the_annex_and_the_form_ask_and_declare_the_same() -> None:
    declared = "it is not insolvent or being wound up, and is not excluded from funding"

    for kind in ("accession-form", "partnership-agreement"):
        found = words(document(kind, "wave"))
        assert declared in found
        assert "Register and number" in found


def test_the_accession_form_has_a_signature_field_for_each_side() -> None:
    found = document("accession-form", "wave")

    assert [one.field for one in walk(found.blocks) if isinstance(one, Signature)] == [
        "sig-organisation",
        "sig-coordinator",
    ]
