"""The table from each path of a spec to its place."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from types import MappingProxyType

from escp_docs.finding import Place
from escp_docs.model.schema import join, split
from escp_docs.read.source import SourceText


class Places:
    """Where each value of a spec stands.

    A single value stands where it is written, a list or mapping where its key is, an entry of a
    list where it begins.
    """

    def __init__(
        self,
        places: Mapping[str, Place],
        sources: tuple[SourceText, ...],
        keys: Mapping[str, Place] = MappingProxyType({}),
    ) -> None:
        self._places, self._keys = places, keys
        self._sources = {source.file: source for source in sources}

    def __contains__(self, path: str) -> bool:
        return path in self._places

    @property
    def files(self) -> tuple[str, ...]:
        """The files that were read, as they are named."""
        return tuple(self._sources)

    @property
    def digest(self) -> str:
        """The SHA-256 of the texts of the spec, in the order of their names."""
        texts = "\0".join(one.text for _, one in sorted(self._sources.items()))
        return sha256(texts.encode(errors="surrogatepass")).hexdigest()

    def items(self) -> Iterable[tuple[str, Place]]:
        """Return each path with its place, as they were read."""
        return self._places.items()

    def of(self, path: str) -> Place:
        """Return the place of `path`, or of the nearest entry around it that is there.

        Of an absent value the place is its key, if that is written with nothing behind it; else the
        first line of the nearest entry, or line 1 of the first file if nothing around it is there.
        """
        steps, name = split(path), path
        while steps:
            place = self._places.get(name) or self._keys.get(name)
            if place is not None:
                return place
            steps = steps[:-1]
            name = join(steps)
        return self._places[""]

    def key(self, path: str) -> Place | None:
        """Return where the key of `path` is written, whether a value stands behind it or not."""
        return self._keys.get(path)

    def keys_below(self, path: str) -> Iterator[Place]:
        """Yield where each key is written that stands directly in the mapping at `path`."""
        depth = len(split(path)) + 1
        for one, place in self._keys.items():
            steps = split(one) if one.startswith(path) else ()
            if len(steps) == depth and join(steps[:-1]) == path:
                yield place

    def holds(self, file: str, line: int) -> bool:
        """Whether a file of the spec has a line of that number."""
        source = self._sources.get(file)
        return source is not None and line <= source.lines

    def excerpt(self, place: Place) -> str:
        """Return the line of the spec at `place`, empty if there is none."""
        source = self._sources.get(place.file)
        return source.line(place.line) if source else ""
