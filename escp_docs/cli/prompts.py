"""What `init` asks for in a terminal."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from escp_docs import api

if TYPE_CHECKING:
    from escp_docs.api import Beginning, Call


def beginning(call: "Call", calls: Path | None = None) -> "Beginning":
    """Return what the user says a new spec begins with; `calls` is the folder of their calls."""
    click.echo(f"{call.title}. Ctrl-C leaves without writing anything.")
    acronym = click.prompt("Acronym of the project")
    strand = click.prompt("Strand", type=click.Choice(list(call.strands), case_sensitive=False))
    click.echo("Partners, the coordinator first: short name and country, as in CMC PT.")
    return api.begin(
        call_id=call.id,
        strand=strand,
        acronym=acronym,
        partners=_ask_partners(),
        targets=_ask_targets(),
        calls=calls,
    )


def _ask_partners() -> dict[str, str]:
    """Return what the user says, partner by partner, until an empty line."""
    found: dict[str, str] = {}
    while True:
        name = "Coordinator" if not found else f"Partner {len(found) + 1}, or Enter to go on"
        text = click.prompt(name, default="", show_default=False)
        if not text.strip():
            return found
        try:
            found = dict(api.begin(partners=[*found.items(), text]).partners)
        except api.ArgumentError as error:
            click.echo(f"  {error}")


def _ask_targets() -> tuple[str, ...]:
    """Return the targets that the user names in one line: codes, or names between commas."""
    while True:
        asked = "Targets, countries or regions, as in CA, BR, Central America"
        text = click.prompt(asked, default="", show_default=False)
        text = text.replace(";", ",")
        named = text.split(",") if "," in text or not _are_codes(text) else text.split()
        try:
            return api.begin(targets=[one for one in named if one.strip()]).targets
        except api.ArgumentError as error:
            click.echo(f"  {error}")


def _are_codes(text: str) -> bool:
    return all(len(word) == 2 for word in text.split())  # noqa: PLR2004  # letters of a code
