"""What people wrote on a key in files that came back: their words, and whose they are."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from msgspec import Struct

from escp_docs.assisting.sections import is_at
from escp_docs.errors import EscpError
from escp_docs.executing.executor import Executor
from escp_docs.pull.by_name import PullRequest, pulled_apart
from escp_docs.pull.pulled import Pulled

_MOST: Final = 20  # files that are read, the newest
_NO_WORDS: Final = frozenset({".json"})  # proposals of programs


class ReturnedWords(Struct, frozen=True):
    """Words of somebody else.

    Attributes:
        key: The key that they are on; empty if they are on none.
        file: The file in which they came.
        by: Who wrote them, as far as the file says.
        when: The moment, as far as the file says.
        on: The words that they are on; of a value, what it states by now.
        words: The words.
        is_comment: Whether they are a comment, or what the value was changed to.
    """

    key: str
    file: str
    by: str
    when: str
    on: str
    words: str
    is_comment: bool


def returned_words(
    spec: str, files: Sequence[Path], today: date, executor: Executor
) -> tuple[ReturnedWords, ...]:
    """Return what people wrote in files that came back; nothing of one that cannot be read.

    Args:
        spec: The name of the spec.
        files: The files, the newest first.
        today: The date that documents print if the spec states none.
        executor: Who reads them, within bounds.
    """
    some = [str(one) for one in files if one.suffix.casefold() not in _NO_WORDS][:_MOST]
    found: list[ReturnedWords] = []
    for one in some:
        asked = PullRequest(spec, (one,), "", {}, today)
        try:
            found += _words(pulled_apart(asked, executor).pulled)
        except EscpError:
            continue
    return tuple(found)


def on(words: Sequence[ReturnedWords], key: str) -> tuple[ReturnedWords, ...]:
    """Return the words that are on a key, or on something below it."""
    return tuple(one for one in words if one.key and is_at(one.key, key))


def _words(pulled: Pulled) -> Iterator[ReturnedWords]:
    for file in pulled.files:
        name = Path(file.name).name
        for one in file.remarks:
            hand = one.comment.hand
            yield ReturnedWords(
                one.key, name, hand.who, hand.when, one.quoted, one.comment.text, is_comment=True
            )
    for proposal in pulled.proposals:
        hand, name = proposal.hand, Path(proposal.file).name
        yield ReturnedWords(
            proposal.key,
            name,
            hand.who or proposal.sender,
            hand.when,
            proposal.ours or "",
            proposal.theirs,
            is_comment=False,
        )
