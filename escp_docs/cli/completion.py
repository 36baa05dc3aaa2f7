"""`escp-docs completion`: what a shell needs to complete our commands, options and arguments."""

import click
from click.shell_completion import get_completion_class

SHELLS = ("bash", "zsh", "fish")
_VARIABLE = "_ESCP_DOCS_COMPLETE"


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    r"""Print the lines that make SHELL complete escp-docs.

    \b
      bash  eval "$(escp-docs completion bash)"        in ~/.bashrc
      zsh   eval "$(escp-docs completion zsh)"         in ~/.zshrc
      fish  escp-docs completion fish | source         in ~/.config/fish/config.fish

    \b
    Exit status:
      0  printed
      2  there is no such shell
    """
    found = get_completion_class(shell)
    assert found is not None
    click.echo(found(ctx.find_root().command, {}, "escp-docs", _VARIABLE).source())
