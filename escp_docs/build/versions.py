"""The versions of the program and of everything that it stands on."""

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, requires, version
from types import MappingProxyType
from typing import Final

from escp_docs.pattern import pattern

PROGRAM: Final = "escp-docs"
_NAME: Final = pattern(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_EXTRA: Final = pattern(r";.*\bextra\b")


@lru_cache(maxsize=1)
def versions() -> Mapping[str, str]:
    """Return the version of the program and of each package that it needs, near or far, by name.

    What is not installed, since this system does not need it, is left out.
    """
    found: dict[str, str] = {}
    left = [PROGRAM]
    while left:
        name = left.pop()
        if name in found:
            continue
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
        needed = (one for one in requires(name) or () if not _EXTRA.search(one))
        left += [_folded(match[0]) for one in needed if (match := _NAME.match(one))]
    return MappingProxyType({PROGRAM: found.pop(PROGRAM), **dict(sorted(found.items()))})


def _folded(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
