"""What is hidden in a word that is refused is named, with its place in the word."""

import pytest

from tests.support.reading import HEAD, PROJECT, faults, read

PARTNER = "consortium: {{coordinator: {lead}, partners: [{{id: AEG, {rest}}}]}}\n"
GOOD = HEAD + PROJECT


@pytest.mark.parametrize(
    ("lead", "rest", "cure", "hidden"),
    [
        ("\u0391EG", "country: GR", "did you mean 'AEG'?", "character 1 of '\u0391EG' is '\u0391'"),
        ("AEG\u200b", "country: GR", "did you mean 'AEG'?", "character 4 of 'AEG' is a zero-width"),
        ("AEG", "c\u043euntry: GR", "did you mean 'country'?", "is '\u043e', a Cyrillic letter"),
        ("AEG", "country\u00a0: GR", "did you mean 'country'?", "is a no-break space (U+00A0)"),
        ("AEG", "country: BG\u200b", "write BG;", "is a zero-width space (U+200B)"),
        ("AEG", "country: \u0415\u0415", "write EE;", "a Cyrillic letter (U+0415)"),
        ("AEG", "country: \u0393R", "write the code", "'\u0393', a Greek letter (U+0393)"),
        ("AEG", "founded: 20\u200b09", "write 2009;", "is a zero-width space"),
        ("AEG", "kind: othe\u200br", "did you mean 'other'?", "character 5 of 'other' is a zero"),
        ("AEG", "kind: \u043ether", "did you mean 'other'?", "is '\u043e', a Cyrillic letter"),
        ("AEG", "non_profit: tru\u0435", "write true or false;", "is '\u0435', a Cyrillic letter"),
    ],
)
def test_a_hidden_character_is_named_with_its_place(
    lead: str, rest: str, cure: str, hidden: str
) -> None:
    (fault,) = faults(GOOD + PARTNER.format(lead=lead, rest=rest))

    assert (fault.fix or "").startswith(cure)
    assert hidden in (fault.fix or "")


@pytest.mark.parametrize("dash", ["\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"])
def test_dashes_that_part_no_date_are_named_and_the_date_is_told(dash: str) -> None:
    (fault,) = faults(f"{HEAD}project: {{acronym: X, start_date: 2021{dash}10{dash}01}}\n")

    assert (fault.fix or "").startswith("write 2021-10-01; character 5 of")
    assert f"(U+{ord(dash):04X})" in (fault.fix or "")


@pytest.mark.parametrize("word", ["Ελλάδα", "Česko", "Österreich", "Кипър"])
def test_a_word_in_its_own_script_hides_nothing(word: str) -> None:
    (fault,) = faults(GOOD + PARTNER.format(lead="AEG", rest=f"country: {word}"))

    assert "character" not in f"{fault.message} {fault.fix}"


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\u3000"])
def test_a_foreign_blank_around_a_choice_is_a_blank(blank: str) -> None:
    spec = read(GOOD + f"consortium:\n  partners:\n    - id: A\n      kind: other{blank}\n").spec

    assert spec.consortium is not None
    assert spec.consortium.partners is not None
    assert spec.consortium.partners[0].kind == "other"


def test_so_it_is_in_the_name_of_a_strand() -> None:
    (fault,) = faults(f"{HEAD}strand: \u0410\n{PROJECT}")

    assert (
        fault.fix
        == "did you mean 'A'? character 1 of '\u0410' is '\u0410', a Cyrillic letter (U+0410)"
    )
