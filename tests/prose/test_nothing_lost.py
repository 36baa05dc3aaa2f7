"""Nothing that was typed is lost, none is added, and the order is kept."""

import re
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from escp_docs.compose.markdown.prose import edited, prose_blocks, source
from escp_docs.prose.doubts import doubts
from escp_docs.prose.folding import unfolded
from escp_docs.prose.lines import split
from tests.prose.kinds import ALL
from tests.prose.outline import outline
from tests.prose.texts import proses
from tests.prose.visible import of_prose, without_spaces
from tests.support.sizes import examples

# What may become structure: marks of lists, headings, tables, emphasis, and what escapes them.
_MARKS = "*#-+=\\|:•–—·o§"
_UNMARKED = str.maketrans("", "", _MARKS)
_SIGNS = "abz19é .,;()%>_~`^$\"'/{}@\n\t*#-+=\\|:•–"


def is_within(printed: str, typed: str) -> bool:
    """Whether the letters of `printed` stand in `typed` in the same order."""
    rest = iter(typed)
    return all(letter in rest for letter in printed)


def holds(text: str) -> None:
    typed, printed = without_spaces(text), of_prose(text)
    assert is_within(printed, typed)
    assert printed.translate(_UNMARKED) == typed.translate(_UNMARKED)


@settings(max_examples=examples(400))
@given(st.text(alphabet=_SIGNS, max_size=120))
def test_no_sign_is_lost_but_marks(text: str) -> None:
    holds(text)


# Pieces with what is seen of them, in any place of a line.
PIECES = {
    "word": "word",
    "Ten ": "Ten",
    " *em* ": "em",
    " **bold** ": "bold",
    "[w](https://a.example/%26_a*b*) ": "w",
    "[w](files/x*y*.pdf) ": "[w](files/x*y*.pdf)",
    "<https://b.example/_*> ": "https://b.example/_*",
    "![a *b*](c.png) ": "![a*b*](c.png)",
    "2*3*4 ": "2*3*4",
    "__init__ ": "__init__",
    "~~x~~ ": "~~x~~",
    "`x*y*` ": "`x*y*`",
    "<br> ": "<br>",
    "5\\% ": "5\\%",
    "\\*x\\* ": "*x*",
    "&eacute; ": "é",
    "&amp;lt; ": "&lt;",
    "ﬁﬄ ": "fiffl",
    "\u202e": "[U+202E]",
    "日": "日",
    "🚀": "[U+1F680]",
    "\x0b": "",
    "  \n": "",
    "\n": "",
    "a[^1] b": "ab",
    "[^no] ": "[^no]",
    "> 100 ": ">100",
}
# What stands at the start of a line, with what is seen of it in any surroundings.
_STARTS = {"": "", "2019. ": "2019.", "> ": ">", "1. ": "1.", "a) ": "a)", "(i) ": "(i)"}
_LINES = st.tuples(
    st.sampled_from(list(_STARTS)), st.lists(st.sampled_from(list(PIECES)), min_size=1, max_size=5)
)


def agrees(lines: list[tuple[str, list[str]]], gap: str) -> None:
    typed = gap.join(start + "".join(pieces) for start, pieces in lines)
    note = "\n\n[^1]: the *note*" if "[^1]" in typed else ""
    seen = "".join(
        _STARTS[start] + "".join(PIECES[piece] for piece in pieces) for start, pieces in lines
    )
    assert "".join(_unmarked(line) for line in outline(typed + note)) == without_spaces(seen)


def _unmarked(line: str) -> str:
    line = re.sub(r"\{the /note/\}|⏎", "", line)
    line = re.sub(r"\[([^\[\]]*)→[^\[\]]*\]", r"\1", line)
    line = re.sub(r"/(em)/|\*(bold)\*", lambda found: found[1] or found[2], line)
    return without_spaces(line)


@settings(max_examples=examples(200))
@given(st.lists(_LINES, min_size=1, max_size=5), st.sampled_from(["\n", "\n\n"]))
def test_pieces_are_seen_as_what_they_are(lines: list[tuple[str, list[str]]], gap: str) -> None:
    agrees(lines, gap)


@pytest.mark.parametrize("kind", ALL)
def test_every_letter_of_every_kind_is_seen(kind: str) -> None:
    """Letters and digits alone: marks, addresses and references to characters aside."""
    text = ALL[kind]
    printed = of_prose(text)
    for word in re.findall(r"[A-Za-z]{3,}", re.sub(r"\([^()]*\)|<[^<>]*>|&\w+;", " ", text)):
        assert word in printed or word in "".join(outline(text))


# --- what else is made of a prose --------------------------------------------------------------


@settings(max_examples=examples(150))
@given(proses)
def test_doubts_have_a_place_and_words(text: str) -> None:
    lines = split(text)
    for doubt in doubts(text):
        assert 1 <= doubt.line <= len(lines)
        assert 1 <= doubt.column <= len(lines[doubt.line - 1]) + 1
        assert doubt.message
        assert doubt.fix
        assert not doubt.message.endswith(".")


@settings(max_examples=examples(150))
@given(proses)
def test_a_prose_on_one_line_for_each_paragraph_is_the_same_prose(text: str) -> None:
    assert of_prose(unfolded(text)) == of_prose(text.strip())


@settings(max_examples=examples(150))
@given(proses)
def test_the_source_of_a_prose_is_the_same_prose(text: str) -> None:
    kept = source(text)

    assert prose_blocks(kept) == prose_blocks(text.strip())
    assert not any(category(letter) == "Cc" and letter not in "\n\t" for letter in kept)
    assert not any(letter in "\x0b\u2028\u2029" for letter in edited(text))
