"""`escp-docs signed`: signed files taken into the record, and who has still to sign."""

import click

from escp_docs import api
from escp_docs.cli import complete
from escp_docs.cli.common_options import QUIET, TEXT_OR_JSON
from escp_docs.cli.errors import OPEN
from escp_docs.cli.own_version import own_version
from escp_docs.cli.paint import paint
from escp_docs.report import signed


@click.command("signed")
@click.argument("spec", metavar="SPEC", shell_complete=complete.specs)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path())
@TEXT_OR_JSON
@QUIET
@click.pass_context
def command(ctx: click.Context, spec: str, files: tuple[str, ...], style: str) -> None:
    r"""Take signed FILEs into record/signed of SPEC, and say who has signed and who has not.

    A file is compared with what was packed; counterparts are taken together. It is said who signed,
    when, whether what was signed is intact, and what level the certificate claims: no trusted list
    is looked up. A scan is received, and cannot be verified. Needs the extra escp-docs[sign].

    \b
    Exit status:
      0  every place is signed, and every file intact
      1  not yet
      2  a file, the spec or a package cannot be read
      3  the record cannot be written, or the extra is not installed
    """
    found = api.signed(spec, files)
    if style == "json":
        click.echo(signed.as_json(found, spec, own_version()), nl=False)
    else:
        click.echo("".join(f"{line}\n" for line in signed.lines(found, paint)), nl=False)
    ctx.exit(0 if found.are_complete else OPEN)
