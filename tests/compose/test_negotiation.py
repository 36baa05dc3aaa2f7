"""The papers of a negotiation: each point beside the standard words of its clause."""

from escp_docs.compose.document_types import AGREEMENT
from escp_docs.compose.values.negotiated import negotiated_points
from escp_docs.document import Document, Table, inlines, plain, walk
from escp_docs.model.agreement import Wording
from escp_docs.model.spec import Spec
from tests.support.documents import document, example

LAW = Wording(clause="governing-law", text="Portuguese law governs.", by="B", status="proposed")
CAP = Wording(clause="liability-cap", text="Nobody owes more than EUR 1,000.", status="agreed")


def spec_with(*entries: Wording) -> Spec:
    spec = example("shield").spec
    agreement = spec.agreement.updated({"wording": entries})
    return spec.updated({"agreement": agreement})


def rows(found: Document) -> list[list[str]]:
    """Return the second cells of each table of facts."""
    return [
        [" ".join(plain(inlines(one)) for one in walk(row[1].blocks)).strip() for row in block.rows]
        for block in walk(found.blocks)
        if isinstance(block, Table)
    ]


def test_each_point_has_its_clause_and_its_standard_words() -> None:
    first, second = rows(document("negotiation/words", "shield", spec_with(LAW, CAP)))

    assert first[0].endswith("Liability between the Parties")
    assert first[1].startswith("The liability of a Party under this Agreement is limited")
    open_ = "write here"
    assert first[2:] == ["Nobody owes more than EUR 1,000.", open_, open_, open_, "agreed"]
    assert second[1].startswith("This Agreement is governed by the law of")
    assert second[2:] == ["Portuguese law governs.", "B", open_, open_, "proposed"]


def test_the_thread_and_the_answer_stand_below_the_words() -> None:
    thread = ("A 2 May: Why?", "B 3 May: It is ours.")
    said = LAW.updated({"comments": thread, "answer": "We keep Belgium."})

    (point,) = rows(document("negotiation/words", "shield", spec_with(said)))

    assert point[5:] == [*thread, "We keep Belgium.", "proposed"]


def test_what_is_agreed_takes_nothing_from_the_standard_words() -> None:
    standard = document(AGREEMENT, "shield", spec_with())
    (point,) = negotiated_points(spec_with(CAP), standard)

    assert "EUR 1,000" not in point.standard


def test_a_clause_that_the_choices_leave_out_is_said_to_be() -> None:
    gone = Wording(clause="steering-committee-nowhere", text="It meets.", status="proposed")

    (point,) = rows(document("negotiation/words", "shield", spec_with(gone)))

    assert point[0] == "steering-committee-nowhere"
    assert point[1] == "none: the choices that were made leave this clause out"


def test_without_points_the_paper_says_so() -> None:
    found = document("negotiation/words", "shield", spec_with())

    assert rows(found) == []
    assert "No words of the agreement are under negotiation" in " ".join(
        plain(inlines(block)) for block in walk(found.blocks)
    )
