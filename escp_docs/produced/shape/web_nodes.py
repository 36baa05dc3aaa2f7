"""The nodes of pages of HTML: elements with their attributes, and the rules of their styles."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import tinycss2
from lxml import etree

from escp_docs.produced.shape.grammar import ShapeNode
from escp_docs.produced.shape.office_nodes import PlacedNode

WORDS: Final = frozenset(
    {
        *("@id", "@aria-label", "@aria-labelledby", "@aria-describedby", "@title", "@alt"),
        *("@content", "@lang", "@d", "@points", "@transform", "@viewBox", "@font-family"),
        *("li@style:list-style-type", "ol@type", "ol@start"),  # compared with the document's
        *("@headers", "@scope", "@stroke-dasharray", "@viewbox", "@data-label", "@unicode-range"),
    }
)


def nodes(page: etree._Element) -> Iterator[PlacedNode]:
    """Yield every element of a page, and every rule of its style sheets."""
    for element in page.iter():
        if not isinstance(element.tag, str):
            yield PlacedNode(ShapeNode("comment", "", {}), lambda: "")
            continue
        yield from _of_element(element)
        if element.tag == "style":
            for node in rules(element.text or ""):
                yield PlacedNode(node, lambda: "style sheet")


def _of_element(element: etree._Element) -> Iterator[PlacedNode]:
    parent = element.getparent()
    holder = "" if parent is None else str(parent.tag)
    attributes = {str(name): str(value) for name, value in element.attrib.items()}
    style = attributes.pop("style", "")
    attributes |= {f"style:{name}": value for name, value in declarations(style)}
    has_words = bool((element.text or "").strip()) or any(
        (child.tail or "").strip() for child in element
    )
    node = ShapeNode(
        str(element.tag), holder, attributes, has_words and element.tag not in {"style", "title"}
    )
    yield PlacedNode(node, lambda: _place(element))


def _place(element: etree._Element) -> str:
    words = " ".join("".join(map(str, element.itertext())).split())
    return f'"{words[:60]}"' if words else ""


def declarations(text: str) -> Iterator[tuple[str, str]]:
    """Yield the declarations of a style attribute; what is none under the name `?`."""
    for one in tinycss2.parse_blocks_contents(text, skip_comments=True, skip_whitespace=True):
        if one.type == "declaration":
            yield one.name, tinycss2.serialize(one.value).strip()
        else:
            yield "?", one.serialize()


def rules(text: str, within: str = "style") -> Iterator[ShapeNode]:
    """Yield the rules of a style sheet: the selector, and what is declared."""
    for one in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
        yield from _rule(one, within)


def _rule(one: Any, within: str) -> Iterator[ShapeNode]:  # noqa: ANN401  # tinycss2 has no types
    if one.type == "qualified-rule":
        selector = " ".join(tinycss2.serialize(one.prelude).split())
        yield ShapeNode(f"css {selector}", within, _declared(one.content))
    elif one.type == "at-rule":
        name = f"@{one.at_keyword} {' '.join(tinycss2.serialize(one.prelude).split())}".strip()
        if one.content is None or one.lower_at_keyword in {"font-face", "page"}:
            yield ShapeNode(f"css {name}", within, _declared(one.content or ()))
            return
        yield ShapeNode(f"css {name}", within, {})
        inner = tinycss2.parse_rule_list(one.content, skip_comments=True, skip_whitespace=True)
        for rule in inner:
            yield from _rule(rule, f"css {name}")
    else:
        yield ShapeNode(f"css {one.type}", within, {})


def _declared(content: Any) -> Mapping[str, str]:  # noqa: ANN401
    found: dict[str, str] = {}
    for one in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if one.type == "declaration":
            value = tinycss2.serialize(one.value).strip()
            name = "--" if one.name.startswith("--") else one.name
            found[name] = _address_alone(value)
        else:
            found["?"] = one.type
    return found


def _address_alone(value: str) -> str:
    """Return a value; of one that is loaded, where it is loaded from."""
    start = value.find("url(")
    if start < 0:
        return value
    return value[start + 4 :].strip(" \"'")
