"""One spec built from beginning to end: read, composed, written, told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

import click

from escp_docs import files
from escp_docs.build import planning
from escp_docs.build import build_stamp
from escp_docs.build.selection import DocumentSelection
from escp_docs.files.call_files import Calls
from escp_docs.build.output_folder import OutputFolder, Made
from escp_docs.cli.progress import Log
from escp_docs.build.options import Options
from escp_docs.cli.paint import paint
from escp_docs.build.spec_inputs import SpecInputs, read
from escp_docs.errors import EscpError, Fault, TemplateError, UnreadableError
from escp_docs.files.locking import locked
from escp_docs.read import spec as reading
from escp_docs.report.summary import summary
from escp_docs.report.text import fault_lines

OPEN, UNREADABLE, NOT_MADE = 1, 2, 3
_CALLS: Final = Calls()


@dataclass(frozen=True, slots=True)
class Report:
    """How a build ended: its exit status, and what it prints where."""

    status: int
    out: str = ""
    err: str = ""


def folder(name: str) -> str | Report:
    """Return the folder that a spec is built into, or why it cannot be read."""
    try:
        sources = files.spec_sources(name)
        return planning.folder_of(reading.spec(sources, _CALLS.beside(name)).spec.project.acronym)
    except UnreadableError as error:
        return Report(UNREADABLE, err=_faults(error.faults))


def build(name: str, options: Options, log: Log) -> Report:
    """Write the documents of a spec that are asked for and not up to date.

    No fault of the spec, the templates or the machine goes beyond the report.
    """
    try:
        return _built(name, options, log)
    except UnreadableError as error:
        return Report(UNREADABLE, err=log.text + _faults(error.faults))
    except TemplateError as error:
        return Report(UNREADABLE, err=log.text + _faults((error.fault,)))
    except click.UsageError as error:
        return Report(UNREADABLE, err=f"{log.text}error: {name}: {error.format_message()}\n")
    except EscpError as error:
        return Report(NOT_MADE, err=f"{log.text}error: {error}\n")


def _built(name: str, options: Options, log: Log) -> Report:
    job = _Job(name, options, log)
    if options.final and job.plan.is_open:
        told = "nothing is written: --final, and something is open\n"
        return Report(OPEN, err=log.text + summary(job.plan, (), paint) + told)

    def wait() -> None:
        log.say(f"{job.plan.folder}: another build is at work here; waiting for it")

    with locked(options.state, job.plan.folder, wait) as waited:
        if waited:  # the spec may be another by now
            again = _Job(name, options, log)
            if again.plan.folder != job.plan.folder:
                raise EscpError(f"{name} got another acronym meanwhile; fix: build again")
            job = again
        made = job.desk.make(job.plan)
        job.leave_stamp(made)
    out = "" if options.quiet else summary(job.plan, made, paint)
    return Report(0, out, log.text)


class _Job:
    """A spec, read and composed."""

    def __init__(self, name: str, options: Options, log: Log) -> None:
        self._name, self._options = name, options
        self._inputs = files.fingerprint(name, options.templates)
        with log.step("read"):
            self._spec = read(name, _CALLS, options.templates)
        asked = DocumentSelection.of(options.documents, options.formats, everything=options.everything)
        self.desk = OutputFolder(self._spec, options, log)
        with log.step("composed"):
            self.plan = planning.plan(
                name,
                self._spec.reading,
                asked.of_spec(self._spec.reading.spec),
                self._spec.templates,
                self._options.as_of or _drafted(self._spec) or _today(),
                self.desk.pages,
            )

    def leave_stamp(self, made: Sequence[Made]) -> None:
        """Note what this build was made from, so that the next one need not look.

        Not if something is to be tried again, nor if the spec changed while it was read.
        """
        plan, options = self.plan, self._options
        hashes = build_stamp.hashes(self.desk.home, self.desk.left(made))
        inputs = files.fingerprint(self._name, options.templates)
        if (
            any(one.remark for one in made)
            or hashes is None
            or inputs != self._inputs
            or not inputs
        ):
            return
        stays = [one.as_unchanged for one in made if not one.is_gone]
        by_clock = options.as_of is None and _drafted(self._spec) is None
        build_stamp.leave(
            self._name,
            options,
            build_stamp.Stamp(
                inputs=inputs,
                clock=plan.printed.isoformat() if by_clock else None,
                folder=plan.folder,
                files=hashes,
                standing=plan.verdict.standing.value,
                said=summary(plan, stays, lambda text, _: text),
            ),
        )


def _drafted(spec: SpecInputs) -> date | None:
    return spec.reading.spec.project.drafting_date


def _today() -> date:
    return datetime.now().astimezone().date()  # noqa: TID251  # the clock is the last resort


def _faults(faults: Sequence[Fault]) -> str:
    return "".join("\n".join(fault_lines(fault)) + "\n" for fault in faults)
