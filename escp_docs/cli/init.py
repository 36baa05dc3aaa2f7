"""`escp-docs init`: begin a spec."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from escp_docs import files
from escp_docs.cli import complete, prompts
from escp_docs.cli.explain import DEFAULT_CALL
from escp_docs.files.call_files import Calls
from escp_docs.model.call import Call
from escp_docs.read.json_schema import schema_text
from escp_docs.read.plain_values import nearest
from escp_docs.read.scaffold import SCHEMA_FILE, scaffold

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
@click.option(
    "--call",
    "call_id",
    default=None,
    help=f"Id of the call.  [default: {DEFAULT_CALL}]",
    shell_complete=complete.calls,
)
@click.option(
    "--partner",
    "partners",
    multiple=True,
    metavar="ID:COUNTRY",
    help="A partner, as CMC:PT; repeatable, the coordinator first.",
)
@click.option(
    "--target", "targets", multiple=True, metavar="COUNTRY", help="A target country; repeatable."
)
@click.pass_context
def command(  # noqa: PLR0913, PLR0917  # one per option
    ctx: click.Context,
    folder: Path,
    strand: str | None,
    acronym: str | None,
    call_id: str | None,
    partners: tuple[str, ...],
    targets: tuple[str, ...],
) -> None:
    r"""Begin a spec in DIR: every key with its meaning, a schema for editors, a Makefile.

    Asks when run in a terminal without options. Never overwrites a file.

    \b
    Exit status:
      0  written
      2  a file is there already, or an argument cannot be read
      3  the folder cannot be written
    """
    call = _call(Calls(), call_id or DEFAULT_CALL)
    begun = Beginning(call, strand, acronym, prompts.partners(partners), prompts.targets(targets))
    if begun.is_empty and call_id is None and is_terminal():
        begun = _asked(call)
    _check(begun)
    _write(folder, begun)
    spec = folder / SPEC_FILE
    click.echo(f"{spec} is begun. Next:\n  escp-docs check {spec}\n  escp-docs build {spec}")
    ctx.exit(0)


def is_terminal() -> bool:
    """Whether there is someone to ask."""
    return sys.stdin.isatty()


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a spec begins with; the country of each partner by its id, the coordinator first."""

    call: Call
    strand: str | None
    acronym: str | None
    partners: Mapping[str, str]
    targets: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known but the call."""
        return not (self.strand or self.acronym or self.partners or self.targets)


def _asked(call: Call) -> Beginning:
    click.echo(f"{call.title}. Ctrl-C leaves without writing anything.")
    acronym = click.prompt("Acronym of the project")
    strand = click.prompt("Strand", type=click.Choice(list(call.strands), case_sensitive=False))
    click.echo("Partners, the coordinator first: short name and country, as in CMC PT.")
    partners = prompts.ask_partners()
    targets = prompts.ask_targets()
    return Beginning(call, strand, acronym, partners, targets)


def _check(begun: Beginning) -> None:
    call = begun.call
    if begun.strand is not None and begun.strand not in call.strands:
        raise click.BadParameter(
            f"{call.id} has no strand {begun.strand!r}; it has {', '.join(call.strands)}",
            param_hint="--strand",
        )
    if begun.acronym is not None and not begun.acronym.strip():
        raise click.BadParameter("an acronym has at least one letter", param_hint="--acronym")


def _write(folder: Path, begun: Beginning) -> None:
    spec = scaffold(
        begun.call.id, begun.strand, begun.acronym or "ACRONYM", begun.partners, begun.targets
    )
    written = {
        SPEC_FILE: spec,
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


def _call(calls: Calls, name: str) -> Call:
    known = name.casefold()
    if known not in calls:
        near = nearest(known, tuple(calls))
        hint = f"did you mean {near}?" if near else f"there is {', '.join(calls)}"
        raise click.BadParameter(f"there is no call {name!r}; {hint}", param_hint="--call")
    return calls[known]
