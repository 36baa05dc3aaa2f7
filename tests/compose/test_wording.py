"""Negotiated words: agreed ones replace their clause, proposed ones stand beside it in drafts."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from escp_docs.compose.checks.lint import lint
from escp_docs.compose.checks.wording import of_negotiated_words, wording
from escp_docs.compose.clauses import clause_ids
from escp_docs.compose.document_types import requests
from escp_docs.compose.documents import compose
from escp_docs.document import Clause, Document, Note, Reference, inlines, plain, spread, walk
from escp_docs.finding import Severity
from escp_docs.model.agreement import Wording
from escp_docs.model.spec import Spec
from tests.support.agreements import chosen, shipped
from tests.support.documents import PRINTED
from tests.support.reading import call, stated
from tests.support.sizes import examples


def with_words(*entries: dict[str, Any], **choices: object) -> Spec:
    spec = chosen(choices)
    words = tuple(stated(Wording, one) for one in entries)
    agreement = spec.agreement.updated({"wording": words})
    return spec.updated({"agreement": agreement})


def agreement(spec: Spec, *, draft: bool = False) -> Document:
    request = requests(spec)["partnership-agreement"]
    return compose(request, spec, call(), shipped(), PRINTED, draft=draft)


def clauses(found: Document) -> dict[str, str]:
    blocks = walk(found.blocks)
    return {one.id: plain(one.children) for one in blocks if isinstance(one, Clause) and one.id}


def notes(found: Document) -> list[str]:
    boxes = [one for one in walk(found.blocks) if isinstance(one, Note)]
    return [" ".join(plain(inlines(one)) for one in walk(box.blocks)) for box in boxes]


AGREED = {"clause": "liability-cap", "status": "agreed", "text": "There is **no** limit."}
PROPOSED = {**AGREED, "status": "proposed", "by": "C", "reason": "Its board asks for it."}


def test_agreed_words_stand_in_place_of_the_clause() -> None:
    plain_one = clauses(agreement(with_words(liability_cap="fixed")))
    found = clauses(agreement(with_words(AGREED, liability_cap="fixed")))

    assert found["liability-cap"] == "There is no limit."
    assert {**found, "liability-cap": ""} == {**plain_one, "liability-cap": ""}


def test_what_stood_below_the_clause_goes_and_references_lead_to_it() -> None:
    words = {**AGREED, "clause": "payment-schedule", "text": "It pays:\n\n- at once\n- in full"}
    found = agreement(with_words(words, payments="by_instalments", grant_matters="included"))
    after = [one for one in walk(found.blocks) if isinstance(one, Clause)]
    at = [one.id for one in after].index("payment-schedule")

    assert [(one.number, plain(one.children)) for one in after[at + 1 : at + 3]] == [
        ("(a)", "at once"),
        ("(b)", "in full"),
    ]
    assert after[at + 3].id == "instalments-end"


def test_a_reference_in_agreed_words_is_live() -> None:
    text = "Subject to [](#liability) and [clauses](#final) it pays; see [](#no-such)."
    found = agreement(with_words({**AGREED, "text": text}))
    clause = next(
        one for one in walk(found.blocks) if isinstance(one, Clause) and one.id == "liability-cap"
    )
    led = [one.target for one in spread(clause.children) if isinstance(one, Reference)]

    assert led == ["liability", "final"]
    assert "[no-such]" in plain(clause.children)


def test_proposed_words_stand_beside_the_clause_in_drafts_alone() -> None:
    spec = with_words(PROPOSED, liability_cap="fixed")
    boxes = notes(agreement(spec, draft=True))

    assert boxes[-1] == "Words proposed by C There is no limit. Reason: Its board asks for it."
    assert notes(agreement(spec)) == []
    assert "limited" in clauses(agreement(spec, draft=True))["liability-cap"]


def test_declined_words_are_not_printed() -> None:
    spec = with_words({**PROPOSED, "status": "declined"})

    assert len(notes(agreement(spec, draft=True))) == 1  # the one on drafts


@pytest.mark.parametrize(
    ("entry", "choices", "name", "path", "severity"),
    [
        ({**AGREED, "clause": "future-form"}, {}, "clause-left-out", "clause", Severity.WARNING),
        ({**AGREED, "text": "See [](#finall)."}, {}, "no-such-clause", "text", Severity.ERROR),
    ],
)
def test_words_without_a_clause_are_named(
    entry: dict[str, Any], choices: dict[str, Any], name: str, path: str, severity: Severity
) -> None:
    spec = with_words(entry, **choices)
    (flaw,) = wording(agreement(spec), spec)

    assert (flaw.name, flaw.path) == (name, f"agreement.wording[0].{path}")
    assert flaw.severity is severity


def test_words_with_their_clause_have_no_flaw() -> None:
    spec = with_words(AGREED, {"status": "declined", "clause": "future-form"})

    assert list(wording(agreement(spec), spec)) == []


def test_words_that_are_not_settled_keep_the_agreement_open() -> None:
    spec = with_words(AGREED, PROPOSED)
    (flaw,) = wording(agreement(spec), spec)

    assert (flaw.name, flaw.path) == ("words-not-settled", "agreement.wording[1].status")
    assert flaw.severity is Severity.ERROR


def test_the_style_of_agreed_words_is_nobodys_business() -> None:
    spec = with_words({**AGREED, "text": "It pays within six months, hereby."})
    found = agreement(spec)
    flaws = [one for one in lint(found) if one.name == "legal-phrase"]

    assert flaws
    assert all(of_negotiated_words(one, found, spec) for one in flaws)
    assert not any(of_negotiated_words(one, found, with_words()) for one in flaws)


def test_a_template_beside_the_spec_may_have_clauses_of_its_own() -> None:
    own = {"partnership-agreement/law.md": "## Law {: #x }\n\n§ It is\nso. {: #our-law }\n"}

    assert set(clause_ids(own)) == {"our-law"}
    assert "liability-cap" in clause_ids(shipped())


@settings(max_examples=examples(6))
@given(text=st.text(max_size=80))
def test_whatever_is_agreed_makes_an_agreement(text: str) -> None:
    found = agreement(with_words({**AGREED, "text": text} if text.strip() else AGREED))

    assert "liability-cap" in clauses(found)


@pytest.mark.parametrize(
    "text",
    [
        "# A heading\n\nwords",
        "    indented",
        "```\nfence\n```",
        "::: cover\nwords\n:::",
        "§ one\n\n§§ two",
        "Table: words\n\nmore",
        "Figure: words {: draw=map }",
        "| a | b |\n| --- | --- |\n| 1 | 2 |",
        "<b>bold</b> {{ project.title }}",
        "words {: #liability }",
    ],
)
def test_words_that_look_like_a_template_are_words(text: str) -> None:
    found = agreement(with_words({**AGREED, "text": text}))
    said = " ".join(plain(inlines(one)) for one in walk(found.blocks))

    for word in ("heading", "indented", "fence", "words", "two", "bold"):
        assert word not in text or word in said
