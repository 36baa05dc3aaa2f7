"""A spec cut down to the blocks that say who applies where, with every line in its place."""

import re
from typing import Final

from escp_docs.read.source import SourceText, SpecText

_BLOCKS: Final = frozenset({"call", "strand", "project", "consortium"})
_KEY: Final = re.compile(r"([a-z_]+):(?:[ \t]|$)")
_ANCHOR: Final = re.compile(r"(?:^|[\s\[{,:])&[A-Za-z0-9_]")  # or what looks like one


def identity_blocks(text: SpecText) -> SpecText | None:
    """Return the texts of a spec with all other blocks blank; None if they cannot be told apart."""
    own: list[SourceText] = []
    for one in text.own:
        cut = _cut(one.text) if isinstance(one, SourceText) else None
        if cut is None or not isinstance(one, SourceText):
            return None
        own.append(SourceText(one.file, cut))
    return SpecText(tuple(own), text.named, text.others)


def _cut(text: str) -> str | None:
    """Return a text with blank lines in place of other blocks; None if it is not cut at column 0.

    Every line at column 0 has to begin a block, or be blank or a comment.
    """
    kept: list[str] = []
    dropped: list[str] = []
    is_wanted = False
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if line[:1] not in ("", " ", "#") and not line.startswith("- "):
            key = _KEY.match(line)
            if key is None:
                return None
            is_wanted = key[1] in _BLOCKS
        kept.append(line if is_wanted else "")
        if not is_wanted and "&" in line:
            dropped.append(line)
    # What is kept may be an alias of what an anchor names elsewhere.
    return None if any(map(_ANCHOR.search, dropped)) else "\n".join(kept)
