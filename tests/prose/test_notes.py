"""Footnotes: they stand where they are marked, and nothing that looks like one is lost."""

import pytest

from escp_docs.model.plain_text import plain_text
from tests.prose.outline import outline
from tests.prose.visible import made, of_html, of_word


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("a[^1] b\n\n[^1]: words", ["a{words} b"]),
        ("a[^x-y.z]\n\n[^x-y.z]: *words*", ["a{/words/}"]),
        ("[^1]: words\n\na[^1]", ["a{words}"]),
        ("a[^1]\n[^1]: words\n[^2]: more\nb[^2]", ["a{words}", "[^2]: more b[^2]"]),
        ("a[^1] b[^2]\n\n[^1]: one\n[^2]: two", ["a{one} b{two}"]),
        ("a[^1]\n\n[^1]: one\n    more\n\n    last\n\nb", ["a{one more⏎last}", "b"]),
        ("a[^1] b[^1]\n\n[^1]: one", ["a{one} b{one}"]),
        ("a[^1]\n\n[^1]: - x\n    - y", ["a{• x⏎• y}"]),
        ("- a[^1]\n\n[^1]: one", ["• a{one}"]),
        ("| a[^1] | b |\n|---|---|\n| c[^1] | d |\n\n[^1]: one", ["a{one} ‖ b", "c{one} | d"]),
        (
            "**a[^1]** [b[^1]](https://a.example)\n\n[^1]: one",
            ["*a{one}* [b{one}→https://a.example]"],
        ),
        # what stands below a footnote and begins something else is no part of it
        ("a[^1]\n\n[^1]: one\n- x\n- y", ["a{one}", "• x", "• y"]),
        ("a[^1]\n\n[^1]: one\n• x", ["a{one}", "• x"]),
        ("a[^1]\n\n[^1]: one\n1. x\n2. y", ["a{one}", "1. x", "2. y"]),
        ("1. a[^1]\n[^1]: one\n2. b", ["1. a{one}", "2. b"]),
        ("A. a[^1]\nB. b\n[^1]: one\nC. c", ["A. a{one}", "B. b", "C. c"]),
        ("- a[^1]\n[^1]: one\n- b", ["• a{one}", "• b"]),
        ("a[^1]\n\n[^1]: one\n  more\n- x", ["a{one more}", "• x"]),
        ("a[^1]\n\n[^1]: - x\n    - y\n- z", ["a{• x⏎• y}", "• z"]),
        ("a[^1]\n\n[^1]: one\n## b", ["a{one}", "*b*"]),
        ("a[^1]\n\n[^1]: one\n| b | c |\n|---|---|\n| d | e |", ["a{one}", "b ‖ c", "d | e"]),
        ("a[^1]\n\n[^1]: one\nmore of it", ["a{one more of it}"]),
        ("a[^1]\n\n[^1]: see month\n32. We go on", ["a{see month⏎32. We go on}"]),
        ("a[^1]\n\n[^1]: they say\n– so it is –\nno", ["a{they say⏎– so it is – no}"]),
        # what looks like a footnote and is none
        ("a[^1]", ["a[^1]"]),
        ("[^1]: words", ["[^1]: words"]),
        ("a\\[^1]\n\n[^1]: words", ["a[^1]", "[^1]: words"]),
        ("`a[^1]`\n\n[^1]: words", ["`a[^1]`", "[^1]: words"]),
        ("![a[^1]](x)\n\n[^1]: words", ["![a[^1]](x)", "[^1]: words"]),
        ("a[^1]\n\n[^1]: one\n\n[^1]: two", ["a{one}", "[^1]: two"]),
        ("a[^1]\n\n[^1]: see [^2]\n[^2]: two", ["a{see [^2]}", "[^2]: two"]),
        ("a[^1]\n\n[^1]: see [^1]", ["a{see [^1]}"]),
        ("[^1]:words\n[^ ]: x", ["[^1]:words", "[^ ]: x"]),
    ],
)
def test_footnotes(text: str, printed: list[str]) -> None:
    assert outline(text) == printed


def test_notes_of_word_and_html_are_their_own() -> None:
    document = made(
        "One[^1] two[^2] one again[^1].\n\n[^1]: First.\n[^2]: Second.", "x[^1]\n\n[^1]: Third."
    )

    assert of_word(document) == ("Oneatwoboneagaina.xc", ["First.", "Second.", "Third."])
    assert of_html(document)[:2] == of_word(document)


def test_plain_text_has_its_notes_at_the_end() -> None:
    text = (
        "**One**[^1] and [two](https://a.example)[^2].\n\n1. x\n- y\n\n[^1]: First.\n[^2]: Second."
    )

    assert plain_text(text) == "One[1] and two[2].\n1. x\n• y\n[1] First.\n[2] Second."
