"""`escp-docs check`: say what the call would object to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version

import click

from escp_docs import files
from escp_docs.cli import arguments, complete
from escp_docs.errors import UnreadableError
from escp_docs.files.call_files import Calls
from escp_docs.judging import one_spec, several_specs
from escp_docs.judging.one_spec import Checked, WhatIf
from escp_docs.judging.result import Result, status
from escp_docs.report.selection import Selection, codes, narrowed
from escp_docs.rules import ALL_RULES, BY_CODE

FORMATS = ("text", "json", "sarif", "junit", "github")


@dataclass(frozen=True, slots=True)
class _Otherwise:
    """The options that judge a spec otherwise than as written."""

    call: str | None
    strand: str | None
    without: str | None


@click.command("check")
@click.argument("specs", metavar="SPEC...", nargs=-1, required=True, shell_complete=complete.specs)
@click.option(
    "--format",
    "style",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How to write the findings.",
)
@click.option("--strict", is_flag=True, help="Fail on warnings and open questions too.")
@click.option(
    "--select",
    multiple=True,
    metavar="CODES",
    help="Show these rules alone: codes or beginnings of codes, as in CON,BUD003.",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="CODES",
    help="Leave these rules out. Neither option changes the verdict.",
)
@click.option(
    "--call",
    metavar="ID",
    help="Judge by another call, and say what that changes.",
    shell_complete=complete.calls,
)
@click.option("--strand", metavar="S", help="Judge in another strand, and say what that changes.")
@click.option(
    "--without", metavar="PARTNER", help="Judge without a partner, and say what goes with it."
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing; the exit status says it.")
@click.pass_context
def command(  # noqa: PLR0913, PLR0917  # one per option
    ctx: click.Context,
    specs: tuple[str, ...],
    style: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    call: str | None,
    strand: str | None,
    without: str | None,
    *,
    strict: bool,
    quiet: bool,
) -> None:
    r"""Check each SPEC against its call: the verdict, and all findings at once.

    A SPEC is a YAML file, a folder of YAML files, or - for standard input.

    \b
    Exit status:
      0  no requirement is failed
      1  one is (with --strict also a warning or an open question)
      2  a spec or the arguments cannot be read
    """
    selection = _selection(select, ignore)
    results = _results(specs, _Otherwise(call, strand, without))
    shown = tuple(narrowed(result, selection) for result in results)
    for piece in () if quiet else _written(style, shown, strict=strict):
        click.echo(piece, nl=False)
    ctx.exit(status(shown, strict=strict))


def _selection(select: Sequence[str], ignore: Sequence[str]) -> Selection:
    selection = Selection(codes(select), codes(ignore))
    arguments.check_codes("--select", selection.only, tuple(BY_CODE))
    arguments.check_codes("--ignore", selection.without, tuple(BY_CODE))
    return selection


def _written(style: str, results: tuple[Result, ...], *, strict: bool) -> Iterator[str]:
    # Each format is imported when it is asked for, so that `check` starts at once.
    match style:
        case "json":
            from escp_docs.report import json_report  # noqa: PLC0415

            return json_report.written(results, version("escp-docs"))
        case "sarif":
            from escp_docs.report import sarif  # noqa: PLC0415

            return sarif.written(results, version("escp-docs"), ALL_RULES)
        case "junit":
            from escp_docs.report import junit  # noqa: PLC0415

            return junit.written(results, strict=strict)
        case "github":
            from escp_docs.report import github  # noqa: PLC0415

            return github.written(results, strict=strict)
        case _:
            from escp_docs.cli.paint import paint  # noqa: PLC0415
            from escp_docs.report import text  # noqa: PLC0415

            return text.written(results, paint)


# --- the specs -------------------------------------------------------------------------------


def _results(specs: Sequence[str], otherwise: _Otherwise) -> tuple[Result, ...]:
    calls = Calls()
    partners: set[str] = set()
    found = [_checked(spec, calls, otherwise, partners) for spec in specs]
    readable = [one for one in found if isinstance(one, Checked)]
    if otherwise.without is not None and readable and otherwise.without not in partners:
        message = arguments.unknown("partner", otherwise.without, sorted(partners))
        raise click.BadParameter(message, param_hint="'--without'")
    compared = iter(several_specs.results(readable))
    return tuple(one if isinstance(one, Result) else next(compared) for one in found)


def _checked(
    spec: str, calls: Calls, otherwise: _Otherwise, partners: set[str]
) -> Checked | Result:
    """Return a spec judged alone, or why it cannot be read; note its partners."""
    calls = calls.beside(spec)
    try:
        read = one_spec.read(files.spec_sources(spec), calls)
    except UnreadableError as error:
        return Result(spec, faults=error.faults)
    partners.update(partner.id for partner in read.spec.partners)
    call = arguments.call_named(otherwise.call, calls) if otherwise.call else None
    strand = otherwise.strand and arguments.strand_named(otherwise.strand, call or read.call)
    return one_spec.checked(spec, read, WhatIf(call, strand, otherwise.without))
