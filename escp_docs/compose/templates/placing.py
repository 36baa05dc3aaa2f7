"""A section of the application in its place of the form: its level, its title, its marks."""

import re
from typing import Any, Final

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup

from escp_docs.pattern import pattern

_HEADING: Final = pattern(
    r"^(?P<hashes>#{1,6}) (?P<title>.*?)(?: \{:(?P<marks>[^{}\n]*)\})?[ \t]*$", re.MULTILINE
)
_DEEPEST: Final = 4


def place(text: str, level: int, title: str, *, addition: bool, is_numbered: bool) -> str:
    """Return the text of a section with its headings moved so that the first has a level.

    Args:
        text: What the template says, values still behind markers.
        level: That of the first heading, from 1; nothing goes deeper than 4.
        title: What the first heading says; empty if it keeps its own.
        addition: Whether a form with that title may not have the section.
        is_numbered: Whether headings are numbered.
    """
    first = _HEADING.search(text)
    if first is None:
        return text
    shift = level - len(first["hashes"])

    def placed(found: re.Match[str]) -> str:
        words, marks = found["title"], (found["marks"] or "").split()
        if found.start() == first.start() and title:
            words = title
            marks = [one for one in marks if one != ".addition"] + [".addition"] * addition
        if not is_numbered and ".plain" not in marks:
            marks.append(".plain")
        hashes = "#" * min(max(len(found["hashes"]) + shift, 1), _DEEPEST)
        return f"{hashes} {words}" + (f" {{: {' '.join(marks)} }}" if marks else "")

    return _HEADING.sub(placed, text)


@jinja2.pass_context
def placed(context: Context, text: object, section: dict[str, Any]) -> Markup:
    """Return what a section's template says, in its place: a filter of templates."""
    title = context.environment.finalize(context, section["title"]) if section["title"] else ""  # type: ignore[misc]
    found = place(
        str(text),
        section["level"],
        str(title),
        addition=section["addition"],
        is_numbered=section["is_numbered"],
    )
    return Markup(found)  # noqa: S704  # the text of a template, in which values are markers
