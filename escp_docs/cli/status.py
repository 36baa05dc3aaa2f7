"""`escp-docs status`: who owes which fact."""

from collections.abc import Iterable
from pathlib import Path

import click

from escp_docs import api
from escp_docs.cli import complete
from escp_docs.cli.common_options import OUTPUT, QUIET, TEXT_OR_JSON
from escp_docs.cli.errors import UNREADABLE
from escp_docs.cli.named_specs import named_specs
from escp_docs.cli.own_version import own_version
from escp_docs.cli.paint import paint
from escp_docs.report import status, status_table
from escp_docs.report.faults import fault_lines


@click.command("status")
@click.argument("specs", metavar="[SPEC]...", nargs=-1, shell_complete=complete.specs)
@TEXT_OR_JSON
@click.option(
    "--remind",
    "reminds",
    is_flag=True,
    help="Write a draft mail with its questionnaire for each partner that owes something.",
)
@click.option(
    "--personal", is_flag=True, help="List what SPEC says of persons, by key and file, instead."
)
@OUTPUT
@QUIET
@click.pass_context
def command(  # noqa: PLR0913  # one per option
    ctx: click.Context,
    specs: tuple[str, ...],
    style: str,
    output: Path,
    *,
    reminds: bool,
    personal: bool,
) -> None:
    r"""Say who owes which fact of SPEC: what is missing, and what nobody has confirmed.

    What decides whether the application is eligible comes first, with the codes of the rules. Of
    several specs, or a folder of them, there is a table with a row each. By default this folder.

    \b
    Exit status:
      0  every spec can be read, whatever it lacks
      2  one cannot be read
    """
    found, faults = [], []
    if personal:
        _tell_personal(named_specs(specs))
        return
    for name in named_specs(specs):
        try:
            found.append(api.status(name))
        except api.UnreadableError as error:
            faults += [(name, fault) for fault in error.faults]
    if style == "json":
        click.echo(status.as_json(found, faults, own_version()), nl=False)
    else:
        _tell(found, faults)
    for one in found if reminds else ():
        for path in api.remind(one.spec, output):
            click.echo(f"{path}", err=style == "json")
    ctx.exit(UNREADABLE if faults else 0)


def _tell_personal(specs: Iterable[str]) -> None:
    for name in specs:
        for line in status.personal_lines(api.personal(name)):
            click.echo(line)


def _tell(found: "list[api.Status]", faults: "list[tuple[str, api.Fault]]") -> None:
    for _, fault in faults:
        click.echo("\n".join(fault_lines(fault)), err=True)
    unreadable = list(dict.fromkeys(name for name, _ in faults))
    if len(found) + len(unreadable) > 1:
        click.echo(status_table.table(found, unreadable), nl=False)
    elif found:
        click.echo(status.text(found[0], paint), nl=False)
