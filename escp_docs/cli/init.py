"""`escp-docs init`: begin a spec."""

import sys
from pathlib import Path

import click

from escp_docs import files
from escp_docs.cli.calls import Calls
from escp_docs.cli.explain import DEFAULT_CALL
from escp_docs.model.call import Call
from escp_docs.read.raw import nearest
from escp_docs.read.scaffold import SCHEMA_FILE, scaffold
from escp_docs.read.schema import schema_text

SPEC_FILE = "partnership.yaml"
_MAKEFILE = """\
# `make` checks the partnership and writes its documents; only what changed is made again.
SPEC = {spec}

documents: output/.made
.PHONY: documents check

output/.made: $(SPEC)
\tescp-docs build $(SPEC) --depfile
\t@touch $@

check:
\tescp-docs check $(SPEC)

-include $(wildcard output/*/documents.d)
"""
_GITIGNORE = "output/\n"


@click.command("init")
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
@click.option("--strand", help="Strand of the call, such as A.")
@click.option("--acronym", help="Acronym of the project.")
@click.option("--call", "call_id", default=None, help=f"Id of the call.  [default: {DEFAULT_CALL}]")
@click.pass_context
def command(
    ctx: click.Context, folder: Path, strand: str | None, acronym: str | None, call_id: str | None
) -> None:
    r"""Begin a spec in DIR: every key with its meaning, a schema for editors, a Makefile.

    Asks when run in a terminal without options. Never overwrites a file.

    \b
    Exit status:
      0  written
      2  a file is there already, or an argument cannot be read
      3  the folder cannot be written
    """
    calls = Calls()
    call = _call(calls, call_id or DEFAULT_CALL)
    if strand is None and acronym is None and call_id is None and sys.stdin.isatty():
        acronym = click.prompt("Acronym of the project")
        strand = click.prompt("Strand", type=click.Choice(list(call.strands)))
    if strand is not None and strand not in call.strands:
        raise click.BadParameter(
            f"{call.id} has no strand {strand!r}; it has {', '.join(call.strands)}",
            param_hint="--strand",
        )
    if acronym is not None and not acronym.strip():
        raise click.BadParameter("an acronym has at least one letter", param_hint="--acronym")
    written = {
        SPEC_FILE: scaffold(call.id, strand, acronym or "ACRONYM"),
        SCHEMA_FILE: schema_text(),
        "Makefile": _MAKEFILE.format(spec=SPEC_FILE),
        ".gitignore": _GITIGNORE,
    }
    taken = [name for name in written if (folder / name).exists()]
    if taken:
        raise click.UsageError(
            f"{', '.join(str(folder / name) for name in taken)} is there already; "
            "nothing is written. Name another folder"
        )
    for name, text in written.items():
        files.write(folder / name, text.encode())
    spec = folder / SPEC_FILE
    click.echo(f"{spec} is begun. Next:\n  escp-docs check {spec}\n  escp-docs build {spec}")
    ctx.exit(0)


def _call(calls: Calls, name: str) -> Call:
    known = name.casefold()
    if known not in calls:
        near = nearest(known, tuple(calls))
        hint = f"did you mean {near}?" if near else f"there is {', '.join(calls)}"
        raise click.BadParameter(f"there is no call {name!r}; {hint}", param_hint="--call")
    return calls[known]
