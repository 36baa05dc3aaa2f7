"""What is wrong with the form of a call: sections that nothing answers, texts that no spec has."""

from collections.abc import Iterator
from typing import Final

from escp_docs.model.call import Call, Form
from escp_docs.model.call.form import FormSection
from escp_docs.model.fact import Fact
from escp_docs.model.schema import text_paths
from escp_docs.model.spec import Spec
from escp_docs.read.plain_values import RawSpec, Steps
from escp_docs.spelling import nearest

_DEEPEST: Final = 4
_COLUMNS: Final = {
    "cover": 6,
    "participants": 5,
    "affiliated_entities": 4,
    "key_staff": 4,
    "work_packages": 5,
    "deliverables": 7,
    "milestones": 6,
    "risks": 4,
}
"""How many rows or columns the templates fill, by the table of the form."""


def form_faults(raw: RawSpec, call: Call) -> None:
    """Add to `raw` a fault for each thing in the form that no document could follow."""
    if call.form is not None:
        for steps, fact, fix in (*_columns(call.form), *_sections(call.form.sections)):
            raw.fault(("form", *steps), fact, fix)
    strands = ((("strands", name), terms) for name, terms in call.strands.items())
    for around, terms in ((("all_strands",), call.all_strands), *strands):
        for steps, fact, fix in _sections(terms.sections):
            raw.fault((*around, *steps), fact, fix)


_Found = Iterator[tuple[Steps, str, str]]


def _columns(of: Form) -> _Found:
    for name, wanted in _COLUMNS.items():
        fact = getattr(of, name)
        if fact is not None and len(fact.value) != wanted:
            yield (
                (name, "value"),
                f"form.{name} has {len(fact.value)} entries, and the table has {wanted}",
                "name each of them in its order; write a template of your own for another table",
            )


def _sections(of: Fact[tuple[FormSection, ...]] | None) -> _Found:
    sections = of.value if of else ()
    seen: set[str] = set()
    for index, section in enumerate(sections):
        below = sections[index + 1].level if index + 1 < len(sections) else 0
        before = sections[index - 1].level if index else 0
        for key, fact, fix in _section(section, before, below, seen):
            steps = ("sections", "value", index, *([key] if key else ()))
            yield steps, f"{_called(section, index)} {fact}", fix
        seen |= {section.id or ""} - {""}


def _called(section: FormSection, index: int) -> str:
    return f"the section {section.title!r}" if section.title else f"section {index + 1} of the form"


def _section(
    section: FormSection, before: int, below: int, seen: set[str]
) -> Iterator[tuple[str, str, str]]:
    answered, texts = section.template or section.keys, text_paths(Spec)
    if not 1 <= section.level <= min(before + 1, _DEEPEST):
        fix = f"write a level from 1 to {min(before + 1, _DEEPEST)}, one deeper than above at most"
        yield "level", f"has the level {section.level}", fix
    if section.template and section.keys:
        yield "keys", "has both a template and keys", "state one of them"
    if not answered and below <= section.level:
        fix = "add `template: ...` or `keys: [...]`, or put sections of a deeper level under it"
        yield "", "is answered by no template and no text of the spec", fix
    if not section.template and not section.title:
        yield "", "has no title", "add `title: ...`, in the words of the form"
    if section.characters is not None and not section.keys:
        fix = "add `keys: [...]`; `pages` is measured on any section"
        yield "characters", "limits characters and does not say of which texts", fix
    if section.id in seen:
        yield "id", f"has the id {section.id!r}, which stands above", "give it another one"
    for path in section.keys or ():
        if path not in texts:
            near = nearest(path, texts)
            fix = f"did you mean {near!r}?" if near else "name a text, such as strategy.impact"
            yield "keys", f"names {path!r}, which is no text of a spec", fix
