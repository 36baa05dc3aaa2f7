"""Nodes to plain values and places: the step between YAML and the model."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from escp_docs.errors import Fault
from escp_docs.finding import Place
from escp_docs.model.schema import join
from escp_docs.read.node import Node, parse
from escp_docs.read.source import SourceText

Raw = str | list["Raw"] | dict[str, "Raw"]
Steps = tuple[str | int, ...]


@dataclass(slots=True)
class RawSpec:
    """Plain values without the empty ones, where each stands, and what is wrong so far.

    `whole` is False if a file could not be read to its end: then what is missing is no fault.
    """

    value: dict[str, Raw]
    places: dict[str, Place]
    keys: dict[str, Place]
    sources: tuple[SourceText, ...]
    faults: list[Fault] = field(default_factory=list)
    empty: set[Steps] = field(default_factory=set)
    whole: bool = True

    def fault(self, steps: Steps, message: str, fix: str | None, *, at_key: bool = False) -> None:
        """Add a fault at the value of `steps`, at its key, or at the nearest entry around it.

        An empty entry of a list is one fault; what it lacks besides is not told.
        """
        if any(steps[: len(empty)] == empty for empty in self.empty):
            return
        place = self.keys.get(join(steps)) if at_key else None
        around = steps
        while place is None:
            place = self.places.get(join(around))
            around = around[:-1]
        self.faults.append(Fault(message, fix, place, self._excerpt(place), join(steps)))

    def _excerpt(self, place: Place) -> str | None:
        return next((s.line(place.line) for s in self.sources if s.file == place.file), None)


def gather(sources: Sequence[SourceText | Fault]) -> RawSpec:
    """Return the values of all files of a spec, merged by their top-level keys.

    Args:
        sources: The files in the order of their names, each its text or why it has none.
    """
    texts = tuple(source for source in sources if isinstance(source, SourceText))
    first = texts[0].file if texts else ""
    raw = RawSpec({}, {"": Place(first, 1, 1)}, {}, texts)
    raw.faults.extend(source for source in sources if isinstance(source, Fault))
    raw.whole = not raw.faults
    for source in texts:
        root, faults = parse(source)
        raw.faults.extend(faults)
        raw.whole = raw.whole and not (faults and root is None)
        if root is None or root.value is None:
            continue
        if not isinstance(root.value, dict):
            raw.faults.append(
                Fault(
                    "the file is a list or a single text, not keys with values",
                    "begin with `call:` and `project:`",
                    root.place,
                    source.line(root.place.line),
                )
            )
            continue
        _merge(raw, root.value)
    return raw


def _merge(raw: RawSpec, mapping: dict[str, tuple[Place, Node]]) -> None:
    for name, (place, node) in mapping.items():
        if name in raw.keys:
            raw.faults.append(
                Fault(
                    f"the key {name!r} stands in two files; first at {raw.keys[name]}",
                    "keep it in one of the two files",
                    place,
                    raw._excerpt(place),  # noqa: SLF001  # same file, same idea
                    name,
                )
            )
            continue
        value = _value(raw, node, (name,), place)
        if value is not None:
            raw.value[name] = value


def _value(raw: RawSpec, node: Node, steps: Steps, key: Place | None) -> Raw | None:
    """Return the plain value of `node` and note its places; None if it is empty."""
    path = join(steps)
    if key is not None:
        raw.keys[path] = key
    if node.value is None:
        return None
    raw.places[path] = node.place if key is None or isinstance(node.value, str) else key
    if isinstance(node.value, str):
        return node.value
    if isinstance(node.value, list):
        return _items(raw, node.value, steps)
    found: dict[str, Raw] = {}
    for name, (place, inner) in node.value.items():
        value = _value(raw, inner, (*steps, name), place)
        if value is not None:
            found[name] = value
    return found


def _items(raw: RawSpec, nodes: list[Node], steps: Steps) -> list[Raw]:
    items: list[Raw] = []
    for index, inner in enumerate(nodes):
        value = _value(raw, inner, (*steps, index), None)
        if value is None:
            raw.places[join((*steps, index))] = inner.place
            raw.fault(
                (*steps, index), f"{join((*steps, index))} is empty", "fill it in or delete it"
            )
            raw.empty.add((*steps, index))
        items.append("" if value is None else value)
    return items
