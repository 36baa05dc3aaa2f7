"""The calls that a spec may answer, each read when it is first asked for."""

from collections.abc import Iterator, Mapping

from escp_docs import files
from escp_docs.model.call import Call
from escp_docs.read import spec as reading


class Calls(Mapping[str, Call]):
    """The calls that ship with the program, by id."""

    def __init__(self) -> None:
        self._paths = files.call_sources()
        self._read: dict[str, Call] = {}

    def __getitem__(self, name: str) -> Call:
        if name not in self._read:
            self._read[name] = reading.call(files.source(self._paths[name]))
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)
