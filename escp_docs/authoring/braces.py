"""What stands on one line in braces and brackets, and where in it its end is."""

from typing import Final

from escp_docs.authoring.cursor_spot import ENTRY, CursorSpot, Steps
from escp_docs.pattern import pattern

WORD: Final = pattern(r"[\w.@:/+-]*$")
"""What of a word stands at the end of a text."""


def in_braces(around: Steps, text: str) -> CursorSpot | None:
    """Return where the end of a text in braces or brackets is."""
    steps, key, begun_at = around, "", 0
    depth: list[tuple[Steps, bool]] = []
    quote = ""
    for at, letter in enumerate(text):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'":
            quote = letter
        elif letter in "{[":
            steps = _into(steps, key, is_list=bool(depth) and depth[-1][1])
            depth.append((steps, letter == "["))
            key, begun_at = "", at + 1
        elif letter in "}]" and depth:
            depth.pop()
            steps, key, begun_at = (depth[-1][0] if depth else around), "", at + 1
        elif letter == ",":
            key, begun_at = "", at + 1
        elif letter == ":" and depth and not depth[-1][1] and text[at + 1 : at + 2] in ("", " "):
            key, begun_at = text[begun_at:at].strip(" \"'"), at + 1
    if quote or not depth:
        return None
    begun = WORD.search(text[begun_at:])
    word = begun[0] if begun else ""
    if depth[-1][1]:
        return CursorSpot((*steps, ENTRY), "", is_value=True, begun=word)
    return CursorSpot(steps, key, is_value=bool(key), begun=word)


def _into(steps: Steps, key: str, *, is_list: bool) -> Steps:
    if key:
        return (*steps, key)
    return (*steps, ENTRY) if is_list else steps
