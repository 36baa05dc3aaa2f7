"""`escp-docs serve`: the workspace in the browser, on this machine alone."""

import webbrowser
from pathlib import Path

import click

from escp_docs import api
from escp_docs.cli import complete
from escp_docs.cli.common_options import OUTPUT

_LARGEST_PORT = 65_535


@click.command("serve")
@click.argument("specs", metavar="[SPEC]...", nargs=-1, shell_complete=complete.specs)
@click.option(
    "--port",
    type=click.IntRange(0, _LARGEST_PORT),
    default=0,
    metavar="N",
    help="The port; a free one unless it is named.",
)
@click.option("--no-open", is_flag=True, help="Print the address, and open no browser.")
@click.option(
    "--choose",
    is_flag=True,
    help="Ask for the folder in the browser, and end when its last page is closed.",
)
@OUTPUT
@click.pass_context
def command(  # noqa: PLR0913  # one per option
    ctx: click.Context,
    specs: tuple[str, ...],
    port: int,
    output: Path,
    *,
    no_open: bool,
    choose: bool,
) -> None:
    r"""Open the workspace: overview, form, text and preview of SPEC in the browser.

    What is changed there is in the files of SPEC at once, and every other byte of them stays as it
    is; an editor may change them at the same time. Only this machine can ask, with the address that
    is printed. An empty folder offers to begin a spec. Ctrl-C ends it. Needs escp-docs[web].

    \b
    Exit status:
      0  ended by the user
      2  the arguments cannot be read, or the port is taken
      3  escp-docs[web] is not installed
    """
    if api.STDIN in specs:
        raise click.BadParameter("standard input cannot be edited; name a file or a folder")
    if choose and specs:
        raise click.UsageError("--choose asks for the folder; name no SPEC.")
    api.require_web()
    for name in specs:
        if not Path(name).exists():
            api.open_spec(name)  # says what is wrong with the name
    from escp_docs.web.serving import serve  # noqa: PLC0415  # the extra may be missing

    def opened(address: str) -> None:
        click.echo(address)
        click.echo("Ctrl-C ends it", err=True)
        if not no_open:
            webbrowser.open(address)

    try:
        serve(None if choose else api.specs_in(specs or ["."]), port, output, opened)
    except KeyboardInterrupt:
        click.echo(err=True)
    ctx.exit(0)
