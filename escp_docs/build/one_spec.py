"""One spec built from beginning to end: read, composed, written."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from escp_docs import files
from escp_docs.build import build_stamp, precedents
from escp_docs.build.options import BuildOptions
from escp_docs.build.output_folder import OutputFolder
from escp_docs.build.planning import Plan, RequestedFile, folder_of, plan
from escp_docs.build.progress import Progress, timed
from escp_docs.build.result import Built, BuiltFile, OpenPlace, StillOpenError
from escp_docs.build.selection import DocumentSelection
from escp_docs.build.spec_inputs import SpecInputs, read, without_record
from escp_docs.errors import EscpError, UnknownNameError
from escp_docs.executing.executor import Executor
from escp_docs.files.call_files import Calls
from escp_docs.files.locking import locked
from escp_docs.files.named_clauses import with_known_clauses
from escp_docs.files.record import Record
from escp_docs.files.writing import WriteError
from escp_docs.judging.asked import missing_facts
from escp_docs.judging.open_facts import open_facts
from escp_docs.judging.verdict import judge
from escp_docs.language.languages import USUAL
from escp_docs.model.anchors import Anchors
from escp_docs.model.partner_copy import partner_copy
from escp_docs.model.stable_path import named
from escp_docs.produced.sent import Sent
from escp_docs.read import spec as reading
from escp_docs.read.spec import Reading
from escp_docs.rule import Verdict
from escp_docs.spelling import unknown

_OURS: Final = frozenset({"sheets/partners", "portal-sheet", "checklist", "compliance"})
"""Documents with everybody's data, and on everybody's work: the coordinator's own."""


@lru_cache(maxsize=4)
def _calls(own: Path | None) -> Calls:
    return Calls(own)


def folder(name: str, calls: Path | None = None) -> str:
    """Return the name of the folder that a spec is built into; `calls` are those of the user.

    Raises:
        UnreadableError: the spec cannot be read.
    """
    found = reading.spec(files.spec_sources(name), _calls(calls).beside(name))
    return folder_of(found.spec.project.acronym)


def build(
    name: str,
    options: BuildOptions,
    executor: Executor,
    progress: Progress,
    fonts: Sequence[bytes] | None = None,
) -> Built:
    """Write the documents of a spec that are asked for and not up to date.

    `fonts` are those with the letters that no shipped font has, in place of this machine's.

    Raises:
        UnreadableError: the spec, or a template, cannot be read.
        TemplateError: a template cannot be rendered.
        UnknownNameError: the spec has no such document, or the document no such format.
        StillOpenError: it was to be final, and something is open; nothing is written.
        EscpError: a document cannot be made or written.
    """
    if options.final:
        refuse_if_open(name, options)
    work = _Work(name, options, executor, progress, fonts)
    if options.final and work.plan.is_open:
        raise StillOpenError(work.built(()))
    where = f"{work.plan.folder}{f'.for-{options.partner}' * bool(options.partner)}"
    with locked(options.state, where, lambda: progress.waiting(where)) as waited:
        if waited:  # the spec may be another by now
            work = _Work(name, options, executor, progress, fonts)
            if work.plan.folder != where.partition(".")[0]:
                raise EscpError(f"{name} got another acronym meanwhile; fix: build again")
        made = work.folder.make(work.plan)
        built = work.built(made, work.keep_sent() or work.write_mails())
        work.leave_stamp(built)
    return built


def refuse_if_open(name: str, options: BuildOptions) -> None:
    """Make sure that the rules leave nothing open, before anything is composed.

    Raises:
        UnreadableError: the spec cannot be read.
        StillOpenError: they do.
    """
    stated = reading.spec(files.spec_sources(name), _calls(options.calls).beside(name))
    found = with_known_clauses(name, stated, options.templates)
    verdict = judge(found.spec, found.call)
    if verdict.open:
        home = options.folder(folder_of(found.spec.project.acronym))
        raise StillOpenError(_built(name, home, found, verdict))


def refuse_draft(plan: Plan, options: BuildOptions) -> None:
    """Make sure that nothing is open in documents that were composed.

    Raises:
        StillOpenError: something is.
    """
    if plan.is_open:
        built = _built(plan.spec, options.folder(plan.folder), plan.reading, plan.verdict)
        raise StillOpenError(replace(built, open_places=plan.open_places, remarks=plan.remarks))


def _built(name: str, home: Path, found: Reading, verdict: Verdict) -> Built:
    """Return what is known of a build from the spec alone; it is a draft, and has no files."""
    owing = open_facts(found.spec, verdict, call=found.call)
    return Built(
        name,
        home,
        verdict.standing.value,
        is_draft=True,
        open_places=tuple(
            OpenPlace(named(one.path, found.spec), one.ask, one.question, one.label)
            for one in owing.missing
        ),
        rules_to_settle=tuple(dict.fromkeys(one.rule.code for one in verdict.open)),
        remarks=(),
        files=(),
        warnings=tuple(one.rule.code for one in verdict.warned),
        missing=missing_facts(owing),
    )


class _Work:
    """A spec, read and composed."""

    def __init__(
        self,
        name: str,
        options: BuildOptions,
        executor: Executor,
        progress: Progress,
        fonts: Sequence[bytes] | None,
    ) -> None:
        self._options = options
        with timed(progress, "read"):
            whole = _inputs(name, options, fonts)
            self._reading = whole.reading
            self._spec, withheld = _seen(whole, options.partner)
        self._before = self._spec.inputs.fingerprint()
        self.mails: tuple[Path, ...] = ()
        self.folder = OutputFolder(self._spec, options, executor, progress)
        asked = DocumentSelection.of(
            options.documents, options.formats, everything=options.everything
        )
        with timed(progress, "composed"):
            wanted = _for(asked.of_spec(self._spec.reading.spec), options.partner)
            self.plan = plan(
                name,
                self._spec.reading,
                wanted,
                self._spec.templates,
                _printed(self._spec, options),
                partial(self.folder.pages, wanted=wanted),
                final=options.final,
                verdict=judge(whole.reading.spec, whole.reading.call) if withheld else None,
                fonts_for=self._spec.printed_letters,
                precedent=options.precedent is not None,
            )
        self.withheld = withheld

    def keep_sent(self) -> str:
        """Keep what the documents say that leave the house; return why it could not be kept."""
        names = dict.fromkeys(one.paper.name for one in self.plan.wanted)
        sendings = [
            self._told(one)
            for name, one in self.plan.sendings.items()
            if name in names and self._options.is_sent(name)
        ]
        if not sendings or self.plan.spec == files.STDIN:
            return ""
        try:
            Record(self.plan.spec).keep_sent(sendings)
        except WriteError as error:
            return f"what was sent is not kept: {error}"
        return ""

    def _told(self, one: Sent) -> Sent:
        """Return what is kept of a document: for whom it is, and what was left out of it."""
        partner = self._options.partner
        return replace(one, partner=partner, withheld=self.withheld) if partner else one

    def write_mails(self) -> str:
        """Write draft mails with what leaves the house; return why it could not be done."""
        from escp_docs.build.mails import write_mails  # noqa: PLC0415  # hardly any build has some

        try:
            if self._options.sends and self._options.precedent is None:
                self.mails = write_mails(self.plan, self.folder.path, self._options)
        except WriteError as error:
            return f"a draft mail is not written: {error}"
        return ""

    def built(self, made: Sequence[BuiltFile], remark: str = "") -> Built:
        """Return what the build comes to."""
        plan = self.plan
        return replace(
            _built(plan.spec, self.folder.path, self._reading, plan.verdict),
            is_draft=plan.is_open,
            open_places=plan.open_places,
            remarks=plan.remarks,
            files=tuple(made),
            remark=remark,
            mails=self.mails,
            package=build_stamp.last_package(plan.spec, self._options),
            signed=build_stamp.signed(plan.spec),
        )

    def leave_stamp(self, built: Built) -> None:
        """Note what this build was made from, so that the next one need not look.

        Not if something is to be tried again, nor if the spec changed while it was read, nor if
        fonts of this machine are asked for: which there are may change without any input changing.
        """
        if self._spec.other_letters:
            return
        inputs, options = self._spec.inputs, self._options
        hashes = build_stamp.hashes(self.folder.path, self.folder.left(built.files))
        now = inputs.fingerprint()
        if any(one.remark for one in built.files) or not now or now != self._before or not hashes:
            return
        by_clock = options.as_of is None and self._spec.reading.spec.project.drafting_date is None
        stamp = build_stamp.Stamp(
            inputs=now,
            named=inputs.named,
            clock=self.plan.printed.isoformat() if by_clock else None,
            files=hashes,
            built=built.as_unchanged,
            record=repr(self._reading.handed_in) if "checklist" in self.plan.documents else "",
        )
        build_stamp.leave(self.plan.spec, options, stamp)


def _inputs(name: str, options: BuildOptions, fonts: Sequence[bytes] | None) -> SpecInputs:
    """Return what the documents are made from: a spec, or a call for no consortium yet."""
    calls = _calls(options.calls)
    if options.precedent is not None:
        return precedents.inputs(options.precedent, calls, options)
    found = read(name, calls, options.templates, fonts)
    return without_record(found) if options.packs else found


def _seen(spec: SpecInputs, partner: str) -> tuple[SpecInputs, tuple[str, ...]]:
    """Return a spec as a partner may see it, and the anchors of what was left out of it.

    Raises:
        UnknownNameError: the spec has no such partner.
    """
    if not partner:
        return spec, ()
    ids = [one.id for one in spec.reading.spec.partners]
    if partner not in ids:
        raise unknown("partner", partner, ids)
    copy = partner_copy(spec.reading.spec, partner, USUAL.questions.left_out)
    anchors = Anchors(copy.spec)
    withheld = tuple(anchors.anchor(path) for path in copy.withheld)
    return replace(spec, reading=replace(spec.reading, spec=copy.spec)), withheld


def _for(wanted: Sequence[RequestedFile], partner: str) -> tuple[RequestedFile, ...]:
    """Return the files that a partner may see: not those that are made for another.

    Raises:
        UnknownNameError: all that were asked for are made for others.
    """
    if not partner:
        return tuple(wanted)
    found = tuple(
        one for one in wanted if one.paper.partner in {"", partner} and one.paper.name not in _OURS
    )
    if wanted and not found:
        raise UnknownNameError(f"{wanted[0].paper.name} is not made for {partner}", "for")
    return found


def _printed(spec: SpecInputs, options: BuildOptions) -> date:
    found = options.as_of or spec.reading.spec.project.drafting_date or options.today
    if found is None:
        raise EscpError("nothing states the date to print; fix: hand in as_of or today")
    return found
