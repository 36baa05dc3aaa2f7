"""Inline tokens of the parser of templates to inlines of the tree."""

from collections.abc import Callable

from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct

from escp_docs.compose.markdown.stops import with_single_stops
from escp_docs.document import Emphasis, Inline, LineBreak, Link, Strong, Text
from escp_docs.prose.addresses import leads_to_the_web
from escp_docs.prose.inline import joined


def web_link(href: str, children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return a link to the web or a mail address; the words alone where it leads elsewhere."""
    return (Link(href, children),) if children and leads_to_the_web(href) else children


class Hooks(Struct, frozen=True):
    """What becomes of the parts of a line.

    `words` is given a run of text, `target` where a link leads and its words, `note` the number of
    a footnote.
    """

    words: Callable[[str], tuple[Inline, ...]]
    target: Callable[[str, tuple[Inline, ...]], tuple[Inline, ...]]
    note: Callable[[int], tuple[Inline, ...]]


def inlines_of(node: SyntaxTreeNode, hooks: Hooks) -> tuple[Inline, ...]:
    """Return the inlines of a token of type "inline", or of one with inline children."""
    found: list[Inline] = []
    for child in node.children:
        found.extend(_inline(child, hooks))
    return joined(with_single_stops(found))


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
            return hooks.target(str(node.attrs.get("href", "")), inlines_of(node, hooks))
        case "image":
            title = f' "{node.attrs["title"]}"' if node.attrs.get("title") else ""
            return hooks.words(f"![{node.content}]({node.attrs.get('src', '')}{title})")
        case "footnote_ref":
            return hooks.note(int(node.meta["id"]))
        case "footnote_anchor":
            return ()
        case _:
            return hooks.words(node.content)
