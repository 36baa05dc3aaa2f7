"""The JSON of a tree as pandoc's own JSON: a foreign writer, which knows the schema alone.

It imports nothing of the program. Pandoc then writes any format that it knows.
"""

import json
from collections.abc import Iterator
from typing import Any

from escp_docs.counting import letter

Node = dict[str, Any]


def pandoc_json(data: bytes, api_version: list[int]) -> bytes:
    """Return what pandoc reads with `-f json` from what we wrote with `-f json`."""
    tree = json.loads(data)
    blocks = [one for block in tree["blocks"] for one in _blocks(block)]
    return json.dumps({"pandoc-api-version": api_version, "meta": {}, "blocks": blocks}).encode()


def _blocks(block: Node) -> Iterator[Node]:  # noqa: C901, PLR0912  # one case per kind
    match block["type"]:
        case "Heading":
            words = [*_words(f"{block['number']} " * bool(block["number"])), *_inlines(block)]
            yield {"t": "Header", "c": [block["level"], _attributes(block["id"]), words]}
        case "Paragraph":
            yield _paragraph(list(_inlines(block)))
        case "Clause":
            yield _paragraph([*_words(f"{block['number']} "), *_inlines(block)])
        case "List":
            items = [[one for inner in item for one in _blocks(inner)] for item in block["items"]]
            if block["ordered"]:
                shape = [1, {"t": "Decimal"}, {"t": "Period"}]
                yield {"t": "OrderedList", "c": [shape, items]}
            else:
                yield {"t": "BulletList", "c": items}
        case "Table":
            yield from _table(block)
        case "Figure":
            caption = _words(f"Figure {block['number']}. ")
            yield _paragraph([*caption, *_inlines({"children": block["caption"]})])
        case "Passage" | "Note" | "Landscape":
            yield from (one for inner in block["blocks"] for one in _blocks(inner))
        case "Cover":
            for name in ("kicker", "title", "subtitle"):
                yield _paragraph(list(_inlines({"children": block[name]})))
            yield from (one for inner in block["blocks"] for one in _blocks(inner))
        case "Signature":
            yield _paragraph(list(_inlines({"children": block["party"]})))
            for label, content in block["rows"]:
                yield _paragraph([*_words(f"{label} "), *_inlines({"children": content})])
            yield _paragraph(_words(block["sign_here"]))
        case "Contents" | "PageBreak":
            pass  # pandoc makes contents of its own
        case other:
            raise ValueError(f"the schema has no {other}")


def _table(block: Node) -> Iterator[Node]:
    if block["caption"]:
        caption = _words(f"Table {block['number']}. ")
        yield _paragraph([*caption, *_inlines({"children": block["caption"]})])
    widths = [
        [{"t": f"Align{_ALIGN[one['align']]}"}, {"t": "ColWidth", "c": one["width"]}]
        for one in block["columns"]
    ]
    heads = [
        _cell([_paragraph(list(_inlines({"children": one["head"]})))]) for one in block["columns"]
    ]
    rows = [
        [
            _attributes(),
            [_cell([b for inner in cell["blocks"] for b in _blocks(inner)]) for cell in row],
        ]
        for row in block["rows"]
    ]
    head = [_attributes(), [[_attributes(), heads]] if block["has_head"] else []]
    body = [_attributes(), 0, [], rows]
    yield {
        "t": "Table",
        "c": [_attributes(), [None, []], widths, head, [body], [_attributes(), []]],
    }


_ALIGN = {"left": "Left", "right": "Right", "centre": "Center"}


def _cell(blocks: list[Node]) -> list[Any]:
    return [_attributes(), {"t": "AlignDefault"}, 1, 1, blocks]


def _inlines(holder: Node) -> Iterator[Node]:
    for inline in holder["children"]:
        match inline["type"]:
            case "Text" | "Field" | "Placeholder" | "AnswerField" | "Reference" | "Elsewhere":
                yield from _words(inline["text"])
            case "Emphasis":
                yield {"t": "Emph", "c": list(_inlines(inline))}
            case "Strong":
                yield {"t": "Strong", "c": list(_inlines(inline))}
            case "Link":
                yield {
                    "t": "Link",
                    "c": [_attributes(), list(_inlines(inline)), [inline["url"], ""]],
                }
            case "Checkbox":
                yield from _words("\u2612" if inline["checked"] else "\u2610")
            case "Footnote":
                words = [*_words(f"{letter(inline['number'])} "), *_inlines(inline)]
                yield {"t": "Superscript", "c": _words(letter(inline["number"]))}
                if inline["children"]:
                    yield {"t": "Note", "c": [_paragraph(words)]}
            case "LineBreak":
                yield {"t": "LineBreak"}
            case other:
                raise ValueError(f"the schema has no {other}")


def _words(text: str) -> list[Node]:
    return [{"t": "Str", "c": text}] if text else []


def _paragraph(inlines: list[Node]) -> Node:
    return {"t": "Para", "c": inlines}


def _attributes(name: str = "") -> list[Any]:
    return [name, [], []]
