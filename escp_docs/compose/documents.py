"""Every document that can be made, and the way from its template to its tree."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from escp_docs.compose import words
from escp_docs.compose.context import values
from escp_docs.compose.effort import effort
from escp_docs.compose.environment import render
from escp_docs.compose.glyphs import printable
from escp_docs.compose.markup import MarkupError, blocks_of
from escp_docs.compose.numbering import numbered
from escp_docs.compose.partner_map import partner_map
from escp_docs.compose.timeline import timeline
from escp_docs.document import Document, Figure, Numbering
from escp_docs.errors import Fault, TemplateError
from escp_docs.finding import Place
from escp_docs.model.call import Call
from escp_docs.model.spec import Spec


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: its name, the list that numbers it, and its formats, the usual first."""

    name: str
    title: str
    numbering: Numbering
    formats: tuple[str, ...]

    @property
    def template(self) -> str:
        """The template that the document begins with."""
        return f"{self.name}/{self.name}.md"


KINDS: Final = {
    kind.name: kind
    for kind in (
        Kind(
            "application",
            "Description of the Action",
            Numbering.LETTERS,
            ("docx", "pdf", "html"),
        ),
        Kind(
            "partnership-agreement",
            "Partnership Agreement",
            Numbering.LEGAL,
            ("pdf", "docx", "html"),
        ),
    )
}
WORLD: Final = "look/world.json"
"""The name of the outlines of countries among the templates."""

_Draw = Callable[[Spec, Mapping[str, str]], Figure]
_DRAWINGS: Final[Mapping[str, _Draw]] = {
    "timeline": lambda spec, _: timeline(spec),
    "map": lambda spec, templates: partner_map(spec, templates[WORLD]),
    "effort": lambda spec, _: effort(spec),
}


def compose(  # noqa: PLR0913  # what a document is made of
    kind: Kind,
    spec: Spec,
    call: Call,
    templates: Mapping[str, str],
    printed: date,
    *,
    draft: bool,
) -> Document:
    """Return one document of a spec.

    Args:
        kind: Which document.
        spec: What the partnership states.
        call: The call that it answers.
        templates: The templates by their path below the folder of templates.
        printed: The date that is printed.
        draft: Whether every page says so.

    Raises:
        TemplateError: a template is broken, or names what no spec can have.
    """
    text, binder = render(templates, kind.template, values(spec, call, printed, draft=draft))
    try:
        blocks = numbered(blocks_of(text, binder, partial(_draw, spec, templates), kind.numbering))
    except (MarkupError, ValueError, IndexError) as error:
        raise TemplateError(_located(error, kind, templates)) from error
    coordinator = spec.partner(spec.consortium.coordinator)
    acronym = printable(spec.project.acronym)
    return Document(
        name=kind.name,
        title=f"{_title(kind, spec)} – {acronym}",
        acronym=acronym,
        date=printed,
        language=words.LANGUAGE,
        author=printable((coordinator and coordinator.legal_name) or acronym),
        draft=draft,
        blocks=blocks,
        subject=f"{call.title}, {call.number}",
        keywords=tuple(printable(keyword) for keyword in spec.project.keywords or ()),
    )


def _title(kind: Kind, spec: Spec) -> str:
    if kind.name == "partnership-agreement" and spec.agreement.title:
        return printable(spec.agreement.title)
    return kind.title


def _draw(spec: Spec, templates: Mapping[str, str], name: str) -> Figure:
    if name not in _DRAWINGS:
        raise MarkupError(f"there is no figure {name!r}; there is {', '.join(_DRAWINGS)}", name)
    return _DRAWINGS[name](spec, templates)


def _located(error: Exception, kind: Kind, templates: Mapping[str, str]) -> Fault:
    """Return the fault with the template and line where its words stand, as far as can be told."""
    near = error.near.strip() if isinstance(error, MarkupError) else ""
    ours = sorted(templates, key=lambda name: (not name.startswith(f"{kind.name}/"), name))
    for name in ours:
        for number, line in enumerate(templates[name].split("\n"), start=1):
            if near and near in line:
                place = Place(name, number, line.index(near) + 1, len(near))
                return Fault(str(error), "mend it there", place, line)
    fix = f"look for {near!r}" if near else None
    return Fault(str(error), fix, Place(kind.template, 1, 1))
