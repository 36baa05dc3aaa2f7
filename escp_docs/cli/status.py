"""`escp-docs status`: who owes which fact."""

from importlib.metadata import version

import click

from escp_docs import files
from escp_docs.cli import complete
from escp_docs.cli.common_options import TEXT_OR_JSON
from escp_docs.cli.paint import paint
from escp_docs.errors import UnreadableError
from escp_docs.files.call_files import Calls
from escp_docs.judging import one_spec
from escp_docs.judging.open_facts import open_facts
from escp_docs.judging.verdict import judge
from escp_docs.report import status


@click.command("status")
@click.argument("spec", metavar="SPEC", shell_complete=complete.specs)
@TEXT_OR_JSON
@click.pass_context
def command(ctx: click.Context, spec: str, style: str) -> None:
    r"""Say who owes which fact of SPEC: what is missing, and what nobody has confirmed.

    What decides whether the application is eligible comes first, with the codes of the rules.

    \b
    Exit status:
      0  the spec can be read, whatever it lacks
      2  it cannot be read
    """
    try:
        found = one_spec.read(files.spec_sources(spec), Calls().beside(spec))
    except UnreadableError as error:
        if style != "json":
            raise
        faults = [(spec, fault) for fault in error.faults]
        click.echo(status.as_json((), faults, version("escp-docs")), nl=False)
        ctx.exit(2)
    verdict = judge(found.spec, found.call)
    one = status.status(spec, found.spec, verdict, open_facts(found.spec, verdict))
    written = status.text(one, paint) if style == "text" else None
    click.echo(written or status.as_json((one,), (), version("escp-docs")), nl=False)
