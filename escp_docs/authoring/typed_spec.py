"""A spec as an editor has it: its files, with what is typed in place of what is saved."""

import os
from collections.abc import Mapping
from types import MappingProxyType

from escp_docs import files
from escp_docs.edit.changes import ChangedFile
from escp_docs.files.call_files import Calls
from escp_docs.read.source import SourceText, SpecText
from escp_docs.workspace.refusing import with_texts
from escp_docs.workspace.state import State
from escp_docs.workspace.warm_spec import WarmSpec


class TypedSpec(WarmSpec):
    """A spec of which some files are open in an editor.

    Args:
        name: A file or a folder.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name, Calls())
        self._typed: Mapping[str, str] = MappingProxyType({})

    def state(self, typed: Mapping[str, str]) -> State:
        """Return the spec with what is typed; `typed` are texts by the absolute paths of files."""
        with self.lock:
            self._typed = typed
            return self.look()

    def sources(self) -> SpecText:
        """Return the texts of the files, those that are open as they are typed.

        Raises:
            UnreadableError: there are no such files.
        """
        found = files.spec_sources(self.name)
        every = (*found.own, *found.named.values())
        names = [one.file for one in every if isinstance(one, SourceText)]
        changed = [
            ChangedFile(name, None, self._typed[path])
            for name in names
            if (path := os.path.abspath(name)) in self._typed  # noqa: PTH100  # links stay links
        ]
        return with_texts(found, changed)
