"""The specs that a command line names: those named, or the folder in which one stands."""

from collections.abc import Sequence
from pathlib import Path

import click

from escp_docs import api

_HERE = "."


def named_specs(names: Sequence[str]) -> list[str]:
    """Return the specs of a command that takes several: each one of a folder of specs.

    Raises:
        UsageError: none is named, and the current folder is none; or a name is empty.
    """
    return api.specs_in(named(names))


def named(names: Sequence[str]) -> list[str]:
    """Return names of specs, or the current folder where none is given.

    Raises:
        UsageError: none is named, and the current folder is none; or a name is empty.
    """
    if any(not one.strip() for one in names):
        raise click.UsageError("a SPEC is named by an empty text; perhaps a variable is not set")
    if names:
        return list(names)
    if api.specs_in((_HERE,)) != [_HERE] or any(map(_is_yaml, Path(_HERE).iterdir())):
        return [_HERE]
    misnamed = [Path(one).name for one in api.misnamed_specs(_HERE)]
    hint = f"; {misnamed[0]} looks like one: let its name end in .yaml" if misnamed else ""
    raise click.UsageError(f"name a SPEC: this folder holds no *.yaml file{hint}")


def _is_yaml(path: Path) -> bool:
    return path.suffix.casefold() in (".yaml", ".yml") and not path.name.startswith(".")
