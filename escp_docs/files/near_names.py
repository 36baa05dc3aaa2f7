"""Files whose names are spelt almost like that of one that is not there."""

import os
from pathlib import Path
from typing import Final

from escp_docs.spelling import nearest

_YAML: Final = (".yaml", ".yml")
_MOST: Final = 1_000  # names of a folder that are compared


def near_name(path: Path) -> Path | None:
    """Return what lies where a path leads and is called almost so, with its ending; else None."""
    try:
        names = sorted(os.listdir(path.parent))[:_MOST]  # noqa: PTH208  # names are all we need
    except (OSError, ValueError):
        return None
    endings = _YAML if path.suffix.casefold() in _YAML else (path.suffix.casefold(),)
    alike = [one for one in names if one.casefold().endswith(endings) and not one.startswith(".")]
    near = nearest(path.name, alike)
    return path.with_name(near) if near else None
