"""Values that a file states otherwise, merged: as sent, as returned, as they are now."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.language.language import Language
from escp_docs.model.schema import ListOf, Scalar, Shape, form, keys
from escp_docs.produced.sent import Sent
from escp_docs.pull.beside_spec import BesideSpec, meanwhile
from escp_docs.pull.changes import ValueChange
from escp_docs.pull.people import not_known, says_nothing, understood
from escp_docs.pull.proposals import Proposal, ProposalState, What

if TYPE_CHECKING:
    from escp_docs.read.plain_values import Raw

_NUMBERS: Final = ("month", "count", "number", "euro", "share")


class ValueMerging(Struct, frozen=True):
    """The values of one file against the spec as it is now."""

    beside: BesideSpec
    language: Language
    sent: Sent

    def proposals(self, change: ValueChange) -> Iterator[Proposal]:
        """Yield what a value comes to; nothing if it says no more than the spec."""
        what = What.ANSWER if change.base is None else What.VALUE
        path = self.beside.anchors.path(change.key)
        typed = change.text.strip()
        is_withheld = any(
            change.key == one or change.key.startswith((f"{one}.", f"{one}["))
            for one in self.sent.withheld
        )
        begun = self.beside.begun(what, path, change.key, change.base, typed, change.hand)
        if is_withheld:
            why = _with_doubt(change, f"it was left out of the copy for {self.sent.partner}")
            yield replace(begun, standing=ProposalState.UNCLEAR, why=why)
            return
        if path is None:
            if self._is_new_entry(change.key):
                yield from self._in_new_entry(begun, change)
                return
            if not self._says_what_was_sent(change):
                why = _with_doubt(change, "the entry is not in the spec any more")
                yield replace(begun, standing=ProposalState.GONE, why=why)
            return
        shape = form(type(self.beside.anchors.spec), path)
        if isinstance(shape, ListOf) and isinstance(shape.item, Scalar):
            yield from self._list(begun, change, path, shape.item)
            return
        if not isinstance(shape, Scalar):
            why = _with_doubt(change, "it is to be written into the spec by hand")
            yield replace(begun, standing=ProposalState.UNCLEAR, why=why)
            return
        yield from self._scalar(begun, change, path, shape)

    def _says_what_was_sent(self, change: ValueChange) -> bool:
        """Whether a value is the one that was sent in other words, wherever it was stated."""
        shape = form(type(self.beside.anchors.spec), change.key)
        if not isinstance(shape, Scalar) or change.base is None or change.doubt:
            return False
        spec = self.beside.anchors.spec
        found = understood(change.text, shape, self.language, spec, change.options)
        return bool(found.value) and is_same_value(found.value, change.base, shape)

    def _scalar(
        self, begun: Proposal, change: ValueChange, path: str, shape: Scalar
    ) -> Iterator[Proposal]:
        if change.doubt:
            yield replace(begun, standing=ProposalState.UNCLEAR, why=change.doubt)
            return
        spec = self.beside.anchors.spec
        found = understood(change.text, shape, self.language, spec, change.options)
        if found.value is None:
            yield replace(begun, standing=ProposalState.UNCLEAR, why=found.readings)
            return
        if found.value == "":
            if change.base is None or begun.ours is None:
                return
            yield replace(
                begun,
                standing=ProposalState.UNCLEAR,
                why="its words were taken out; remove the key by name",
            )
            return
        if why := not_known(found.value, path):
            yield replace(begun, standing=ProposalState.UNCLEAR, why=why)
            return
        theirs = found.value
        ours = begun.ours
        if is_same_value(theirs, change.base, shape) or is_same_value(theirs, ours, shape):
            return
        begun = replace(begun, theirs=theirs, value=theirs)
        if is_same_value(ours, change.base, shape):
            yield self.beside.decided(begun, path)
        else:
            yield replace(begun, standing=ProposalState.CONFLICT, why=meanwhile(ours))

    def _list(
        self, begun: Proposal, change: ValueChange, path: str, item: Scalar
    ) -> Iterator[Proposal]:
        if change.doubt:
            yield replace(begun, standing=ProposalState.UNCLEAR, why=change.doubt)
            return
        lines = [one.strip(" \t-•–;,") for one in change.text.replace("\r", "\n").split("\n")]
        entries: list[Raw] = []
        if says_nothing(change.text, item, self.language):
            why = self.beside.none_of(change.text, path, change.key)
            yield replace(begun, standing=ProposalState.UNCLEAR, why=why)
            return
        for line in filter(None, lines):
            found = understood(line, item, self.language, self.beside.anchors.spec)
            if found.value is None:
                yield replace(
                    begun, standing=ProposalState.UNCLEAR, why=f'"{line}": {found.readings}'
                )
                return
            if why := not_known(found.value, path):
                yield replace(begun, standing=ProposalState.UNCLEAR, why=f'"{line}": {why}')
                return
            entries.append(found.value)
        theirs = "\n".join(map(str, entries))
        if theirs in {change.base or "", begun.ours or ""}:
            return
        begun = replace(begun, theirs=theirs, value=entries)
        if (begun.ours or "") == (change.base or ""):
            yield self.beside.decided(begun, path)
        else:
            yield replace(begun, standing=ProposalState.CONFLICT, why=meanwhile(begun.ours))

    def _is_new_entry(self, anchor: str) -> bool:
        """Whether an anchor leads into an entry that a questionnaire has room for."""
        head, _, rest = anchor.rpartition("[")
        position, bracket, key = rest.partition("].")
        path = self.beside.anchors.path(head)
        shape = None if path is None else form(type(self.beside.anchors.spec), path)
        return (
            bool(bracket)
            and position.isdigit()
            and isinstance(shape, ListOf)
            and isinstance(shape.item, type)
            and key in keys(shape.item)
        )

    def _in_new_entry(self, begun: Proposal, change: ValueChange) -> Iterator[Proposal]:
        """Yield what is proposed for one key of an entry that is not there yet."""
        head, _, rest = change.key.rpartition("[")
        position, _, name = rest.partition("].")
        path = self.beside.anchors.path(head) or ""
        shape = form(type(self.beside.anchors.spec), path)
        assert isinstance(shape, ListOf)
        assert isinstance(shape.item, type)
        key = keys(shape.item)[name]
        if not isinstance(key.shape, Scalar):
            why = _with_doubt(change, "it is to be written by hand")
            yield replace(begun, standing=ProposalState.UNCLEAR, why=why)
            return
        found = understood(
            change.text, key.shape, self.language, self.beside.anchors.spec, change.options
        )
        begun = replace(
            begun, key=f"{self.beside.key(path, head)}[{position}].{name}", label=key.label
        )
        begun = replace(begun, place=self.beside.place(path))
        if change.doubt:
            yield replace(begun, standing=ProposalState.UNCLEAR, why=change.doubt)
        elif not change.options and says_nothing(change.text, key.shape, self.language):
            why = self.beside.none_of(change.text, path, head)
            yield replace(begun, standing=ProposalState.UNCLEAR, why=why)
        elif found.value is None:
            yield replace(begun, standing=ProposalState.UNCLEAR, why=found.readings)
        elif why := not_known(found.value, f"{path}[{position}].{name}"):
            yield replace(begun, standing=ProposalState.UNCLEAR, why=why)
        elif found.value:
            begun = replace(begun, theirs=found.value, value=found.value)
            yield self.beside.decided(begun, f"{path}[{position}].{name}")


def _with_doubt(change: ValueChange, why: str) -> str:
    """Return why a value is not taken, behind what it may be instead: that is told nowhere else."""
    return "; ".join(filter(None, (change.doubt, why)))


def is_same_value(one: str | None, other: str | None, shape: Shape) -> bool:
    """Whether two texts state the same value."""
    if one is None or other is None:
        return one is other
    kind = shape.kind if isinstance(shape, Scalar) else ""
    if kind in _NUMBERS and (numbers := [_number(text) for text in (one, other)]):
        return numbers[0] == numbers[1] if None not in numbers else one == other
    return " ".join(one.split()) == " ".join(other.split())


def _number(text: str) -> Fraction | None:
    try:
        return Fraction(text) if "/" in text else Fraction(Decimal(text))
    except (ValueError, InvalidOperation, ZeroDivisionError):
        return None
