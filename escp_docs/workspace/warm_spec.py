"""One spec kept warm: read and judged again when its files differ, and only then."""

import threading
from pathlib import Path
from typing import Final

from escp_docs import files
from escp_docs.edit.steps import Work
from escp_docs.errors import UnreadableError
from escp_docs.files.call_files import Calls
from escp_docs.files.named_clauses import with_known_clauses
from escp_docs.files.pictures import with_pictures
from escp_docs.judging.one_spec import checked
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.judging.result import Result
from escp_docs.read import spec as reading
from escp_docs.read.one_file import keep_parsed
from escp_docs.read.source import SpecText
from escp_docs.workspace.following import Plain
from escp_docs.workspace.state import State

_KEPT: Final = 16  # older versions in which keys are still understood
_FILES: Final = 64  # parsed texts that are kept: those of a spec, before and after a change


class WarmSpec:
    """A spec that is read again when its files differ. It may be asked from several threads.

    Args:
        name: A file or a folder.
        calls: The calls that ship with the program.
    """

    def __init__(self, name: str, calls: Calls) -> None:
        self.name = name
        self.lock = threading.RLock()
        self._calls = calls
        keep_parsed(_FILES)
        self._values: dict[int, Plain] = {}
        self._last_good: OpenSpec | None = None
        self._state: State | None = None
        self._last_texts: dict[str, str] = {}
        self._beside: tuple[tuple[tuple[str, int, int], ...], Calls] | None = None

    @property
    def last_good(self) -> OpenSpec | None:
        """What the spec stated when it could be read last; None if it never could."""
        self.look()
        return self._last_good

    def look(self) -> State:
        """Return the spec as its files are now."""
        with self.lock:
            try:
                sources = self.sources()
            except UnreadableError as error:
                return self._without_files(error)
            if self._state is None or sources != self._state.sources:
                self.take(self.read(sources))
            assert self._state is not None
            return self._state

    def sources(self) -> SpecText:
        """Return the texts of the files as they are now.

        Raises:
            UnreadableError: there are no such files.
        """
        return files.spec_sources(self.name)

    @property
    def last_texts(self) -> dict[str, str]:
        """The text of each file when any was there last; nothing if none ever was."""
        self.look()
        return self._last_texts

    @property
    def gone(self) -> tuple[str, ...]:
        """The files of the spec, if all of them were there and none is any more."""
        with self.lock:
            names = () if self.look().sources.own else tuple(self._last_texts)
            return () if any(Path(one).exists() for one in names) else names

    def values(self, version: int) -> Plain | None:
        """Return the plain values of a version, None if it is forgotten; 0 is the newest."""
        if self._state is not None and version in (0, self._state.version):
            return self._state.value
        return self._values.get(version)

    def read(self, sources: SpecText) -> State:
        """Return what the texts of the spec come to, as the version that would be next."""
        number = 1 + (self._state.version if self._state else 0)
        known = self._known_calls()
        work = Work(sources)
        try:
            found = with_known_clauses(self.name, reading.spec(sources, known))
        except UnreadableError as error:
            result = Result(self.name, faults=error.faults, remarks=error.remarks)
            return State(number, sources, None, result, work)
        spec = OpenSpec(self.name, with_pictures(self.name, found), known)
        result = checked(self.name, spec.reading).written.result
        return State(number, sources, spec, result, work)

    def _known_calls(self) -> Calls:
        """Return the calls of the spec; those beside it are read again when they differ."""
        stamps = tuple(
            (str(path), path.stat().st_mtime_ns, path.stat().st_size)
            for path in files.own_call_sources(self.name).values()
        )
        if self._beside is None or self._beside[0] != stamps:
            self._beside = stamps, self._calls.beside(self.name)
        return self._beside[1]

    def take(self, state: State) -> None:
        """Take a version that was read for the one that is there now."""
        if self._state is not None and not self._state.faults_of_form:
            self._values[self._state.version] = self._state.value
            for old in [one for one in self._values if one <= state.version - _KEPT]:
                del self._values[old]
        self._state = state
        self._last_texts = state.texts or self._last_texts
        self._last_good = state.spec or self._last_good

    def _without_files(self, error: UnreadableError) -> State:
        """Return the state of a spec whose files are not there."""
        if self._state is None or self._state.sources.own:
            nothing = SpecText(())
            result = Result(self.name, faults=error.faults)
            number = 1 + (self._state.version if self._state else 0)
            self.take(State(number, nothing, None, result, Work(nothing)))
        assert self._state is not None
        return self._state
