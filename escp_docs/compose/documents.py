"""The way from a template to a document tree."""

from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches
from functools import partial
from types import MappingProxyType
from typing import Final

from escp_docs.compose.document_types import (
    AGREEMENT,
    APPLICATION,
    DocumentRequest,
    DocumentType,
    Each,
)
from escp_docs.compose.figures.budget_chart import budget_chart
from escp_docs.compose.figures.effort import effort
from escp_docs.compose.figures.governance import governance
from escp_docs.compose.figures.indicator_curves import indicator_curves
from escp_docs.compose.figures.logic_map import logic_map
from escp_docs.compose.figures.partner_map import partner_map
from escp_docs.compose.figures.risk_matrix import risk_matrix
from escp_docs.compose.figures.timeline import timeline
from escp_docs.compose.figures.work_flow import work_flow
from escp_docs.compose.markdown.glyphs import printable
from escp_docs.compose.markdown.markup import MarkupError, blocks_of
from escp_docs.compose.numbering import numbered
from escp_docs.compose.pictures import Logos, SpecPicture, with_pictures
from escp_docs.compose.templates.environment import render
from escp_docs.compose.templates.locating import place_of
from escp_docs.compose.values.calendar import calendar_events
from escp_docs.compose.values.other_documents import Evidence
from escp_docs.compose.values.template_globals import values
from escp_docs.compose.wording import with_wording
from escp_docs.document import Block, Clause, Document, Figure, Heading, plain, walk
from escp_docs.document.remarks import with_remarks
from escp_docs.errors import Fault, TemplateError
from escp_docs.finding import Place
from escp_docs.language.english.language import ENGLISH
from escp_docs.language.language import Language
from escp_docs.model.call import Call
from escp_docs.model.short_names import called_by_short_names
from escp_docs.model.spec import Spec
from escp_docs.spelling import nearest

WORLD: Final = "look/world.json"
"""The name of the outlines of countries among the templates."""

_NO_PICTURES: Final[SpecPicture] = MappingProxyType({})

_Draw = Callable[[Spec, Mapping[str, str], Language], Figure]
_DRAWINGS: Final[Mapping[str, _Draw]] = {
    "timeline": lambda spec, _, language: timeline(spec, language.figures.timeline),
    "flow": lambda spec, _, language: work_flow(spec, language),
    "map": lambda spec, templates, language: partner_map(spec, templates[WORLD], language),
    "effort": lambda spec, _, language: effort(spec, language),
    "governance": lambda spec, _, language: governance(spec, language),
    "risks": lambda spec, _, language: risk_matrix(spec, language),
    "budget": lambda spec, _, language: budget_chart(spec, language),
    "logic": lambda spec, _, language: logic_map(spec, language),
    "indicators": lambda spec, _, language: indicator_curves(spec, language),
}


def compose(  # noqa: PLR0913  # what a document is made of
    paper: DocumentRequest,
    spec: Spec,
    call: Call,
    templates: Mapping[str, str],
    printed: date,
    *,
    draft: bool,
    evidence: Evidence | None = None,
    language: Language = ENGLISH,
    pictures: SpecPicture = _NO_PICTURES,
    precedent: bool = False,
) -> Document:
    """Return one document of a spec.

    Args:
        paper: Which document.
        spec: What the partnership states.
        call: The call that it answers.
        templates: The templates by their path below the folder of templates.
        printed: The date that is printed.
        draft: Whether every page says so.
        evidence: What documents about the spec and the other documents are made from.
        language: What the document is written in; the templates have to be, too.
        pictures: Those that the spec names and that can be shown.
        precedent: Whether it is made for no consortium yet.

    Raises:
        TemplateError: a template is broken, or names what no spec can have.
    """
    kind = paper.kind
    # An application by own templates may have an order of its own.
    if kind.name == APPLICATION and "form_sections" in templates.get(kind.template, ""):
        _check_form(call, spec.strand, templates)
    logos = Logos(spec, pictures, language)
    known = values(
        *(spec, call, printed, paper, evidence, logos),
        language=language,
        draft=draft,
        precedent=precedent,
    )
    text, binder = render(templates, kind.template, known, language)
    try:
        draw = partial(_draw, spec, templates, language)
        blocks = blocks_of(text, binder, draw, kind.numbering, language)
        if kind.name == AGREEMENT or kind.remarks:
            blocks = with_wording(blocks, spec.agreement.wording, language, draft=draft)
        blocks = numbered(with_pictures(blocks, pictures), language)
        if kind.remarks:
            blocks = with_remarks(blocks, _remarks(kind, templates, known, language))
        _check_answers(blocks, evidence)
    except (MarkupError, ValueError, IndexError) as error:
        raise TemplateError(_located(error, kind, templates, language)) from error
    coordinator = spec.partner(spec.consortium.coordinator)
    acronym = printable(spec.project.acronym)
    return Document(
        name=paper.name,
        title=f"{_title(paper, spec, call, language)} – {acronym}",
        acronym=acronym,
        date=printed,
        language=language.tag,
        author=printable((coordinator and coordinator.legal_name) or acronym),
        draft=draft,
        blocks=blocks,
        subject=f"{call.title}, {call.number}",
        keywords=tuple(printable(keyword) for keyword in spec.project.keywords or ()),
        logos=logos.running(),
        events=calendar_events(spec, call, language) if "ics" in kind.formats else (),
    )


def _check_form(call: Call, strand: str | None, templates: Mapping[str, str]) -> None:
    """Refuse a form with a section whose template is nowhere."""
    for section in call.sections(strand):
        if section.template and section.template not in templates:
            near = nearest(section.template, tuple(templates))
            hint = f"did you mean {near!r}?" if near else "it belongs below templates/"
            fact = f"the form of {call.id} names the template {section.template!r}"
            raise TemplateError(Fault(f"{fact}, and there is no such file", hint))


def _remarks(
    kind: DocumentType,
    templates: Mapping[str, str],
    known: Mapping[str, object],
    language: Language,
) -> dict[str, str]:
    """Return what is said about clauses, by their ids."""
    text, binder = render(templates, kind.remarks, known, language)
    blocks = blocks_of(text, binder, _no_figure, kind.numbering, language)
    found = [one for one in walk(blocks) if isinstance(one, Clause)]
    return {one.id: plain(one.children) for one in found if one.id}


def _no_figure(name: str) -> Figure:
    raise MarkupError("a remark has no figure", name)


def _check_answers(blocks: tuple[Block, ...], evidence: Evidence | None) -> None:
    """Refuse a heading that answers a rule which does not exist."""
    if evidence is None:
        return
    known = list(dict.fromkeys(one.rule.code for one in evidence.verdict.judged))
    for block in walk(blocks):
        for code in block.answers if isinstance(block, Heading) else ():
            if code not in known:
                near = get_close_matches(code, known, n=1, cutoff=0)
                raise MarkupError(f"there is no rule {code!r}; did you mean {near[0]}?", code)


def _title(paper: DocumentRequest, spec: Spec, call: Call, language: Language) -> str:
    if paper.kind.name == AGREEMENT and spec.agreement.title:
        return printable(spec.agreement.title)
    if paper.subject:
        return f"{language.title(paper.kind.name)}, {printable(_subject(paper, spec, language))}"
    if paper.kind.name == APPLICATION and not (call.form and call.form.title):
        return language.compliance.short_titles["application"]
    return language.title(paper.kind.name)


def _subject(paper: DocumentRequest, spec: Spec, language: Language) -> str:
    """Return the id of the partner, or the name of the target, that a document is for."""
    if paper.kind.each is not Each.ORGANISATION:
        return paper.subject
    target = (spec.target_countries or ())[paper.index]
    return language.country(target.country) if target.country else target.name


def _draw(spec: Spec, templates: Mapping[str, str], language: Language, name: str) -> Figure:
    if name not in _DRAWINGS:
        raise MarkupError(f"there is no figure {name!r}; there is {', '.join(_DRAWINGS)}", name)
    return _DRAWINGS[name](called_by_short_names(spec), templates, language)


def _located(
    error: Exception, kind: DocumentType, templates: Mapping[str, str], language: Language
) -> Fault:
    """Return the fault with the template and line where its words stand, as far as can be told."""
    near = error.near.strip() if isinstance(error, MarkupError) else ""
    if found := place_of(near, templates, kind.template, language):
        return Fault(str(error), "mend it there", *found)
    fix = f"look for {near!r}" if near else None
    return Fault(str(error), fix, Place(kind.template, 1, 1))
