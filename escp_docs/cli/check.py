"""`escp-docs check`: say what the call would object to."""

from pathlib import Path

import click

from escp_docs import api
from escp_docs.cli import complete
from escp_docs.cli.common_options import CALL, CALLS, IGNORE, SELECT, STRAND, WITHOUT
from escp_docs.cli.errors import usage
from escp_docs.cli.figures import show
from escp_docs.cli.named_specs import named, named_specs
from escp_docs.cli.own_version import own_version
from escp_docs.cli.paint import paint, width
from escp_docs.cli.specs_done import SpecsDone, collecting_seldom
from escp_docs.report import styles
from escp_docs.report.selection import Selection, Shown, codes
from escp_docs.report.styles import STYLES
from escp_docs.report.terminal_text import TextLayout
from escp_docs.report.text import totals


@click.command("check")
@click.argument("specs", metavar="[SPEC]...", nargs=-1, shell_complete=complete.specs)
@click.option(
    "--format",
    "style",
    type=click.Choice(STYLES),
    default="text",
    show_default=True,
    help="How to write the findings.",
)
@click.option("--strict", is_flag=True, help="Fail on warnings and open questions too.")
@SELECT
@IGNORE
@CALL
@CALLS
@STRAND
@WITHOUT
@click.option(
    "--figures",
    is_flag=True,
    help="List each figure, date, partner and target in texts with the fact that it agrees with.",
)
@click.option(
    "-v", "--verbose", is_flag=True, help="Show lines, facts, cures and sources of each finding."
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
    calls: Path | None,
    strand: str | None,
    without: tuple[str, ...],
    *,
    strict: bool,
    figures: bool,
    verbose: bool,
    quiet: bool,
) -> None:
    r"""Check each SPEC against its call: the verdict, and all findings at once.

    A SPEC is a YAML file, a folder of YAML files, or - for standard input; by default this folder.
    A folder that holds several specs stands for each of them: a line each, or all with -v.

    \b
    Exit status:
      0  no requirement is failed
      1  one is (with --strict also a warning or an open question)
      2  a spec or the arguments cannot be read
    """
    names = named_specs(specs)
    if figures:
        ctx.exit(show(names, style))
    rules = api.rules()
    selection = Selection(codes(select), codes(ignore))
    ctx.with_resource(collecting_seldom())
    count = SpecsDone(len(names), is_shown=not quiet)
    try:
        selection.only_of([rule.code for rule in rules])
        results = api.check_each(
            names,
            call=call,
            strand=strand,
            without=without,
            calls=calls,
            told=lambda number: count.at(number, "read"),
        )
    except api.ArgumentError as error:
        count.clear()
        raise usage(error, {"select": "'--select'", "ignore": "'--ignore'"}) from error
    is_overview = len(names) > len(named(specs)) and not verbose and selection == Selection()
    shown = Shown(results, selection, strict=strict, told=lambda number: count.at(number, "judged"))
    layout = TextLayout(
        paint,
        is_full=verbose,
        width=width(),
        is_one_of_many=len(names) > 1 or selection != Selection(),
        is_overview=is_overview,
    )
    look = styles.ReportContext(own_version, rules, layout, is_strict=strict)
    for piece in ("" for _ in shown) if quiet else styles.render(style, shown, look):
        count.clear()
        click.echo(piece, nl=False)
    count.clear()
    if style != "text" or quiet:
        ctx.exit(shown.status)
    if len(names) > 1:
        click.echo(totals(shown.verdicts))
    if is_overview:
        click.echo("  a folder of specs: -v tells all of each, and so does `escp-docs check NAME`")
    ctx.exit(shown.status)
