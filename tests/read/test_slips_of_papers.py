"""What is copied out of sheets, mails and pages is told once, with the line as it is meant."""

import pytest

from tests.read.cures import done
from tests.support.reading import HEAD, faults, read

TEXT = f"""{HEAD}project:
  acronym: X
consortium:
  coordinator: A
  partners:
    - id: A
      own_legal_entity: true
      city: Porto
      website: https://a.example
      strengths: [calibration, field work]
      contact: {{name: Ana, email: ana@a.example, phone: "1"}}
    - id: B
roadmap:
  work_packages:
    - id: WP1
      effort: {{A: 3, B: 4.5}}
budget:
  person_month_eur: {{A: 4700, B: 5000}}
"""


@pytest.mark.parametrize(
    ("meant", "typed"),
    [
        ("effort: {A: 3, B: 4.5}", "effort: A 3, B 4.5"),
        ("effort: {A: 3, B: 4.5}", "effort: A = 3; B = 4.5"),
        ("effort: {A: 3, B: 4.5}", "effort:\n        - A: 3\n        - B: 4.5"),
        ("website: https://a.example", "website: [A](https://a.example)"),
        ("website: https://a.example", "website: [A](https://a.example) # to be read"),
        ("email: ana@a.example", "email: [Ana](mailto:ana@a.example)"),
        ("strengths: [calibration, field work]", "strengths: [calibration, field work # lab]"),
        ("strengths: [calibration, field work]", "strengths: [calibration, field work, # lab]"),
        ("      city: Porto", "      city:\n      Porto"),
        ("  partners:\n", "  partners:\n  partners:\n"),
        ("      city: Porto\n", "      city:\n      city: Porto\n"),
        ("own_legal_entity: true", "own_legal_entity: ✓"),
        ("own_legal_entity: true", "own_legal_entity: Wahr"),
    ],
)
def test_it_is_told_alone_and_cured(meant: str, typed: str) -> None:
    slip = TEXT.replace(meant, typed)
    assert slip != TEXT

    (fault,) = faults(slip)
    cured = done(slip, fault) or ""

    if typed.startswith("effort:\n"):
        cured = "\n".join(line for line in cured.split("\n") if not line.startswith(REST))
    assert read(cured).spec == read(TEXT).spec


REST = ("        - A: 3", "        - B: 4.5")
"""What is left of a value over several lines when its cure is written in its first."""


@pytest.mark.parametrize(
    "typed", ["effort: A 3, B", "effort: 3 A, 4 B", "effort: A three", "effort: [A, B]"]
)
def test_what_is_not_names_and_numbers_in_turn_is_told_in_general(typed: str) -> None:
    (fault,) = faults(TEXT.replace("effort: {A: 3, B: 4.5}", typed))

    assert (fault.fix or "").startswith("write `name: value` below it, one a line")


@pytest.mark.parametrize("amount", ["€ 4.700,00", "4.700,00 EUR", "EUR 4.700,00"])
def test_an_amount_by_its_partner_is_a_number(amount: str) -> None:
    (fault,) = faults(TEXT.replace("4700", amount))

    assert fault.fix == "write 4700.00"


def test_a_link_in_a_text_is_markdown() -> None:
    (fault,) = faults(TEXT.replace("city: Porto", "profile: [A](https://a.example)"))

    assert fault.fix == 'put the text in quotes: `profile: "[A](https://a.example)"`'


@pytest.mark.parametrize("entry", ["    - id: B\n", "    - {id: B}\n"])
def test_an_entry_that_was_pasted_twice_may_be_deleted(entry: str) -> None:
    (fault,) = faults(TEXT.replace("    - id: B\n", entry + entry))

    assert (fault.fix or "").startswith("delete this one, which is the same throughout, or give")


def test_another_entry_with_that_id_wants_one_of_its_own() -> None:
    (fault,) = faults(TEXT.replace("    - id: B\n", "    - id: B\n    - {id: B, city: Faro}\n"))

    assert fault.fix == "give this partner an id of its own"


def test_a_list_that_stands_twice_keeps_the_entries_of_both() -> None:
    found = faults(TEXT.replace("roadmap:", "  partners: [{id: C}]\nroadmap:"))

    assert found[0].fix == "keep one of the two, and put the entries of both below it"


def test_a_semicolon_at_the_end_is_remarked_on() -> None:
    (remark,) = read(TEXT.replace("city: Porto", "city: Porto;")).remarks

    assert remark.message == "the semicolon at the end is read as part of the text"


@pytest.mark.parametrize("typed", ["=B4*1200", "'#REF!'", "'#DIV/0!'", "'######'"])
def test_what_a_spreadsheet_has_for_a_number_is_none(typed: str) -> None:
    (fault,) = faults(TEXT.replace("A: 4700", f"A: {typed}"))

    assert fault.fix == "write the number itself: formulas and errors of a spreadsheet are none"


@pytest.mark.parametrize("shown", ["3.51226E+11", "3,51226E+11", "9E+08"])
def test_a_long_number_that_a_spreadsheet_shortened_is_remarked_on(shown: str) -> None:
    (remark,) = read(TEXT.replace("city: Porto", f"pic: {shown}")).remarks

    assert remark.fix == "write all its digits, in quotes"


def test_words_and_numbers_are_no_shortened_ones() -> None:
    assert not read(TEXT.replace("city: Porto", "city: E+11").replace("4700", "4.7E+03")).remarks


@pytest.mark.parametrize("typed", ["Ä", "A x", "A!"])
def test_names_of_an_id_that_is_refused_lead_to_what_its_cure_makes_of_it(typed: str) -> None:
    meant = "Ax" if "x" in typed else "A"
    slip = TEXT.replace(" A\n", f" {meant}\n").replace("A:", f"{meant}:")

    (fault,) = faults(slip.replace(f"- id: {meant}\n", f"- id: {typed}\n"))

    assert (fault.fix or "").startswith(f"write {meant};")


def test_names_with_the_slip_of_their_id_are_told_what_it_will_be() -> None:
    first, *others = faults(TEXT.replace(" A\n", " Ä\n").replace("A:", "Ä:"))

    assert (first.fix or "").startswith("write A;")
    assert {one.fix for one in others} == {"write A, as its id is to be written"}
