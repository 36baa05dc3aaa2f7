"""Texts as people may type them, at random."""

from hypothesis import strategies as st

_LINE_STARTS = [
    *("", "", "", "- ", "* ", "+ ", "• ", "– ", "o\t", "\uf0b7\t", "> ", "# ", "## ", "| ", "    "),
    *("1. ", "2. ", "3. ", "1) ", "2026. ", "15. ", "a) ", "b) ", "(i) ", "(ii) ", "A. ", "B. "),
    *("1.1 ", "1.2 ", "  - ", "   1. ", "\t", "[^1]: ", "[1]: ", "\\- ", "1\\. ", "+ 5 ", "- 5 "),
]
_PIECES = [
    *("word", "Two words", "é", "x", "7", "12.5", "%", " ", "  ", "\t", "|", ":", ".", ",", "-"),
    *("*", "**", "***", "_", "__", "~~", "`", "```", "\\", "\\*", "\\%", "\\\\", "<", ">", "<b>"),
    *("</b>", "&", "&amp;", "&eacute;", "&#x202e;", "[", "]", "(", ")", "!", "![x](y)", "[^1]"),
    *("[w](https://a.example/%26)", "[w](x.pdf)", "<https://b.example>", "2*3*4", "*em*", "ﬁ"),
    *("\u2028", "\x0b", "---", "|---|---|", "| a | b |", "x\ty\tz", "=", "===", "•", "\u200b"),
]

lines = st.builds(
    lambda start, pieces, end: start + "".join(pieces) + end,
    st.sampled_from(_LINE_STARTS),
    st.lists(st.sampled_from(_PIECES), max_size=6),
    st.sampled_from(["", "", "", "  ", "\\", ":"]),
)
"""Lines with marks of every sort, whole and broken."""

proses = st.lists(st.one_of(lines, st.just("")), min_size=1, max_size=12).map("\n".join)
"""Such lines, one after the other, some blank."""
