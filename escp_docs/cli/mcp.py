"""`escp-docs mcp`: an assistant asks, and proposes; a person takes."""

from pathlib import Path

import click

from escp_docs import api
from escp_docs.cli import complete


@click.command("mcp")
@click.argument("specs", metavar="[SPEC]...", nargs=-1, shell_complete=complete.specs)
@click.option(
    "--personal",
    is_flag=True,
    help="Tell the assistant of contacts, signatories, staff and rates, too.",
)
@click.pass_context
def command(ctx: click.Context, specs: tuple[str, ...], *, personal: bool) -> None:
    r"""Serve an assistant on standard input and output, by the Model Context Protocol.

    It may ask of SPEC what to ask next, what the call wants of a text, what is wrong with one, and
    propose changes: these wait in the record of SPEC until a person takes them, with `escp-docs
    pull SPEC` or in the workspace. It changes no file of SPEC and reads no other. Needs
    escp-docs[web].

    \b
    Exit status:
      0  ended by the user, or the assistant hung up
      2  the arguments cannot be read
      3  escp-docs[web] is not installed
    """
    if api.STDIN in specs:
        raise click.BadParameter("standard input is where the assistant asks; name a spec")
    api.require_web("mcp")
    names = api.specs_in(specs or ["."])
    for name in names:
        if not (Path(name).exists() and api.specs_in_folder(name)):
            api.open_spec(name)  # says what is wrong with the name
    from escp_docs.mcp.serving import serve  # noqa: PLC0415  # the extra may be missing
    from escp_docs.mcp.specs import ChosenSpecs  # noqa: PLC0415

    try:
        serve(ChosenSpecs(names, may_see_persons=personal))
    except KeyboardInterrupt:
        click.echo(err=True)
    ctx.exit(0)
