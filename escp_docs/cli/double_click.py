"""What the program that brings its own Python is to do when somebody clicks on it."""

from collections.abc import Sequence
from pathlib import Path

_YAML = (".yaml", ".yml")


def arguments(given: Sequence[str]) -> list[str]:
    """Return the arguments that are meant.

    Without any the workspace asks for a folder. A folder or a YAML file alone, as a desktop hands
    over what is dropped on a program, is served. All else is the command line as it is typed.
    """
    if not given:
        return ["serve", "--choose"]
    path = Path(given[0])
    if len(given) == 1 and (path.is_dir() or path.suffix.casefold() in _YAML):
        folder = path if path.is_dir() else path.parent
        return ["serve", str(path), "--output", str(folder / "output")]
    return list(given)
