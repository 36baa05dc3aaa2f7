"""Where the values of a spec are written: from a path to a place in one of its files."""

import re
from typing import Final

import yaml
from msgspec import Struct, field

from escp_docs.edit.composing import written
from escp_docs.edit.written import FileText, Keyed, Written
from escp_docs.model.schema import ListOf, MapOf, Scalar, Shape, keys
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import Steps
from escp_docs.read import attached
from escp_docs.read.source import SourceText, SpecText

_NULLS: Final = ("", "~", "null", "Null", "NULL")


class Spot(Struct, frozen=True):
    """Where one value of a spec is written.

    `value` is None where a file holds the words of a prose and nothing else. `entry` is that of
    the mapping around it, None in a list. `opened` is the entry of a list that lies in its own
    file: keys that are not beside `include` stand there. `shared` is an anchor whose aliases would
    change along with this value; `by_alias` says that the value stands elsewhere, `in_flow` that it
    stands between brackets.
    """

    file: FileText
    shape: Shape
    value: Written | None
    entry: Keyed | None = None
    opened: "Spot | None" = None
    shared: Written | None = None
    by_alias: Written | None = None
    in_flow: bool = False

    @property
    def shape_is_whole(self) -> bool:
        """Whether it is the whole of a spec."""
        return self.shape is Spec

    @property
    def is_void(self) -> bool:
        """Whether nothing is written here, or a null."""
        value = self.value
        return value is not None and value.text is not None and value.text in _NULLS


class Spots(Struct):
    """The texts of a spec, looked into as far as somebody asks."""

    files: SpecText
    _written: dict[str, FileText] = field(default_factory=dict)

    def own(self) -> list[FileText]:
        """Return the files of the spec itself, those that are YAML."""
        texts = (self._look(one) for one in self.files.own if isinstance(one, SourceText))
        return [one for one in texts if one]

    def home(self, name: str) -> FileText | None:
        """Return the file that has a key at its left edge; None if none has."""
        likely = re.compile(rf"^{re.escape(name)}\s*:", re.MULTILINE)
        texts = [one for one in self.files.own if isinstance(one, SourceText)]
        # A key stands in one file; most often its text tells which, and no other is looked into.
        for one in sorted(texts, key=lambda text: likely.search(text.text) is None):
            file = self._look(one)
            if file and file.root and file.root.entries and name in file.root.entries:
                return file
        return None

    def way(self, steps: Steps) -> list[Spot]:
        """Return the spots of a path from the whole down to the last of its steps that is there.

        The first is the whole of the file that has the first key; nothing comes back if none has.
        """
        home = self.home(str(steps[0]))
        if home is None:
            return []
        found = [Spot(home, Spec, home.root)]
        for step in steps:
            below = self._below(found[-1], step)
            if below is None:
                break
            found.append(below)
        return found

    def _below(self, spot: Spot, step: str | int) -> Spot | None:
        value, shape = spot.value, spot.shape
        if value is None:
            return None
        if value.style == "*":
            return None
        if value.items is not None and isinstance(step, int) and isinstance(shape, ListOf):
            if step >= len(value.items):
                return None
            return self._spot(spot, value.items[step], shape.item, None)
        entry = (value.entries or {}).get(str(step))
        if entry is None:
            return self._below(spot.opened, step) if spot.opened else None
        inner: Shape | None = shape.value if isinstance(shape, MapOf) else None
        if isinstance(shape, type):
            key = keys(shape).get(str(step))
            inner = key.shape if key else None
        return self._spot(spot, entry.value, inner or Scalar("text"), entry)

    def _spot(self, around: Spot, value: Written, shape: Shape, entry: Keyed | None) -> Spot:
        file = around.file
        shared = value if value.anchor in file.aliases and value.style != "*" else around.shared
        by_alias = value if value.style == "*" else around.by_alias
        entries = value.entries or {}
        if isinstance(shape, Scalar) and shape.kind == "prose" and list(entries) == ["file"]:
            text = self._named(file, entries["file"], is_entry=False)
            if text is not None:
                return Spot(text, shape, None, entry, None, shared, by_alias)
        opened = None
        if entry is None and isinstance(shape, type) and "include" in entries:
            text = self._named(file, entries["include"], is_entry=True)
            opened = Spot(text, shape, text.root) if text else None
        in_flow = around.in_flow or (around.value is not None and around.value.is_flow)
        return Spot(file, shape, value, entry, opened, shared, by_alias, in_flow)

    def _named(self, home: FileText, entry: Keyed, *, is_entry: bool) -> FileText | None:
        name = attached.path(home.file, entry.value.text or "")
        found = self.files.named.get((name, is_entry))
        if not isinstance(found, SourceText):
            return None
        return self._look(found) if is_entry else FileText(found.file, found.text)

    def _look(self, source: SourceText) -> FileText | None:
        known = self._written.get(source.file)
        if known is None or known.text != source.text:
            try:
                known = written(source.file, source.text)
            except yaml.YAMLError:
                return None
            self._written[source.file] = known
        return known
