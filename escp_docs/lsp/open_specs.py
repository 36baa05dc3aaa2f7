"""The specs that files open in an editor belong to, with what is typed in these."""

import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Final

from pygls.uris import from_fs_path, to_fs_path

from escp_docs import api

if TYPE_CHECKING:
    from pygls.workspace import Workspace


_MOST: Final = 3  # specs that are read before anybody asks


def path_of(uri: str) -> str:
    """Return the path of a file that an editor names; empty of what is no file."""
    found = to_fs_path(uri) if uri.startswith("file:") else None
    return os.path.abspath(found) if found else ""  # noqa: PTH100  # links stay links


def uri_of(path: str) -> str:
    """Return how an editor names a file."""
    return from_fs_path(path) or ""


class OpenSpecs:
    """Knows the spec of each file that was asked about."""

    def __init__(self) -> None:
        self._specs: dict[str, api.SpecInEditor] = {}
        self._of: dict[str, str] = {}
        self._asked: set[str] = set()

    def of(self, uri: str, workspace: "Workspace") -> "api.SpecInEditor | None":
        """Return the spec that a file belongs to, as it is typed by now; None if it is in none."""
        path = path_of(uri)
        name = self._name(path) if path else ""
        if not name:
            return None
        found = self._specs.setdefault(name, api.spec_in_editor(name))
        found.type(dict(_typed(workspace)))
        return found

    def warm_up(self, folder: str) -> None:
        """Read the specs of a folder, so that the first answer about one is there at once.

        Whatever is wrong with it is told when somebody asks.
        """
        with suppress(api.EscpError, OSError):
            for name in islice(api.specs_in([os.path.abspath(folder)]), _MOST):  # noqa: PTH100
                if api.specs_in_folder(name):
                    _ = self._specs.setdefault(name, api.spec_in_editor(name)).state

    def forget(self, uri: str) -> None:
        """Look again to which spec a file belongs when it is asked about next."""
        self._asked.discard(path_of(uri))

    def _name(self, path: str) -> str:
        """Return the spec of a file, the last one known if a slip hides by now that it is one."""
        if path not in self._asked or not self._of.get(path):
            found = next(iter(api.specs_of([path])), "")
            self._of[path] = found or (self._of.get(path, "") if os.path.exists(path) else "")  # noqa: PTH110
            self._asked.add(path)
        return self._of[path]


def _typed(workspace: "Workspace") -> Iterator[tuple[str, str]]:
    for uri, document in workspace.text_documents.items():
        if path := path_of(uri):
            yield path, document.source
