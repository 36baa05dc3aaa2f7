"""How to build, the same for every spec."""

from dataclasses import astuple, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

STATE: Final = ".escp-docs"
MANIFEST: Final = "manifest.json"


@dataclass(frozen=True, slots=True)
class Options:
    """The options of `build`; their help texts say what each is.

    `jobs` is how many other processes work at a time; 0: this one does it all.

    This module is loaded before it is known whether there is anything to do, so it loads nothing.
    """

    output: Path = Path("output")
    documents: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    everything: bool = False
    final: bool = False
    paginate: bool = False
    force: bool = False
    as_of: date | None = None
    templates: Path | None = None
    depfile: bool = False
    quiet: bool = False
    verbose: bool = False
    jobs: int = 0

    @property
    def state(self) -> Path:
        """The folder for what builds tell each other: locks, stamps, what is unfinished."""
        return self.output / STATE

    @property
    def key(self) -> str:
        """All that decides on what is made and said, as text."""
        made_from = replace(self, force=False, quiet=False, verbose=False, jobs=0)
        return repr(tuple(str(one) for one in astuple(made_from)))
