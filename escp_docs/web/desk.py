"""What a server has at hand: the specs, returned files that wait, who does the heavy work."""

import asyncio
import threading
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self
from zipfile import ZIP_DEFLATED, ZipFile

from msgspec import Struct, field

from escp_docs import api


class Waiting(Struct):
    """A file on which somebody decides: where it lies, what it proposes.

    `is_dropped` says that it was dropped on the page; else a program put it into the record.
    """

    path: Path
    sender: str
    pulling: "api.Pulling"
    is_dropped: bool = True
    refusals: dict[tuple[str, str], str] = field(default_factory=dict)
    """Why a proposal could not be taken when somebody tried, by its anchor and what it says."""

    def refusal(self, proposal: "api.Proposal") -> str:
        """Return why a proposal could not be taken when tried, unless it says so itself."""
        why = self.refusals.get((proposal.anchor, proposal.theirs), "")
        return "" if why == proposal.why else why

    @property
    def title(self) -> str:
        """What it is called: its name, or who proposes."""
        hands = [one.hand.who for one in self.pulling.pulled.proposals if one.hand.who]
        return self.path.name if self.is_dropped else f"Proposed by {hands[0] if hands else '?'}"


class ServedSpec(Struct):
    """One spec on the desk, with the returned files that wait for a decision, by number."""

    workspace: "api.Workspace"
    waiting: dict[int, Waiting] = field(default_factory=dict)
    building: dict[str, str] = field(default_factory=dict)
    """What is being made, or failed: why, by document and format."""
    before: "api.State | None" = None
    """The spec before the changes of which it is told which texts still say them; None if none."""


class Desk:
    """The specs that are served.

    Args:
        specs: Their names; a folder in which none is yet is one to begin in. None if the browser
            asks for a folder first.
        output: The folder of the documents.
    """

    def __init__(self, specs: Sequence[str] | None, output: Path) -> None:
        self.asks = specs is None
        self.output = output
        self.new_folder = ""
        self.places: list[ServedSpec] = []
        self.look = api.workspace(".")
        self._lay(specs or ())
        self.executor = api.processes(1)
        self.ending = threading.Event()
        self.changed = asyncio.Condition()
        self._folder = TemporaryDirectory(prefix="escp-docs-")
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()
        for one in self.places:
            one.workspace.close()

    def end(self) -> None:
        """Let streams end."""
        self.ending.set()

    def open(self, folder: Path) -> None:
        """Put on the desk what lies in a folder that was asked for, its documents below it.

        Raises:
            ArgumentError: there is something on the desk already: pages know it by its number.
        """
        if not self.asks:
            raise api.ArgumentError("a folder is open already; start the program once more")
        self.asks = False
        self.output = folder / self.output.name
        self._lay(api.specs_in([str(folder)]))

    def _lay(self, specs: Sequence[str]) -> None:
        self.new_folder = specs[0] if len(specs) == 1 and not api.specs_in_folder(specs[0]) else ""
        names = () if self.new_folder else specs
        self.places += [ServedSpec(api.workspace(one)) for one in names]
        if specs:
            self.look = self.places[0].workspace if names else api.workspace(self.new_folder)

    def begin(self, spec: Path) -> None:
        """Put a spec on the desk that was written just now."""
        self.places.append(ServedSpec(api.workspace(spec)))
        self.new_folder = ""

    def keep(self, name: str, data: bytes) -> Path:
        """Return where a dropped file lies, by its own name, in a folder of its own."""
        self._count += 1
        folder = Path(self._folder.name) / str(self._count)
        folder.mkdir(mode=0o700)
        path = folder / (Path(name.replace("\\", "/")).name[-100:] or "file")
        path.write_bytes(data)
        return path

    def bundle(self, files: Sequence[Path]) -> Path:
        """Return an archive of files that were made, by their names below the output folder."""
        path = Path(self._folder.name) / f"{files[0].relative_to(self.output).parts[0]}.zip"
        with ZipFile(path, "w", ZIP_DEFLATED) as archive:
            for one in files:
                archive.write(one, one.relative_to(self.output))
        return path

    def number(self) -> int:
        """Return a number that names nothing yet."""
        self._count += 1
        return self._count
