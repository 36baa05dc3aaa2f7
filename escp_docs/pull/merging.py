"""Three ways merged: as sent, as returned, as it is now. What comes out are proposals."""

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from escp_docs.compose.values.value import written
from escp_docs.finding import Place
from escp_docs.language.language import Language
from escp_docs.model.anchors import Anchors
from escp_docs.model.base import SpecModel
from escp_docs.model.own_keys import is_own, is_own_entry
from escp_docs.model.schema import ListOf, Scalar, Shape, at, form, keys, split
from escp_docs.model.stable_path import named, value_at
from escp_docs.produced.sent import Sent
from escp_docs.prose.weaving import wrapped
from escp_docs.prose.words import same_words
from escp_docs.pull.changes import (
    Change,
    CommentAt,
    FileReading,
    ProseChange,
    RowAdded,
    RowRemoved,
    TickChange,
    ValueChange,
    WordingChange,
)
from escp_docs.pull.new_entry import new_entry
from escp_docs.pull.people import says_nothing, understood
from escp_docs.pull.proposals import Proposal, ProposalState, TemplateNote, What
from escp_docs.pull.prose_merging import merged
from escp_docs.pull.returned import NOBODY, Hand, Returned
from escp_docs.pull.stated import stated_text
from escp_docs.read.places import Places
from escp_docs.read.plain_values import Raw

_CONFIRMED: Final = "confirmed"
_WORDING: Final = "agreement.wording"
_NONE: Final = "[]"
_NUMBERS: Final = ("month", "count", "number", "euro", "share")


class Merging(Struct):
    """The changes of one file against the spec as it is now."""

    anchors: Anchors
    places: Places
    language: Language
    sent: Sent
    returned: Returned
    sender: str = ""
    _ticks: dict[str, list[TickChange]] = field(default_factory=dict)

    def proposals(self, reading: FileReading) -> tuple[list[Proposal], list[TemplateNote]]:
        """Return what a file proposes, and what it changed that no key states."""
        found: list[Proposal] = []
        notes: list[TemplateNote] = []
        for change in reading.changes:
            for one in self._of(change):
                if isinstance(one, TemplateNote):
                    notes.append(one)
                else:
                    found.append(one)
        for key, ticks in self._ticks.items():
            found += self._ticked(key, ticks)
        for remark in reading.remarks:
            found += self._said_of_words(remark)
        return _without_both(found), notes

    def _of(self, change: Change) -> Iterator[Proposal | TemplateNote]:
        match change:
            case ValueChange():
                yield from self._value(change)
            case TickChange():
                self._ticks.setdefault(change.key, []).append(change)
            case ProseChange():
                yield from self._prose(change)
            case RowAdded():
                yield from self._added(change)
            case RowRemoved():
                yield from self._removed(change)
            case WordingChange() if change.is_clause and change.block and change.markdown:
                yield from self._wording(change)
            case WordingChange() if change.is_clause and change.block and not change.after:
                yield self._struck(change)
            case WordingChange():
                yield TemplateNote(
                    self.returned.name, change.before, change.after, change.hand, change.number
                )

    def _said_of_words(self, remark: CommentAt) -> Iterator[Proposal]:
        """Yield a comment on words that are negotiated, as one of those that are kept with them."""
        path = self.anchors.path(remark.key)
        entry, bracket, _ = (path or "").removeprefix(f"{_WORDING}[").partition("]")
        if not bracket or not entry.isdigit() or not remark.comment.text.strip():
            return
        path = f"{_WORDING}[{entry}].comments"
        hand = remark.comment.hand
        who = " ".join(filter(None, (hand.who or self.sender or "somebody", hand.when[:10])))
        said = f"{who}: {' '.join(remark.comment.text.split())}"
        if said in (value_at(self.anchors.spec, path) or ()):
            return
        begun = self._begun(What.ENTRY_ADDED, path, remark.key, None, said, hand)
        yield self._decided(replace(begun, ours=None, value=said), path)

    # --- values ---

    def _value(self, change: ValueChange) -> Iterator[Proposal]:
        what = What.ANSWER if change.base is None else What.VALUE
        path = self.anchors.path(change.key)
        typed = change.text.strip()
        is_withheld = any(
            change.key == one or change.key.startswith((f"{one}.", f"{one}["))
            for one in self.sent.withheld
        )
        begun = self._begun(what, path, change.key, change.base, typed, change.hand)
        if is_withheld:
            why = f"it was left out of the copy for {self.sent.partner}"
            yield replace(begun, standing=ProposalState.UNCLEAR, why=why)
            return
        if path is None:
            if self._is_new_entry(change.key):
                yield from self._in_new_entry(begun, change)
                return
            yield replace(
                begun, standing=ProposalState.GONE, why="the entry is not in the spec any more"
            )
            return
        shape = form(type(self.anchors.spec), path)
        if isinstance(shape, ListOf) and isinstance(shape.item, Scalar):
            yield from self._list(begun, change, path, shape.item)
            return
        if not isinstance(shape, Scalar):
            yield replace(
                begun,
                standing=ProposalState.UNCLEAR,
                why="it is to be written into the spec by hand",
            )
            return
        yield from self._scalar(begun, change, path, shape)

    def _scalar(
        self, begun: Proposal, change: ValueChange, path: str, shape: Scalar
    ) -> Iterator[Proposal]:
        if change.doubt:
            yield replace(begun, standing=ProposalState.UNCLEAR, why=change.doubt)
            return
        spec = self.anchors.spec
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
        theirs = found.value
        ours = begun.ours
        if _same(theirs, change.base, shape) or _same(theirs, ours, shape):
            return
        begun = replace(begun, theirs=theirs, value=theirs)
        if _same(ours, change.base, shape):
            yield self._decided(begun, path)
        else:
            yield replace(begun, standing=ProposalState.CONFLICT, why=_meanwhile(ours))

    def _list(
        self, begun: Proposal, change: ValueChange, path: str, item: Scalar
    ) -> Iterator[Proposal]:
        if change.doubt:
            yield replace(begun, standing=ProposalState.UNCLEAR, why=change.doubt)
            return
        lines = [one.strip(" \t-•–;,") for one in change.text.replace("\r", "\n").split("\n")]
        entries: list[Raw] = []
        if says_nothing(change.text, item, self.language):
            why = self._none_of(change.text, path, change.key)
            yield replace(begun, standing=ProposalState.UNCLEAR, why=why)
            return
        for line in filter(None, lines):
            found = understood(line, item, self.language, self.anchors.spec)
            if found.value is None:
                yield replace(
                    begun, standing=ProposalState.UNCLEAR, why=f'"{line}": {found.readings}'
                )
                return
            entries.append(found.value)
        theirs = "\n".join(map(str, entries))
        if theirs in {change.base or "", begun.ours or ""}:
            return
        begun = replace(begun, theirs=theirs, value=entries)
        if (begun.ours or "") == (change.base or ""):
            yield self._decided(begun, path)
        else:
            yield replace(begun, standing=ProposalState.CONFLICT, why=_meanwhile(begun.ours))

    def _is_new_entry(self, anchor: str) -> bool:
        """Whether an anchor leads into an entry that a questionnaire has room for."""
        head, _, rest = anchor.rpartition("[")
        position, bracket, key = rest.partition("].")
        path = self.anchors.path(head)
        shape = None if path is None else form(type(self.anchors.spec), path)
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
        path = self.anchors.path(head) or ""
        shape = form(type(self.anchors.spec), path)
        assert isinstance(shape, ListOf)
        assert isinstance(shape.item, type)
        key = keys(shape.item)[name]
        if not isinstance(key.shape, Scalar):
            yield replace(begun, standing=ProposalState.UNCLEAR, why="it is to be written by hand")
            return
        found = understood(change.text, key.shape, self.language, self.anchors.spec, change.options)
        begun = replace(begun, key=f"{self._key(path, head)}[{position}].{name}", label=key.label)
        begun = replace(begun, place=self._place(path))
        if not change.options and says_nothing(change.text, key.shape, self.language):
            why = self._none_of(change.text, path, head)
            yield replace(begun, standing=ProposalState.UNCLEAR, why=why)
        elif found.value is None:
            yield replace(begun, standing=ProposalState.UNCLEAR, why=found.readings)
        elif found.value:
            begun = replace(begun, theirs=found.value, value=found.value)
            yield self._decided(begun, f"{path}[{position}].{name}")

    def _none_of(self, typed: str, path: str, anchor: str) -> str:
        """Return why words that say that there is nothing are no value, and how that is stated."""
        said, key = " ".join(typed.split()), self._key(path, anchor)
        return f'"{said}" is no entry; if there is none at all, state {key}: []'

    # --- boxes ---

    def _ticked(self, key: str, ticks: Sequence[TickChange]) -> Iterator[Proposal]:
        path = self.anchors.path(key)
        begun = replace(self._begun(What.CONFIRMATION, path, key, None, ""), ours=None)
        if path is None:
            yield replace(
                begun, standing=ProposalState.GONE, why="the entry is not in the spec any more"
            )
            return
        if split(path)[-1] == _CONFIRMED:
            yield from self._confirmed(begun, path, ticks)
        else:
            yield from self._chosen(begun, path, ticks)

    def _confirmed(
        self, begun: Proposal, path: str, ticks: Sequence[TickChange]
    ) -> Iterator[Proposal]:
        partner = path.rpartition(".")[0]
        stated: object = value_at(self.anchors.spec, path) or ()
        known = (
            {stated}
            if isinstance(stated, str)
            else set(stated if isinstance(stated, tuple) else ())
        )
        for tick in ticks:
            if not tick.is_ticked or tick.option in known or "all" in known:
                continue
            key = at(type(self.anchors.spec), f"{partner}.{tick.option}")
            if key is None:
                continue
            one = replace(
                begun,
                label=key.label,
                theirs=tick.option,
                value=tick.option,
                hand=tick.hand if tick.hand.who else self.returned.hand,
            )
            yield self._decided(one, path)

    def _chosen(
        self, begun: Proposal, path: str, ticks: Sequence[TickChange]
    ) -> Iterator[Proposal]:
        """Yield the list that boxes with its allowed values make."""
        boxes = [
            span
            for line in self.sent.lines
            for span in line.spans
            if span.key == begun.anchor and span.kind == "tick"
        ]
        base = [one.option for one in boxes if one.value == "true" and one.option != _NONE]
        on = {one.option: one.is_ticked for one in ticks}
        chosen: list[Raw] = [
            one.option
            for one in boxes
            if one.option != _NONE and on.get(one.option, one.value == "true")
        ]
        is_none = on.get(_NONE, any(one.option == _NONE and one.value == "true" for one in boxes))
        begun = replace(
            begun,
            what=What.ANSWER,
            base="\n".join(base) or None,
            theirs="\n".join(map(str, chosen)),
            ours=self._ours(path),
            value=chosen,
        )
        if is_none and chosen:
            yield replace(
                begun, standing=ProposalState.UNCLEAR, why='"none" is ticked beside others'
            )
        elif chosen or is_none:
            if (begun.ours or "") == (begun.base or ""):
                yield self._decided(replace(begun, theirs=begun.theirs or "none"), path)
            elif begun.ours != begun.theirs:
                yield replace(begun, standing=ProposalState.CONFLICT, why=_meanwhile(begun.ours))

    # --- prose ---

    def _prose(self, change: ProseChange) -> Iterator[Proposal]:
        path = self.anchors.path(change.key)
        now = None if path is None else value_at(self.anchors.spec, path)
        found = merged(change, now if isinstance(now, str) else "", self.returned.saved_by)
        if found is None:
            return
        begun = replace(
            self._begun(What.PROSE, path, change.key, change.base, found.theirs, change.hand),
            ours=now if isinstance(now, str) else None,
            value=found.text,
            prose=change,
        )
        if path is None or not isinstance(now, str):
            yield replace(
                begun, standing=ProposalState.GONE, why="the text is not in the spec any more"
            )
        elif found.text is None:
            why = found.why
            is_conflict = same_words(now) != same_words(change.base)
            standing = ProposalState.CONFLICT if is_conflict else ProposalState.UNCLEAR
            yield replace(begun, standing=standing, why=why)
        elif found.text.strip() != now.strip():
            yield self._decided(begun, path)

    # --- rows ---

    def _added(self, change: RowAdded) -> Iterator[Proposal | TemplateNote]:
        near = self.anchors.path(change.near)
        is_entry = near is not None and near.endswith("]")
        head = near.rpartition("[")[0] if near is not None and is_entry else near
        shape = None if head is None else form(type(self.anchors.spec), head)
        if head is None or not isinstance(shape, ListOf) or not isinstance(shape.item, type):
            yield TemplateNote(self.returned.name, "", change.text, change.hand)
            return
        new = new_entry(change, shape.item, self.anchors.spec, self.language)
        entry = new.entry
        if not entry and not new.faults:
            yield TemplateNote(self.returned.name, "", change.text, change.hand)
            return
        begun = self._begun(What.ENTRY_ADDED, head, change.near, None, new.text, change.hand)
        one = replace(begun, ours=None, value=entry or None)
        if not entry:
            one = replace(one, theirs=change.text)
        why = "; ".join(new.faults)
        if new.nothing and not why:
            why = self._none_of(new.nothing, head, head)
        if why:
            yield replace(one, standing=ProposalState.UNCLEAR, why=why)
        elif not self._is_there(head, entry):
            own = is_own_entry(self.anchors.spec, head, entry, self.sender)
            yield one if own else replace(one, standing=ProposalState.NOT_ITS_OWN)

    def _is_there(self, head: str, entry: dict[str, Raw]) -> bool:
        """Whether the list has such an entry by now."""
        entries = value_at(self.anchors.spec, head) or ()
        return any(_states(one, entry) for one in entries)

    def _removed(self, change: RowRemoved) -> Iterator[Proposal]:
        path = self.anchors.path(change.key)
        if path is None:
            return
        one = replace(
            self._begun(What.ENTRY_REMOVED, path, change.key, change.text, "", change.hand),
            ours=change.text,
        )
        yield self._decided(one, path)

    # --- words of clauses ---

    def _wording(self, change: WordingChange) -> Iterator[Proposal]:
        """Yield the words that somebody wants for a clause, as an entry of what is negotiated."""
        spec = self.anchors.spec
        by = self.sender or change.hand.who
        entry: dict[str, Raw] = {"clause": change.block, "text": wrapped(change.markdown)}
        entry |= {"by": by} if by else {}
        known = {(one.clause, same_words(one.text or "")) for one in spec.agreement.wording}
        if (change.block, same_words(change.markdown)) in known:
            return
        one = replace(self._begun_wording(change), value={**entry, "status": "proposed"})
        yield self._decided(one, _WORDING)

    def _struck(self, change: WordingChange) -> Proposal:
        """Return what is to be decided of a clause that somebody took out."""
        return replace(
            self._begun_wording(change),
            standing=ProposalState.UNCLEAR,
            why="the clause was struck; choose otherwise, or agree on other words for it",
        )

    def _begun_wording(self, change: WordingChange) -> Proposal:
        anchor = f"{_WORDING}[{change.block}]"
        one = self._begun(What.WORDING, _WORDING, anchor, change.before, change.after, change.hand)
        return replace(one, label=f"clause {change.number}", ours=None)

    # --- what all have in common ---

    def _begun(  # noqa: PLR0913, PLR0917  # what a change says
        self,
        what: What,
        path: str | None,
        anchor: str,
        base: str | None,
        theirs: str,
        hand: Hand = NOBODY,
    ) -> Proposal:
        """Return a proposal that nothing is known to stand in the way of; it writes nothing yet."""
        return Proposal(
            what,
            self._key(path, anchor),
            anchor,
            self._label(path),
            base,
            theirs,
            self._ours(path),
            None,
            ProposalState.PROPOSED,
            "",
            self.returned.name,
            self.sender,
            hand if hand.who or hand.when else self.returned.hand,
            self._place(path),
        )

    def _decided(self, one: Proposal, path: str) -> Proposal:
        """Return a proposal that nothing stands in the way of, but perhaps whose it is."""
        if is_own(self.anchors.spec, path, self.sender):
            return one
        return replace(one, standing=ProposalState.NOT_ITS_OWN)

    def _key(self, path: str | None, anchor: str) -> str:
        return anchor if path is None else named(path, self.anchors.spec)

    def _label(self, path: str | None) -> str:
        key = None if path is None else at(type(self.anchors.spec), path)
        if key is None and path is not None and path.endswith("]"):
            key = at(type(self.anchors.spec), path.rpartition("[")[0])
        return key.label if key else ""

    def _ours(self, path: str | None) -> str | None:
        return None if path is None else stated_text(self.anchors.spec, path)

    def _place(self, path: str | None) -> Place | None:
        return None if path is None else self.places.of(path)


def _without_both(found: list[Proposal]) -> list[Proposal]:
    """Return proposals; where a file says "none" of a list and names an entry, neither is clear."""
    none = {one.key for one in found if one.value == []}
    both = {key for key in none if any(one.key.startswith(f"{key}[") for one in found)}
    why = '"none" is ticked, and there is an entry as well'
    return [
        replace(one, standing=ProposalState.UNCLEAR, why=why)
        if one.key in both or any(one.key.startswith(f"{key}[") for key in both)
        else one
        for one in found
    ]


def _states(one: SpecModel, entry: dict[str, Raw]) -> bool:
    """Whether an entry states all that another does."""
    known = keys(type(one))
    for name, said in entry.items():
        here = getattr(one, known[name].attribute)
        if isinstance(said, dict):
            if not isinstance(here, SpecModel) or not _states(here, said):
                return False
        elif written(here) != said:
            return False
    return True


def _meanwhile(ours: str | None) -> str:
    return "the spec says nothing by now" if ours is None else "the spec says something else by now"


def _same(one: str | None, other: str | None, shape: Shape) -> bool:
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
