"""`escp-docs lsp`: findings, completion and fixes in editors of text."""

import click

from escp_docs import api


@click.command("lsp")
@click.option("--stdio", is_flag=True, help="What many editors add; there is no other way.")
@click.pass_context
def command(ctx: click.Context, *, stdio: bool) -> None:
    r"""Serve an editor on standard input and output, by the Language Server Protocol.

    It tells what `check` says as you type, completes keys, values, ids and countries, explains the
    word under the cursor, leads to the entry of an id, renames one everywhere, and offers changes
    that mend what is wrong. It writes no file: the editor does. docs/editors.md shows how to set up
    VS Code, Neovim and Helix. Needs escp-docs[web].

    \b
    Exit status:
      0  ended by the user, or the editor hung up
      2  the arguments cannot be read
      3  escp-docs[web] is not installed
    """
    del stdio
    api.require_web("lsp")
    from escp_docs.lsp.serving import serve  # noqa: PLC0415  # the extra may be missing

    serve()
    ctx.exit(0)
