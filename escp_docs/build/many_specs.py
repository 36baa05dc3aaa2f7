"""Several specs built: one after another, or by several processes; each for itself."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

import click

from escp_docs.build import one_spec
from escp_docs.executing import processes
from escp_docs.build.selection import DocumentSelection
from escp_docs.build.one_spec import NOT_MADE, Report
from escp_docs.cli.progress import Log
from escp_docs.build.options import Options
from escp_docs.build.build_stamp import Stamp, said
from escp_docs.files import STDIN


def build(names: Sequence[str], options: Options, done: Mapping[str, Stamp]) -> int:
    """Build each spec and print how it went, in order; return the highest status of all.

    Those in `done` are up to date already.

    Raises:
        click.UsageError: there is no such format, or two specs would write the same folder.
    """
    DocumentSelection.of(options.documents, options.formats, everything=options.everything)
    on_terminal = sys.stderr.isatty() and not options.quiet
    if len(names) == 1:
        log = Log(verbose=options.verbose, bar=on_terminal)
        return _told(one_spec.build(names[0], options, log))
    known = _unreadable(names, done)
    known |= {name: Report(0, "" if options.quiet else said(done[name])) for name in done}
    good = [name for name in names if name not in known]
    # No other process can read standard input; one spec alone may have all of them for its files.
    jobs = 0 if STDIN in names or len(good) == 1 else options.jobs
    each = replace(options, jobs=0) if jobs else options
    made = processes.results(partial(_quietly, options=each), good, jobs, _lost)
    with _shown(len(names), on_terminal=on_terminal) as show:
        return max(show(known[name] if name in known else next(made)) for name in names)


def _quietly(name: str, options: Options) -> Report:
    return one_spec.build(name, options, Log(verbose=options.verbose))


def _lost(name: str) -> Report:
    why = "the process that built it was killed; perhaps the memory ran out"
    return Report(
        NOT_MADE, err=f"error: {name}: {why}\n  fix: build it alone, or with a lower -j\n"
    )


def _unreadable(names: Sequence[str], done: Mapping[str, Stamp]) -> dict[str, Report]:
    """Return the specs that cannot be read, after making sure that no two share a folder.

    Raises:
        click.UsageError: two specs would write the same folder.
    """
    unreadable: dict[str, Report] = {}
    taken: dict[str, str] = {}
    for name in names:
        folder = done[name].folder if name in done else one_spec.folder(name)
        if isinstance(folder, Report):
            unreadable[name] = folder
        elif folder in taken:
            raise click.UsageError(
                f"{taken[folder]} and {name} would both write the folder {folder}; "
                "give one of them another acronym, or build them with another -o"
            )
        else:
            taken[folder] = name
    return unreadable


@contextmanager
def _shown(count: int, *, on_terminal: bool) -> Iterator[Callable[[Report], int]]:
    """Hold a function that prints a report; on a terminal a bar grows, and what is said waits."""
    if not on_terminal:
        yield _told
        return
    waiting: list[Report] = []
    with click.progressbar(length=count, file=sys.stderr, show_pos=True, label="  specs") as bar:

        def wait(report: Report) -> int:
            waiting.append(report)
            bar.update(1)
            return report.status

        try:
            yield wait
        finally:
            bar.render_finish()
            for report in waiting:
                _told(report)


def _told(report: Report) -> int:
    click.echo(report.err, err=True, nl=False)
    click.echo(report.out, nl=False)
    return report.status
