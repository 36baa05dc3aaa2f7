"""Somebody who changes a spec by what they saw a while ago: in the form, in the text, elsewhere."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from escp_docs.edit.changes import SetValue
from escp_docs.edit.wanted import at
from escp_docs.files.call_files import Calls
from escp_docs.model.schema import split
from escp_docs.workspace.editor import SpecEditor
from escp_docs.workspace.outcome import KeyedChange
from escp_docs.workspace.warm_spec import WarmSpec

SPEC = """\
# kept by hand
call: cos-clusint-2020-3-01
strand: A

project:  # what it is called
  acronym: WAVE
  title: "Title 0"     # quoted
  objectives: |
    First line.

    Second line.

consortium:
  coordinator: CMC
  partners:
    - id: CMC
      country: PT
      city: Porto   # the harbour
      legal_name: Name 0
    - {id: CMA, country: FR, city: Brest, legal_name: Name 0}
    - id: CMI
      country: IT
      city: 'Genoa'
      legal_name: Name 0
# the end
"""
KEYS = (
    "project.title",
    *(
        f"consortium.partners[{one}].{key}"
        for one in ("CMC", "CMA", "CMI")
        for key in ("city", "legal_name")
    ),
)
COMMENTS = re.findall(r"# .*", SPEC)


def moment() -> datetime:
    """Return the same moment always."""
    return datetime(2026, 1, 1, tzinfo=UTC)


def editor_of(folder: Path, text: str = SPEC) -> SpecEditor:
    """Return what edits a spec of one file that is new."""
    path = folder / "ours.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    return SpecEditor(WarmSpec(str(path), Calls()), moment)


@dataclass
class Hands:
    """A spec, those who change it, and what was said to be saved of each key."""

    editor: SpecEditor
    random: Random
    said: dict[str, str] = field(default_factory=dict)
    conflicts: int = 0

    def __post_init__(self) -> None:
        state = self.editor.warm.look()
        self.seen = [(state.version, dict(self.stated()), state.texts[self.path])] * 3
        self.said = self.stated()

    @property
    def path(self) -> str:
        """The file."""
        return self.editor.warm.name

    def stated(self) -> dict[str, str]:
        """Return what the file states for each key."""
        value = self.editor.warm.look().value
        spec = self.editor.warm.look().spec
        assert spec is not None
        order = [one.id for one in spec.spec.partners]
        found = {}
        for key in KEYS:
            name = re.sub(r"\[(\w+)\]", lambda one: f"[{order.index(one[1])}]", key)
            text = at(value, split(name))
            assert isinstance(text, str)
            found[key] = text
        return found

    def look(self, who: int) -> None:
        """Let somebody see what is there now."""
        state = self.editor.warm.look()
        self.seen[who] = (state.version, self.stated(), state.texts[self.path])

    def in_the_form(self, who: int, key: str, value: str) -> None:
        """Change a key by what somebody saw."""
        version, seen, _ = self.seen[who]
        done = self.editor.change([KeyedChange(SetValue(key, value), seen[key])], version)
        self._note(who, {key: value} if done.is_saved else {})

    def in_the_text(self, who: int, key: str, value: str) -> None:
        """Change a value in the text that somebody saw."""
        _, seen, text = self.seen[who]
        new = replaced(text, key, seen[key], value)
        done = self.editor.write(self.path, text, new)
        self._note(who, {key: value} if done.is_saved else {})

    def elsewhere(self, key: str, value: str) -> None:
        """Change a value as another program does, in the file that is there."""
        path = Path(self.path)
        text = path.read_text(encoding="utf-8")
        new = replaced(text, key, self.stated()[key], value)
        path.write_text(new, encoding="utf-8", newline="")
        self.said[key] = value

    def _note(self, who: int, saved: dict[str, str]) -> None:
        self.said |= saved
        if not saved:
            self.conflicts += 1
            self.look(who)


def replaced(text: str, key: str, old: str, new: str) -> str:
    """Return a text of a spec with another value, as somebody types it."""
    name = key.rpartition(".")[2]
    partner = re.search(r"\[(\w+)\]", key)
    start = re.search(rf"id: {partner[1]}\b", text).end() if partner else 0  # type: ignore[union-attr]
    found = re.compile(rf"(?<=\b{name}: )(['\"]?){re.escape(old)}(['\"]?)").search(text, start)
    assert found, (key, old, text)
    return text[: found.start()] + found[1] + new + found[2] + text[found.end() :]
