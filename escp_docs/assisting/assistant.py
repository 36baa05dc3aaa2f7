"""All that an assistant may ask of one spec, and the one thing that it may do: propose."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from escp_docs.assisting.as_told import ToldSpec, tells, told
from escp_docs.assisting.briefing import Brief, brief, path_of
from escp_docs.assisting.earlier import versions
from escp_docs.assisting.masking import NOTHING, Mask, mask
from escp_docs.assisting.printed_documents import printed_in
from escp_docs.assisting.proper import (
    require_proper,
    require_readable,
    require_single,
    require_told,
)
from escp_docs.assisting.proposal_box import ProposalBox
from escp_docs.assisting.proposing import ProposalKind, Put, Suggestion, proposal_file
from escp_docs.assisting.questions import NextQuestion, next_questions
from escp_docs.assisting.returned_words import ReturnedWords, on, returned_words
from escp_docs.assisting.reviewing import Review, review
from escp_docs.assisting.waiting_proposals import Seen, WaitingProposal
from escp_docs.comparing.specs.difference import Comparison
from escp_docs.edit.changes import SetValue, SpecChange
from escp_docs.errors import ArgumentError
from escp_docs.executing.executor import Executor
from escp_docs.files.call_files import Calls
from escp_docs.files.record import Record
from escp_docs.judging.manual import ManualPage, manual_page
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.judging.result import Result
from escp_docs.judging.status import Status
from escp_docs.judging.status import status as status_of
from escp_docs.model.schema import join, split
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import value_at
from escp_docs.pull.stated import stated_text
from escp_docs.rules import BY_CODE
from escp_docs.versions.by_name import compare
from escp_docs.workspace.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from escp_docs.workspace.state import State


class Assistant:
    """What one assistant is told of one spec.

    Nothing that is asked changes a file of the spec; `propose` writes into the record beside it.

    Args:
        workspace: The spec, kept warm.
        executor: Who reads files of strangers, within bounds.
        now: Tells the moment.
        may_see_persons: Whether it is told of persons and of what their work costs.
    """

    def __init__(
        self,
        workspace: Workspace,
        executor: Executor,
        now: Callable[[], datetime],
        *,
        may_see_persons: bool,
    ) -> None:
        self.name: str = workspace.name
        self._workspace, self._executor, self._now = workspace, executor, now
        self._may_see_persons = may_see_persons
        self._mask = NOTHING
        self._masked: State | None = None
        self._known: tuple[State, ToldSpec] | None = None
        self._box = ProposalBox(self.name, lambda: now().date())
        self._words: tuple[tuple[Path, ...], tuple[ReturnedWords, ...]] = ((), ())

    @property
    def mask(self) -> Mask:
        """What is put in place of personal data in all that it is told."""
        state = self._workspace.state
        if not self._may_see_persons and state is not self._masked:
            self._mask, self._masked = mask(state, self._mask), state
        return self._mask

    def check(self) -> Result:
        """Return what the rules say of the spec, or its faults."""
        return self._workspace.state.result

    def status(self) -> Status:
        """Return who owes what.

        Raises:
            UnreadableError: the spec cannot be read.
        """
        return status_of(self._spec())

    def partners(self) -> tuple[str, ...]:
        """Return the ids of the partners.

        Raises:
            UnreadableError: the spec cannot be read.
        """
        return tuple(one.id for one in self._spec().spec.partners)

    def waiting(self) -> tuple[WaitingProposal, ...]:
        """Return the proposals on which nobody has decided, as far as they may be told.

        Raises:
            UnreadableError: the spec cannot be read.
        """
        return self._box.waiting(self._seen)

    def next_questions(self, most: int) -> tuple[NextQuestion, ...]:
        """Return the questions that settle most.

        Raises:
            UnreadableError: the spec cannot be read.
        """
        return next_questions(self.check(), self.status(), most)

    def explain(self, code: str) -> ManualPage | None:
        """Return the manual of a rule for the call of the spec; None if there is no such rule.

        Raises:
            UnreadableError: the spec cannot be read.
        """
        named = (one for one in BY_CODE.values() if code.casefold() == one.name)
        rule = BY_CODE.get(code.strip().upper()) or next(named, None)
        return None if rule is None else manual_page(rule, self._spec().call)

    def brief(self, key: str) -> tuple[Brief, tuple[ReturnedWords, ...]]:
        """Return what there is to know of a key, and what people wrote on it in returned files.

        Raises:
            UnreadableError: the spec cannot be read.
            ArgumentError: there is no such key or entry.
        """
        spec = self._spec()
        found = brief(spec, self._told(), printed_in(spec, self._now().date()), key)
        return found, on(self._returned(), found.key)

    def review(self, key: str, text: str) -> Review:
        """Return what is to be said of a text that somebody would put at a key.

        Raises:
            UnreadableError: the spec cannot be read, as it is or with the text.
            ArgumentError: there is no such key or entry.
            RefusedEditError: the text cannot stand there.
        """
        spec, before = self._spec(), self._told()
        path = path_of(spec.spec, key)
        after, _ = self._tried(SetValue(key, text), path)
        return review(spec, before, before.after(after, path), path, text)

    def compare(self, since: str) -> tuple[Comparison, bool]:
        """Return what changed since a version, and whether it is a file of somebody else.

        Args:
            since: A revision of git, or a file in the folder of the spec: a package, or a document
                that came back; empty for the last package, else for what git has. A file whose
                name holds what is withheld is none.

        Raises:
            EscpError: there is no such version, or it cannot be read.
        """
        is_told = self.mask.hide(since) == since
        names, is_file = versions(self.name, since, may_be_file=is_told)
        return compare(names, Calls(), self._now().date()), is_file

    def propose(self, one: Suggestion, author: str) -> Put:
        """Put a change where a person finds it, once it is known that the spec can take it.

        What this assistant proposed for the same key before, and nobody has decided on, is
        replaced.

        Raises:
            EscpError: it cannot be proposed; the message says why, for the assistant to mend it.
        """
        require_proper(one)
        spec, before = self._spec(), self._told()
        path = path_of(spec.spec, one.key)
        require_told(one.value, stated_text(spec.spec, path))
        require_single(spec.spec, path, one.kind)
        after, is_stated = self._tried(one.change, path)
        if is_stated:
            raise ArgumentError("the spec says that already", "value")
        found = before.after(after, _own(one.kind, path, spec.spec))
        when = self._now().isoformat(timespec="seconds")
        name, data = proposal_file(
            one, spec, path, author, when, knows_persons=self._may_see_persons
        )
        key = self._workspace.key_of(path)
        place, waited, replaced = self._box.put(one, key, name, data, self._seen)
        if_taken = before.standing_after(found.result)
        untried = tuple(sorted(before.resting))
        return Put(place, key, waited, replaced, before.actual.verdict, if_taken, untried)

    # --- within ------------------------------------------------------------------------------

    def _spec(self) -> OpenSpec:
        state = self._workspace.state
        require_readable(state)
        assert state.spec is not None
        return state.spec

    def _tried(self, change: SpecChange, path: str) -> tuple[OpenSpec, bool]:
        """Return the spec as it would be, and whether it is so; False where that is withheld.

        Raises:
            UnreadableError: the spec cannot be read, as it is or with the change.
            RefusedEditError: the change cannot be made.
        """
        after = self._workspace.tried([change])
        is_stated = after.texts == self._workspace.state.texts
        if is_stated and not tells(self.mask, self._spec().spec, path):
            # What is stated already is never refused; a value that differs may be.
            self._workspace.tried([_otherwise(change)])
            is_stated = False
        require_readable(after)
        assert after.spec is not None
        return after.spec, is_stated

    def _told(self) -> ToldSpec:
        """Return what the assistant knows of the spec."""
        state, mask_ = self._workspace.state, self.mask
        if self._known is None or self._known[0] is not state:
            self._known = state, told(self._spec(), state.result, mask_)
        return self._known[1]

    @property
    def _seen(self) -> Seen:
        return Seen(self._spec().spec, self.mask)

    def _returned(self) -> tuple[ReturnedWords, ...]:
        came = Record(self.name).returned()
        if came != self._words[0]:
            day = self._now().date()
            self._words = came, returned_words(self.name, came, day, self._executor)
        return self._words[1]


def _otherwise(change: SpecChange) -> SpecChange:
    """Return a change that states something else, and can be made where any could be."""
    match change:
        case SetValue(key=key, value=str() as value):
            return SetValue(key, f"{value}1")
        case SetValue(key=key, value=[*others, str() as last]):
            return SetValue(key, [*others, f"{last}1"])
        case _:
            return change


def _own(kind: ProposalKind, path: str, spec: Spec) -> str:
    """Return the path of what a change writes; empty if it writes nothing."""
    match kind:
        case ProposalKind.SET:
            return path
        case ProposalKind.ADD:
            return join((*split(path), len(value_at(spec, path) or ())))
        case ProposalKind.REMOVE:
            return ""
