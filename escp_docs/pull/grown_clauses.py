"""Paragraphs that somebody added to clauses of an agreement: each is one of its clause by then."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct

from escp_docs.language.languages import USUAL
from escp_docs.produced.sent import Sent, SentLine
from escp_docs.prose.weaving import as_typed
from escp_docs.pull.changes import WordingChange
from escp_docs.pull.clause_words import with_references
from escp_docs.pull.line_reading import hand_of_line
from escp_docs.pull.pairing import LinePair
from escp_docs.pull.returned import Returned, ReturnedLine

_BOX: Final = (USUAL.negotiation.proposed, USUAL.negotiation.proposed_by.partition("{")[0])


class GrownClause(Struct, frozen=True):
    """A clause with paragraphs that it had not, and the lines that this says all of."""

    change: WordingChange
    sent: tuple[int, ...]
    returned: tuple[int, ...]


def grown_clauses(
    sent: Sent, returned: Returned, pairs: Sequence[LinePair], taken: Collection[int]
) -> Iterator[GrownClause]:
    """Yield the clauses to which paragraphs were added, with all that belongs to each.

    What replaces a clause replaces its entries, too, so the words are those of all of them. A
    clause with a table, or with texts of the spec, cannot be said in words, and is left out.

    Args:
        sent: The agreement as it was sent.
        returned: As it came back.
        pairs: The lines of both.
        taken: The lines that came back and belong to something else.
    """
    lines = _Lines(sent, returned, frozenset(taken))
    at = 0
    while at < len(pairs):
        end = at + 1
        if lines.is_head(pairs[at]):
            while end < len(pairs) and lines.goes_on(pairs[end]):
                end += 1
            group = pairs[at:end]
            if any(one.sent is None for one in group) and lines.ends(pairs[end:]):
                yield lines.grown(group)
        at = end


class _Lines(Struct, frozen=True):
    sent: Sent
    returned: Returned
    taken: frozenset[int]

    def is_head(self, pair: LinePair) -> bool:
        """Whether a clause begins with a line that is still there."""
        line = self._sent(pair)
        is_clause = line is not None and line.is_clause and bool(line.block)
        return is_clause and pair.returned is not None

    def goes_on(self, pair: LinePair) -> bool:
        """Whether a line belongs to the clause above: one of its entries, or one that was added."""
        line = self._sent(pair)
        if line is not None:
            return line.is_clause and not line.block
        came = self._came(pair)
        is_free = came is not None and came.cell is None and not came.is_title
        return is_free and pair.returned not in self.taken and bool(came and came.text.strip())

    def ends(self, after: Sequence[LinePair]) -> bool:
        """Whether nothing else of the clause follows: a heading, the next one, or a box does."""
        line = next((one for pair in after if (one := self._sent(pair)) is not None), None)
        return line is None or bool(line.block) or line.text.startswith(_BOX)

    def grown(self, group: Sequence[LinePair]) -> GrownClause:
        """Return a clause as it is to be."""
        head = self._sent(group[0])
        assert head is not None
        words = [self._words(one) for one in group if one.returned is not None]
        whole = words[0][0]
        for (_, follows), (text, is_item) in pairwise(words):
            whole += ("\n" if is_item and follows else "\n\n") + text
        added = [came for one in group if one.sent is None and (came := self._came(one))]
        before = [line.text for one in group if (line := self._sent(one)) is not None]
        after = [came.text.strip() for one in group if (came := self._came(one)) is not None]
        change = WordingChange(
            "\n".join(before),
            "\n".join(after),
            hand_of_line(added[-1]),
            head.block,
            head.number,
            is_clause=True,
            markdown=whole,
        )
        return GrownClause(
            change,
            tuple(one.sent for one in group if one.sent is not None),
            tuple(one.returned for one in group if one.returned is not None),
        )

    def _words(self, pair: LinePair) -> tuple[str, bool]:
        """Return a line as Markdown, and whether it is an entry of its clause."""
        line, came = self._sent(pair), self._came(pair)
        assert came is not None
        if line is None:
            return _item(as_typed(came.text.strip()), is_item=came.item > 0), came.item > 0
        is_item = not line.block
        return _item(with_references(line, came.text.strip()), is_item=is_item), is_item

    def _sent(self, pair: LinePair) -> SentLine | None:
        return None if pair.sent is None else self.sent.lines[pair.sent]

    def _came(self, pair: LinePair) -> ReturnedLine | None:
        return None if pair.returned is None else self.returned.lines[pair.returned]


def _item(words: str, *, is_item: bool) -> str:
    return f"- {words}" if is_item else words
