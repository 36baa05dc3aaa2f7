"""Nodes to plain values and places: the step between YAML and the model."""

from collections.abc import Collection, Mapping
from functools import cache

from msgspec import Struct, field

from escp_docs.errors import Fault
from escp_docs.finding import Place, Remark
from escp_docs.model.base import SpecModel
from escp_docs.model.not_written import may_be_not_written
from escp_docs.model.schema import ListOf, MapOf, Scalar, Shape, below, join, keys
from escp_docs.model.vocabulary import vocabulary
from escp_docs.read import attached, copies, doubled_bytes, lists_in_lists, pasted
from escp_docs.read.beside_their_key import Entries, moved_below
from escp_docs.read.missing_sections import with_sections
from escp_docs.read.node import Node
from escp_docs.read.one_file import parsed
from escp_docs.read.source import SourceText, SpecText

Raw = str | list["Raw"] | dict[str, "Raw"] | None
Steps = tuple[str | int, ...]


class RawSpec(Struct):
    """Plain values without the empty ones, where each stands, and what is wrong so far.

    `whole` is False if a file could not be read to its end: then what is missing is no fault.
    `empty` are the entries of lists that hold nothing, `void` the keys without a value, and
    `in_brackets` what is written in braces or brackets. `unwritten` are the texts that say of
    themselves that they are not written yet, and whose value is None; `left_out` those that were
    items of a list or entries of a mapping; `doubtful` those that may be either. `announced` are
    all entries of mappings that say so, whatever becomes of their mapping.
    """

    value: dict[str, Raw]
    places: dict[str, Place]
    keys: dict[str, Place]
    sources: dict[str, SourceText]
    faults: list[Fault] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    empty: set[Steps] = field(default_factory=set)
    void: list[Steps] = field(default_factory=list)
    in_brackets: set[Steps] = field(default_factory=set)
    doubtful: list[Steps] = field(default_factory=list)
    unwritten: dict[Steps, str] = field(default_factory=dict)
    left_out: dict[Steps, str] = field(default_factory=dict)
    announced: list[Steps] = field(default_factory=list)
    whole: bool = True

    def fault(
        self,
        steps: Steps,
        message: str,
        fix: str | None,
        *,
        at_key: bool = False,
        follows: bool = False,
    ) -> None:
        """Add a fault at the value of `steps`, at its key, or at the nearest entry around it.

        An empty entry of a list is one fault; what it lacks besides is not told.
        """
        if any(steps[: len(empty)] == empty for empty in self.empty):
            return
        place = self.place(steps, at_key=at_key)
        self.faults.append(
            Fault(message, fix, place, self.excerpt(place), join(steps), follows=follows)
        )

    def remark(self, steps: Steps, message: str, fix: str) -> None:
        """Add a remark at the value of `steps`."""
        place = self.place(steps)
        self.remarks.append(Remark(place, message, fix, self.excerpt(place), join(steps)))

    def place(self, steps: Steps, *, at_key: bool = False) -> Place:
        """Return where the value of `steps` stands, or its key, or the nearest entry around it."""
        place = self.keys.get(join(steps)) if at_key else None
        around = steps
        while place is None:
            place = self.places.get(join(around))
            around = around[:-1]
        return place

    def at(self, steps: Steps) -> Raw:
        """Return what stands at `steps`; None if nothing does."""
        found: Raw = self.value
        for step in steps:
            if isinstance(found, dict):
                found = found.get(str(step))
            elif isinstance(found, list) and isinstance(step, int) and step < len(found):
                found = found[step]
            else:
                return None
        return found

    def excerpt(self, place: Place) -> str:
        """Return the source line at a place, empty if there is none."""
        source = self.sources.get(place.file)
        return source.line(place.line) if source else ""


def gather(files: SpecText, part: type[SpecModel]) -> RawSpec:
    """Return the values of all files of a spec, merged by their top-level keys.

    Args:
        files: The files in the order of their names, each its text or why it has none, and the
            files that they name.
        part: What they are to describe.
    """
    texts = [one for one in files.own if isinstance(one, SourceText)]
    first = texts[0].file if texts else ""
    raw = RawSpec({}, {"": Place(first, 1, 1)}, {}, {one.file: one for one in texts})
    raw.faults.extend(one for one in files.own if isinstance(one, Fault))
    raw.whole = not raw.faults
    raw.remarks.extend(copies.passed_over(files, part))
    roots = [(source, _root(raw, source, part)) for source in texts]
    sections = {name for _, mapping in roots for name in mapping}
    for source, mapping in copies.without_copies(raw.faults, roots):
        _merge(_Walk(raw, files.named, source, _shapes(part)), mapping, part, sections)
    return raw


def _root(raw: RawSpec, source: SourceText, part: type[SpecModel]) -> dict[str, tuple[Place, Node]]:
    found = parsed(source, vocabulary(part))
    raw.faults.extend(found.faults)
    raw.remarks.extend(found.remarks)
    raw.whole = raw.whole and found.whole
    root = found.root
    if root is None or root.value is None:
        return {}
    if isinstance(root.value, dict):
        return root.value
    raw.whole = False  # what else is missing follows from it
    if not found.faults:
        raw.faults.append(
            Fault(
                "the file is a list or a single text, not keys with values",
                "begin with `call:` and `project:`, or have `escp-docs init` begin a spec",
                root.place,
                source.line(root.place.line),
            )
        )
    return {}


class _Walk(Struct, frozen=True):
    """The way through the nodes of one file; `home` is the file whose names of files count.

    `parts` is what stands behind each key at the left edge.
    """

    raw: RawSpec
    named: Mapping[tuple[str, bool], SourceText | Fault]
    home: SourceText
    parts: Mapping[str, Shape] = {}
    is_included: bool = False


@cache
def _shapes(part: type[SpecModel]) -> Mapping[str, Shape]:
    return {name: key.shape for name, key in keys(part).items()}


def _merge(walk: _Walk, mapping: Entries, part: type[SpecModel], sections: Collection[str]) -> None:
    raw = walk.raw
    mapping, beside = moved_below(walk.home, mapping, walk.parts)
    mapping, headless = with_sections(walk.home, mapping, walk.parts, sections)
    raw.faults += beside + headless
    for name, (place, node) in mapping.items():
        if name in raw.keys:
            raw.faults.append(
                Fault(
                    f"the key {name!r} stands in two files; first at {raw.keys[name]}",
                    "keep it in one of the two files",
                    place,
                    raw.excerpt(place),
                    name,
                )
            )
            continue
        known = keys(part).get(name)
        value = _value(walk, node, (name,), name, place, known.shape if known else None)
        if value is not None:
            raw.value[name] = value


def _value(  # noqa: PLR0913, PLR0917  # the path is that of the steps, put together once
    walk: _Walk, node: Node, steps: Steps, path: str, key: Place | None, shape: Shape | None
) -> Raw:
    """Return the plain value of `node` and note its places; None if it is empty."""
    raw, value = walk.raw, node.value
    if key is not None:
        raw.keys[path] = key
    if value is None:
        if key is not None:
            raw.void.append(steps)
        return None
    raw.places[path] = node.place if key is None or isinstance(value, str) else key
    if node.is_refused:
        raw.empty.add(steps)
        raw.whole = False
        return None
    if isinstance(value, str):
        if may_be_not_written(value):
            raw.doubtful.append(steps)
        named = attached.named_by(value) if _is_prose(shape) else None
        if named:
            fix = f"write `{steps[-1]}: {{file: {named}}}` if the text is in it"
            raw.remark(steps, f"{value.strip()!r} names a file, and is printed as it is", fix)
        return value
    if isinstance(value, list):
        return _items(walk, node, steps, path, shape)
    if _is_prose(shape) and list(value) == ["file"]:
        return _prose(walk, value["file"][1], steps)
    return _mapping(walk, node, steps, path, shape)


def _is_prose(shape: Shape | None) -> bool:
    return isinstance(shape, Scalar) and shape.kind == "prose"


def _mapping(walk: _Walk, node: Node, steps: Steps, path: str, shape: Shape | None) -> Raw:
    assert isinstance(node.value, dict)
    if node.flow:
        walk.raw.in_brackets.add(steps)
    known = keys(shape) if isinstance(shape, type) else {}
    each = shape.value if isinstance(shape, MapOf) else None
    found: dict[str, Raw] = {}
    entries = node.value
    if isinstance(shape, type) and not node.flow:
        entries, beside = moved_below(walk.home, entries, _shapes(shape), walk.parts)
        walk.raw.faults += beside
    for name, (place, inner) in entries.items():
        key = known.get(name)
        here = f"{path}.{name}" if key else below(path, name)  # no key of ours has a dot
        value = _value(walk, inner, (*steps, name), here, place, key.shape if key else each)
        if value is not None:
            found[name] = value
    return found


def _items(walk: _Walk, node: Node, steps: Steps, path: str, shape: Shape | None) -> list[Raw]:
    assert isinstance(node.value, list)
    raw = walk.raw
    if node.flow:
        raw.in_brackets.add(steps)
    item = shape.item if isinstance(shape, ListOf) else None
    items: list[Raw] = []
    nodes, twice = lists_in_lists.flattened(walk.home, node, item)
    raw.faults += twice
    for index, inner in enumerate(nodes):
        here = (*steps, index)
        if isinstance(item, type) and isinstance(inner.value, dict) and "include" in inner.value:
            items.append(_included(walk, inner, here, item))
            continue
        value = _value(walk, inner, here, below(path, index), None, item)
        if value is None and not inner.is_refused:
            raw.places[join(here)] = inner.place
            raw.fault(here, f"{join(here)} is empty", "fill it in or delete it")
            raw.empty.add(here)
        items.append("" if value is None else value)
    return items


# --- entries and texts in files of their own -------------------------------------------------


def _included(walk: _Walk, node: Node, steps: Steps, item: type[SpecModel]) -> Raw:
    """Return an entry that lies in a file of its own; what stands beside `include` wins."""
    raw = walk.raw
    assert isinstance(node.value, dict)
    raw.places[join(steps)] = node.place
    beside = {name: entry for name, entry in node.value.items() if name != "include"}
    named = node.value["include"][1]
    source = _file(walk, named, (*steps, "include"))
    if source is None:
        raw.whole = False
        raw.empty.add(steps)
        return ""
    found = parsed(source, vocabulary(item))
    raw.faults.extend(found.faults)
    raw.remarks.extend(found.remarks)
    raw.whole = raw.whole and found.whole
    root = found.root.value if found.root else None
    if not isinstance(root, dict) or "include" in root:
        form = "a list" if isinstance(root, list) else "a text" if root else "empty"
        is_mapping = isinstance(root, dict)
        fact = "includes another file" if is_mapping else f"is not one entry, but {form}"
        raw.fault(
            steps,
            f"{source.file} {fact}",
            "write the keys of one entry into it, from the left edge",
        )
        root = {}
    raw.places[join(steps)] = found.root.place if found.root else node.place
    inside = Node({name: one for name, one in root.items() if name not in beside}, node.place)
    path = join(steps)
    value = _mapping(_Walk(raw, walk.named, source, is_included=True), inside, steps, path, item)
    own = _mapping(walk, Node(beside, node.place, flow=node.flow), steps, path, item)
    assert isinstance(value, dict)
    assert isinstance(own, dict)
    return value | own


def _prose(walk: _Walk, node: Node, steps: Steps) -> Raw:
    """Return a prose that lies in a file of its own; None if the file is empty."""
    source = _file(walk, node, steps)
    if source is None:
        walk.raw.whole = False
        return None
    walk.raw.places[join(steps)] = Place(source.file, 1, 1)
    if attached.has_front_matter(source.text):
        walk.raw.fault(
            steps, f"{source.file} begins with front matter", "delete the lines from --- to ---"
        )
    walk.raw.faults.extend(pasted.conflicts(source))
    walk.raw.remarks.extend(doubled_bytes.remarks(source))
    walk.raw.doubtful.append(steps)
    return source.text if source.text.strip() else None


def _file(walk: _Walk, node: Node, steps: Steps) -> SourceText | None:
    """Return the file that a value names; if it cannot be read, say why."""
    raw = walk.raw
    raw.places[join(steps)] = node.place
    if not isinstance(node.value, str):
        raw.fault(steps, "no file is named here", "write the path of a file after the colon")
        return None
    if walk.is_included and steps[-1] == "include":
        raw.fault(
            steps,
            "an included file can include no other",
            "write that entry here, or include it where this file is included",
        )
        return None
    name = attached.path(walk.home.file, node.value)
    found = walk.named.get((name, steps[-1] == "include")) or attached.not_there(
        walk.home.file, node.value
    )
    if isinstance(found, SourceText):
        raw.sources.setdefault(found.file, found)
        return found
    if found.place is not None:
        raw.faults.append(found)
    else:
        raw.fault(steps, found.message, found.fix)
    return None
