"""Trees at random, and versions of them: what stands in a redline has to come out of it again."""

from typing import Final

from hypothesis import strategies as st
from msgspec.structs import replace

from escp_docs.comparing.trees.plain import plain_blocks
from escp_docs.comparing.trees.versions import with_note_numbers
from escp_docs.document import (
    Block,
    Cell,
    Checkbox,
    Clause,
    Column,
    Contents,
    Cover,
    Emphasis,
    Figure,
    Footnote,
    Heading,
    Inline,
    Landscape,
    LineBreak,
    Link,
    List,
    Note,
    Numbering,
    PageBreak,
    Paragraph,
    Placeholder,
    Reference,
    Signature,
    Strong,
    Style,
    Table,
    Text,
)

WORDS: Final = ("the", "party", "pays", "32", "1,000", "months", "-", "a", "cost", "(b)", "  ", "é")
IDS: Final = ("", "scope", "cap", "law", "fees")

_texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join).map(Text)
_leaves: st.SearchStrategy[Inline] = st.one_of(
    _texts,
    _texts,
    st.just(LineBreak()),
    st.builds(
        Placeholder, st.just(""), st.sampled_from(("[city]", "[sum]")), st.just(""), st.just("")
    ),
    st.builds(Checkbox, st.sampled_from(("yes", "no")), st.booleans()),
    st.builds(
        lambda target, number: Reference(target, f"clause {number}", number),
        st.sampled_from(IDS[1:]),
        st.sampled_from(("1.1", "2")),
    ),
)
_words = st.lists(_leaves, max_size=4).map(tuple)
_marked: st.SearchStrategy[Inline] = st.one_of(
    _leaves,
    st.builds(Strong, _words),
    st.builds(Emphasis, _words),
    st.builds(Link, st.sampled_from(("https://a.example", "https://b.example")), _words),
    st.builds(Footnote, st.just(1), st.lists(_leaves, min_size=1, max_size=3).map(tuple)),
)
LINES: Final = st.lists(_marked, max_size=5).map(tuple)

_paragraphs = st.builds(Paragraph, LINES, st.sampled_from(Style))
_lines: st.SearchStrategy[Block] = st.one_of(
    _paragraphs,
    _paragraphs,
    st.builds(Heading, st.integers(1, 3), LINES, st.sampled_from(IDS), st.just(Numbering.NONE)),
    st.builds(
        Clause,
        st.integers(1, 2),
        LINES,
        st.sampled_from(("1.1", "(a)")),
        st.sampled_from(("1.1", "1.2")),
        st.sampled_from(IDS),
    ),
    st.builds(
        lambda words, id_, svg: Figure(svg, "a picture", words, 1, id_, 10, 10),
        LINES,
        st.sampled_from(IDS),
        st.sampled_from(("<svg/>", "<svg></svg>")),
    ),
    st.builds(
        lambda party, row, field: Signature(field, party, (("Name", row),)),
        LINES,
        LINES,
        st.sampled_from(("A", "B")),
    ),
    st.just(PageBreak()),
)


def _table(blocks: st.SearchStrategy[tuple[Block, ...]], columns: int) -> st.SearchStrategy[Block]:
    rows = st.lists(st.tuples(*[st.builds(Cell, blocks)] * columns), max_size=4).map(tuple)
    heads = st.tuples(*[st.builds(Column, LINES, st.just(1 / columns))] * columns)
    return st.builds(
        lambda head, body, caption, id_: Table(head, body, "a table", caption, 1, id_),
        heads,
        rows,
        LINES,
        st.sampled_from(IDS),
    )


def _nested(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    blocks = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(List, st.lists(blocks, max_size=4).map(tuple), st.booleans()),
        st.builds(Note, blocks),
        _table(blocks, 2),
        _table(blocks, 1),
    )


BLOCKS: Final = st.recursive(_lines, _nested, max_leaves=8)
_top: st.SearchStrategy[Block] = st.one_of(
    BLOCKS,
    BLOCKS,
    BLOCKS,
    st.builds(Landscape, st.lists(BLOCKS, min_size=1, max_size=3).map(tuple)),
    st.just(Contents("Contents", 2)),
    st.builds(Cover, LINES, LINES, LINES, st.lists(BLOCKS, max_size=2).map(tuple)),
)


def _plain(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return with_note_numbers(plain_blocks(blocks))


TREES: Final = st.lists(_top, max_size=8).map(tuple).map(_plain)


@st.composite
def versions(draw: st.DrawFn) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Draw two versions of one tree: blocks taken away, added, moved, put in another's place."""
    old = draw(TREES)
    new = list(old)
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(new)))
        match draw(st.sampled_from(("add", "drop", "move", "reword"))):
            case "add":
                new.insert(place, draw(_top))
            case "drop":
                del new[place : place + 1]
            case "move":
                taken = new[place : place + 1]
                del new[place : place + 1]
                at = draw(st.integers(0, len(new)))
                new[at:at] = taken
            case _:
                new[place : place + 1] = [
                    _reworded(one, draw(LINES)) for one in new[place : place + 1]
                ]
    return old, _plain(tuple(new))


def _reworded(block: Block, words: tuple[Inline, ...]) -> Block:
    if isinstance(block, Heading | Paragraph | Clause):
        half = len(block.children) // 2
        return replace(block, children=(*block.children[:half], *words, *block.children[half:]))
    return replace(block, caption=words) if isinstance(block, Table | Figure) else block
