"""`escp-docs build`: write the documents of a partnership."""

import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import click

from escp_docs import workflow
from escp_docs.cli import folder
from escp_docs.cli.asked import Asked
from escp_docs.cli.calls import Calls
from escp_docs.cli.options import Options
from escp_docs.cli.paint import paint
from escp_docs.cli.read import Spec, read
from escp_docs.errors import EscpError, Fault, TemplateError, UnreadableError
from escp_docs.report import text
from escp_docs.report.summary import summary

OPEN, UNREADABLE, NOT_MADE = 1, 2, 3


class _Date(click.ParamType[date]):
    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a date; write 2020-11-20", param, ctx)


@click.command("build")
@click.argument("specs", metavar="SPEC...", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("output"),
    show_default=True,
    help="Folder for the documents; each spec has a folder of its own in it.",
)
@click.option("-d", "--document", "documents", multiple=True, help="A document; may be repeated.")
@click.option("-f", "--format", "formats", multiple=True, help="docx, pdf, html, xlsx; repeatable.")
@click.option("--all", "everything", is_flag=True, help="Every document in every format.")
@click.option("--final", is_flag=True, help="Refuse while anything is open; with --paginate.")
@click.option(
    "--paginate",
    is_flag=True,
    help="Page numbers in the contents of Word files, from LibreOffice's layout.",
)
@click.option("--force", is_flag=True, help="Make everything again, changed or not.")
@click.option("--as-of", type=_Date(), help="The date that is printed, as 2020-11-20.")
@click.option(
    "--templates",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Your own templates, in place of templates/ beside the spec.",
)
@click.option("--depfile", is_flag=True, help="Write documents.d, from which make learns.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors alone.")
@click.pass_context
def command(  # noqa: PLR0913, PLR0917  # the options of the command
    ctx: click.Context,
    specs: tuple[str, ...],
    output: Path,
    documents: tuple[str, ...],
    formats: tuple[str, ...],
    as_of: date | None,
    templates: Path | None,
    *,
    everything: bool,
    final: bool,
    paginate: bool,
    force: bool,
    depfile: bool,
    quiet: bool,
) -> None:
    r"""Write the documents of each SPEC into a folder of its own.

    Without -d and -f: the application as DOCX and the Partnership Agreement as PDF. What did not
    change is not made again. A document that someone edited is kept beside the new one.

    \b
    Exit status:
      0  all documents are written
      1  --final, and something is open; nothing is written
      2  a spec, a template or the arguments cannot be read
      3  the documents could not be made: a library is missing, the disk is full
    """
    options = Options(
        output=output,
        asked=Asked.of(documents, formats, everything=everything),
        final=final,
        paginate=paginate or final,
        force=force,
        as_of=as_of or _epoch(),
        templates=templates,
        depfile=depfile,
        quiet=quiet,
    )
    ctx.exit(_build(specs, options))


def _epoch() -> date | None:
    import os  # noqa: PLC0415

    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(seconds), UTC).date() if seconds.isdigit() else None


# --- the way of one build --------------------------------------------------------------------


def _build(names: tuple[str, ...], options: Options) -> int:
    specs, statuses = [], [0]
    calls = Calls()
    for name in names:
        try:
            specs.append(read(name, calls, options.templates))
        except UnreadableError as error:
            statuses.append(UNREADABLE)
            _show(error.faults)
    _refuse_one_folder_twice(specs)
    statuses += [_build_one(spec, options) for spec in specs]
    return max(statuses)


def _refuse_one_folder_twice(specs: Sequence[Spec]) -> None:
    taken: dict[str, str] = {}
    for spec in specs:
        name = workflow.folder_of(spec.reading.spec.project.acronym)
        if name in taken:
            raise click.UsageError(
                f"{taken[name]} and {spec.name} would both write the folder {name}; "
                "give one of them another acronym, or build them with another -o"
            )
        taken[name] = spec.name


def _build_one(spec: Spec, options: Options) -> int:
    try:
        desk = folder.Desk(spec, options, _progress(options))
        plan = workflow.plan(
            spec.name,
            spec.reading,
            options.asked.of_spec(spec.reading.spec),
            spec.templates,
            _printed(spec, options),
            desk.pages,
        )
        if options.final and plan.is_open:
            click.echo(summary(plan, (), paint), err=True, nl=False)
            click.echo("nothing is written: --final, and something is open", err=True)
            return OPEN
        made = desk.make(plan)
    except TemplateError as error:
        _show((error.fault,))
        return UNREADABLE
    except UnreadableError as error:
        _show(error.faults)
        return UNREADABLE
    except EscpError as error:
        click.echo(f"error: {error}", err=True)
        return NOT_MADE
    if not options.quiet:
        click.echo(summary(plan, made, paint), nl=False)
    return 0


def _printed(spec: Spec, options: Options) -> date:
    drafted = spec.reading.spec.project.drafting_date
    # The clock is the last resort.
    return options.as_of or drafted or datetime.now().astimezone().date()  # noqa: TID251


def _progress(options: Options) -> folder.Progress:
    if options.quiet or not sys.stderr.isatty():
        return lambda _: None
    return lambda line: click.echo(f"  {line}", err=True)


def _show(faults: Sequence[Fault]) -> None:
    for fault in faults:
        click.echo("\n".join(text.fault_lines(fault)), err=True)
