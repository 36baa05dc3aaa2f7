"""The folder of one spec: which files are up to date, which were edited, what is written."""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from typing import Any

from escp_docs import files, workflow
from escp_docs.cli.options import Options
from escp_docs.cli.pages import paginated
from escp_docs.cli.read import Spec
from escp_docs.compose import kinds
from escp_docs.document import Document
from escp_docs.workbook import Workbook
from escp_docs.workflow import Plan, Product, Tree, Wanted

Progress = Callable[[str], None]
MANIFEST = "manifest.json"
PENDING = ".manifest.pending.json"
DEPFILE = "documents.d"
_LIBRARIES = (
    "weasyprint",
    "pydyf",
    "resvg-py",
    "fonttools",
    "jinja2",
    "markdown-it-py",
    "babel",
    "xlsxwriter",
)


@dataclass(frozen=True, slots=True)
class Made:
    """A file of the folder after a build.

    `kept` is where an edited one was put aside, `remark` what else is to be said of it. One that
    `is_gone` is not there any more, since the spec has no such document.
    """

    path: Path
    size: int
    pages: int | None
    is_new: bool
    kept: Path | None = None
    remark: str = ""
    is_gone: bool = False


class Desk:
    """Where the documents of one spec are made and laid into their folder.

    Args:
        spec: The spec.
        options: How to build.
        progress: Told of each document that is made.
    """

    def __init__(self, spec: Spec, options: Options, progress: Progress) -> None:
        self._spec, self._options, self._progress = spec, options, progress
        self._home = options.output / workflow.folder_of(spec.reading.spec.project.acronym)
        self._known = _entries(self._home / MANIFEST)
        self._printed: dict[str, Product] = {}
        self._program = " ".join((*_versions().values(), files.program()))

    def pages(self, document: Document) -> Mapping[str, int]:
        """Return the page of each heading in the PDF of a document, from the last build or anew.

        Raises:
            EscpError: the document cannot be made.
        """
        file = f"{document.name}.pdf"
        entry = self._known.get(file)
        if entry is not None and entry["key"] == self._key(document, "pdf"):
            return {one["id"]: one["page"] for one in entry["sections"] if one["page"]}
        return self._pdf(document).exported.page_of

    def make(self, plan: Plan) -> tuple[Made, ...]:
        """Write what is asked for and not up to date; return every file asked for.

        All documents are made before the first is written, so a document that cannot be made
        leaves the folder as it was. The hashes of what is about to be written lie beside the
        manifest until the manifest does, so that a build that was killed does not take its own
        files for edited ones.

        Raises:
            EscpError: a document cannot be made or written.
        """
        home, known = self._home, self._known
        ours = _hashes(known) | _hashes(_entries(home / PENDING))
        there = {name: entry for name, entry in known.items() if (home / name).is_file()}
        every = kinds.papers(plan.reading.spec)
        gone = [name for name, entry in there.items() if entry["document"] not in every]
        fresh = {one.file: self._made(plan, one) for one in plan.wanted if self._is_due(plan, one)}
        entries = {name: entry for name, entry in there.items() if name not in gone}
        for one in plan.wanted:
            if one.file in fresh:
                document = plan.documents[one.paper.name]
                entries[one.file] = workflow.entry(document, one, fresh[one.file])
        if fresh:
            files.write(home / PENDING, json.dumps({"files": entries}).encode())
        kept = {
            name: files.set_aside(home / name)
            for name in (*fresh, *gone)
            if _edited(home / name, ours.get(name, set()))
        }
        for name in gone:
            files.remove(home / name)
        for name, product in fresh.items():
            files.write(home / name, product.exported.data)
        whole = workflow.manifest(plan, entries, _inputs(self._spec), _versions())
        files.write(home / MANIFEST, whole)
        files.remove(home / PENDING)
        if self._options.depfile:
            files.write(home / DEPFILE, _depfile(home, self._spec).encode())
        return tuple(
            Made(
                home / one.file,
                entries[one.file]["bytes"],
                entries[one.file]["pages"],
                one.file in fresh,
                kept.get(one.file),
                fresh[one.file].remark if one.file in fresh else "",
            )
            for one in plan.wanted
        ) + tuple(
            Made(home / name, 0, None, is_new=False, kept=kept.get(name), is_gone=True)
            for name in gone
        )

    def _is_due(self, plan: Plan, one: Wanted) -> bool:
        key = self._key(plan.documents[one.paper.name], one.format)
        path = self._home / one.file
        return self._options.force or not _up_to_date(path, self._known.get(one.file), key)

    def _made(self, plan: Plan, one: Wanted) -> Product:
        document = plan.documents[one.paper.name]
        if one.format == "pdf" and isinstance(document, Document):
            return self._pdf(document)
        self._progress(f"{plan.folder}: {one.file}")
        key = self._key(document, one.format)
        if isinstance(document, Workbook) or not self._is_paginated(one.format):
            return Product(workflow.export(document, one.format, self._spec.look), key)
        exported, remark = paginated(document, self._spec.look)
        # Without its page numbers it is not what was asked for: the next build tries again.
        return Product(exported, "" if remark else key, remark)

    def _pdf(self, document: Document) -> Product:
        """Return the PDF of a document, made once, whether it is asked for or looked up."""
        if document.name not in self._printed:
            self._progress(f"{self._home.name}: {document.name}.pdf")
            exported = workflow.export(document, "pdf", self._spec.look)
            self._printed[document.name] = Product(exported, self._key(document, "pdf"))
        return self._printed[document.name]

    def _is_paginated(self, format_: str) -> bool:
        return format_ == "docx" and self._options.paginate

    def _key(self, document: Tree, format_: str) -> str:
        paginated_ = "paginated" if self._is_paginated(format_) else ""
        return workflow.key_of(document, format_, self._spec.look, f"{self._program} {paginated_}")


def _up_to_date(path: Path, entry: dict[str, Any] | None, key: str) -> bool:
    data = files.read_bytes(path)
    return (
        entry is not None
        and data is not None
        and workflow.sha256(data) == entry["sha256"]
        and entry["key"] == key
    )


def _edited(path: Path, ours: set[str]) -> bool:
    data = files.read_bytes(path)
    return data is not None and workflow.sha256(data) not in ours


def _entries(path: Path) -> dict[str, dict[str, Any]]:
    """Return what a manifest says of each file; nothing if it cannot be trusted."""
    try:
        found = json.loads(files.read_bytes(path) or b"{}")["files"]
    except (ValueError, KeyError, TypeError):
        return {}
    if not isinstance(found, dict):
        return {}
    needed = {"document", "sha256", "bytes", "pages", "key", "sections"}
    return {
        name: entry
        for name, entry in found.items()
        if isinstance(entry, dict) and needed <= entry.keys() and _below(name)
    }


def _below(name: str) -> bool:
    """Whether a name cannot lead out of the folder, whoever wrote the manifest."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts


def _hashes(entries: dict[str, dict[str, Any]]) -> dict[str, set[str]]:
    return {name: {entry["sha256"]} for name, entry in entries.items()}


def _inputs(spec: Spec) -> dict[str, dict[str, str]]:
    return {
        "spec": {
            Path(source.file).name: workflow.sha256(source.text.encode()) for source in spec.sources
        },
        "templates": {
            name: workflow.sha256(text.encode()) for name, text in sorted(spec.templates.items())
        },
    }


def _versions() -> dict[str, str]:
    return {"escp-docs": version("escp-docs")} | {name: version(name) for name in _LIBRARIES}


def _depfile(home: Path, spec: Spec) -> str:
    """Return the rule by which make knows when to build again; a deleted file is no error."""
    names = [os.path.relpath(path).replace(" ", "\\ ") for path in spec.depends_on]
    target = os.path.relpath(home / MANIFEST).replace(" ", "\\ ")
    lines = " \\\n  ".join(names)
    return f"{target}: {lines}\n\n" + "".join(f"{name}:\n" for name in names)
