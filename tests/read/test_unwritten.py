"""A text that says it is not written yet is an absent fact whose words and place are told."""

from itertools import chain
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escp_docs.model.base import SpecModel
from escp_docs.model.not_written import capital_word, is_not_written, may_be_not_written
from escp_docs.model.not_written_words import BEGINNINGS, WHOLE
from escp_docs.model.schema import keys
from escp_docs.model.stable_path import value_at
from tests.support.reading import HEAD, PROJECT, faults, read, spec

LANGUAGES: Final = {
    "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr",
    "hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv",
}  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "TBD", "tbd", "[TBC]", "tbd.", "TBD - Rui to write", "tbc: ask Anna", "TODO", "todo: check",
        "xxx", "XXX to be written", "???", "...", "…", "-", "–", "____", "n/a", "to be completed",
        "To be confirmed by the board", "lorem ipsum dolor sit amet", "none", "à compléter",
        "da definire con i partner", "wird noch ergänzt", "do uzupełnienia", "προς συμπλήρωση",
        "por definir", "**TBD**", "A compléter", "À compléter", "a\u0300 comple\u0301ter",
        "T.B.D.",
        "t. b. c.", "να συμπληρωθεί", "ΝΑ ΣΥΜΠΛΗΡΩΘΕΙ", "за попълване", "(tbd?)", "“TBD”",
        "tbd (Anna)",
        "TBD Anna", "- tbd", "- tbd\n- TBC\n", "* T.B.D.", "• à compléter\n• ???", "1. tbd\n2. tbd",
        "# TODO", "> TODO", "\u200bTBD\u200b", "«à compléter»", "„tbd“", "A COMPLÉTER",
        "Doplniť", "täita", "N.A.", "T.B.D. Anna",
    ],
)  # fmt: skip
def test_these_say_that_they_are_not_written(text: str) -> None:
    assert is_not_written(text)


@pytest.mark.parametrize(
    "text",
    [
        "To be a leading partnership", "Todo el sector participa", "We do what is to be confirmed",
        "- a list item", "- one\n- two", "none of the partners has one", "N", "NO", "A", "Xxxl Ltd",
        "to be confirmed " + "word " * 20, "tbdale", "0", "12", "Nanna", "tbd Anna", "Tbd systems",
        "Xxx Ltd", "todo Anna", "- tbd\n- soil", "- tbd systems", "tbd\nsoil", "1. soil", "U.S.A.",
        "Doplniť údaje nie je potrebné", "Täita saab siis", "À venir en 2022, un plan",
        "Wird ergänzt durch Partner", "- " * 900 + "tbd",
    ],
)  # fmt: skip
def test_these_are_facts(text: str) -> None:
    assert not is_not_written(text)


@pytest.mark.parametrize("language", BEGINNINGS.keys() | WHOLE.keys())
def test_every_official_language_has_words_of_its_own(language: str) -> None:
    assert LANGUAGES == BEGINNINGS.keys() == WHOLE.keys()
    for words in (*BEGINNINGS[language], *WHOLE[language]):
        assert is_not_written(words)
        assert is_not_written(words.upper())
        assert is_not_written(f"[{words.capitalize()}.]", whole=True)
        assert is_not_written(f"{words}: Anna")
        assert may_be_not_written(words)


@given(
    st.sampled_from(["tbd", "Tbd", "tbc", "xxx", "todo", "to do", *chain(*WHOLE.values())]),
    st.lists(st.sampled_from(["Anna", "systems", "soil", "und", "de", "2021"]), min_size=1),
)
def test_a_sentence_that_has_more_words_is_content(first: str, more: list[str]) -> None:
    text = " ".join((first, *more))

    assert not is_not_written(text)
    assert not is_not_written(text, whole=True)


@given(st.text(max_size=60))
def test_what_is_not_written_is_always_looked_at(text: str) -> None:
    assert may_be_not_written(text) or not is_not_written(text)


@pytest.mark.parametrize("lead", ["\u00a0", "\x0b", "\u2028", "\u3000", "_"])
def test_so_it_is_behind_blanks_of_all_kinds(lead: str) -> None:
    assert may_be_not_written(f"{lead}TBD")
    assert may_be_not_written(f"{lead}tbd")
    assert may_be_not_written(lead) or not is_not_written(lead)


def test_names_and_titles_say_it_only_as_a_whole() -> None:
    assert is_not_written("TBD", whole=True)
    assert not is_not_written("TBD Consulting Ltd", whole=True)


@pytest.mark.parametrize(
    ("text", "word"), [("We reach TBD SMEs", "TBD"), ("TBDs", None), ("a todo list", None)]
)
def test_a_capital_word_in_a_longer_text_is_found(text: str, word: str | None) -> None:
    assert capital_word(text) == word


def test_the_fact_is_absent_its_words_are_kept_and_its_place_is_told() -> None:
    found = read(f"{HEAD}{PROJECT}strategy:\n  vision: TBD - Rui to write\n  mission: We act.\n")

    assert found.spec.strategy.vision is None
    assert found.spec.strategy.unwritten == {"vision": "TBD - Rui to write"}
    assert found.spec.strategy.mission == "We act."
    (remark,) = found.remarks
    assert (remark.path, str(remark.place)) == ("strategy.vision", "a.yaml:4:11")


@pytest.mark.parametrize(
    "written",
    [
        "consortium: {partners: [{id: TBD}]}",
        "project: {acronym: TBD}",
        "consortium: {coordinator: XXX, partners: [{id: XXX}]}",
    ],
)
def test_ids_acronyms_and_references_are_names_whatever_they_say(written: str) -> None:
    project = "" if "project" in written else PROJECT

    assert not read(f"{HEAD}{project}{written}\n").remarks


def test_an_entry_of_a_list_is_left_out_and_the_others_keep_their_places() -> None:
    text = f"{HEAD}project:\n  acronym: X\n  keywords:\n    - soil\n    - TBD\n    - water\n"

    found = read(text)

    assert found.spec.project.keywords == ("soil", "water")
    assert found.places.of("project.keywords[1]").line == 7
    assert [str(one.place) for one in found.remarks] == ["a.yaml:6:7"]


def test_a_list_of_nothing_else_is_absent_and_an_empty_one_is_a_statement() -> None:
    text = "project: {acronym: X, keywords: [TBD, '???'], sectors: []}\n"

    project = read(HEAD + text).spec.project

    assert project.keywords is None
    assert project.sectors == ()


@pytest.mark.parametrize(
    "written",
    ["start_date: TBD", "duration_months: TBC", "defence_and_security: TBD", "title: '???'"],
)
def test_a_date_a_number_and_a_choice_may_be_open_too(written: str) -> None:
    found = read(f"{HEAD}project: {{acronym: X, {written}}}\n")

    assert len(found.remarks) == 1


def test_a_target_whose_region_is_open_is_an_entry() -> None:
    (target,) = (
        read(f"{HEAD}{PROJECT}target_countries: [{{region: TBD}}]\n").spec.target_countries or ()
    )

    assert (target.country, target.region, target.name) == (None, None, "")


# --- none --------------------------------------------------------------------------------------


@pytest.mark.parametrize("written", ["none", "None", "NONE"])
@pytest.mark.parametrize("key", ["register", "registration_number", "vat_number", "website"])
def test_none_is_an_answer_where_there_may_be_none(key: str, written: str) -> None:
    partner = read(f"{HEAD}{PROJECT}consortium: {{partners: [{{id: A, {key}: {written}}}]}}\n").spec

    name = "public_register" if key == "register" else key
    assert getattr(partner.partners[0], name) == "none"


def test_none_is_a_choice_where_it_is_one_and_is_not_written_elsewhere() -> None:
    text = (
        "agreement: {governance: {veto: None, casting_vote: none}}\n"
        "project: {acronym: X, title: none}\n"
    )

    spec = read(HEAD + text).spec

    assert (spec.agreement.governance.veto, spec.agreement.governance.casting_vote) == ("none",) * 2
    assert spec.project.title is None


def test_a_list_says_none_in_brackets() -> None:
    (fault,) = faults(
        f"{HEAD}{PROJECT}consortium: {{partners: [{{id: A, other_applications: none}}]}}\n"
    )

    assert fault.fix == "write `other_applications: []`, which says none"


@pytest.mark.parametrize("words", ["TBD", "n/a", "-", "none", "???"])
@pytest.mark.parametrize(
    "where",
    [
        'agreement: {{background: {{A: "{0}"}}}}',
        'budget:\n  person_month_eur:\n    A: "{0}"',
    ],
)
def test_a_mapping_of_ids_has_no_entry_that_says_nothing(words: str, where: str) -> None:
    found = spec(f"consortium: {{partners: [{{id: A}}]}}\n{where.format(words)}\n").spec

    assert not found.agreement.background
    assert not found.budget.person_month_eur


def test_items_and_entries_that_say_so_are_left_out_and_kept_in_mind() -> None:
    found = spec(
        "project: {acronym: X, keywords: [waves, TBD, sea]}\n"
        "consortium: {partners: [{id: A}, {id: B}]}\n"
        "budget: {person_month_eur: {A: tbc, B: 3000}}\n"
    )

    assert found.spec.project.keywords == ("waves", "sea")
    assert found.spec.project.left_out == {"keywords[2]": "TBD"}
    assert found.places.of("project.keywords[2]").column == 41
    assert [*(found.spec.budget.person_month_eur or {})] == ["B"]
    assert found.spec.budget.left_out == {"person_month_eur.A": "tbc"}


def test_a_mapping_of_nothing_else_is_absent() -> None:
    found = spec(
        "consortium: {partners: [{id: A}]}\nbudget: {requested_grant_eur: {A: TBD}}\n"
    ).spec.budget

    assert found.requested_grant_eur is None
    assert found.unwritten == {"requested_grant_eur": "TBD"}


@pytest.mark.parametrize(
    ("written", "part", "name"),
    [
        ("represents: [TBD]", "partner", "represents"),
        ("public_edition: TBD", "agreement", "public_edition"),
        ("future_form: TBD", "agreement", "future_form"),
        ("publication_notice_days: TBD", "agreement", "publication_notice_days"),
        ("access_for: [TBD]", "agreement", "access_for"),
        ("governance: {reserved_matters: [TBD, tbc]}", "governance", "reserved_matters"),
        ("governance: {silence: TBD}", "governance", "silence"),
        ("after_project: TBD", "indicator", "after_project"),
        ("eligible: TBD", "cost", "eligible"),
    ],
)
def test_what_has_a_default_has_it_while_it_is_not_written(
    written: str, part: str, name: str
) -> None:
    homes = {
        "partner": f"consortium: {{partners: [{{id: A, {written}}}]}}\n",
        "agreement": f"agreement: {{{written}}}\n",
        "governance": f"agreement: {{{written}}}\n",
        "indicator": f"indicators: [{{id: K1, {written}}}]\n",
        "cost": f"budget: {{costs: [{{{written}}}]}}\n",
    }
    found = spec(homes[part]).spec
    paths = {
        "partner": "consortium.partners[0]",
        "agreement": "agreement",
        "governance": "agreement.governance",
        "indicator": "indicators[0]",
        "cost": "budget.costs[0]",
    }
    home = value_at(found, paths[part])

    assert isinstance(home, SpecModel)
    assert getattr(home, name) == keys(type(home))[name].default
    assert name in home.unwritten


@pytest.mark.parametrize("entry", ["PX: TBD", "PX: ", "P1: 3, PX: TBD", "P1: 3, PX: "])
def test_an_entry_that_states_nothing_still_has_to_name_a_partner(entry: str) -> None:
    (found,) = faults(
        HEAD + PROJECT + "consortium: {partners: [{id: P1}]}\n"
        f"roadmap: {{work_packages: [{{id: WP1, effort: {{{entry}}}}}]}}\n"
    )

    assert "effort.PX names 'PX', and no partner has that name" in found.message
