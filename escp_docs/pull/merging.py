"""Three ways merged: as sent, as returned, as it is now. What comes out are proposals."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.compose.values.value import written
from escp_docs.language.language import Language
from escp_docs.model.base import SpecModel
from escp_docs.model.own_keys import is_own_entry
from escp_docs.model.schema import ListOf, form, keys
from escp_docs.model.stable_path import value_at
from escp_docs.produced.sent import Sent
from escp_docs.prose.weaving import wrapped
from escp_docs.prose.words import same_words
from escp_docs.pull.beside_spec import BesideSpec
from escp_docs.pull.changes import (
    Change,
    CommentAt,
    FileReading,
    ProseChange,
    RowAdded,
    RowInTable,
    RowRemoved,
    RowUntold,
    TickChange,
    ValueChange,
    WordingChange,
)
from escp_docs.pull.new_entry import new_entry
from escp_docs.pull.people import not_known
from escp_docs.pull.proposals import Proposal, ProposalState, TemplateNote, What
from escp_docs.pull.prose_merging import merged
from escp_docs.pull.row_columns import new_row
from escp_docs.pull.rows_by_hand import entries_below, made_of
from escp_docs.pull.tick_merging import TickMerging
from escp_docs.pull.value_merging import ValueMerging
from escp_docs.read.plain_values import Raw

_WORDING: Final = "agreement.wording"
_MOVED: Final = "its row was moved; rows stand in the order of the spec: move the entry there"
_STRUCK: Final = "its row was taken out; take the key out by name, if that is meant"
_FACT: Final = "a row was added that no key is known for; write it where it belongs by hand"
_MADE: Final = "its table is made of what the spec states at {key}; {done} there by hand"


class Merging(Struct, frozen=True):
    """The changes of one file against the spec as it is now."""

    beside: BesideSpec
    language: Language
    sent: Sent

    def proposals(self, reading: FileReading) -> tuple[list[Proposal], list[TemplateNote]]:
        """Return what a file proposes, and what it changed that no key states."""
        found: list[Proposal] = []
        notes: list[TemplateNote] = []
        ticks: dict[str, list[TickChange]] = {}
        for change in reading.changes:
            if isinstance(change, TickChange):  # all boxes of a key are read together
                ticks.setdefault(change.key, []).append(change)
                continue
            for one in self._of(change):
                if isinstance(one, TemplateNote):
                    notes.append(one)
                else:
                    found.append(one)
        boxes = TickMerging(self.beside, self.sent)
        for key, some in ticks.items():
            found += boxes.proposals(key, some)
        for remark in reading.remarks:
            found += self._said_of_words(remark)
        return _without_both(found), notes

    def _of(self, change: Change) -> Iterator[Proposal | TemplateNote]:
        match change:
            case ValueChange():
                yield from ValueMerging(self.beside, self.language, self.sent).proposals(change)
            case ProseChange():
                yield from self._prose(change)
            case RowAdded():
                yield from self._added(change)
            case RowInTable():
                yield from self._in_table(change)
            case RowRemoved():
                yield from self._removed(change)
            case RowUntold():
                yield self._untold(change)
            case WordingChange() if change.is_clause and change.block and change.markdown:
                yield from self._wording(change)
            case WordingChange() if change.is_clause and change.block and not change.after:
                yield self._struck(change)
            case WordingChange():
                yield TemplateNote(
                    self.beside.returned.name,
                    change.before,
                    change.after,
                    change.hand,
                    change.number,
                )

    def _said_of_words(self, remark: CommentAt) -> Iterator[Proposal]:
        """Yield a comment on words that are negotiated, as one of those that are kept with them."""
        path = self.beside.anchors.path(remark.key)
        entry, bracket, _ = (path or "").removeprefix(f"{_WORDING}[").partition("]")
        if not bracket or not entry.isdigit() or not remark.comment.text.strip():
            return
        path = f"{_WORDING}[{entry}].comments"
        hand = remark.comment.hand
        who = " ".join(filter(None, (hand.who or self.beside.sender or "somebody", hand.when[:10])))
        said = f"{who}: {' '.join(remark.comment.text.split())}"
        if said in (value_at(self.beside.anchors.spec, path) or ()):
            return
        begun = self.beside.begun(What.ENTRY_ADDED, path, remark.key, None, said, hand)
        yield self.beside.decided(replace(begun, ours=None, value=said), path)

    # --- prose ---

    def _prose(self, change: ProseChange) -> Iterator[Proposal]:
        path = self.beside.anchors.path(change.key)
        now = None if path is None else value_at(self.beside.anchors.spec, path)
        found = merged(change, now if isinstance(now, str) else "", self.beside.returned.saved_by)
        if found is None:
            return
        begun = replace(
            self.beside.begun(What.PROSE, path, change.key, change.base, found.theirs, change.hand),
            ours=now if isinstance(now, str) else None,
            value=found.text,
            prose=change,
        )
        if path is None or not isinstance(now, str):
            yield replace(
                begun, standing=ProposalState.GONE, why="the text is not in the spec any more"
            )
        elif found.text is not None and not found.text.strip():
            why = "its words were taken out; take the key out by name, if that is meant: {}"
            why = why.format(f"escp-docs set SPEC --remove '{begun.key}'")
            yield replace(begun, value=None, standing=ProposalState.UNCLEAR, why=why)
        elif found.text is None:
            why = found.why
            is_conflict = same_words(now) != same_words(change.base)
            standing = ProposalState.CONFLICT if is_conflict else ProposalState.UNCLEAR
            yield replace(begun, standing=standing, why=why)
        elif why := not_known(found.text, path):
            yield replace(begun, value=None, standing=ProposalState.UNCLEAR, why=why)
        elif found.text.strip() != now.strip():
            yield self.beside.decided(begun, path)

    # --- rows ---

    def _added(self, change: RowAdded) -> Iterator[Proposal | TemplateNote]:
        near = self.beside.anchors.path(change.near)
        is_entry = near is not None and near.endswith("]")
        head = near.rpartition("[")[0] if near is not None and is_entry else near
        yield from self._new_entry(head, change)

    def _in_table(self, change: RowInTable) -> Iterator[Proposal | TemplateNote]:
        row = new_row(change, self.beside.anchors, self.language)
        if row.list_ is not None:
            yield from self._new_entry(row.list_, row.added)
            return
        one = self.beside.begun(
            What.ENTRY_ADDED, None, row.added.near, None, change.text, change.hand
        )
        why = "; ".join(row.added.faults) or "write it into the spec by hand"
        yield replace(one, standing=ProposalState.UNCLEAR, why=why)

    def _new_entry(self, head: str | None, change: RowAdded) -> Iterator[Proposal | TemplateNote]:
        shape = None if head is None else form(type(self.beside.anchors.spec), head)
        if head is None or not isinstance(shape, ListOf) or not isinstance(shape.item, type):
            yield TemplateNote(self.beside.returned.name, "", change.text, change.hand)
            return
        new = new_entry(change, shape.item, self.beside.anchors.spec, self.language)
        entry = new.entry
        if not entry and not new.faults:
            yield TemplateNote(self.beside.returned.name, "", change.text, change.hand)
            return
        begun = self.beside.begun(What.ENTRY_ADDED, head, change.near, None, new.text, change.hand)
        one = replace(begun, ours=None, value=entry or None)
        if not entry:
            one = replace(one, theirs=change.text)
        why = "; ".join(new.faults)
        if new.nothing and not why:
            why = self.beside.none_of(new.nothing, head, head)
        if why:
            yield replace(one, standing=ProposalState.UNCLEAR, why=why)
        elif not self._is_there(head, entry):
            own = is_own_entry(self.beside.anchors.spec, head, entry, self.beside.sender)
            yield one if own else replace(one, standing=ProposalState.NOT_ITS_OWN)

    def _is_there(self, head: str, entry: dict[str, Raw]) -> bool:
        """Whether the list has such an entry by now."""
        entries = value_at(self.beside.anchors.spec, head) or ()
        return any(_states(one, entry) for one in entries)

    def _removed(self, change: RowRemoved) -> Iterator[Proposal]:
        path = self.beside.anchors.path(change.key)
        if path is None:
            return
        one = replace(
            self.beside.begun(What.ENTRY_REMOVED, path, change.key, change.text, "", change.hand),
            ours=change.text,
        )
        below = entries_below(value_at(self.beside.anchors.spec, path))
        if below:
            why = f"{below} would go with it; it is taken out by name alone"
            yield replace(one, standing=ProposalState.NOT_ITS_OWN, why=why)
            return
        yield self.beside.decided(one, path)

    def _untold(self, change: RowUntold) -> Proposal | TemplateNote:
        """Return what is to be decided of a row that comes to no change of its own."""
        path = self.beside.anchors.path(change.key) if change.key else None
        key = self.beside.key(path, change.key) or made_of(change, self.beside.anchors)
        if not key:
            return TemplateNote(self.beside.returned.name, change.before, change.after, change.hand)
        what = What.VALUE
        if change.before and change.after:
            why = _MOVED
        elif change.key:
            why = _STRUCK if change.before else _FACT
        else:
            what = What.ENTRY_REMOVED if change.before else What.ENTRY_ADDED
            why = _MADE.format(key=key, done="change it" if change.before else "add it")
        begun = self.beside.begun(what, path, key, change.before or None, change.after, change.hand)
        return replace(begun, key=key, standing=ProposalState.UNCLEAR, why=why)

    # --- words of clauses ---

    def _wording(self, change: WordingChange) -> Iterator[Proposal]:
        """Yield the words that somebody wants for a clause, as an entry of what is negotiated."""
        spec = self.beside.anchors.spec
        by = self.beside.sender or change.hand.who
        entry: dict[str, Raw] = {"clause": change.block, "text": wrapped(change.markdown)}
        entry |= {"by": by} if by else {}
        known = {(one.clause, same_words(one.text or "")) for one in spec.agreement.wording}
        if (change.block, same_words(change.markdown)) in known:
            return
        one = replace(self._begun_wording(change), value={**entry, "status": "proposed"})
        yield self.beside.decided(one, _WORDING)

    def _struck(self, change: WordingChange) -> Proposal:
        """Return what is to be decided of a clause that somebody took out."""
        return replace(
            self._begun_wording(change),
            standing=ProposalState.UNCLEAR,
            why="the clause was struck; choose otherwise, or agree on other words for it",
        )

    def _begun_wording(self, change: WordingChange) -> Proposal:
        anchor = f"{_WORDING}[{change.block}]"
        one = self.beside.begun(
            What.WORDING, _WORDING, anchor, change.before, change.after, change.hand
        )
        return replace(one, label=f"clause {change.number}", ours=None)


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
        elif isinstance(said, list):
            if [written(one) for one in here or ()] != said:
                return False
        elif written(here) != said:
            return False
    return True
