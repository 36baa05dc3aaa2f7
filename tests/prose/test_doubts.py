"""What can be read in two ways is named, with its place and cure; what is sure is not."""

from pathlib import Path

import pytest
import yaml

from escp_docs.prose.doubts import doubts
from tests.support.places import ROOT


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("see chapter\n1. It says", 2, 1, "'1.' begins an item in the middle of a sentence"),
        ("we know that\n- one of them", 2, 1, "'-' begins an item in the middle of a sentence"),
        ("* one alone", 1, 1, "the star makes this line a list of one item"),
        ("- 5 %\n- 10 %", 1, 1, "'-' before '5 %' is read as the mark of an item"),
        (
            "The text of a line that was wrapped where it was full\n2019. It then went on.",
            *(2, 1, "the line begins with '2019.' and goes on with the line before it"),
        ),
        ("# 1 market in the world", 1, 1, "'#' before a number is printed"),
        ("Budget\n------", 2, 1, "the dashes make the line above a heading"),
        ("Budget\n===", 2, 1, "the equals signs make the line above a heading"),
        ("- Budget\n  ======\n  x", 2, 3, "the equals signs make the line above a heading"),
        (
            "A. a\nB. The office stays open for all the partners until\nD. Silva leaves.",
            *(3, 1, "the line begins with 'D.' and goes on with the line before it"),
        ),
        ("> quoted words", 1, 1, "'>' is printed as typed"),
        ("a\tb\nc\td\te\nf\tg", 1, 1, "these lines with tabs are no table"),
        ("We offer:\no One", 2, 1, "'o' at the start of the line is printed as a letter"),
        (
            "Rua do Cais 1\n1200-001 Lisboa\nPortugal",
            1,
            1,
            "these 3 short lines are printed",
        ),
        ("inter-\nnationalisation", 2, 1, "a word is broken over two lines"),
        ("x" * 130 + ".\nAnother paragraph.", 2, 1, "the line goes on with the paragraph before"),
        ("a claim[^1]", 1, 8, "'[^1]' is printed as typed: there is no footnote of that name"),
        ("[^1]: words", 1, 1, "nothing marks the footnote '[^1]'"),
        ("a[^1]\n\n[^1]: b\n[^1]: c", 4, 1, "the footnote '[^1]' is written twice"),
        ("[1]: https://a.example", 1, 1, "'[1]' and its line are printed as typed"),
        ("see [a](www.a.example)", 1, 5, "'www.a.example' is no address of the web"),
        ("see ![a](b.png)", 1, 5, "the picture '![a](b.png)' is printed as typed"),
        ("so _very_ good", 1, 4, "'_very_' is printed with its underscores"),
        ("so __very__ good", 1, 4, "'__very__' is printed with its underscores"),
        ("so ~~not~~ good", 1, 4, "'~~not~~' is printed as typed"),
        ("the `key` of it", 1, 5, "'`key`' is printed with its backticks"),
        ("a <br> b", 1, 3, "'<br>' is printed as typed: HTML is not read"),
        ("5\\% more", 1, 2, "the backslash of '\\%' is printed"),
        ("caf&eacute;", 1, 4, "'&eacute;' is read as the character that it names"),
        ("- item\n  with <b>", 2, 8, "'<b>' is printed as typed"),
        ("| a | b |\n|---|---|\n| c | _d_ |", 3, 7, "'_d_' is printed with its underscores"),
        ("a\r\nb\x0b\x0c_c_", 2, 4, "'_c_' is printed with its underscores"),
    ],
)
def test_a_doubt_has_its_place(text: str, line: int, column: int, message: str) -> None:
    found = [(one.line, one.column) for one in doubts(text) if one.message.startswith(message)]

    assert found == [(line, column)]


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, *em* and **bold**, [web](https://a.example) and <x@y.example>.",
        "We offer:\n\n- one\n- two\n\n1. first\n2. second",
        "We offer:\n• one\n• two\n\na) x\nb) y\n\n1.1 x\n1.2 y",
        "2*3*4 = 24; 50 %; file_name_v2; ____; a & b; AT&amp;T; C:\\temp",
        "> 100 SMEs\n+ 20 % exports\n- 5 % costs",
        "2026. EUR 1,000\n2027. EUR 1,500",
        "A claim[^1].\n\n[^1]: Its source.",
        "| a | b |\n|---|---|\n| c | d |",
        "a\tb\nc\td",
        "Words that are wrapped\nby hand as in a letter,\nand end here.",
        "one  \ntwo  \nthree",
        "x < y and y > z",
        "a\nb\n===\nc",
        "- growth\n+ 5 new jobs\n- trust",
        "I. x\nII. y\nIV. z",
        "```\n_a_ <b>\n```",
        "The office stays open for all partners of the alliance\nuntil month\n32. We go on.",
        "",
    ],
)
def test_what_is_sure_is_not_named(text: str) -> None:
    assert doubts(text) == ()


@pytest.mark.parametrize(
    "path",
    [*sorted((ROOT / "specs/wave-4i").glob("*.yaml")), ROOT / "specs/shield-4i.yaml"],
    ids=lambda path: path.name,
)
def test_no_text_of_the_examples_can_be_doubted(path: Path) -> None:
    found = [doubt for text in texts(yaml.safe_load(path.read_bytes())) for doubt in doubts(text)]

    assert found == []


def texts(value: object) -> list[str]:
    """Return the texts of more than one line in a YAML file."""
    match value:
        case str():
            return [value] if "\n" in value.strip() else []
        case dict():
            return [text for one in value.values() for text in texts(one)]
        case list():
            return [text for one in value for text in texts(one)]
        case _:
            return []


@pytest.mark.parametrize("typed", ["&unknown;", "&foo;", "&#0;", "AT&T; and"])
def test_what_names_no_character_is_printed_and_no_doubt(typed: str) -> None:
    assert not any("the character that it names" in one.message for one in doubts(f"a {typed} b"))
