"""A spec with all that its documents are made from, read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from escp_docs import files
from escp_docs.files.call_files import Calls
from escp_docs.errors import Fault
from escp_docs.export.look import Look
from escp_docs.read import spec as reading
from escp_docs.read.source import SourceText
from escp_docs.read.spec import Reading


@dataclass(frozen=True, slots=True)
class SpecInputs:
    """A readable spec: what it states, its texts, its templates and look, and their files."""

    name: str
    reading: Reading
    sources: tuple[SourceText, ...]
    templates: Mapping[str, str]
    look: Look
    depends_on: tuple[Path, ...]


def read(name: str, calls: Calls, templates: Path | None) -> SpecInputs:
    """Return a spec, its templates and its look.

    Raises:
        UnreadableError: something cannot be read; all faults of the spec at once.
    """
    sources = files.spec_sources(name)
    calls = calls.beside(name)
    found = reading.spec(sources, calls)
    paths = files.template_files(name, templates)
    own = () if name == files.STDIN else files.spec_files(name)
    return SpecInputs(
        name,
        found,
        tuple(one for one in sources if not isinstance(one, Fault)),
        files.templates(paths),
        files.look(paths),
        (*own, calls.path(found.call.id), *paths.values()),
    )
