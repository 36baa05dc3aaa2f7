"""Files of a folder that are not read: copies of sync programs, and what looks like a part."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from typing import Final

from escp_docs.errors import Fault
from escp_docs.finding import Place, Remark
from escp_docs.model.base import SpecModel
from escp_docs.model.schema import keys
from escp_docs.pattern import pattern
from escp_docs.read.copy_names import is_named_like_a_copy
from escp_docs.read.node import Node
from escp_docs.read.source import SourceText, SpecText

Mapping = dict[str, tuple[Place, Node]]
_Root = tuple[SourceText, Mapping]
_YAML: Final = pattern(r"\.ya?ml", re.IGNORECASE)
_TEXTS: Final = (".txt", ".json", ".yalm", ".yaml~", ".ymal", ".yam", ".yl", ".toml")
RENAME: Final = "let its name end in .yaml, or move it elsewhere"
_MOST: Final = 8  # lines that are named


def without_copies(faults: list[Fault], roots: Sequence[_Root]) -> list[_Root]:
    """Return the files that are no copies of another one; of each copy one fault says so."""
    kept: list[_Root] = []
    for source, mapping in roots:
        model = next(
            (one for one in roots if one[0] is not source and _is_copy((source, mapping), one)),
            None,
        )
        if model is None:
            kept.append((source, mapping))
        else:
            faults.append(_copy(source, model[0]))
    return kept


def _is_copy(one: _Root, model: _Root) -> bool:
    is_named_so = is_named_like_a_copy(one[0].file, model[0].file)
    return bool(one[1]) and is_named_so and one[1].keys() <= model[1].keys()


def _copy(copy: SourceText, model: SourceText) -> Fault:
    differing = [
        number
        for number in range(1, max(copy.lines, model.lines) + 1)
        if copy.line(number) != model.line(number)
    ]
    shown = ", ".join(map(str, differing[:_MOST]))
    more = f" and {len(differing) - _MOST} more" if len(differing) > _MOST else ""
    where = f"they differ in line {shown}{more}" if differing else "they do not differ"
    return Fault(
        f"{copy.file} looks like a copy of {model.file} that a sync program left; {where}",
        "look at these lines, and keep one of the two files",
        Place(copy.file, 1, 1),
        copy.line(1),
    )


def looks_like_a_part(name: str, part: type[SpecModel]) -> bool:
    """Whether a file is named like a part of a spec, and its ending keeps it from being one."""
    stem, ending = posixpath.splitext(name)
    return bool(_YAML.search(name)) or (stem.casefold() in keys(part) and ending in _TEXTS)


def passed_over(files: SpecText, part: type[SpecModel]) -> Iterator[Remark]:
    """Yield a remark for each file beside the others that looks like a part and is not read."""
    for name in files.others:
        base = posixpath.basename(name)
        if looks_like_a_part(base, part) and not {(name, True), (name, False)} & files.named.keys():
            yield Remark(
                Place(name, 1, 1),
                f"{base} looks like a part of the spec and is not read",
                RENAME,
            )
