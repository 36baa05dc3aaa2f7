"""Changes to a warm spec, from several sides at once: each is in the files, or nothing is."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from time import monotonic
from typing import Final

from escp_docs.edit.changes import ChangedFile, SpecChange
from escp_docs.edit.editing import edited
from escp_docs.errors import ArgumentError, RefusedEditError, UnreadableError
from escp_docs.files.spec_edits import ChangedMeanwhileError, put_in_place
from escp_docs.workspace.history import EditStep, History
from escp_docs.workspace.ids import renamed_id
from escp_docs.workspace.merging import merged
from escp_docs.workspace.outcome import Changed, Conflict, KeyedChange
from escp_docs.workspace.refusing import busy, new_faults, too_old, with_texts
from escp_docs.workspace.settling import settled
from escp_docs.workspace.state import State
from escp_docs.workspace.turning import Turning
from escp_docs.workspace.warm_spec import WarmSpec

_TRIES: Final = 5  # at writing, while another program writes the same file


class SpecEditor:
    """Changes a warm spec in its files as they are by then, and takes changes back.

    Args:
        warm: The spec.
        now: Tells the moment, for the history.
    """

    def __init__(self, warm: WarmSpec, now: Callable[[], datetime]) -> None:
        self.warm = warm
        self.history = History()
        self._turning = Turning(warm, self.history)
        self._now = now

    def change(
        self, asked: Sequence[KeyedChange], version: int = 0, label: str = "", stay: str = ""
    ) -> Changed:
        """Make changes to the files as they are now.

        Args:
            asked: What to change, each with what stood there when somebody looked.
            version: The version at which they looked; 0 stands for the one that is there now.
            label: What is done, for the history; empty for the keys.
            stay: In which stay in a field, for the history; empty for a change of its own.

        Raises:
            WriteError: a file cannot be written; nothing is.
        """
        for _ in range(_TRIES):
            with suppress(ChangedMeanwhileError), self.warm.lock:
                return self._changed(asked, version, label, stay)
        return Changed(self.warm.look(), faults=(busy(self.warm.name),))

    def _changed(
        self, asked: Sequence[KeyedChange], version: int, label: str, stay: str
    ) -> Changed:
        state = self.warm.look()
        if state.faults_of_form:
            return Changed(state, faults=state.faults_of_form)
        then = self.warm.values(version)
        if then is None:
            return Changed(state, conflicts=tuple(too_old(one) for one in asked))
        found, conflicts = settled(asked, then, state.value)
        if conflicts:
            return Changed(state, conflicts=tuple(conflicts))
        if len(found) == 1 and (files := renamed_id(state, found[0])):
            return self._put(state, files, label or found[0].key, is_sure=False)
        return self._edited(state, found, label, stay)

    def _edited(
        self, state: State, changes: Sequence[SpecChange], label: str, stay: str
    ) -> Changed:
        try:
            done = edited(state.sources, changes)
        except (RefusedEditError, UnreadableError) as error:
            return Changed(state, faults=error.faults)
        after = self.warm.read(done.after)
        if new := new_faults(state, after):
            return Changed(state, faults=new)
        put_in_place(done.files)
        if done.files:
            keys = ", ".join(one.path for one in done.made if not one.takes_back)
            self._note(label or keys, keys, done.files, stay)
            self.warm.take(after)
            return Changed(after, made=done.made)
        return Changed(state)

    def write(
        self, file: str, base: str, text: str, *, is_sure: bool = False, stay: str = ""
    ) -> Changed:
        """Write the text of a file as somebody typed it, beside what others changed in it.

        Args:
            file: One of the files of the spec, as messages show it.
            base: The text that they began with.
            text: What it became.
            is_sure: Whether it is written even if the spec cannot be read with it.
            stay: In which stay in the editor, for the history; empty for a change of its own.

        Raises:
            ArgumentError: the spec has no such file.
            WriteError: it cannot be written.
        """
        for _ in range(_TRIES):
            with suppress(ChangedMeanwhileError), self.warm.lock:
                return self._written(file, base, text, stay, is_sure=is_sure)
        return Changed(self.warm.look(), faults=(busy(file),))

    def _written(self, file: str, base: str, text: str, stay: str, *, is_sure: bool) -> Changed:
        state = self.warm.look()
        now = state.texts.get(file)
        if now is None and not self._was_there(file):
            raise ArgumentError(f"{file} is no file of {self.warm.name}", "file")
        if now is None and not is_sure:
            why = "the file is not there any more; save it as it is to write it again"
            return Changed(state, conflicts=(Conflict(file, None, text, why),))
        # Browsers end lines with line feeds alone.
        ending = "\r\n" if "\r\n" in (now or base) else "\n"
        base, text = (one.replace("\r\n", "\n").replace("\n", ending) for one in (base, text))
        new = text if now is None else merged(base, text, now)
        if new is None:
            why = "somebody else changed the same lines meanwhile"
            mine = merged(base, text, now or "", ours_first=True)
            return Changed(state, conflicts=(Conflict(file, now, mine, why),))
        return self._put(state, (ChangedFile(file, now, new),), file, stay, is_sure=is_sure)

    def _was_there(self, file: str) -> bool:
        return file in self.warm.last_texts

    def _put(
        self,
        state: State,
        changed: Sequence[ChangedFile],
        label: str,
        stay: str = "",
        *,
        is_sure: bool,
    ) -> Changed:
        changed = tuple(one for one in changed if one.before != one.after)
        after = self.warm.read(with_texts(state.sources, changed))
        if not is_sure and (new := new_faults(state, after)):
            return Changed(state, faults=new)
        put_in_place(changed)
        if changed:
            self._note(label, label, changed, stay)
        return Changed(self.warm.look())

    def write_again(self) -> Changed:
        """Write the files of a spec that are gone as they were last read.

        Raises:
            ArgumentError: none is gone.
            WriteError: one cannot be written; then none is.
        """
        for _ in range(_TRIES):
            with suppress(ChangedMeanwhileError), self.warm.lock:
                gone, texts = self.warm.gone, self.warm.last_texts
                if not gone:
                    raise ArgumentError(f"nothing of {self.warm.name} is gone")
                put_in_place([ChangedFile(one, None, texts[one]) for one in gone])
                return Changed(self.warm.look())
        return Changed(self.warm.look(), faults=(busy(self.warm.name),))

    def undo(self, number: int = 0) -> Changed:
        """Take back the last step, or another by its number; see `Turning`."""
        return self._turning.undo(number)

    def redo(self) -> Changed:
        """Make the step again that was taken back last; see `Turning`."""
        return self._turning.redo()

    def pass_over(self, number: int) -> Changed:
        """Leave a step as it is, so that those before it can be taken back; see `Turning`."""
        return self._turning.pass_over(number)

    def _note(self, label: str, key: str, changed: Sequence[ChangedFile], stay: str) -> None:
        when = self._now().isoformat(timespec="seconds")
        self.history.note(EditStep(0, label, key, tuple(changed), monotonic(), when, stay))
