"""The folder of one spec: which files are up to date, which were edited, what is written."""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from escp_docs import files, workflow
from escp_docs.cli import manifest
from escp_docs.cli.log import Log
from escp_docs.cli.options import MANIFEST, Options
from escp_docs.cli.ours import Ours
from escp_docs.cli.pages import paginated
from escp_docs.cli.read import Spec
from escp_docs.compose import kinds
from escp_docs.document import Document
from escp_docs.workbook import Workbook
from escp_docs.workflow import Plan, Product, Tree, Wanted

PENDING = "pending.json"
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
_CHANGES = ("its words changed", "the look changed", "the program or a library changed")


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

    @property
    def as_unchanged(self) -> "Made":
        """What the next build says of it, if nothing changes."""
        return replace(self, is_new=False, kept=None)


class Desk:
    """Where the documents of one spec are made and laid into their folder.

    Args:
        spec: The spec.
        options: How to build.
        log: Told of each document that is made.
    """

    def __init__(self, spec: Spec, options: Options, log: Log) -> None:
        self._spec, self._options, self._log = spec, options, log
        name = workflow.folder_of(spec.reading.spec.project.acronym)
        self.home = options.output / name
        self._state = options.state / name
        self._known: dict[str, dict[str, Any]] = {}
        self._texts: dict[str, Any] = {}
        self._look_up()
        self._printed: dict[str, Product] = {}
        self._program = " ".join((*_versions().values(), files.program()))
        self._look = workflow.look_key(spec.look)

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

        All documents are made, and lie whole on the disk, before the first is moved into its
        place: one that cannot be made, or a full disk, leaves the folder as it was. What the moved
        files shall be is noted until the manifest is there too, so that a build that was killed
        does not take its own files for edited ones. The caller holds the lock of the folder.

        Raises:
            EscpError: a document cannot be made or written.
        """
        self._look_up()
        there = {name: entry for name, entry in self._known.items() if (self.home / name).is_file()}
        every = kinds.papers(plan.reading.spec)
        gone = [name for name, entry in there.items() if entry["document"] not in every]
        fresh = self._fresh(plan)
        entries = {name: entry for name, entry in there.items() if name not in gone}
        for one in plan.wanted:
            if one.file in fresh:
                document = plan.documents[one.paper.name]
                text = self._recorded(document)
                entries[one.file] = workflow.entry(document, one, fresh[one.file]) | {"text": text}
        kept = self._written(plan, fresh, gone, entries)
        return tuple(
            Made(
                self.home / one.file,
                entries[one.file]["bytes"],
                entries[one.file]["pages"],
                one.file in fresh,
                kept.get(one.file),
                fresh[one.file].remark if one.file in fresh else "",
            )
            for one in plan.wanted
        ) + tuple(
            Made(self.home / name, 0, None, is_new=False, kept=kept.get(name), is_gone=True)
            for name in gone
        )

    def left(self, made: Sequence[Made]) -> tuple[str, ...]:
        """Return the names of all files that a build left in the folder."""
        names = [one.path.relative_to(self.home).as_posix() for one in made if not one.is_gone]
        return (*names, MANIFEST, *((DEPFILE,) if self._options.depfile else ()))

    def _look_up(self) -> None:
        """Read what the last build said of the files, and of their words."""
        before = manifest.read(self.home / MANIFEST)
        self._known = before.entries if before else {}
        self._texts = dict(before.texts) if before else {}

    def _recorded(self, document: Tree) -> str:
        """Keep what a document says for the manifest, and return the hash that stands for it."""
        from escp_docs.verifying import recorded  # noqa: PLC0415  # for what is made anew alone

        text = recorded(document)
        digest = workflow.sha256(json.dumps(text).encode())
        self._texts[digest] = text
        return digest

    # --- what is due ---

    def _fresh(self, plan: Plan) -> dict[str, Product]:
        """Return each file that is not up to date, made anew."""
        why = {one.file: self._why(plan, one) for one in plan.wanted}
        due = {one.file: one for one in plan.wanted if why[one.file]}
        made = {}
        for name in self._log.over(due):
            with self._log.step(name, why[name]):
                made[name] = self._made(plan, due[name])
        return made

    def _why(self, plan: Plan, one: Wanted) -> str:
        """Return why a file has to be made anew, empty if it is up to date."""
        if self._options.force:
            return "--force"
        entry, data = self._known.get(one.file), files.read_bytes(self.home / one.file)
        if entry is None or data is None:
            return "it was not there"
        key = self._key(plan.documents[one.paper.name], one.format)
        parts = zip(_CHANGES, entry["key"].split("-"), key.split("-"), strict=False)
        if entry["key"] != key:
            return ", ".join(why for why, old, new in parts if old != new) or "it was unfinished"
        return "" if workflow.sha256(data) == entry["sha256"] else "someone edited it"

    def _made(self, plan: Plan, one: Wanted) -> Product:
        document = plan.documents[one.paper.name]
        if one.format == "pdf" and isinstance(document, Document):
            return self._pdf(document)
        key = self._key(document, one.format)
        if isinstance(document, Workbook) or not self._is_paginated(one.format):
            return Product(workflow.export(document, one.format, self._spec.look), key)
        exported, remark = paginated(document, self._spec.look)
        # Without its page numbers it is not what was asked for: the next build tries again.
        return Product(exported, "" if remark else key, remark)

    def _pdf(self, document: Document) -> Product:
        """Return the PDF of a document, made once, whether it is asked for or looked up."""
        if document.name not in self._printed:
            exported = workflow.export(document, "pdf", self._spec.look)
            self._printed[document.name] = Product(exported, self._key(document, "pdf"))
        return self._printed[document.name]

    def _is_paginated(self, format_: str) -> bool:
        return format_ == "docx" and self._options.paginate

    def _key(self, document: Tree, format_: str) -> str:
        paginated_ = "paginated" if self._is_paginated(format_) else ""
        return workflow.key_of(document, f"{format_} {paginated_}", self._look, self._program)

    # --- into the folder ---

    def _written(
        self,
        plan: Plan,
        fresh: Mapping[str, Product],
        gone: Sequence[str],
        entries: Mapping[str, Any],
    ) -> dict[str, Path]:
        """Move what was made into the folder; return where edited files were put aside."""
        ours = Ours(self.home, self._state, self._known)
        named = {entry.get("text") for entry in entries.values()}
        texts = {digest: text for digest, text in self._texts.items() if digest in named}
        whole = workflow.manifest(plan, entries, _inputs(self._spec), _versions(), texts)
        with files.Staging(self._state) as staging:
            for name, product in fresh.items():
                staging.put(self.home / name, product.exported.data)
            staging.put(self.home / MANIFEST, whole)  # changed or not: make goes by its time
            if self._options.depfile:
                staging.put(self.home / DEPFILE, _depfile(self.home, self._spec).encode())
            ours.note({name: entries[name]["sha256"] for name in fresh})
            kept = {
                name: files.set_aside(self.home / name)
                for name in (*fresh, *gone)
                if ours.is_edited(name)
            }
            for name in gone:
                files.remove(self.home / name)
            staging.commit()
        ours.forget()
        return kept


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
