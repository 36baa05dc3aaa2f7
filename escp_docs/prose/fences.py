"""Code between fences of backticks: it is printed as typed, with its fences."""

from collections.abc import Sequence
from typing import Final

from escp_docs.pattern import pattern
from escp_docs.prose.lines import Line

_OPENING: Final = pattern(r"(`{3,})[^`]*$")


class Fences:
    """The fences of one prose."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        texts = (line.text.rstrip() for line in lines)
        self._closing = {len(text): index for index, text in enumerate(texts) if _closes(text, 3)}

    def end(self, index: int) -> int:
        """Return the index after the code that a line opens with a fence; 0 if it opens none."""
        fence = _OPENING.match(self._lines[index].text)
        length = len(fence[1]) if fence else 0
        if not length or not any(
            one >= length and last > index for one, last in self._closing.items()
        ):
            return 0
        ends = range(index + 1, len(self._lines))
        closing = (one for one in ends if _closes(self._lines[one].text.rstrip(), length))
        return next(closing) + 1


def _closes(text: str, length: int) -> bool:
    return len(text) >= length and not text.strip("`")
