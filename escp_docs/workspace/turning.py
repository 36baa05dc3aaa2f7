"""Steps taken back and made again, beside what others changed since."""

from contextlib import suppress
from pathlib import Path
from typing import Final

from escp_docs import files
from escp_docs.edit.changes import ChangedFile
from escp_docs.errors import ArgumentError
from escp_docs.files.spec_edits import ChangedMeanwhileError, put_in_place
from escp_docs.workspace.history import EditStep, History
from escp_docs.workspace.merging import merged
from escp_docs.workspace.outcome import Changed, Conflict
from escp_docs.workspace.refusing import busy, new_faults, with_texts
from escp_docs.workspace.warm_spec import WarmSpec

_TRIES: Final = 5  # at writing, while another program writes the same file


class Turning:
    """Takes steps back, and makes them again.

    Args:
        warm: The spec.
        history: The steps.
    """

    def __init__(self, warm: WarmSpec, history: History) -> None:
        self.warm, self.history = warm, history

    def undo(self, number: int = 0) -> Changed:
        """Take back the last step, or another by its number; what others changed since stays.

        Raises:
            ArgumentError: there is no such step.
            WriteError: a file cannot be written.
        """
        return self._turned(number, undone=True)

    def redo(self) -> Changed:
        """Make the step again that was taken back last.

        Raises:
            ArgumentError: there is none.
            WriteError: a file cannot be written.
        """
        return self._turned(0, undone=False)

    def pass_over(self, number: int) -> Changed:
        """Leave a step as it is, so that those before it can be taken back.

        Raises:
            ArgumentError: there is no such step.
        """
        with self.warm.lock:
            step = self.history.step(number)
            if step is None or step.undone:
                raise ArgumentError("there is no such step to pass over")
            self.history.pass_over(number)
            return Changed(self.warm.look())

    def _turned(self, number: int, *, undone: bool) -> Changed:
        for _ in range(_TRIES):
            with suppress(ChangedMeanwhileError), self.warm.lock:
                wanted = self.history.to_undo if undone else self.history.to_redo
                step = self.history.step(number) if number else wanted
                if step is None or step.undone is undone:
                    raise ArgumentError("there is no such step to take back or to make again")
                return self._turn(step, undone=undone)
        return Changed(self.warm.look(), faults=(busy(self.warm.name),))

    def _turn(self, step: EditStep, *, undone: bool) -> Changed:
        state = self.warm.look()
        changed: list[ChangedFile] = []
        for one in step.files:
            start, end = (one.after, one.before) if undone else (one.before, one.after)
            now = state.texts.get(one.file)
            new = merged(start or "", end or "", now or "")
            if new is None:
                why = f"others changed the same lines since; {step.label} stays as it is"
                return Changed(state, conflicts=(Conflict(one.file, now, end, why),))
            changed.append(ChangedFile(one.file, now, new))
        after = self.warm.read(with_texts(state.sources, changed))
        if found := new_faults(state, after):
            return Changed(state, faults=found)
        put_in_place([one for one in changed if one.before != one.after])
        for one in step.files if undone else ():
            if one.before is None and after.texts.get(one.file) == "":
                files.remove(Path(one.file))  # it came with the change
        self.history.mark(step.number, undone=undone)
        return Changed(self.warm.look())
