"""The calls that a spec may answer, each read when it is first asked for."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from escp_docs import files
from escp_docs.errors import Fault, UnreadableError
from escp_docs.files.prepared_calls import prepared
from escp_docs.finding import Place
from escp_docs.judging.open_spec import call_named
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
        self._own = {} if own is None else files.calls_in(own)
        self._paths |= self._own
        self._read: dict[Path, Call] = {}

    @classmethod
    def here(cls, own: Path | None = None) -> "Calls":
        """Return the calls known where no spec is named: ours, and those of a folder.

        The folder is `own`, else `calls/` in the folder in which one is, if it is no link.
        """
        usual = Path(files.Inputs(files.STDIN).own_calls)
        is_there = own is None and usual.is_dir() and not usual.is_symlink()
        return shipped() if own is None and not is_there else cls(usual if is_there else own)

    def beside(self, spec: str) -> "Calls":
        """Return these calls and those in `calls/` beside a spec, which win over them."""
        own = {} if self.own is not None else files.own_call_sources(spec)
        if not own:
            return self
        found = Calls()
        # Ours never change while the program runs; those of a spec may, under `watch`.
        found._paths, found._read = {**self._paths, **own}, dict(self._read)
        # In our own checkout, calls beside a spec are those that ship.
        found._own = {
            name: path
            for name, path in own.items()
            if name not in self._paths or not path.samefile(self._paths[name])
        }
        return found

    def later_edition(self, call: Call) -> Call | None:
        """Return the latest of one's own calls that is a later edition of a call; None if none is.

        Files that cannot be read are for whoever names them.
        """
        found = call
        for name in self._own:
            try:
                other = self[name]
            except UnreadableError:
                continue
            if other.id != call.id and other.is_later_edition_of(found):
                found = other
        return None if found is call else found

    def path(self, name: str) -> Path:
        """Return the file of a call."""
        return self._paths[name]

    def named(self, name: str) -> Call:
        """Return a call by its id, or by the name of its file.

        Raises:
            UnreadableError: the file cannot be read.
            UnknownNameError: there is no such call.
        """
        path = self.file(name)
        return reading.call(files.source(path)) if path is not None else call_named(name, self)

    def text(self, name: str) -> str:
        """Return the text of a call file, by the id of the call or the name of the file.

        Raises:
            UnreadableError: the file cannot be read.
            UnknownNameError: there is no such call.
        """
        path = self.file(name) or self.path(self.named(name).id.casefold())
        found = files.source(path)
        if isinstance(found, Fault):
            raise UnreadableError((found,))
        return found.text

    def file(self, name: str) -> Path | None:
        """Return the file that a name is of; None if it is an id."""
        path = Path(name)
        is_file = path.suffix.casefold() in {".yaml", ".yml"} or len(path.parts) > 1
        return path if is_file and name.casefold() not in self._paths else None

    def __getitem__(self, name: str) -> Call:
        path = self._paths[name]
        if path not in self._read:
            found = _read(path)
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


def _read(path: Path) -> Call:
    source = files.source(path)
    values = None if isinstance(source, Fault) else prepared(path, source.text)
    return reading.call(source) if values is None else reading.call_of(values)


def _misnamed(path: Path, name: str) -> Fault:
    return Fault(
        f"the call in {path} has the id {name}",
        f"call the file {name}.yaml, or mend the id",
        Place(str(path), 1, 1),
    )
