"""All that an editor asks of one spec while somebody types."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from escp_docs.authoring.completing import Candidate, candidates
from escp_docs.authoring.explaining import explained
from escp_docs.authoring.notices import Fix, Notice, fixes, notices
from escp_docs.authoring.renaming import renamable
from escp_docs.authoring.typed_spec import TypedSpec
from escp_docs.errors import RefusedEditError
from escp_docs.finding import Place
from escp_docs.pattern import pattern
from escp_docs.workspace.ids import IdPlace, Replacement, id_at, renamed, renaming, same_id
from escp_docs.workspace.refusing import new_faults, with_texts
from escp_docs.workspace.state import State

_ENDS: Final = pattern("\r\n|\n|\r")


class SpecInEditor:
    """A spec with what is typed and not saved. It changes no file; it says what to change.

    Files are named by their paths, lines and columns count from 0, columns in characters.

    Args:
        name: The spec, by its whole path.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._spec = TypedSpec(name)
        self._typed: Mapping[str, str] = MappingProxyType({})
        self._last_good: State | None = None

    def type(self, typed: Mapping[str, str]) -> None:
        """Note what is typed: texts by the paths of files."""
        self._typed = typed

    @property
    def state(self) -> State:
        """The spec as it is by now."""
        return self._spec.state(self._typed)

    def lines(self, file: str) -> list[str]:
        """Return the lines of a file as they are by now."""
        text = self._typed.get(file)
        return self.lines_of(self.state.texts.get(file, "") if text is None else text)

    def lines_of(self, text: str) -> list[str]:
        """Return the lines of a text, as editors count them."""
        return _ENDS.split(text)

    def notices(self) -> tuple[Notice, ...]:
        """Return all that is to be said of the spec.

        While it cannot be read, the files that nobody touched since it could be keep what was
        said of them, faults apart: those are told of every file that can be read.
        """
        state, before = self.state, self._last_good
        if state.spec is not None:
            self._last_good = state
        found = tuple(notices(state))
        if state.spec is not None or before is None:
            return found
        touched = {file for file, text in before.texts.items() if state.texts.get(file) != text}
        kept = (one for one in notices(before) if one.place and one.place.file not in touched)
        return tuple(dict.fromkeys((*found, *kept)))

    def candidates(self, file: str, line: int, column: int) -> tuple[tuple[Candidate, ...], str]:
        """Return what may stand at a place, and what of the word stands there already."""
        return candidates(self.state, self.lines(file), line, column)

    def explained(self, file: str, line: int, column: int) -> str:
        """Return in Markdown what the word at a place is; empty if nothing is known of it."""
        return explained(self.state, self.lines(file), line, column)

    def id_at(self, file: str, line: int, column: int) -> IdPlace | None:
        """Return the id of an entry that stands at a place; None if none does."""
        return id_at(self.state, file, line, column)

    def renamable(self, file: str, line: int, column: int) -> IdPlace:
        """Return the id at a place that can be renamed.

        Raises:
            EscpError: there is none; the message says why.
        """
        return renamable(self.state, file, line, column)

    def declared(self, one: IdPlace) -> Place | None:
        """Return where the entry of an id is declared; None if it is nowhere."""
        return next((other.place for other in self.same_id(one) if other.declares), None)

    def same_id(self, one: IdPlace) -> tuple[IdPlace, ...]:
        """Return every place at which the same entry is named."""
        return same_id(self.state, one)

    def renamed(self, one: IdPlace, new: str) -> tuple[Replacement, ...]:
        """Return what makes an id another one everywhere, once the spec was read so in memory.

        Raises:
            EscpError: that cannot be done; the message says why.
        """
        state = self.state
        found = renamed(state, one, new)
        after = self._spec.read(with_texts(state.sources, renaming(state, one, new)))
        if faults := new_faults(state, after):
            raise RefusedEditError(faults)
        return found

    def fixes(self, file: str, first: int, last: int) -> Iterator[Fix]:
        """Yield the changes that mend what is said of some lines of a file."""
        yield from fixes(self.state, self._spec.read, file, first + 1, last + 1)
