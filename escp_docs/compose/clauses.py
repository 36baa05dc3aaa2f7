"""The clauses of an agreement by their ids, as the templates have them, whatever is chosen."""

from collections.abc import Mapping
from textwrap import shorten
from typing import Final

from escp_docs.pattern import pattern

FOLDER: Final = "partnership-agreement/"
"""Where the templates of the agreement lie."""

_INCLUDED: Final = pattern(r'\{% include "([^"]+)" %\}')
_MARKS: Final = pattern(r"\[[^]]*\]\([^)]*\)|\{[{%].*?[}%]\}|\{:[^}]*\}")
_WIDTH: Final = 96
_ID: Final = pattern(r"\{: #([a-z0-9-]+)")


def clause_ids(templates: Mapping[str, str]) -> dict[str, str]:
    """Return the beginning of each clause by its id, in the order in which they are printed.

    `templates` are those of a spec: the shipped ones, and those beside it in their place.
    """
    found: dict[str, str] = {}
    included = _INCLUDED.findall(templates.get(f"{FOLDER}partnership-agreement.md", ""))
    for name in dict.fromkeys((*included, *sorted(templates))):
        if name in templates and name.startswith(FOLDER):
            found |= clauses_of(templates[name])
    return found


def clauses_of(text: str) -> dict[str, str]:
    """Return the beginning of each clause of one template by its id, in their order."""
    found: dict[str, str] = {}
    first = ""
    for line in text.split("\n"):
        first = line if line.startswith("§") else first
        mark = _ID.search(line)
        if first and mark:
            found.setdefault(mark[1], _begun(first))
        if mark or line.startswith("#"):
            first = ""
    return found


def _begun(line: str) -> str:
    """Return the first words of a clause of a template, without its marks."""
    return shorten(_MARKS.sub("…", line.lstrip("§ ")), width=_WIDTH, placeholder=" …")
