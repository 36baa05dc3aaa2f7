"""Which specs files belong to."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from escp_docs import files
from escp_docs.errors import Fault
from escp_docs.files.spec_texts import own_files
from escp_docs.model.schema import keys
from escp_docs.model.spec import Spec
from escp_docs.pattern import pattern
from escp_docs.spelling import nearest

_KEY: Final = pattern(r"^([A-Za-z_]+) *:", re.MULTILINE)
_ALIKE: Final = 0.8  # likeness from which a key is another one with a slip in it


def specs_of(names: Iterable[str]) -> list[str]:
    """Return the specs that files are or belong to, each once, in the order of the files.

    A file with the key `call` is a spec of its own, unless it is the only one of its folder and the
    other files there hold further keys of a spec: then the folder is the spec. A slip in one of
    them takes no file out of it. A file that belongs to no spec is passed over.
    """
    found = (_spec_of(Path(name)) for name in names)
    return list(dict.fromkeys(spec for spec in found if spec is not None))


def _spec_of(path: Path) -> str | None:
    folder = path.parent
    by_file = {one: _keys(one) for one in _siblings(folder)}
    callers = [one for one, found in by_file.items() if "call" in found]
    others = [_is_part(found) for one, found in by_file.items() if one not in callers]
    if len(callers) == 1 and True in others and False not in others:
        return str(folder) if path in by_file else None
    return str(path) if path in callers else None


def _is_part(found: set[str]) -> bool | None:
    """Whether a file is a part of a spec by its keys; None of one that shows none.

    While somebody types, a key may be spelt wrong, or stand where none was meant: what is known
    outweighs as much that is not.
    """
    known = keys(Spec).keys()
    strange = [one for one in found - known if not nearest(one, tuple(known), _ALIKE)]
    return len(strange) <= len(found & known) and len(found) > len(strange) if found else None


def _siblings(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(Path(one) for one in own_files(str(folder)))
    except OSError:
        return ()


def _keys(path: Path) -> set[str]:
    source = files.source(path)
    return set() if isinstance(source, Fault) else set(_KEY.findall(source.text))
