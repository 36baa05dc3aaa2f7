"""A wrong or missing sign in one line is told once, and its cure restores what was meant."""

import pytest

from escp_docs.read import spec as reading
from escp_docs.read.source import SourceText
from tests.read.cures import done
from tests.support.reading import CALL_ID, call, faults

TEXT = """\
call: cos-clusint-2020-3-01
strand: A
project:
  acronym: RELOOP-4i
  title: Circular textiles
consortium:
  coordinator: LOOP
  partners:
    - id: LOOP
      legal_name: Loop cluster
      postcode: "1000"
      city: Lisboa
      signatories: [{name: Anna Rossi, role: President, authority: statutory}]
      key_staff: [{name: Anna Rossi, role: Lead, experience: Twelve years}]
    - id: FILO
      legal_name: Filo
      city: Prato
risks:
  - {id: R1, description: Travel, likelihood: low, impact: high}
"""


def read(text: str) -> object:
    """Return what a text states."""
    return reading.spec([SourceText("a.yaml", text)], {CALL_ID: call()}).spec


@pytest.mark.parametrize(
    "sign",
    [";", "; ", " ; ", ", ", ". ", " | ", " – ", " — ", " - ", " -> ", "：", "﹕", "∶ ", " = "],
)
@pytest.mark.parametrize(
    "line", ["strand: A", "title: Circular textiles", "city: Lisboa", "city: Prato", "id: LOOP"]
)
def test_another_sign_behind_a_key_is_told_once_and_cured(sign: str, line: str) -> None:
    slip = TEXT.replace(line, line.replace(": ", sign), 1)

    (fault,) = faults(slip)

    assert fault.fix is not None
    assert f"`{line}`" in fault.fix
    assert read(done(slip, fault) or "") == read(TEXT)


def test_a_word_that_is_a_key_elsewhere_begins_no_entry() -> None:
    found = faults(TEXT.replace("city: Lisboa", "budget; Lisboa"))

    assert all("no colon after 'budget'" not in one.message for one in found)


@pytest.mark.parametrize("line", ["city: Lisboa", "title: Circular textiles", "city: Prato"])
def test_a_dash_before_one_key_of_many_is_told_once_and_cured(line: str) -> None:
    slip = TEXT.replace(line, f"- {line}")

    (fault,) = faults(slip)

    assert "a dash begins an entry" in fault.message
    assert fault.fix == f"write `{line}`, without the dash"
    assert slip.split("\n")[fault.place.line - 1].lstrip() == f"- {line}" if fault.place else False
    assert read(done(slip, fault) or "") == read(TEXT)


@pytest.mark.parametrize("entry", ["    - id: FILO", "    - id: LOOP"])
def test_an_entry_of_a_list_that_is_set_in_too_far_keeps_its_dash(entry: str) -> None:
    (fault,) = faults(TEXT.replace(entry, f"  {entry}"))

    assert "too far right" in fault.message


@pytest.mark.parametrize(
    ("whole", "broken", "cure"),
    [
        ("authority: statutory}]", "authority: statutory]", "`authority: statutory}]`"),
        ("keywords: [{a: [x, y]}]", "keywords: [{a: [x, y}]", "`y]}`"),
    ],
)
def test_a_bracket_that_is_not_closed_before_the_one_around_it_is_told_alone(
    whole: str, broken: str, cure: str
) -> None:
    text = TEXT.replace("  title: Circular textiles", f"  {whole}", 1) if "a: [" in whole else TEXT
    slip = text.replace(whole, broken)

    first, *others = [one for one in faults(slip) if "unknown key" not in one.message]

    assert "is not closed before the" in first.message
    assert cure in (first.fix or "")
    assert all("bracket" not in one.message for one in others)


@pytest.mark.parametrize("last", ["}]", ", role: Lead}]"])
def test_quotes_within_quotes_keep_every_word(last: str) -> None:
    typed = 'Twelve years at "Agora", a desk'
    rest = f'experience: "{typed}"{last}'
    slip = TEXT.replace("role: Lead, experience: Twelve years}]", rest)

    (fault,) = faults(slip)

    assert fault.fix == f"put the text in quotes: `experience: '{typed}'`"


def test_quotes_within_quotes_of_a_line_keep_every_word() -> None:
    slip = TEXT.replace("Circular textiles", '"Years at "Agora", a desk"')

    (fault,) = faults(slip)

    assert fault.fix == "put the text in quotes: `title: 'Years at \"Agora\", a desk'`"


@pytest.mark.parametrize(
    ("key", "typed"), [("key_staff: [", "key_staff: *staff #"), ("- {id: R1", "- *risk #")]
)
def test_an_alias_without_an_anchor_is_one_fault(key: str, typed: str) -> None:
    (fault,) = faults(TEXT.replace(key, typed, 1))

    assert "names no anchor above" in fault.message


@pytest.mark.parametrize("parted", [" ", ", ", "; ", "   "])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("call: cos-clusint-2020-3-01", "strand: A"),
        ("  acronym: RELOOP-4i", "  title: Circular textiles"),
        ("    - id: FILO", "      legal_name: Filo"),
        ("      legal_name: Filo", "      city: Prato"),
        ('      postcode: "1000"', "      city: Lisboa"),
    ],
)
def test_two_entries_on_one_line_are_told_once_and_cured(
    first: str, second: str, parted: str
) -> None:
    joined = f"{first}{parted}{second.strip()}"
    slip = TEXT.replace(f"{first}\n{second}\n", f"{joined}\n")
    assert slip != TEXT

    (fault,) = faults(slip)

    assert "stand on one line" in fault.message
    assert fault.place is not None
    assert slip.split("\n")[fault.place.line - 1] == joined
    assert read(done(slip, fault) or "") == read(TEXT)


@pytest.mark.parametrize(
    "typed", ["Filo city: the yarn", "Filo: the yarn", "Filo acronym: the yarn", "A title: B"]
)
def test_a_colon_behind_what_is_no_key_beside_it_is_a_text(typed: str) -> None:
    (fault,) = faults(TEXT.replace("legal_name: Filo", f"legal_name: {typed}"))

    assert fault.fix == f'put the text in quotes: `legal_name: "{typed}"`'


@pytest.mark.parametrize(
    "torn", ["https: //loop.example", "https : //loop.example", "http:  //l.eu"]
)
@pytest.mark.parametrize("braces", [False, True])
def test_a_blank_in_an_address_is_told_once_and_cured(torn: str, *, braces: bool) -> None:
    whole = torn.replace(" ", "")
    entry = f"annexes: [{{title: A, url: {torn}}}]" if braces else f"website: {torn}"
    slip = TEXT.replace("      city: Lisboa", f"      city: Lisboa\n      {entry}")

    first, *_ = [one for one in faults(slip) if "unknown key" not in one.message]

    assert first.message == "there is a blank in the address of a page"
    assert first.fix == f"write `{whole}`"


@pytest.mark.parametrize("by", [0, 1, 2])
@pytest.mark.parametrize(
    ("whole", "header"),
    [
        (TEXT, "  partners:\n"),
        (
            TEXT.replace(
                "risks:",
                "budget:\n  reimbursement_rate: 0.9\n  costs:\n    - partner: LOOP\n"
                "      category: travel\n      amount_eur: 900\n"
                "    - partner: FILO\n      category: travel\n      amount_eur: 800\nrisks:",
            ),
            "  costs:\n",
        ),
    ],
)
def test_a_list_without_its_key_is_told_once_and_cured(whole: str, header: str, by: int) -> None:
    before, _, rest = whole.partition(header)
    entries, end = rest.split("\nrisks:")[0], rest[len(rest.split("\nrisks:")[0]) :]
    shifted = "\n".join(one[by:] if one.startswith("    ") else one for one in entries.split("\n"))
    slip = before + shifted + end

    (fault,) = faults(slip)

    assert "the key that it belongs to is left out" in fault.message
    assert fault.fix is not None
    assert fault.fix.startswith(f"write `{header.strip()}` on a line of its own above")
    assert read(done(slip, fault) or "") == read(whole)


def test_an_entry_set_in_below_the_last_key_of_the_one_before_lacks_no_key() -> None:
    (fault,) = faults(
        TEXT.replace(
            "    - id: FILO\n      legal_name: Filo\n      city: Prato",
            "        - id: FILO\n          legal_name: Filo\n          city: Prato",
        )
    )

    assert "left out" not in fault.message
