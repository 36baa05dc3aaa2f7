"""The calls that a spec may answer, each read when it is first asked for."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from escp_docs import files
from escp_docs.errors import Fault, UnreadableError
from escp_docs.finding import Place
from escp_docs.model.call import Call
from escp_docs.read import spec as reading


class Calls(Mapping[str, Call]):
    """The calls that ship with the program, by id; and those that lie beside a spec.

    Args:
        own: A folder of call files in place of `calls/` beside each spec.
    """

    def __init__(self, own: Path | None = None) -> None:
        self.own = own
        self._paths = dict(files.call_sources())
        if own is not None:
            self._paths |= files.calls_in(own)
        self._read: dict[Path, Call] = {}

    def beside(self, spec: str) -> "Calls":
        """Return these calls and those in `calls/` beside a spec, which win over them."""
        own = {} if self.own is not None else files.own_call_sources(spec)
        if not own:
            return self
        found = Calls()
        # Ours never change while the program runs; those of a spec may, under `watch`.
        found._paths, found._read = {**self._paths, **own}, dict(self._read)
        return found

    def path(self, name: str) -> Path:
        """Return the file of a call."""
        return self._paths[name]

    def __getitem__(self, name: str) -> Call:
        path = self._paths[name]
        if path not in self._read:
            found = reading.call(files.source(path))
            if found.id != name:
                raise UnreadableError((_misnamed(path, found.id),))
            self._read[path] = found
        return self._read[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


@lru_cache(maxsize=1)
def shipped() -> Calls:
    """Return the calls that ship with the program, each read once while it runs."""
    return Calls()


def _misnamed(path: Path, name: str) -> Fault:
    return Fault(
        f"the call in {path} has the id {name}",
        f"call the file {name}.yaml, or mend the id",
        Place(str(path), 1, 1),
    )
