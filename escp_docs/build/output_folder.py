"""The folder of one spec: what lies there, what is made anew, how it is laid into its place."""

import errno
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from escp_docs import files
from escp_docs.build import manifest_reading, product
from escp_docs.build.depfile import depfile
from escp_docs.build.due import Due, due, job_of
from escp_docs.build.edit_guard import KnownHashes
from escp_docs.build.manifest import FileEntry
from escp_docs.build.manifest_entry import entry
from escp_docs.build.manifest_entry import manifest as manifest_of
from escp_docs.build.options import DEPFILE, MANIFEST, BuildOptions
from escp_docs.build.page_limits import page_remark
from escp_docs.build.planning import Plan, RequestedFile, folder_of
from escp_docs.build.product import Product
from escp_docs.build.progress import Progress
from escp_docs.build.rendering import Rendered, RenderJob, rendered
from escp_docs.build.result import BuiltFile
from escp_docs.build.spec_inputs import SpecInputs
from escp_docs.build.versions import versions
from escp_docs.compose import document_types
from escp_docs.document import Document
from escp_docs.document.format_names import FormatName
from escp_docs.executing.executor import Executor
from escp_docs.export.formats import Tree, format_named
from escp_docs.files.inputs import program
from escp_docs.files.writing import WriteError


class OutputFolder:
    """Where the documents of one spec are made and laid into their places.

    Args:
        spec: The spec.
        options: How to build.
        executor: Who writes the documents.
        progress: Told of each document that is made.
    """

    def __init__(
        self, spec: SpecInputs, options: BuildOptions, executor: Executor, progress: Progress
    ) -> None:
        self._spec, self._options = spec, options
        self._executor, self._progress = executor, progress
        name = folder_of(spec.reading.spec.project.acronym)
        self.path = options.folder(name)
        self._state = options.state / (f"{name}.for-{options.partner}" if options.partner else name)
        self._known: dict[str, FileEntry] = {}
        self._texts: dict[str, Any] = {}
        self._look_up()
        self._made: dict[tuple[str, FormatName], Rendered] = {}
        self._program = " ".join((*versions().values(), program()))
        self._look = product.look_key(spec.look)

    def pages(
        self, documents: Sequence[Document], wanted: Sequence[RequestedFile]
    ) -> Mapping[str, Mapping[str, int]]:
        """Return the page of each heading in the PDFs of documents, from the last build or anew.

        Nothing if one of them has no PDF that is up to date: pages of some alone would mislead.

        Args:
            documents: Those whose pages others name.
            wanted: What is asked for. A PDF that is not is not made. What else is due of the same
                documents is made beside their PDFs: one takes longer than the other.

        Raises:
            EscpError: a document cannot be made.
        """
        found: dict[str, Mapping[str, int]] = {}
        for one in documents:
            name = f"{one.name}.pdf"
            if self._is_known(name, RenderJob(one, "pdf")):
                found[one.name] = self._known[name].page_of
        new = {one.name: one for one in documents if one.name not in found}
        asked = [one for one in wanted if one.paper.name in new]
        if len(new) > sum(one.format == "pdf" for one in asked):
            return {}
        every = {one.file: job_of(new[one.paper.name], one.format, self._options) for one in asked}
        jobs = {name: job for name, job in every.items() if not self._is_known(name, job)}
        names = _longest_first(jobs)
        works = self._rendered([jobs[name] for name in names])
        for name in self._progress.over(names):
            work, job = next(works), jobs[name]
            self._made[job.document.name, job.format] = work
            if job.format == "pdf":
                found[job.document.name] = work.exported.page_of
        return found

    def make(self, plan: Plan) -> tuple[BuiltFile, ...]:
        """Write what is asked for and not up to date; return every file asked for.

        All documents are made, and lie whole on the disk, before the first is moved into its
        place: one that cannot be made, or a full disk, leaves the folder as it was. What the moved
        files shall be is noted until the manifest is there too, so that a build that was killed
        does not take its own files for edited ones. The caller holds the lock of the folder.

        Raises:
            EscpError: a document cannot be made or written.
        """
        if self.path.is_symlink():
            why = "it is a link, and nothing is written where a link leads"
            raise WriteError(self.path, OSError(errno.ELOOP, why))
        if manifest_reading.is_foreign(self.path / MANIFEST):
            why = "another program wrote it; move it away, or build into another folder"
            raise WriteError(self.path / MANIFEST, OSError(errno.EEXIST, why))
        self._look_up()
        there = {name: one for name, one in self._known.items() if (self.path / name).is_file()}
        every = document_types.requests(plan.reading.spec)
        gone = [name for name, one in there.items() if one.document not in every]
        fresh = self._fresh(due(plan, self.path, self._known, self._key, self._options))
        entries = {name: one for name, one in there.items() if name not in gone}
        for one in plan.wanted:
            if one.file in fresh:
                entries[one.file] = entry(plan.documents[one.paper.name], one, fresh[one.file])
        kept = self._written(plan, fresh, gone, entries)
        return tuple(
            BuiltFile(
                self.path / one.file,
                entries[one.file].bytes,
                entries[one.file].pages,
                one.file in fresh,
                kept.get(one.file),
                self._remark(plan, one, entries[one.file], fresh),
                was_final=self._replaces_final(one.file, fresh, there),
            )
            for one in plan.wanted
        ) + tuple(
            BuiltFile(self.path / name, 0, None, is_new=False, kept=kept.get(name), is_gone=True)
            for name in gone
        )

    def _remark(
        self, plan: Plan, one: RequestedFile, there: FileEntry, fresh: Mapping[str, Product]
    ) -> str:
        """Return why a file is not all that was asked for, and what in it is too long."""
        made = fresh[one.file].remark if one.file in fresh else ""
        read, document = plan.reading, plan.documents[one.paper.name]
        long = page_remark(read.call, read.spec.strand, document, there.pages, there.page_of)
        return "; ".join(filter(None, (made, long)))

    def _replaces_final(
        self, name: str, fresh: Mapping[str, object], there: Mapping[str, FileEntry]
    ) -> bool:
        was_final = name in there and there[name].final
        return was_final and name in fresh and not self._options.final

    def left(self, made: Sequence[BuiltFile]) -> tuple[str, ...]:
        """Return the names of all files that a build left in the folder."""
        names = [one.path.relative_to(self.path).as_posix() for one in made if not one.is_gone]
        return (*names, MANIFEST, *((DEPFILE,) if self._options.depfile else ()))

    def _look_up(self) -> None:
        """Read what the last build said of the files, and of their words."""
        before = manifest_reading.read(self.path / MANIFEST)
        self._known = before.files if before else {}
        self._texts = dict(before.texts) if before else {}

    def _recorded(self, document: Tree, format_: FormatName) -> str:
        """Keep what a document says for the manifest, and return the hash that stands for it."""
        from escp_docs.produced.expected import recorded  # noqa: PLC0415  # for what is made anew

        text = recorded(document, format_)
        digest = product.text_key(text)
        self._texts[digest] = text
        return digest

    # --- made ---

    def _fresh(self, files_due: Mapping[str, Due]) -> dict[str, Product]:
        """Return each file that is not up to date, made anew."""
        names = _longest_first({name: one.job for name, one in files_due.items()})
        works = self._rendered([files_due[name].job for name in names])
        products: dict[str, Product] = {}
        for name in self._progress.over(names):
            one, work = files_due[name], next(works)
            self._progress.took(name, work.seconds, one.why)
            # Without its page numbers it is not what was asked for: the next build tries again.
            key = "" if work.remark else self._key(one.job)
            # Who works on the next file does so meanwhile.
            text = self._recorded(one.job.document, one.job.format)
            products[name] = Product(work.exported, work.parts, key, text, work.remark)
        return {name: products[name] for name in files_due}

    def _rendered(self, jobs: Sequence[RenderJob]) -> Iterator[Rendered]:
        """Yield each document as a file; what was made for its pages is there already."""
        made = [self._made.get((job.document.name, job.format)) for job in jobs]
        left = [job for job, there in zip(jobs, made, strict=True) if there is None]
        works = rendered(left, self._spec.look, self._executor)
        yield from (next(works) if there is None else there for there in made)

    def _is_known(self, name: str, job: RenderJob) -> bool:
        """Whether the last build made a file, and would make the same now."""
        return name in self._known and self._known[name].key == self._key(job)

    def _key(self, job: RenderJob) -> str:
        paginated = "paginated" if job.paginate else ""
        return product.key_of(job.document, f"{job.format} {paginated}", self._look, self._program)

    # --- into the folder ---

    def _written(
        self,
        plan: Plan,
        fresh: Mapping[str, Product],
        gone: Sequence[str],
        entries: Mapping[str, FileEntry],
    ) -> dict[str, Path]:
        """Move what was made into the folder; return where edited files were put aside."""
        known = KnownHashes(self.path, self._state, self._known)
        named = {one.text for one in entries.values()}
        texts = {digest: text for digest, text in self._texts.items() if digest in named}
        inputs = self._spec.inputs
        whole = manifest_of(plan, entries, inputs.hashes(self._spec.call), versions(), texts)
        with files.Staging(self._state) as staging:
            for name, made in fresh.items():
                staging.put(self.path / name, made.exported.data)
            # Changed or not: make goes by its time.
            staging.put(self.path / MANIFEST, whole.as_json())
            if self._options.depfile:
                rule = depfile(self.path, inputs.paths(self._spec.call))
                staging.put(self.path / DEPFILE, rule)
            known.note({name: entries[name].sha256 for name in fresh})
            kept = {
                name: files.set_aside(self.path / name)
                for name in (*fresh, *gone)
                if known.is_edited(name)
            }
            for name in gone:
                files.remove(self.path / name)
            staging.commit()
        known.forget()
        return kept


def _longest_first(jobs: Mapping[str, RenderJob]) -> tuple[str, ...]:
    """Return the names of files so that what takes longest comes first, and the rest beside it."""
    return tuple(sorted(jobs, key=lambda name: not format_named(jobs[name].format).takes_seconds))
