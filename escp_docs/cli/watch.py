"""`escp-docs watch`: keep the documents up to date while someone writes."""

import sys
from pathlib import Path

import click

from escp_docs import api
from escp_docs.cli import complete
from escp_docs.cli.building import outcome
from escp_docs.cli.common_options import DOCUMENT, OUTPUT, TEMPLATES
from escp_docs.cli.named_specs import named_specs
from escp_docs.cli.ticking import ctrl_c, ticks
from escp_docs.report import summary

_KEPT = "The documents are as they were after the last good change."


@click.command("watch")
@click.argument("spec", metavar="[SPEC]", required=False, shell_complete=complete.specs)
@OUTPUT
@DOCUMENT
@TEMPLATES
@click.pass_context
def command(
    ctx: click.Context,
    spec: str | None,
    output: Path,
    documents: tuple[str, ...],
    templates: Path | None,
) -> None:
    r"""Check SPEC and make its documents again whenever it, or a template, changes.

    The verdict and the HTML come at once, PDF and Word files a little later. While the spec cannot
    be read, the reason is shown and the last good documents stay. Ctrl-C ends it. Without a SPEC
    this folder is watched; of a folder that holds several specs, each.

    \b
    Exit status:
      0  ended by Ctrl-C
      2  the arguments cannot be read
    """
    if spec == api.STDIN:
        raise click.BadParameter("standard input does not change; name a file or a folder")
    names = named_specs([spec] if spec is not None else [])
    options = api.BuildOptions(output=output, documents=documents, templates=templates)

    def show(watched: "api.Watched") -> None:
        if sys.stdout.isatty():
            click.clear()
        click.echo(f"{watched.quick.spec}: watched; Ctrl-C ends\n\n{screen(watched)}")

    watchers = [api.watcher(name, options, show) for name in names]
    with ctrl_c() as pressed:
        api.processes(1).warm_up()
        api.watch_together(watchers, ticks(watchers, pressed))
    click.echo()
    ctx.exit(0)


def screen(watched: "api.Watched") -> str:
    """Return what is shown after a change: verdict and HTML at once, the rest a little later."""
    out, err = outcome(watched.quick)
    if not out:
        return f"{err}\n{_KEPT}\n"
    took = f"{watched.seconds:.1f} s"
    if watched.rest is None:
        return f"{out}  verdict and HTML in {took}\n  PDF and Word files are being made\n"
    _, failed = outcome(watched.rest)
    made = watched.rest if isinstance(watched.rest, api.Built) else None
    lines = "".join(f"{line}\n" for line in summary.file_lines(made)) if made else ""
    return f"{out}{failed}{lines}  all in {took}\n"
