"""Pandoc reads the same where people write plain Markdown."""

import json
from collections.abc import Iterator
from typing import Any

import pypandoc
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.prose.outline import outline
from tests.support.sizes import examples

_READER = "commonmark+footnotes+pipe_tables"


def of_pandoc(text: str) -> list[str]:
    """Return a prose as pandoc reads it, in the signs of `outline`."""
    tree = json.loads(pypandoc.convert_text(text, "json", format=_READER))
    return list(_blocks(tree["blocks"], ""))


def _blocks(blocks: list[Any], indent: str) -> Iterator[str]:
    for block in blocks:
        content = block.get("c")
        match block["t"]:
            case "Para" | "Plain":
                yield indent + _words(content)
            case "Header":
                yield f"{indent}*{_words(content[2])}*"
            case "BulletList":
                yield from _items(content, ["•"] * len(content), indent)
            case "OrderedList":
                (start, _, _), items = content
                yield from _items(items, [f"{start + n}." for n in range(len(items))], indent)
            case "Table":
                _, _, _, head, bodies, _ = content
                yield indent + " ‖ ".join(_row(head[1][0]))
                yield from (indent + " | ".join(_row(row)) for row in bodies[0][3])
            case kind:
                raise AssertionError(f"pandoc reads a {kind}")


def _row(row: list[Any]) -> list[str]:
    return ["⏎".join(_blocks(cell[4], "")) for cell in row[1]]


def _items(items: list[Any], labels: list[str], indent: str) -> Iterator[str]:
    for label, item in zip(labels, items, strict=True):
        first, *others = _blocks(item, "")
        yield f"{indent}{label} {first}"
        yield from (f"{indent}  {one}" for one in others)


def _words(inlines: list[Any]) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: Any) -> str:  # noqa: ANN401  # JSON
    content = inline.get("c")
    match inline["t"]:
        case "Str":
            return str(content)
        case "Space" | "SoftBreak":
            return " "
        case "LineBreak":
            return "⏎"
        case "Emph":
            return f"/{_words(content)}/"
        case "Strong":
            return f"*{_words(content)}*"
        case "Link":
            return f"[{_words(content[1])}→{content[2][0]}]"
        case "Note":
            return f"{{{'⏎'.join(_blocks(content, ''))}}}"
        case kind:
            raise AssertionError(f"pandoc reads a {kind}")


_WORD = st.sampled_from(
    ["Clusters", "in", "9", "EUR", "1,000", "(both)", "é.", "a-b", "50 %", "x;"]
)
_MARKED = st.sampled_from(
    [
        *("*em*", "**bold**", "***both***", "*em **bold** em*", "**bold *em***", "*two words*"),
        *("[words](https://a.example/x)", "[*em* w](mailto:x@y.example)", "<https://b.example>"),
        *("&amp;", "&eacute;", r"\*", r"\[x\]", "a[^1]", "b[^2]", "x  \ny", "x\\\ny"),
    ]
)
_line = st.lists(st.one_of(_WORD, _MARKED), min_size=1, max_size=6).map(
    lambda w: "w " + " ".join(w)
)
_item = st.lists(st.one_of(_WORD, _MARKED.filter(lambda one: "\n" not in one)), max_size=4).map(
    lambda words: "i " + " ".join(words)
)
_items_text = st.lists(st.tuples(_item, st.lists(_item, max_size=2)), min_size=1, max_size=4)
_cells = st.lists(_item, min_size=2, max_size=2)

_paragraph = st.lists(_line, min_size=1, max_size=3).map("\n".join)
_bullets = _items_text.map(
    lambda items: "\n".join(
        "\n".join([f"- {item}", *(f"  - {inner}" for inner in inners)]) for item, inners in items
    )
)
_numbers = _items_text.map(
    lambda items: "\n".join(
        "\n".join([f"{n}. {item}", *(f"   - {inner}" for inner in inners)])
        for n, (item, inners) in enumerate(items, 1)
    )
)
_heading = _item.map(lambda words: f"## {words}")
_table = st.lists(_cells, min_size=2, max_size=4).map(
    lambda rows: "\n".join(
        ["| " + " | ".join(rows[0]) + " |", "|---|---|"]
        + ["| " + " | ".join(row) + " |" for row in rows[1:]]
    )
)
_block = st.one_of(_paragraph, _bullets, _numbers, _heading, _table)
_NOTES = "\n\n[^1]: the *first* note\n\n[^2]: the second\n    goes on"
# A paragraph between two blocks: two lists without one are one list to pandoc.
plain_prose = st.lists(_block, min_size=1, max_size=4).map(
    lambda blocks: "\n\nwords\n\n".join(blocks) + _NOTES
)


def agrees(text: str) -> None:
    # A note that nothing marks is printed by us, and dropped by pandoc.
    marked = text + "\n\nlast [^1] [^2]"
    assert outline(marked) == of_pandoc(marked)


@settings(max_examples=examples(25))
@given(plain_prose)
def test_pandoc_reads_the_same(text: str) -> None:
    agrees(text)
