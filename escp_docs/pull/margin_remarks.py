"""Remarks in the margin of a Word file that came back: on which words, and on which key."""

from collections.abc import Iterator, Sequence
from typing import Final

from escp_docs.produced.sent import Sent, SentLine
from escp_docs.pull.changes import CommentAt
from escp_docs.pull.pairing import LinePair
from escp_docs.pull.returned import Returned

_NEGOTIATION: Final = "negotiation/"
_WORDING: Final = "agreement.wording["


def margin_remarks(
    sent: Sent, returned: Returned, pairs: Sequence[LinePair]
) -> Iterator[CommentAt]:
    """Yield the remarks of a file, each with its words and the anchor of what it is on.

    Args:
        sent: The document as it was sent.
        returned: As it came back.
        pairs: The lines of both.
    """
    known = {one.id: one for one in returned.comments}
    back = {pair.returned: pair.sent for pair in pairs if pair.returned is not None}
    quoted: dict[str, str] = {}
    keys: dict[str, str] = {}
    last = ""
    for index, line in enumerate(returned.lines):
        sent_index = back.get(index)
        here = None if sent_index is None else sent.lines[sent_index]
        if here is not None:
            last = here.prose or next((span.key for span in here.spans), "") or here.block
        at = 0
        for run in line.runs:
            for name in run.comments:
                quoted[name] = quoted.get(name, "") + run.text
                if name not in keys:
                    keys[name] = (_nearest(here, at) if here else "") or _about(
                        sent, sent_index, last
                    )
            if run.deleted is None:
                at += len(run.text)
    for name, comment in known.items():
        parent = comment.answers or name
        words = " ".join(quoted.get(name, quoted.get(parent, "")).split())
        yield CommentAt(comment, words[:300], keys.get(name, keys.get(parent, "")))


def _about(sent: Sent, at: int | None, last: str) -> str:
    """Return the anchor that a line without one belongs to: that of the line before.

    A point that is negotiated begins with its clause and the standard words.
    """
    if at is None or not sent.document.startswith(_NEGOTIATION):
        return last
    keys = (
        one for line in sent.lines[at:] for one in (line.prose, *(span.key for span in line.spans))
    )
    return next((one for one in keys if one.startswith(_WORDING)), last)


def _nearest(sent: SentLine, at: int) -> str:
    """Return the anchor of the value nearest to a letter of a line, else of its prose."""
    if sent.spans and not sent.prose:
        return min(sent.spans, key=lambda one: max(one.start - at, at - one.end, 0)).key
    return sent.prose
