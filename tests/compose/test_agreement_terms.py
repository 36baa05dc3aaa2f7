"""What a hostile lawyer looks for: who is bound, who pays, who may leave, what goes on."""

from random import Random

import pytest
import yaml

from escp_docs.compose.document_types import requests
from escp_docs.document import (
    Clause,
    Document,
    Heading,
    Reference,
    Signature,
    Table,
    inlines,
    plain,
    walk,
)
from tests.support.agreements import agreement_of, chosen, shipped, small, some_row
from tests.support.choices import Row
from tests.support.documents import composed, document
from tests.support.reading import read


def row(seed: int = 3, **choices: object) -> Row:
    """Return choices at random, with some of them as named; two underscores stand for a dot."""
    named = {name.replace("__", "."): value for name, value in choices.items()}
    return {**some_row(Random(seed)), **named}


def said(found: Document) -> dict[str, str]:
    """Return the words of each clause of the first level, by its id, with those below it."""
    words: dict[str, str] = {}
    at = ""
    for one in walk(found.blocks):
        if isinstance(one, Clause):
            at = one.id if one.level == 1 else at
            words[at] = f"{words.get(at, '')} {plain(one.children)}".strip().replace("\u00a0", " ")
    return words


def cited(found: Document, name: str) -> list[str]:
    """Return the ids that a clause refers to."""
    return [
        child.target
        for one in walk(found.blocks)
        if isinstance(one, Clause) and one.id == name
        for child in inlines(one)
        if isinstance(child, Reference)
    ]


def words(found: Document) -> str:
    return " ".join(plain(inlines(one)) for one in walk(found.blocks)).replace("\u00a0", " ")


# --- without an award ---------------------------------------------------------------------------


def test_an_agreement_that_lapses_without_an_award_binds_to_nothing_beyond_it() -> None:
    choices = row(common_actions="The Members keep one list.")
    lapses = words(agreement_of(chosen({**choices, "if_not_awarded": "lapses"})))
    continues = words(agreement_of(chosen({**choices, "if_not_awarded": "continues"})))

    assert "whether or not the Grant is awarded" not in lapses
    assert "whether or not the Grant is awarded" in continues


def test_who_has_no_common_actions_is_not_committed_to_them_by_the_recitals() -> None:
    with_none = words(agreement_of(chosen(row(common_actions="none"))))
    with_some = words(agreement_of(chosen(row(common_actions="One list."))))

    assert "commit themselves to a Roadmap" in with_none
    assert "commit themselves to Common Actions and to a Roadmap" in with_some


@pytest.mark.parametrize("grant_matters", ["included", "separate_agreement"])
def test_after_a_refusal_nobody_is_held_by_an_action_that_is_not_carried_out(
    grant_matters: str,
) -> None:
    found = said(
        agreement_of(
            chosen(
                row(
                    if_not_awarded="continues",
                    grant_matters=grant_matters,
                    financing_after_project="Each Member pays a fee.",
                    liability_cap="cost_share",
                )
            )
        )
    )

    assert "There is then no Beneficiary and no Grant Matter" in found["no-award"]
    assert "Nobody owes a payment" in found["no-award"]
    assert "for every Party if the Grant is not awarded" in found["liability-cap"]
    assert "not been submitted" in found["award-settled"]


# --- who pays and works -------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(3))
def test_no_majority_makes_anybody_work_or_pay(seed: int) -> None:
    found = agreement_of(chosen(row(seed)))
    clauses = said(found)

    assert "no decision obliges a Party to work or payments" in clauses["consent-needed"]
    bounds = {"common-action-changes", "yearly-plan", "consent-needed", "no-other-payment"}
    assert bounds <= set(cited(found, "binding"))
    assert "only if that Party has agreed" in clauses["common-action-changes"]
    assert "never an Associated Organisation as one that pays" in clauses["yearly-plan"]
    assert "it is due to the Coordinator" in clauses["no-other-payment"]


@pytest.mark.parametrize("payments", ["on_receipt", "by_instalments", "by_report"])
def test_payments_stop_for_a_default_that_was_found_alone(payments: str) -> None:
    found = agreement_of(chosen(row(grant_matters="included", payments=payments)))

    assert "found in default under clause" in said(found)["payment-conditions"]
    assert cited(found, "payment-conditions") == ["default"]


def test_an_instalment_waits_for_whoever_is_bound_late() -> None:
    found = agreement_of(chosen(row(grant_matters="included", payments="by_instalments")))

    assert "the latest of these days" in said(found)["payment-schedule"]


# --- results ------------------------------------------------------------------------------------


def test_what_is_owned_jointly_may_be_published_after_notice() -> None:
    for results in ("joint", "owner_creates"):
        clauses = said(agreement_of(chosen(row(results=results))))
        assert "only with the consent of every owner" in clauses["publication-of-others"]
        assert "jointly with others it may publish" in clauses["publication-of-others"]
        assert "allowed, subject to clause" in clauses["publication-objection"]


def test_joint_results_are_those_of_who_was_a_member_then() -> None:
    clauses = said(agreement_of(chosen(row(results="joint", access_for=("smes",)))))

    assert "those that are Members when it comes into being" in clauses["ownership"]
    assert "admitted later has no share in earlier Results" in clauses["ownership"]
    assert "needs no such notice" in clauses["joint-results"]


@pytest.mark.parametrize("groups", [("affiliated",), ("smes",), ("affiliated", "smes")])
def test_others_use_results_through_a_party_alone(groups: tuple[str, ...]) -> None:
    found = agreement_of(chosen(row(access_for=groups)))

    assert "have no claim against another" in said(found)["access-for"]
    assert ("affiliated entities" in said(found)["access-for"]) == ("affiliated" in groups)
    assert ("enterprises" in said(found)["access-for"]) == ("smes" in groups)


def test_the_affiliated_entities_are_listed_whoever_may_use_results() -> None:
    for groups in ((), ("smes",), ("affiliated",)):
        assert (
            "Alfa Labs" in said(agreement_of(chosen(row(access_for=groups))))["affiliated-entities"]
        )


# --- how it is decided --------------------------------------------------------------------------


def test_silence_makes_no_quorum() -> None:
    found = agreement_of(chosen(row(governance__silence="consent")))
    sheet = words(agreement_of(chosen(row(governance__silence="consent")), "term-sheet"))

    assert (
        "provided that more than half of the Members have answered"
        in (said(found)["written-procedure"])
    )
    assert "silence is consent if more than half of the Members answer, but never" in sheet


@pytest.mark.parametrize("quorum", ["more_than_half", "all"])
def test_who_stays_away_blocks_nothing_for_ever(quorum: str) -> None:
    found = said(agreement_of(chosen(row(governance__quorum=quorum))))

    assert "is not counted for it at further meetings" in found["absent-members"]


def test_a_veto_ends() -> None:
    found = said(agreement_of(chosen(row(governance__veto="vital_interest"))))

    assert "there is no second veto" in found["after-veto"]


def test_a_committee_has_a_chair_minutes_and_successors() -> None:
    bodies = ("general_assembly", "steering_committee")
    seats = ("A", "C")
    found = said(
        agreement_of(chosen(row(governance__bodies=bodies, governance__steering_committee=seats)))
    )

    assert "elects another in its place" in found["steering-committee"]
    assert "the Chair chairs it" in found["committee-rules"]
    assert "minutes go to all Members" in found["committee-rules"]


def test_what_is_not_renewed_is_dissolved() -> None:
    found = said(
        agreement_of(chosen(row(term__kind="years_after_project", term__renewal="yearly")))
    )

    assert "the majority that a decision to dissolve" in found["renewal"]


def test_an_agreement_without_reserved_matters_names_none_among_its_votes() -> None:
    none = agreement_of(chosen(row(governance__reserved_matters=(), annexes=("votes",))))
    some = agreement_of(
        chosen(row(governance__reserved_matters=("amendment",), annexes=("votes",)))
    )

    heads = [
        [plain(one.head) for one in table.columns]
        for found in (none, some)
        for table in walk(found.blocks)
        if isinstance(table, Table) and table.id == "votes-table"
    ]
    assert [len(one) for one in heads] == [4, 5]
    assert "only Reserved Matter" in said(none)["reserved"]


# --- before and after ---------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(2))
def test_who_has_signed_knows_what_binds_and_how_to_leave(seed: int) -> None:
    found = agreement_of(chosen(row(seed)))

    early = {"definitions", "precedence", "legal-nature", "force-majeure", "language", "disputes"}
    assert early <= set(cited(found, "bound-from-signature"))
    assert "may end them for itself by notice" in said(found)["bound-from-signature"]
    assert "within 12 months" in said(found)["late-signature"]


def test_an_agreement_that_ends_with_the_action_promises_nothing_after_it() -> None:
    after = row(term__kind="project_end", term__renewal="none", financing_after_project="A fee.")
    found = said(agreement_of(chosen(after)))

    assert "If this Agreement is prolonged" in found["financing-after"]
    assert "commit themselves to prepare" in found["agenda"]


def test_a_part_is_numbered_only_if_there_are_two() -> None:
    def parts(grant_matters: str) -> list[str]:
        found = agreement_of(chosen(row(grant_matters=grant_matters)))
        return [
            one.number
            for one in walk(found.blocks)
            if isinstance(one, Heading) and one.id.startswith("part-")
        ]

    assert parts("included") == ["Part I", "Part II"]
    assert parts("separate_agreement") == [""]
    assert "Part I" not in words(agreement_of(chosen(row(grant_matters="separate_agreement"))))


# --- how it is signed ---------------------------------------------------------------------------


@pytest.mark.parametrize(("country", "by_pen"), [("UY", True), ("PT", False), ("IS", True)])
def test_who_is_outside_the_union_may_sign_by_hand(country: str, *, by_pen: bool) -> None:
    tree = small(row(signing="qualified", governing_law="NL"))
    tree["consortium"]["associated"][0]["country"] = country
    found = read(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False))
    made = composed(found, requests(found.spec)["partnership-agreement"], shipped())
    labels = {
        one.field: [label for label, _ in one.rows]
        for one in walk(made.blocks)
        if isinstance(one, Signature)
    }

    assert ("Place" in labels["sig-X-1"]) == by_pen


@pytest.mark.parametrize("signing", ["wet_ink", "any", "qualified", "advanced"])
def test_originals_are_counted_where_the_law_asks_for_it(signing: str) -> None:
    found = said(agreement_of(chosen(row(signing=signing, governing_law="FR"))))

    assert "made in four originals, one for each Party" in found["counterparts"]
    assert ("durable medium" in found["counterparts"]) == (signing != "wet_ink")


@pytest.mark.parametrize("kind", ["accession-form", "partnership-agreement"])
def test_who_accedes_meets_criteria_only_where_there_are_some(kind: str) -> None:
    def form(criteria: str) -> str:
        choices = row(new_members__criteria=criteria, annexes=("accession_form",))
        return words(agreement_of(chosen(choices), kind))

    assert "meets the criteria" in form("20 enterprises")
    assert "meets the criteria" not in form("none")


def test_who_accedes_under_the_law_of_italy_signs_twice() -> None:
    second = "Second signature, Articles 1341 and 1342"
    for law in ("IT", "NL"):
        choices = row(governing_law=law, annexes=("accession_form",))
        form = agreement_of(chosen(choices), "accession-form")
        rows = [label for one in walk(form.blocks) if isinstance(one, Signature)
                for label, _ in one.rows]  # fmt: skip
        assert rows.count(second) == (2 if law == "IT" else 0)
        assert ("approves specifically" in words(form)) == (law == "IT")


def test_shares_in_one_column_have_as_many_decimals() -> None:
    shares = [
        plain(inlines(row[-1].blocks[0]))
        for table in walk(document("partnership-agreement", "wave").blocks)
        if isinstance(table, Table) and table.id == "shares-table"
        for row in table.rows
    ]

    assert shares
    assert all(one.partition(".")[2].replace("\u00a0", " ").endswith(" %") for one in shares)
    assert all(len(one.partition(".")[2].replace("\u00a0", " ")) == 3 for one in shares)
