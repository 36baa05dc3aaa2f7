"""The documents in which the keys of a spec are printed."""

from datetime import date
from typing import Final

from escp_docs import files
from escp_docs.compose.document_types import AGREEMENT, APPLICATION, requests
from escp_docs.document import Document
from escp_docs.errors import TemplateError
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.workspace.preview import document_of

_DOCUMENTS: Final = (APPLICATION, AGREEMENT)


def printed_in(spec: OpenSpec, today: date) -> tuple[Document, ...]:
    """Return application and agreement of a spec, without one whose template is broken."""
    templates = files.templates(files.template_files(spec.name, None))
    printed = spec.spec.project.drafting_date or today
    known = requests(spec.spec)
    found = []
    for name in _DOCUMENTS:
        try:
            found.append(document_of(spec, known[name], templates, printed, draft=True))
        except TemplateError:
            continue
    return tuple(found)
