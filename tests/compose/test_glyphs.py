"""Characters: those that a shipped font has are printed, the others are named."""

import pytest

from escp_docs.compose.markdown.glyphs import printable, replaced


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ελληνικά, Български, Türkçe, Íslenska, Malti ħ", id="Europe"),
        pytest.param("საქართველო Հայաստան", id="Georgian and Armenian"),
        pytest.param("מרכז مركز", id="Hebrew and Arabic"),
        pytest.param("● ☐ ☒ → ≥ − … “x” – — €", id="signs"),
        pytest.param("日本語 中文 한국어 ไทย हिन्दी தமிழ் ｶﾅ", id="Asia"),
        pytest.param("e\u0301 ṩ s\u0323\u0307", id="combining"),
        pytest.param("a\u200db\u2060c\ufe0fd\u00ade", id="joiners and selectors"),
        pytest.param("one\ntwo\tthree", id="new lines"),
    ],
)
def test_what_a_font_has_is_printed(text: str) -> None:
    assert printable(text) == text
    assert replaced(printable(text)) == ()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("🚀", "[U+1F680]"),
        ("\u3164\u115f\uffa0", "[U+3164][U+115F][U+FFA0]"),  # letters of Hangul that show nothing
        ("\N{WOMAN}\u200d\N{MICROSCOPE}", "[U+1F469]\u200d[U+1F52C]"),
        ("a\u20e3b", "a[U+20E3]b"),
        ("\x07\u202e\ue000\u2028", "[U+0007][U+202E][U+E000][U+2028]"),
        ("\ud800", "[U+D800]"),
        ("\U0010ffff", "[U+10FFFF]"),
    ],
)
def test_what_no_font_has_is_named(text: str, shown: str) -> None:
    assert printable(text) == shown
    assert set(replaced(shown)) == set(text) - {"\u200d", "a", "b"}


@pytest.mark.parametrize("text", ["[U+0041]", "[U+ZZZZ]", "[U+FFFFFF]", "U+1F680", "[U+41]"])
def test_what_a_user_typed_is_no_named_character(text: str) -> None:
    assert replaced(printable(text)) == ()
