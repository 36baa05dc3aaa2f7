"""Inline tokens of the Markdown parser to inlines of the tree."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlsplit

from markdown_it.tree import SyntaxTreeNode

from escp_docs.document import Emphasis, Inline, LineBreak, Link, Strong, Text

_SCHEMES: Final = frozenset({"http", "https", "mailto"})


def _as_text(text: str) -> tuple[Inline, ...]:
    return (Text(text),) if text else ()


def web_link(href: str, children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return a link to the web or a mail address; the words alone where it leads elsewhere."""
    try:
        scheme = urlsplit(href).scheme.lower()
    except ValueError:
        return children
    return (Link(href, children),) if scheme in _SCHEMES and children else children


@dataclass(frozen=True, slots=True)
class Hooks:
    """What becomes of the parts of a line: prose takes the defaults, templates bring their own.

    `words` is given a run of text, `target` where a link leads and its words, `note` the number of
    a footnote.
    """

    words: Callable[[str], tuple[Inline, ...]] = _as_text
    target: Callable[[str, tuple[Inline, ...]], tuple[Inline, ...]] = web_link
    note: Callable[[int], tuple[Inline, ...]] = lambda _: ()


_PROSE: Final = Hooks()


def inlines_of(node: SyntaxTreeNode, hooks: Hooks = _PROSE) -> tuple[Inline, ...]:
    """Return the inlines of a token of type "inline", or of one with inline children."""
    found: list[Inline] = []
    for child in node.children:
        found.extend(_inline(child, hooks))
    return _joined(found)


def _inline(node: SyntaxTreeNode, hooks: Hooks) -> tuple[Inline, ...]:
    match node.type:
        case "softbreak":
            return (Text(" "),)
        case "hardbreak":
            return (LineBreak(),)
        case "em":
            return (Emphasis(inlines_of(node, hooks)),)
        case "strong":
            return (Strong(inlines_of(node, hooks)),)
        case "link":
            href = unquote(str(node.attrs.get("href", "")))
            return hooks.target(href, inlines_of(node, hooks))
        case "image":
            title = f' "{node.attrs["title"]}"' if node.attrs.get("title") else ""
            source = unquote(str(node.attrs.get("src", "")))
            return hooks.words(f"![{node.content}]({source}{title})")
        case "footnote_ref":
            return hooks.note(int(node.meta["id"]))
        case "footnote_anchor":
            return ()
        case _:
            return hooks.words(node.content)


def _joined(found: list[Inline]) -> tuple[Inline, ...]:
    """Join neighbouring texts, so that words are not cut where the parser cut them."""
    joined: list[Inline] = []
    for inline in found:
        last = joined[-1] if joined else None
        if isinstance(inline, Text) and isinstance(last, Text):
            joined[-1] = Text(last.text + inline.text)
        else:
            joined.append(inline)
    return tuple(joined)
