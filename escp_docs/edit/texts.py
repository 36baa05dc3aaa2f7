"""The texts of a spec while they are edited: each new one is read, and kept if it reads as wanted.

Only what our own reader says counts: every value of the file, and of the files that it names, is as
before, and the one that was to change is as it was to be.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from msgspec.structs import replace

from escp_docs.edit.changes import ChangedFile
from escp_docs.edit.spots import Spots
from escp_docs.edit.wanted import same
from escp_docs.errors import Fault
from escp_docs.finding import Remark
from escp_docs.model.spec import Spec
from escp_docs.read.plain_values import Raw, RawSpec, gather
from escp_docs.read.source import SourceText, SpecText

_Told = TypeVar("_Told", Fault, Remark)


@dataclass(slots=True)
class Texts:
    """The files of a spec, as far as they are changed by now."""

    files: SpecText
    spots: Spots = field(init=False)
    _read: dict[str, RawSpec] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.spots = Spots(self.files)

    def value(self) -> dict[str, Raw]:
        """Return the plain values of all files."""
        found: dict[str, Raw] = {}
        for one in self.files.own:
            if isinstance(one, SourceText):
                found = {**self.raw(one.file).value, **found}
        return found

    def faults(self) -> list[Fault]:
        """Return all that the reader objects to before it looks at single values."""
        sources = [one for one in self.files.own if isinstance(one, SourceText)]
        each = [self.raw(one.file) for one in sources]
        names = [name for one in each for name in one.keys if "." not in name]
        is_sound = not any(one.faults for one in each) and len(names) == len({*names})
        if is_sound and len(sources) == len(self.files.own):
            return []
        return gather(self.files, Spec).faults

    def raw(self, home: str) -> RawSpec:
        """Return what one of the spec's own files holds, with what it names."""
        if home not in self._read:
            self._read[home] = _gathered(self.files, home)
        return self._read[home]

    def take(self, home: str, file: str, texts: Iterable[str], wanted: Raw) -> list[Fault] | None:
        """Take the first text of a file that reads as wanted, and leaves no doubt if any does so.

        Args:
            home: The spec's own file that is `file` or names it.
            file: The file that is changed.
            texts: What it may hold from now on, the best first.
            wanted: The plain values of `home` afterwards.

        Returns:
            None; or, if no text reads so, what the reader objects to in the first of them.
        """
        before = self.raw(home)
        doubtful: tuple[SpecText, RawSpec] | None = None
        objections: list[Fault] = []
        for number, text in enumerate(texts):
            files = with_text(self.files, file, text)
            found = _gathered(files, home)
            new = list(_new(found.faults, before.faults))
            if new or not same(found.value, wanted):
                objections = objections if number else new
                continue
            if not any(True for _ in _new(found.remarks, before.remarks)):
                self._keep(files, home, found)
                return None
            doubtful = doubtful or (files, found)
        if doubtful:
            self._keep(doubtful[0], home, doubtful[1])
            return None
        return objections

    def _keep(self, files: SpecText, home: str, found: RawSpec) -> None:
        self.files = files
        self.spots.files = files
        self._read[home] = found


def _gathered(files: SpecText, home: str) -> RawSpec:
    own = [one for one in files.own if isinstance(one, SourceText) and one.file == home]
    return gather(SpecText(tuple(own), files.named), Spec)


def _new(found: Iterable[_Told], known: Iterable[_Told]) -> Iterator[_Told]:
    """Yield what is told now and was not told before, wherever it stood."""
    left = Counter(one.message for one in known)
    for one in found:
        if left[one.message]:
            left[one.message] -= 1
        else:
            yield one


def with_text(files: SpecText, file: str, text: str) -> SpecText:
    """Return the files of a spec with the text of one of them, which may be new."""
    new = SourceText(file, text)
    own = [new if isinstance(one, SourceText) and one.file == file else one for one in files.own]
    named = {
        key: new if isinstance(one, SourceText) and one.file == file else one
        for key, one in files.named.items()
    }
    if new not in own and new not in named.values():
        own = sorted([*own, new], key=lambda one: one.file if isinstance(one, SourceText) else "")
    return replace(files, own=tuple(own), named=named)


def changed_files(before: SpecText, after: SpecText) -> list[ChangedFile]:
    """Return the files whose texts differ, each once, in the order of their names."""
    old = _texts(before)
    return [
        ChangedFile(file, old.get(file), text)
        for file, text in sorted(_texts(after).items())
        if old.get(file) != text
    ]


def _texts(files: SpecText) -> dict[str, str]:
    sources = (*files.own, *files.named.values())
    return {one.file: one.text for one in sources if isinstance(one, SourceText)}
