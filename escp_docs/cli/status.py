"""`escp-docs status`: who owes which fact."""

from importlib.metadata import version

import click

from escp_docs import api
from escp_docs.cli import complete
from escp_docs.cli.common_options import TEXT_OR_JSON
from escp_docs.cli.errors import UNREADABLE
from escp_docs.cli.named_specs import named_specs
from escp_docs.cli.paint import paint
from escp_docs.report import status, status_table
from escp_docs.report.faults import fault_lines


@click.command("status")
@click.argument("specs", metavar="[SPEC]...", nargs=-1, shell_complete=complete.specs)
@TEXT_OR_JSON
@click.pass_context
def command(ctx: click.Context, specs: tuple[str, ...], style: str) -> None:
    r"""Say who owes which fact of SPEC: what is missing, and what nobody has confirmed.

    What decides whether the application is eligible comes first, with the codes of the rules. Of
    several specs, or a folder of them, there is a table with a row each. By default this folder.

    \b
    Exit status:
      0  every spec can be read, whatever it lacks
      2  one cannot be read
    """
    found, faults = [], []
    for name in named_specs(specs):
        try:
            found.append(api.status(name))
        except api.UnreadableError as error:
            faults += [(name, fault) for fault in error.faults]
    if style == "json":
        click.echo(status.as_json(found, faults, version("escp-docs")), nl=False)
    else:
        _tell(found, faults)
    ctx.exit(UNREADABLE if faults else 0)


def _tell(found: "list[api.Status]", faults: "list[tuple[str, api.Fault]]") -> None:
    for _, fault in faults:
        click.echo("\n".join(fault_lines(fault)), err=True)
    unreadable = list(dict.fromkeys(name for name, _ in faults))
    if len(found) + len(unreadable) > 1:
        click.echo(status_table.table(found, unreadable), nl=False)
    elif found:
        click.echo(status.text(found[0], paint), nl=False)
