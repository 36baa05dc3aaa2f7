"""Paths in results that were made elsewhere, put back to what they are called here."""

import copy
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.errors import EscpError

T = TypeVar("T")


def moved(value: T, names: Mapping[str, str]) -> T:
    """Return a value in which every path that begins with a name in `names` has the other one.

    Args:
        value: Texts, paths, errors of ours, and structs, lists and mappings of these.
        names: From beginnings of paths to what they are called here; the longest counts.
    """
    longest = sorted(names, key=len, reverse=True)
    begins = re.compile("|".join(map(re.escape, longest)))
    found: T = _moved(value, begins, names)
    return found


def _moved(value: Any, begins: re.Pattern[str], names: Mapping[str, str]) -> Any:  # noqa: ANN401
    def inner(one: Any) -> Any:  # noqa: ANN401  # whatever a result holds
        return _moved(one, begins, names)

    match value:
        case str() if type(value) is str:
            return begins.sub(lambda name: names[name[0]], value)
        case Path():
            return Path(inner(str(value)))
        case tuple() | list() | frozenset() if type(value) in (tuple, list, frozenset):
            return type(value)(map(inner, value))
        case dict():
            return {inner(key): inner(one) for key, one in value.items()}
        case EscpError():
            error = copy.copy(value)
            error.args = inner(value.args)
            error.__dict__.update(inner(vars(value)))
            return error
        case Struct():
            own = value.__struct_fields__
            return replace(value, **{name: inner(getattr(value, name)) for name in own})
        case _:
            return value
