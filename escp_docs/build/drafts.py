"""Documents as pages in a moment, to look at while one writes: drafts by a second engine.

They lie in `draft/` beside what is built, in no manifest; nothing that is handed in has them.
"""

from pathlib import Path
from typing import Final

from escp_docs.build.options import BuildOptions
from escp_docs.build.planning import folder_of, plan
from escp_docs.build.selection import DocumentSelection
from escp_docs.build.spec_inputs import read
from escp_docs.document import Document
from escp_docs.errors import EscpError
from escp_docs.export.typst.writer import to_draft
from escp_docs.files.call_files import Calls
from escp_docs.files.writing import write

FOLDER: Final = "draft"


def drafts(name: str, options: BuildOptions) -> tuple[Path, ...]:
    """Write the PDFs that are asked for as drafts; return where they lie.

    Raises:
        UnreadableError: the spec, or a template, cannot be read.
        UnknownNameError: the spec has no such document, or it has no PDF.
        EscpError: a document cannot be made or written.
    """
    spec = read(name, Calls(options.calls), options.templates)
    printed = options.as_of or spec.reading.spec.project.drafting_date or options.today
    if printed is None:
        raise EscpError("nothing states the date to print; fix: hand in as_of or today")
    wanted = DocumentSelection.of(options.documents, ("pdf",)).of_spec(spec.reading.spec)
    # Pages of other documents are not looked up: these are not the pages that are handed in.
    composed = plan(name, spec.reading, wanted, spec.templates, printed, lambda _: {})
    home = options.folder(folder_of(spec.reading.spec.project.acronym)) / FOLDER
    made = []
    for one in wanted:
        document = composed.documents[one.paper.name]
        assert isinstance(document, Document)  # what has a PDF has pages
        path = home / one.file
        write(path, to_draft(document, spec.look), options.state)
        made.append(path)
    return tuple(made)
