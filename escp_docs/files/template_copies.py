"""The built-in templates, to be listed and copied: from a checkout or an installed wheel alike."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct

from escp_docs.compose.clauses import clauses_of
from escp_docs.errors import ArgumentError
from escp_docs.files.inputs import shipped_templates
from escp_docs.files.writing import write
from escp_docs.pattern import pattern
from escp_docs.spelling import unknown

_HEADING: Final = pattern(r"^#{1,4} +(.+?) *\{:[^}]*?#([\w-]+)[^}]*\} *$", re.MULTILINE)
_OWN: Final = "templates"
_FONTS: Final = "look/fonts/"


class TemplateClause(Struct, frozen=True):
    """A heading or a clause of a template: its anchor, and its words as they stand there."""

    template: str
    anchor: str
    title: str


def template_names() -> tuple[str, ...]:
    """Return the names of all templates and files of the look that can be changed, in order."""
    return tuple(sorted(name for name in shipped_templates() if not name.startswith(_FONTS)))


def names_beside(call: Path) -> tuple[str, ...]:
    """Return the names of all texts that a form can name: built in, or beside a call file.

    Those lie in `templates/` beside the file, the folder in which it is, or a spec beside that.
    """
    around = call.absolute().parent.parent
    homes = (call.parent / _OWN, around / _OWN, *sorted(around.glob(f"*/{_OWN}")))
    own = {
        path.relative_to(home).as_posix()
        for home in homes
        for path in home.rglob("*.md")
        if path.is_file()
    }
    return tuple(sorted(own | {name for name in template_names() if name.endswith(".md")}))


def clauses() -> Iterator[TemplateClause]:
    """Yield each heading and each clause with an anchor, template by template."""
    paths = shipped_templates()
    for name in template_names():
        if name.endswith(".md"):
            text = Path(paths[name]).read_text(encoding="utf-8")
            for title, anchor in _HEADING.findall(text):
                yield TemplateClause(name, anchor, title)
            for anchor, words in clauses_of(text).items():
                yield TemplateClause(name, anchor, words)


def copy_templates(name: str, folder: Path) -> tuple[Path, ...]:
    """Copy a template, or all of a folder of them, and return the copies.

    Args:
        name: As in application/impact.md, or application.
        folder: Where `templates/` is kept, as in ours/templates.

    Raises:
        UnknownNameError: there is no such template.
        ArgumentError: one is there already; nothing is written.
        WriteError: the folder cannot be written.
    """
    plain = name.strip().strip("/").removeprefix("templates/")
    found = [one for one in template_names() if one == plain or one.startswith(f"{plain}/")]
    if not plain or not found:
        known = template_names()
        raise unknown("template", name, (*known, *{one.split("/")[0] for one in known}))
    taken = [str(folder / one) for one in found if (folder / one).exists()]
    if taken:
        raise ArgumentError(f"{', '.join(taken)} is there already; nothing is written")
    paths = shipped_templates()
    for one in found:
        write(folder / one, Path(paths[one]).read_bytes())
    return tuple(folder / one for one in found)
