"""Round brackets in the place of others are one fault that says which to write."""

import pytest

from tests.read.cures import done
from tests.support.reading import HEAD, faults, read

TEXT = f"""{HEAD}project:
  acronym: X
  sectors: [water, electronics]
consortium:
  coordinator: A
  partners:
    - id: A
      contact: {{name: Ana, role: Director, phone: "(0)35"}} # to be asked
      key_staff: [{{name: Ana, role: Lead}}, {{name: Rui, role: Engineer}}]
      city: Porto
    - {{id: B, country: DE}}
roadmap:
  work_packages:
    - id: WP1
      effort: {{A: 3, B: 4}}
"""


@pytest.mark.parametrize(
    ("meant", "typed"),
    [
        (
            'contact: {name: Ana, role: Director, phone: "(0)35"}',
            'contact: (name: Ana, role: Director, phone: "(0)35")',
        ),
        (
            'contact: {name: Ana, role: Director, phone: "(0)35"} # to be asked',
            "contact: (\n        name: Ana,\n        role: Director, phone: (0)35\n      )",
        ),
        (
            'contact: {name: Ana, role: Director, phone: "(0)35"} # to be asked',
            "contact: (name: Ana, role: Director,\n        phone: (0)35) # to be asked",
        ),
        (
            "key_staff: [{name: Ana, role: Lead}, {name: Rui, role: Engineer}]",
            "key_staff: [(name: Ana, role: Lead), (name: Rui, role: Engineer)]",
        ),
        (
            "key_staff: [{name: Ana, role: Lead}, {name: Rui, role: Engineer}]",
            "key_staff: ({name: Ana, role: Lead}, {name: Rui, role: Engineer})",
        ),
        ("- {id: B, country: DE}", "- (id: B, country: DE)"),
        ("effort: {A: 3, B: 4}", "effort: ( A: 3, B: 4 )"),
        ("sectors: [water, electronics]", "sectors: (water, electronics)"),
    ],
)
def test_they_are_told_alone_and_cured(meant: str, typed: str) -> None:
    slip = TEXT.replace(meant, typed)
    assert slip != TEXT

    (fault,) = faults(slip)

    assert read(done(slip, fault) or "").spec == read(TEXT).spec


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("partners: [{id: A, contact: (name: Ana)}]", "write `contact: {name: Ana}`"),
        ("{partners: [(id: A, country: DE)]}", "write `partners: [{id: A, country: DE}]`"),
        ("(partners: [{id: A}])", "write `consortium: {partners: [{id: A}]}`"),
        ("{partners: [{id: A, key_staff: (name: Ana)}]}", "write `key_staff: [{name: Ana}]`"),
    ],
)
def test_they_are_told_within_other_brackets(line: str, cure: str) -> None:
    text = f"{HEAD}project: {{acronym: X}}\nconsortium:{line if line[0] == ' ' else f' {line}'}\n"

    (fault,) = faults(text.replace("consortium: partners", "consortium:\n  partners"))

    assert fault.fix == cure


@pytest.mark.parametrize(
    "words", ["(see: annex)", "(name: Ana) leads", "(a) first: (name: Ana)", "(contact: Ana)"]
)
def test_words_in_round_brackets_stay_words(words: str) -> None:
    (fault,) = faults(TEXT.replace("city: Porto", f"profile: {words}"))

    assert fault.fix == f'put the text in quotes: `profile: "{words}"`'


def test_round_brackets_in_a_text_are_left_alone() -> None:
    words = "key_staff: [(name: Ana, role: Lead)]"

    found = read(TEXT.replace("city: Porto", f"profile: |\n        As in:\n        {words}"))

    assert words in str(found.spec)
