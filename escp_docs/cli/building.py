"""What `build` shows: how it gets on, and what came of each spec."""

import sys
from collections.abc import Mapping, Sequence
from contextlib import closing

import click

from escp_docs import api
from escp_docs.cli.errors import status_of, told, usage
from escp_docs.cli.paint import paint
from escp_docs.cli.progress import Log
from escp_docs.cli.specs_done import SpecsDone
from escp_docs.report import summary

Outcome = api.Built | api.NotBuilt


def build(  # noqa: PLR0913  # what the command was told
    specs: Sequence[str],
    options: api.BuildOptions,
    executor: api.Executor,
    done: Mapping[str, api.Built],
    *,
    quiet: bool,
    verbose: bool,
) -> int:
    """Build each spec and print how it went, in order; return the highest status of all.

    Raises:
        ArgumentError: there is no such format, or two specs would write the same folder.
    """
    on_terminal = sys.stderr.isatty() and not quiet
    log = Log(verbose=verbose, bar=on_terminal and len(specs) == 1)
    found = api.build_each(specs, options, executor=executor, progress=log, done=done)
    status = 0
    count = SpecsDone(len(specs), is_shown=on_terminal)
    with closing(found):  # also where what is told meets a pipe that nobody reads any more
        for number, one in enumerate(found, start=1):
            out, err = outcome(one)
            count.clear()
            _print("" if quiet else out, log.take() + err)
            count.at(number, "built")
            status = max(status, 0 if isinstance(one, api.Built) else status_of(one.error))
    count.clear()
    return status


def build_blank(
    call: str, strand: str, options: api.BuildOptions, *, quiet: bool, verbose: bool
) -> int:
    """Make precedents and print which files they are; return the status.

    Raises:
        EscpError: there is no such call, strand or document, or a document cannot be made.
    """
    log = Log(verbose=verbose, bar=sys.stderr.isatty() and not quiet)
    made = api.precedents(call, strand, options, progress=log)
    shown = f"precedents for no consortium yet: {made.folder.name}\n"
    files = "".join(f"{line}\n" for line in summary.file_lines(made))
    _print("" if quiet else shown + files, log.take())
    return 0


def outcome(one: Outcome) -> tuple[str, str]:
    """Return what came of a spec: what goes to standard output, and what to standard error."""
    if isinstance(one, api.Built):
        return summary.text(one, paint), ""
    match one.error:
        case api.StillOpenError():
            open_still = summary.text(one.error.built, paint)
            return "", f"{open_still}nothing is written: something is open\n"
        case api.ArgumentError():
            return "", f"error: {one.spec}: {usage(one.error).format_message()}\n"
        case _:
            return "", told(one.error)


def _print(out: str, err: str) -> None:
    click.echo(err, err=True, nl=False)
    click.echo(out, nl=False)
