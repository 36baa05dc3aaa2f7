"""A single sign that slipped into a file is told once, by its name, and hides nothing else."""

from random import Random
from typing import Final

import pytest

from escp_docs.errors import Fault, UnreadableError
from escp_docs.read import spec as reading
from escp_docs.read.source import SourceText
from tests.support.reading import CALL_ID, call, faults
from tests.support.typing_mistakes import examples

FEW, MANY = 2, 40
ALONE: Final = (*"~:-?|>!&*@`%\"',]}.a;=+$(\\7", "---", "...", "\t")
BEFORE: Final = (*"~:-?|>!&*@`%\"',]}.a;=+$(\\[{", "---", "...", "\t")
_LONG: Final = 5  # files of the example that is a folder, at least

TEXT: Final = """\
call: cos-clusint-2020-3-01
strand: A
project:
  acronym: RELOOP-4i
  title: Circular textiles
  keywords:
    - textiles
    - robotics
consortium:
  coordinator: LOOP
  partners:
    - id: LOOP
      legal_name: Loop cluster
      city: Lisboa
    - id: FILO
      legal_name: Filo
      city: Prato
strategy:
  vision: |
    To be a circular sector.

    And more.
  mission: >-
    We act
    together.
risks:
  - {id: R1, description: Travel, likelihood: low, impact: high}
"""
ROWS: Final = TEXT.split("\n")


def named(sign: str) -> str:
    """Return how a message calls a sign."""
    return {"`": "a stray backtick", "\t": "a stray tab"}.get(sign, f"a stray `{sign}`")


def told(files: dict[str, str]) -> tuple[Fault, ...]:
    """Return the faults of a spec of several files."""
    try:
        reading.spec([SourceText(*one) for one in sorted(files.items())], {CALL_ID: call()})
    except UnreadableError as error:
        return error.faults
    return ()


@pytest.mark.parametrize("sign", ALONE)
@pytest.mark.parametrize("at", [4, 7, 8, 12, 14, 15, 20, 21, 24, 25])
def test_a_sign_alone_at_the_left_edge_is_told_and_the_rest_is_read(sign: str, at: int) -> None:
    rows = [*ROWS[:at], sign, *ROWS[at:]]

    first, *others = told({"a.yaml": "\n".join(rows)})  # a line of blanks is left as it is

    assert first.place is not None
    assert (first.place.line, first.place.column) == (at + 1, 1)
    assert named(sign) in first.message
    assert f"delete line {at + 1}" in (first.fix or "")
    assert not others


@pytest.mark.parametrize("sign", BEFORE)
@pytest.mark.parametrize("at", [4, 7, 12, 13, 14, 15, 21, 24])
def test_a_sign_at_the_left_edge_before_a_line_is_told_alone(sign: str, at: int) -> None:
    rows = [*ROWS[:at], sign + ROWS[at], *ROWS[at + 1 :]]

    first, *others = faults("\n".join(rows))

    assert first.place is not None
    assert (first.place.line, first.place.column) == (at + 1, 1)
    assert named(sign) in first.message
    assert first.fix == "delete it"
    assert not others


@pytest.mark.parametrize("sign", [*"~:-?|>!&*@`%\"',]}.;=+$(\\["])
@pytest.mark.parametrize("at", [4, 12, 15])
def test_a_sign_in_place_of_the_first_blank_of_a_line_is_told_alone(sign: str, at: int) -> None:
    rows = [*ROWS[:at], sign + ROWS[at][1:], *ROWS[at + 1 :]]

    first, *others = faults("\n".join(rows))

    assert first.place is not None
    assert (first.place.line, first.place.column) == (at + 1, 1)
    assert named(sign) in first.message
    assert not others


@pytest.mark.parametrize("sign", [*"|>!*@`%\"',]}"])
def test_a_sign_right_before_a_key_is_told_alone(sign: str) -> None:
    (fault,) = faults(TEXT.replace("city: Prato", f"{sign}city: Prato"))

    assert fault.place is not None
    assert fault.place.line == 17
    assert named(sign) in fault.message


@pytest.mark.parametrize("sign", ["~", "a", "."])
@pytest.mark.parametrize("key", ["consortium:", "  partners:"])
def test_a_sign_that_makes_another_key_is_told_with_the_key_alone(sign: str, key: str) -> None:
    text = f"{TEXT}target_countries: [{{country: US, lead: LOOP}}]\n"
    wrong = key.replace(key.strip(), sign + key.strip())

    (fault,) = faults(text.replace(key, wrong, 1))

    assert fault.message.startswith(f"unknown key '{wrong.strip(' :')}'")
    assert fault.fix == f"did you mean {key.strip(' :')!r}?"


def test_strays_are_told_beside_each_other_and_beside_what_else_is_wrong() -> None:
    rows = [*ROWS[:6], "~", *ROWS[6:16], "|", *ROWS[16:]]

    found = faults("\n".join(rows).replace("likelihood: low", "likelihood: lo"))

    assert [fault.place.line for fault in found if fault.place] == [7, 18, 29]
    assert "likelihood" in found[-1].message


@pytest.mark.parametrize("sign", [*(one for one in ALONE if one != "\t"), "#", "[", "{"])
def test_signs_in_a_text_at_its_column_are_text(sign: str) -> None:
    rows = [*ROWS[:20], f"    {sign}", f"    {sign}  more", *ROWS[21:]]

    found = reading.spec([SourceText("a.yaml", "\n".join(rows))], {CALL_ID: call()})

    assert found.spec.strategy
    assert f"\n{sign}\n{sign}  more\n" in str(found.spec.strategy.vision)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{TEXT}---\n{TEXT}", "a second document"),
        (TEXT.replace("    - id: FILO", "   - id: FILO"), "too far left"),
        (TEXT.replace("    - id: FILO", "    -id: FILO"), "no blank after the dash"),
        (TEXT.replace("    And more", "- And more"), "has left the text"),
        (TEXT.replace("  acronym", "\tacronym"), "a tab indents"),
        (TEXT.replace("- textiles", "* textiles").replace("- robotics", "* robotics"), "a hyphen"),
    ],
)
def test_what_is_no_stray_is_called_by_its_own_name(text: str, words: str) -> None:
    first = faults(text)[0]

    assert words in first.message


def _amiss(spots: int, seed: int) -> list[str]:
    """Return the strays that are not told once, by line and name, in the examples."""
    random, found = Random(seed), []
    texts = [one for one in examples() if "shield-4i.yaml" in one or len(one) >= _LONG]
    for sign in dict.fromkeys(ALONE + BEFORE):
        for _ in range(spots):
            files = random.choice(texts)
            file = random.choice(sorted(files))
            rows = files[file].split("\n")
            at = random.randrange(1, len(rows) - 1)
            is_alone = sign in ALONE and (sign not in BEFORE or random.random() < 0.5)
            if not is_alone and (not rows[at].strip() or rows[at].startswith("#")):
                continue
            rows[at : at + 1] = [sign, rows[at]] if is_alone else [sign + rows[at]]
            faulty = told({**files, file: "\n".join(rows)})
            places = [(one.place.file, one.place.line) for one in faulty if one.place]
            if places and (places != [(file, at + 1)] or not _is_named(sign, faulty[0])):
                found.append(f"{sign!r} {file}:{at + 1} {rows[at]!r}: {faulty[0].message}")
            if not places and not is_alone:
                found.append(f"{sign!r} {file}:{at + 1} {rows[at]!r} is not told")
    return found


def _is_named(sign: str, fault: Fault) -> bool:
    return named(sign) in fault.message or f"'{sign}" in fault.message


def test_a_stray_anywhere_in_the_examples_is_told_once() -> None:
    assert not _amiss(FEW, seed=5)


@pytest.mark.slow
def test_strays_in_a_thousand_places_are_told_once() -> None:
    assert not _amiss(MANY, seed=6)
