"""The folder of one spec: which files are up to date, which were edited, what is written."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from escp_docs import files
from escp_docs.build import manifest, planning, product
from escp_docs.build import trusted_manifest
from escp_docs.cli.progress import Log
from escp_docs.build.rendering import RenderJob, Rendered, made
from escp_docs.build.options import MANIFEST, Options
from escp_docs.build.edit_guard import KnownHashes
from escp_docs.build.spec_inputs import SpecInputs
from escp_docs.compose import document_types
from escp_docs.document import Document
from escp_docs.build.planning import Plan, Tree, RequestedFile
from escp_docs.build.product import Product

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


class OutputFolder:
    """Where the documents of one spec are made and laid into their folder.

    Args:
        spec: The spec.
        options: How to build.
        log: Told of each document that is made.
    """

    def __init__(self, spec: SpecInputs, options: Options, log: Log) -> None:
        self._spec, self._options, self._log = spec, options, log
        name = planning.folder_of(spec.reading.spec.project.acronym)
        self.home = options.output / name
        self._state = options.state / name
        self._known: dict[str, dict[str, Any]] = {}
        self._texts: dict[str, Any] = {}
        self._look_up()
        self._printed: dict[str, Rendered] = {}
        self._program = " ".join((*_versions().values(), files.program()))
        self._look = product.look_key(spec.look)

    def pages(self, documents: Sequence[Document]) -> Mapping[str, Mapping[str, int]]:
        """Return the page of each heading in the PDFs of documents, from the last build or anew.

        Raises:
            EscpError: a document cannot be made.
        """
        found: dict[str, Mapping[str, int]] = {}
        for one in documents:
            entry = self._known.get(f"{one.name}.pdf")
            if entry is not None and entry["key"] == self._key(RenderJob(one, "pdf")):
                found[one.name] = trusted_manifest.page_of(entry)
        new = {f"{one.name}.pdf": RenderJob(one, "pdf") for one in documents if one.name not in found}
        works = self._made(tuple(new.values()))
        for name in self._log.over(new):
            work, document = next(works), new[name].document
            self._printed[document.name] = work
            found[document.name] = work.exported.page_of
        return found

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
        every = document_types.requests(plan.reading.spec)
        gone = [name for name, entry in there.items() if entry["document"] not in every]
        fresh = self._fresh(plan)
        entries = {name: entry for name, entry in there.items() if name not in gone}
        for one in plan.wanted:
            if one.file in fresh:
                document = plan.documents[one.paper.name]
                text = self._recorded(document)
                entries[one.file] = manifest.entry(document, one, fresh[one.file]) | {"text": text}
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
        before = trusted_manifest.read(self.home / MANIFEST)
        self._known = before.entries if before else {}
        self._texts = dict(before.texts) if before else {}

    def _recorded(self, document: Tree) -> str:
        """Keep what a document says for the manifest, and return the hash that stands for it."""
        from escp_docs.verify.file import recorded  # noqa: PLC0415  # for what is made anew alone

        text = recorded(document)
        digest = product.sha256(json.dumps(text).encode())
        self._texts[digest] = text
        return digest

    # --- what is due ---

    def _fresh(self, plan: Plan) -> dict[str, Product]:
        """Return each file that is not up to date, made anew."""
        due = {
            one.file: (task, why)
            for one in plan.wanted
            for task in [self._task(plan, one)]
            if (why := self._why(one, task))
        }
        # PDFs take longest: they come first, and the rest beside them.
        first = sorted(due, key=lambda name: due[name][0].format != "pdf")
        works = self._made([due[name][0] for name in first])
        products: dict[str, Product] = {}
        for name in self._log.over(first):
            task, why = due[name]
            work = next(works)
            self._log.took(work.seconds, name, why)
            # Without its page numbers it is not what was asked for: the next build tries again.
            products[name] = Product(
                work.exported, "" if work.remark else self._key(task), work.remark
            )
        return {name: products[name] for name in due}

    def _task(self, plan: Plan, one: RequestedFile) -> RenderJob:
        paginate = one.format == "docx" and self._options.paginate
        return RenderJob(plan.documents[one.paper.name], one.format, paginate)

    def _made(self, tasks: Sequence[RenderJob]) -> Iterator[Rendered]:
        """Yield each document as a file; a PDF whose pages were looked up is there already."""
        printed = [self._printed_as(task) for task in tasks]
        left = [task for task, there in zip(tasks, printed, strict=True) if there is None]
        works = made(left, self._spec.look, self._options.jobs)
        yield from (next(works) if there is None else there for there in printed)

    def _printed_as(self, task: RenderJob) -> Rendered | None:
        return self._printed.get(task.document.name) if task.format == "pdf" else None

    def _why(self, one: RequestedFile, task: RenderJob) -> str:
        """Return why a file has to be made anew, empty if it is up to date."""
        if self._options.force:
            return "--force"
        entry, data = self._known.get(one.file), files.read_bytes(self.home / one.file)
        if entry is None or data is None:
            return "it was not there"
        key = self._key(task)
        parts = zip(_CHANGES, entry["key"].split("-"), key.split("-"), strict=False)
        if entry["key"] != key:
            return ", ".join(why for why, old, new in parts if old != new) or "it was unfinished"
        return "" if product.sha256(data) == entry["sha256"] else "someone edited it"

    def _key(self, task: RenderJob) -> str:
        paginated = "paginated" if task.paginate else ""
        format_ = f"{task.format} {paginated}"
        return product.key_of(task.document, format_, self._look, self._program)

    # --- into the folder ---

    def _written(
        self,
        plan: Plan,
        fresh: Mapping[str, Product],
        gone: Sequence[str],
        entries: Mapping[str, Any],
    ) -> dict[str, Path]:
        """Move what was made into the folder; return where edited files were put aside."""
        ours = KnownHashes(self.home, self._state, self._known)
        named = {entry.get("text") for entry in entries.values()}
        texts = {digest: text for digest, text in self._texts.items() if digest in named}
        whole = manifest.manifest(plan, entries, _inputs(self._spec), _versions(), texts)
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


def _inputs(spec: SpecInputs) -> dict[str, dict[str, str]]:
    return {
        "spec": {
            Path(source.file).name: product.sha256(source.text.encode()) for source in spec.sources
        },
        "templates": {
            name: product.sha256(text.encode()) for name, text in sorted(spec.templates.items())
        },
    }


def _versions() -> dict[str, str]:
    return {"escp-docs": version("escp-docs")} | {name: version(name) for name in _LIBRARIES}


def _depfile(home: Path, spec: SpecInputs) -> str:
    """Return the rule by which make knows when to build again; a deleted file is no error."""
    names = [os.path.relpath(path).replace(" ", "\\ ") for path in spec.depends_on]
    target = os.path.relpath(home / MANIFEST).replace(" ", "\\ ")
    lines = " \\\n  ".join(names)
    return f"{target}: {lines}\n\n" + "".join(f"{name}:\n" for name in names)
