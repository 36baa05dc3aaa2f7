"""Pages of HTML in which one node of every kind was removed, doubled, moved or changed."""

from collections.abc import Iterator
from copy import deepcopy
from itertools import count
from random import Random

import tinycss2
from lxml import html

from tests.support.tampering import Tampered

_DOCTYPE = "<!DOCTYPE html>"


def normal(data: bytes) -> bytes:
    """Return a page as lxml writes it, so that of a changed page no other byte differs."""
    return _written(html.document_fromstring(data.decode()))


def page_nodes(
    data: bytes, seed: int, *, each: int = 1, every: int = 1, only: str = ""
) -> Iterator[Tampered]:
    """Yield a page with elements removed, doubled, moved, changed: `each` of every kind.

    A kind is an element with its class and what holds it; a rule of a style sheet is a node, too.
    Of these files only `every` third, say, is made, and of the changes `only` one, if it is named.
    """
    random, turns = Random(seed), count()
    root = html.document_fromstring(data.decode())
    tree = root.getroottree()
    kinds: dict[str, list[str]] = {}
    for element in root.iter():
        parent = element.getparent()
        if isinstance(element.tag, str) and parent is not None:
            kind = f"{parent.tag} {element.tag} {element.get('class', '')}".strip()
            kinds.setdefault(kind, []).append(tree.getpath(element))
    for kind, paths in sorted(kinds.items()):
        for path in random.sample(paths, min(each, len(paths))):
            for what, change in _CHANGES.items():
                if only not in what or next(turns) % every:
                    continue
                changed = deepcopy(root)
                change(_at(changed, path), random)
                after = _written(changed)
                if after != data:
                    yield f"{what} {kind}", after
    if not only:
        yield from _styles(root, random, every)


def _at(root: html.HtmlElement, path: str) -> html.HtmlElement:
    found = root.xpath(path)
    assert isinstance(found, list)
    (element,) = found
    assert isinstance(element, html.HtmlElement)
    return element


def _written(root: html.HtmlElement) -> bytes:
    return bytes(html.tostring(root, doctype=_DOCTYPE, encoding="utf-8"))


def _remove(element: html.HtmlElement, random: Random) -> None:
    del random
    element.drop_tree()


def _double(element: html.HtmlElement, random: Random) -> None:
    del random
    again = deepcopy(element)
    again.tail = None
    element.addprevious(again)


def _move(element: html.HtmlElement, random: Random) -> None:
    del random
    parent = element.getparent()
    assert parent is not None
    again = deepcopy(element)
    again.tail = None
    element.drop_tree()
    parent.insert(0, again)


def _change(element: html.HtmlElement, random: Random) -> None:
    name = random.choice(sorted(map(str, element.attrib)) or ["other"])
    element.set(name, f"{element.get(name, '')}7")


def _say(element: html.HtmlElement, random: Random) -> None:
    del random
    element.text = f"{element.text or ''}9"


_CHANGES = {
    "removed": _remove,
    "doubled": _double,
    "moved": _move,
    "changed": _change,
    "words in": _say,
}


def _styles(root: html.HtmlElement, random: Random, every: int) -> Iterator[Tampered]:
    """Yield a page with each rule of its styles taken out, and one declaration of each changed."""
    (style,) = root.iter("style")
    rules = tinycss2.parse_stylesheet(style.text or "")
    for index, rule in enumerate(rules):
        if index % every or rule.type not in {"qualified-rule", "at-rule"}:
            continue
        name = " ".join(tinycss2.serialize(rule.prelude).split())[:60]
        text = rule.serialize()
        digits = [place for place, letter in enumerate(text) if letter.isdigit()]
        others = {"without": "", "doubled": text * 2}
        if digits and not text.startswith("@font-face"):
            place = random.choice(digits)
            others["a digit of"] = f"{text[:place]}{(int(text[place]) + 1) % 10}{text[place + 1 :]}"
        for what, other in others.items():
            before, after = rules[:index], rules[index + 1 :]
            changed = deepcopy(root)
            (one,) = changed.iter("style")
            one.text = tinycss2.serialize(before) + other + tinycss2.serialize(after)
            yield f"{what} css {name}", _written(changed)
