"""The table from each path of a spec to its place."""

from collections.abc import Mapping
from hashlib import sha256

from escp_docs.finding import Place
from escp_docs.model.schema import join, split
from escp_docs.read.source import SourceText


class Places:
    """Where each value of a spec stands.

    A single value stands where it is written, a list or mapping where its key is, an entry of a
    list where it begins.
    """

    def __init__(self, places: Mapping[str, Place], sources: tuple[SourceText, ...]) -> None:
        self._places = places
        self._sources = {source.file: source for source in sources}

    def __contains__(self, path: str) -> bool:
        return path in self._places

    @property
    def digest(self) -> str:
        """The SHA-256 of the texts of the spec, in the order of their names."""
        texts = "\0".join(one.text for _, one in sorted(self._sources.items()))
        return sha256(texts.encode(errors="surrogatepass")).hexdigest()

    def of(self, path: str) -> Place:
        """Return the place of `path`, or of the nearest entry around it that is there.

        Of an absent value the place is the first line of the nearest entry; line 1 of the first
        file if nothing around it is there either.
        """
        steps = split(path)
        while steps:
            place = self._places.get(join(steps))
            if place is not None:
                return place
            steps = steps[:-1]
        return self._places[""]

    def holds(self, file: str, line: int) -> bool:
        """Whether a file of the spec has a line of that number."""
        source = self._sources.get(file)
        return source is not None and line <= source.lines

    def excerpt(self, place: Place) -> str:
        """Return the line of the spec at `place`, empty if there is none."""
        source = self._sources.get(place.file)
        return source.line(place.line) if source else ""
