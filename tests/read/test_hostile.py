"""Files that are broken or made to harm: each a clear message, never a crash."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.reading import HEAD, PROJECT, faults, read

GOOD = HEAD + PROJECT


def bomb(levels: int) -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, levels)]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("[" * 100_000, "levels of nesting", id="100,000 brackets"),
        pytest.param("{a: " * 100_000, "levels of nesting", id="100,000 braces"),
        pytest.param("- " * 100_000, "levels of nesting", id="100,000 dashes"),
        pytest.param(bomb(12), "aliases of this file", id="aliases that blow up"),
        pytest.param("a: &a [*a]\n", "inside its own anchor", id="an alias of itself"),
        pytest.param("a: *b\n", "no anchor", id="an alias of nothing"),
        pytest.param("call:\n\tx: 1\n", "tab", id="tab"),
        pytest.param("call: [\n", "never closed", id="open bracket"),
        pytest.param("a: b: c\n", "a colon and a blank", id="two colons"),
        pytest.param("a: 1\n---\nb: 1\n", "second document", id="two documents"),
        pytest.param("a: !!python/object:os.system x\n", "tag", id="tag"),
        pytest.param("? [a]\n: b\n", "cannot be a key", id="list as key"),
        pytest.param("a: 1\na: 2\n", "stands twice", id="duplicate key"),
        pytest.param("just text\n", "not keys with values", id="text"),
        pytest.param(b"caf\xe9: 1\n", "not UTF-8", id="Latin-1"),
        pytest.param(b"\x00\x01\x02", "binary", id="binary"),
        pytest.param(b"a" * 5_000_001, "5,000,001 bytes", id="5 MB"),
        pytest.param("a: \x07\n", "U+0007", id="raw control character"),
    ],
)
def test_a_hostile_file_is_one_clear_message(text: str | bytes, words: str) -> None:
    found = faults(text)

    assert any(words in fault.message for fault in found)
    assert all(fault.place is not None and fault.place.line >= 1 for fault in found)


def test_aliases_chained_beyond_the_depth_are_refused() -> None:
    deep = "[" * 40 + "{}" + "]" * 40
    text = "\n".join(
        ["a0: &a0 " + deep.replace("{}", "x")]
        + [f"a{n}: &a{n} " + deep.replace("{}", f"*a{n - 1}") for n in range(1, 40)]
    )

    assert any("levels of nesting" in fault.message for fault in faults(text))


def test_anchors_and_merge_keys_are_followed() -> None:
    text = GOOD + (
        "indicators:\n"
        "  - &first {id: K1, unit: SMEs, baseline: 0, lead: null}\n"
        "  - {<<: *first, id: K2, baseline: 7}\n"
    )

    first, second = read(text).spec.indicators or ()
    assert (first.unit, first.baseline) == ("SMEs", Decimal(0))
    assert (second.id, second.unit, second.baseline) == ("K2", "SMEs", Decimal(7))


def test_utf_16_with_its_mark_is_read() -> None:
    assert read((GOOD + "strand: A\n").encode("utf-16")).spec.strand == "A"


def test_crlf_and_a_byte_order_mark_are_read() -> None:
    text = ("\ufeff" + GOOD).replace("\n", "\r\n").encode()

    assert read(text).spec.project.acronym == "X"


@given(st.text(max_size=300))
def test_no_text_crashes_the_reader(text: str) -> None:
    faults(text.encode("utf-8", "surrogatepass"))


@given(st.binary(max_size=300))
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    faults(data)


FRAGMENTS = [
    "project:",
    "  title: ",
    "strategy:\n  vision:",
    "  - ",
    "– ",
    "• ",
    "|",
    ">\n",
    "[",
    "]",
    "{",
    "}",
    '"',
    "'",
    ",",
    ", ",
    ": ",
    ":",
    "# c",
    "\n",
    "\n  ",
    "\n    ",
    "words",
    "d'A",
    " = ",
    "file",
    "<<<<<<< a\n",
    "=======\n",
    ">>>>>>> b\n",
    "```\n",
    "!include x.yaml",
    "tbd",
    "1,5",
    "keywords",
    "\t",
    "\u00a0",
    "&a",
    "*a",
    "“",
    "consortium:\n  partners:\n    - id: A\n",
    "country: The Netherlands",
    "- include: x",
    "start_month: May",
]


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=25))
def test_no_pile_of_fragments_crashes_the_reader(pile: list[str]) -> None:
    text = "".join(pile)

    faults(f"{GOOD}{text}")
    faults(text)
