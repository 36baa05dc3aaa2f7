"""The sections of the application, as the form of the call lists them."""

from collections.abc import Mapping
from typing import Any

from escp_docs.compose.templates.binder import BoundValue
from escp_docs.document import Text
from escp_docs.model.call import Call
from escp_docs.model.call.form import FormSection
from escp_docs.model.schema import split

Values = dict[str, Any]


def form_sections(call: Call, strand: str | None, known: Mapping[str, Any]) -> list[Values]:
    """Return the sections of the call's form in order; none if it lists none.

    Args:
        call: The call.
        strand: The strand of the spec, which may have a form of its own.
        known: What templates know, by its names: the spec as they see it.

    Returns:
        Each with `title` (empty if the template has its own), `id`, `level`, `template` (empty if
        it has none), `texts` of the spec, `characters` and `pages` that it may have at most (None:
        the form does not say), `addition` and `is_numbered`.
    """
    sections = call.sections(strand)
    numbering = call.form.numbering if call.form else None
    is_numbered = numbering is None or numbering.value != "none"
    return [_section(one, known, is_numbered) for one in sections]


def _section(section: FormSection, known: Mapping[str, Any], is_numbered: bool) -> Values:  # noqa: FBT001
    return {
        "title": BoundValue((Text(section.title),), label=section.title) if section.title else "",
        "id": section.id or "",
        "level": section.level,
        "template": section.template or "",
        "texts": [text_at(known, path) for path in section.keys or ()],
        "characters": section.characters,
        "pages": section.pages,
        "addition": section.addition,
        "is_numbered": is_numbered,
    }


def text_at(known: Mapping[str, Any], path: str) -> Any:  # noqa: ANN401  # whatever stands there
    """Return what templates see at a path of the spec."""
    first, *steps = split(path)
    found = known[str(first)]
    for step in steps:
        found = found[step] if not hasattr(found, str(step)) else getattr(found, str(step))
    return found
