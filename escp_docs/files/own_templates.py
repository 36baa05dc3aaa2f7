"""A user's own templates and look: what stands there under a name that nothing asks for."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from escp_docs.errors import Fault
from escp_docs.finding import Place
from escp_docs.spelling import nearest

_LOOK: Final = "look/"
_NEAR: Final = 0.75


def unasked(own: Mapping[str, Path], built_in: Mapping[str, Path]) -> Iterator[Fault]:
    """Yield a fault for each file that is neither built-in nor named in an own template.

    Hidden files and read-me files are passed over.

    Args:
        own: The user's files by their names below `templates/`.
        built_in: Those that ship with the program.
    """
    texts = [_text(path) for name, path in own.items() if name.endswith(".md")]
    for name, path in own.items():
        if name in built_in or _is_aside(name):
            continue
        is_named = not name.startswith(_LOOK) and any(name in text for text in texts)
        if not is_named:
            yield Fault(_message(name), _cure(name, built_in), Place(str(path), 1, 1))


def _is_aside(name: str) -> bool:
    parts = name.split("/")
    hidden = any(part.startswith(".") or part.endswith("~") for part in parts)
    return hidden or parts[-1].casefold().startswith("readme")


def _message(name: str) -> str:
    if name.startswith(_LOOK):
        return f"no document has a use for {name} in the look"
    return f"no document asks for the template {name}"


def _cure(name: str, built_in: Mapping[str, Path]) -> str:
    if name.startswith(f"{_LOOK}fonts/"):
        return "take it away: documents carry the fonts that ship with the program"
    near = nearest(name, tuple(built_in), _NEAR)
    if near:
        return f"did you mean {near}?"
    return "name it in a template (include), take it away, or see `escp-docs template list`"


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
