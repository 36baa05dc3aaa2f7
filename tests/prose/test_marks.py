"""Marks within lines: what is one, and what is printed as typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escp_docs.document import Link, all_inlines
from tests.prose.outline import outline
from tests.prose.visible import made


@pytest.mark.parametrize(
    "text",
    [
        "> 100 SMEs reached",
        ">= 75 % satisfied",
        "2*3*4",
        "2 * 3 * 4",
        "a*b*c",
        "é*è*ê",
        "e\u0301*b*c",
        "__init__ _a_ __b__ snake_case",
        "________",
        "---",
        "- - -",
        "* * *",
        "***",
        "~~struck~~",
        "`code*s*` ``x``",
        "<b>bold</b> <br> <!-- *no* remark* -->",
        '<a href="*x*">y</a>',
        "#hashtag",
        "####### seven",
        "# 1 market in the world",
        "#",
        "[1]: https://ec.europa.eu/eurostat",
        "[words][1] and [1]",
        "[^none]",
        "[^none]: words",
        "![the *plan*](files/plan_a_b.png 'the plan')",
        "![](x)",
        "[a](files/x_y_z.pdf)",
        "[a](www.a.example)",
        "[a](javascript:alert*1*(2))",
        "[a]()",
        "[](https://a.example)",
        "[a](https://)",
        "[a](https://a..example)",
        "[a](https://a.example/" + "x" * 2000 + ")",
        "[a] (https://a.example)",
        "<ftp://f.example> <made-up:x>",
        '5\\% C:\\new\\table \\\\server\\share \\_a\\_ \\~ \\> \\" \\#',
        "C:\\data\\",
        "&nosuchname; &#0; &#xD800; &copy",
        "a ^[note] b",
        "| a | b |",
        "a | b",
        "{{ x }} {% y %} ${z}",
        "x * ** a",
        "price*, cost*",
    ],
)
def test_it_is_printed_as_typed(text: str) -> None:
    assert outline(text) == [text]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("*a* **b** ***c***", "/a/ *b* /*c*/"),
        ('(*a*), "*b*", *c*.', '(/a/), "/b/", /c/.'),
        ("*a\nb*", "/a b/"),
        ("2*3*4 *x* 5*6", "2*3*4 /x/ 5*6"),
        ("**a**b", "**a**b"),
        ("*a***b**", "/a***b/*"),
        (r"\*a\* \**b*", "*a* */b/"),
        (
            r"\[a](https://a.example) [a\]](https://a.example)",
            "[a](https://a.example) [a]→https://a.example]",
        ),
        (r"\![a](https://a.example)", "![a→https://a.example]"),
        (r"\\*a*", r"\/a/"),
        (r"\&amp; &amp; \&x", r"&amp; & \&x"),
        (r"\<https://a.example>", "<https://a.example>"),
        ("&eacute; &#8364; &#x20AC; &lt;b&gt;", "é € € <b>"),
        ("&#42;a&#42; &#91;b](x)", "*a* [b](x)"),
        ("&#x202e;x &#x4e2d; &#xE000;", "[U+202E]x 中 [U+E000]"),
        ("\u202ex \u4e2d \ue000 \ufff9", "[U+202E]x 中 [U+E000] [U+FFF9]"),
        ("a\x0bb\u2028c", "a⏎b⏎c"),
        ("a  \nb\\\nc\nd", "a⏎b⏎c d"),
        ("C:\\new\\\nb", "C:\\new\\ b"),
        ("eﬃcient oﬀer ﬁeld ﬂow baﬄe ﬅ ﬆ", "efficient offer field flow baffle ſt st"),
        ("&#xFB01;eld", "field"),
        ('[*a* b](https://a.example "the title")', '[/a/ b→https://a.example] "the title"'),
        ("<https://a.example/b_*c*>", "[https://a.example/b_*c*→https://a.example/b_*c*]"),
        ("<x@y.example>", "[x@y.example→mailto:x@y.example]"),
        ("**Title**\n", "*Title*"),
        ("## Title ##", "*Title*"),
        ("Title\n=====", "*Title*"),
        ("Title\n-----", "*Title*"),
        (r"\- a", "- a"),
        (r"\# a", "# a"),
        (r"\• a", "• a"),
        (r"\> a", r"\> a"),
        ("a\tb", "a b"),
        ("", ""),
    ],
)
def test_marks_are_read_and_nothing_else(text: str, printed: str) -> None:
    assert outline(text) == [printed]


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://a.example/?q=a%26b%3Dc%23d%2Fe%25", None),
        ("https://a.example/annual%20report.pdf", None),
        ("https://a.example/café", None),
        ("https://a.example/a_b*c*d~e", None),
        ("https://a.example/x(y)", None),
        ("HTTPS://A.example/X", None),
        ("mailto:x@y.example?subject=%0D%0ABcc:z", None),
        ("<https://a.example/a b>", "https://a.example/a b"),
        (r"https://a.example/x\)", "https://a.example/x)"),
        (r"https://a.example/a\_b", None),
        ("https://a.example/?a=1&b=2&copy=3", None),
        ("https://a.example/?a=1&amp;b=2", "https://a.example/?a=1&b=2"),
        ("https://a.example/&#x202e;", None),
        ("https://a.example/\u202e\u200b", "https://a.example/%E2%80%AE%E2%80%8B"),
    ],
)
def test_an_address_is_kept_to_the_letter(written: str, address: str | None) -> None:
    tree = made(f"See [words]({written}).")

    assert [one.url for one in all_inlines(tree) if isinstance(one, Link)] == [address or written]


@given(st.text(alphabet="abzé%26/?=&_~.-:;,'+$!@", min_size=1, max_size=30))
def test_any_address_is_kept_to_the_letter(end: str) -> None:
    url = f"https://a.example/{end.replace('&amp;', '')}"
    tree = made(f"[words]({url})")

    assert [one.url for one in all_inlines(tree) if isinstance(one, Link)] == [url]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("> a\n> b", ["> a", "> b"]),
        ("[1]: x\n[2]: y", ["[1]: x", "[2]: y"]),
        ("words\n________\nmore", ["words", "________", "more"]),
        ("✓ a\n☐ b", ["✓ a", "☐ b"]),
        ("a\u2029b\x0cc", ["a", "b", "c"]),
        ("a\rb\r\n\r\nc", ["a b", "c"]),
        ("two\nlines\n---", ["two lines", "---"]),
        ("    Rua 1\n    Lisboa", ["Rua 1⏎Lisboa"]),
        ("Address:\n    Rua 1\n    Lisboa", ["Address:", "Rua 1⏎Lisboa"]),
        ("    First line set in,\nthe second not.", ["First line set in, the second not."]),
        ("```\n*a*\n\n# b\n```", ["```⏎*a*⏎⏎# b⏎```"]),
        ("```\n*a*", ["``` /a/"]),
        ("a\n# B\nc", ["a", "*B*", "c"]),
    ],
)
def test_lines_are_paragraphs_where_they_stand_by_themselves(text: str, printed: list[str]) -> None:
    assert outline(text) == printed
