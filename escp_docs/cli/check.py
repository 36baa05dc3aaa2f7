"""`escp-docs check`: say what the call would object to."""

from importlib.metadata import version

import click

from escp_docs import files, workflow
from escp_docs.cli.calls import Calls
from escp_docs.cli.paint import paint
from escp_docs.errors import UnreadableError
from escp_docs.report import json_report, text
from escp_docs.report.result import Result, status


@click.command("check")
@click.argument("specs", metavar="SPEC...", nargs=-1, required=True)
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to write the findings.",
)
@click.option("--strict", is_flag=True, help="Fail on warnings and open questions too.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing; the exit status says it.")
@click.pass_context
def command(
    ctx: click.Context, specs: tuple[str, ...], style: str, *, strict: bool, quiet: bool
) -> None:
    r"""Check each SPEC against its call: the verdict, and all findings at once.

    A SPEC is a YAML file, a folder of YAML files, or - for standard input.

    \b
    Exit status:
      0  no requirement is failed
      1  one is (with --strict also a warning or an open question)
      2  a spec or the arguments cannot be read
    """
    calls = Calls()
    results = tuple(_result(spec, calls) for spec in specs)
    if style == "json":
        written = json_report.written(results, version("escp-docs"))
    else:
        written = text.written(results, paint)
    if not quiet:
        click.echo(written, nl=False)
    ctx.exit(status(results, strict=strict))


def _result(spec: str, calls: Calls) -> Result:
    try:
        return workflow.check(spec, files.spec_sources(spec), calls)
    except UnreadableError as error:
        return Result(spec, faults=error.faults)
