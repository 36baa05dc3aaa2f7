"""The style sheets in an SVG as attributes of its elements, as far as they draw something."""

from collections.abc import Iterator
from typing import Final

import tinycss2
from lxml import etree

from escp_docs.pattern import pattern

_SIMPLE: Final = pattern(r"(?P<tag>[A-Za-z]\w*)?(?:(?P<sign>[.#])(?P<name>[\w-]+))?")

PROPERTIES: Final = frozenset(
    {
        *("fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity"),
        *("stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray"),
        *("stroke-dashoffset", "opacity", "color", "clip-path", "clip-rule", "mask", "display"),
        *("visibility", "stop-color", "stop-opacity", "font-size", "font-weight", "font-style"),
        *("font-family", "text-anchor", "letter-spacing", "word-spacing", "paint-order"),
    }
)
"""What an attribute of that name draws; all else that a style says is left out."""

Rule = tuple[str, str, str, dict[str, str]]
"""The element, the sign and the name that a rule is for, and what it says."""


def rules(css: str) -> Iterator[Rule]:
    """Yield the rules of a style sheet that are for an element, a class or an id alone."""
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type != "qualified-rule":
            continue  # what it loads, and for which media
        said = declarations(tinycss2.serialize(rule.content))
        for selector in tinycss2.serialize(rule.prelude).split(","):
            found = _SIMPLE.fullmatch(selector.strip())
            if found and found[0]:
                yield found["tag"] or "", found["sign"] or "", found["name"] or "", said


def declarations(css: str) -> dict[str, str]:
    """Return what a style says of the properties that draw something."""
    found: dict[str, str] = {}
    for one in tinycss2.parse_declaration_list(css, skip_comments=True, skip_whitespace=True):
        if one.type == "declaration" and one.lower_name in PROPERTIES:
            found[one.lower_name] = tinycss2.serialize(one.value).strip()
    return found


def matches(element: etree._Element, rule: Rule) -> bool:
    """Whether a rule is for an element."""
    tag, sign, name, _ = rule
    if tag and etree.QName(element).localname != tag:
        return False
    if sign == ".":
        return name in str(element.get("class", "")).split()
    return not sign or element.get("id") == name
