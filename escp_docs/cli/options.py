"""How to build, the same for every spec."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from escp_docs.cli.asked import Asked


@dataclass(frozen=True, slots=True)
class Options:
    """The options of `build`; their help texts say what each is."""

    output: Path
    asked: Asked
    final: bool
    paginate: bool
    force: bool
    as_of: date | None
    templates: Path | None
    depfile: bool
    quiet: bool
