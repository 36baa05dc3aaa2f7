"""The steps that changes consist of: from a value that is wanted to the text that states it."""

from collections.abc import Callable, Iterable
from difflib import SequenceMatcher

from escp_docs.edit import wanted
from escp_docs.edit.homes import (
    covered_by,
    holder,
    home_of_new,
    is_alone,
    is_text,
    let_alone_if_shared,
    names_of,
    new_home,
    opened_at,
    place_of,
    refused,
)
from escp_docs.edit.list_entries import entry_added, entry_moved, entry_removed
from escp_docs.edit.mapping_entries import key_added, key_removed
from escp_docs.edit.single_values import text_written, value_written
from escp_docs.edit.texts import Texts
from escp_docs.edit.written import FileText
from escp_docs.errors import Fault, RefusedEditError
from escp_docs.finding import Place
from escp_docs.model.schema import ListOf, form, join
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import named
from escp_docs.read.plain_values import Raw, Steps
from escp_docs.read.source import SpecText


class Work:
    """The files of a spec, changed step by step; a step that cannot be made raises and is none."""

    def __init__(self, files: SpecText) -> None:
        self._texts = Texts(files)

    @property
    def files(self) -> SpecText:
        """The files as they are by now."""
        return self._texts.files

    def faults(self) -> list[Fault]:
        """Return what is wrong with the form of the files; what a value may be is no matter."""
        return self._texts.faults()

    def value(self) -> dict[str, Raw]:
        """Return the plain values that they hold."""
        return self._texts.value()

    def named(self, steps: Steps) -> str:
        """Return a path with entries by what identifies them."""
        return named(steps, self.value())

    def place(self, steps: Steps) -> Place:
        """Return where a value stands, or the nearest around it."""
        way = self._texts.spots.way(steps)
        if not way:
            return Place(home_of_new(self._texts.spots, str(steps[0])), 1, 1)
        return place_of(way[-1])

    # --- steps -------------------------------------------------------------------------------

    def put(self, steps: Steps, value: Raw) -> bool:
        """State a value; of a list or mapping only what differs is touched. False: not removed."""
        before = wanted.at(self.value(), steps)
        if wanted.same(before, value):
            return False
        if isinstance(before, dict) and isinstance(value, dict) and before and value:
            self._put_mapping(steps, before, value)
        elif isinstance(before, list) and isinstance(value, list) and before and value:
            self._put_list(steps, before, value)
        else:
            self._put_whole(steps, value)
        return False

    def remove(self, steps: Steps) -> bool:
        """Take a value out, and what around it would state nothing without it. True: removed."""
        way = self._texts.spots.way(steps)
        if len(way) <= len(steps):
            raise refused(f"{self.named(steps)} is not stated", "there is nothing to remove")
        while len(steps) > 1 and is_alone(holder(way[-2], steps[-1])):
            steps, way = steps[:-1], way[:-1]
            if isinstance(steps[-1], int):
                fix = f"remove {self.named(steps)} as a whole"
                raise refused("this is all that the entry states", fix, way[-1])
        step = steps[-1]
        if (covered := covered_by(way[-2], step)) is not None:  # it would come to light
            self._take(steps, covered.file, key_removed(covered, str(step)), lambda tree: tree)
            way = self._texts.spots.way(steps)
        around = holder(way[-2], step)
        let_alone_if_shared(around, self.named(steps))
        texts = entry_removed(around, step) if isinstance(step, int) else key_removed(around, step)
        self._take(steps, around.file, texts, lambda tree: wanted.without(tree, steps))
        return True

    def add(self, steps: Steps, index: int, value: Raw) -> None:
        """Put an entry into a list, which may be absent."""
        way = self._texts.spots.way(steps)
        around = way[-1] if len(way) > len(steps) else None
        if around is None or around.value is None or around.value.items is None:
            self._put_whole(steps, [value])
            return
        let_alone_if_shared(around, self.named(steps))

        def change(tree: Raw) -> Raw:
            entries = wanted.at(tree, steps)
            assert isinstance(entries, list)
            return wanted.put(tree, steps, [*entries[:index], value, *entries[index:]])

        self._take((*steps, index), around.file, entry_added(around, index, value), change)

    def move(self, steps: Steps, index: int, to: int) -> None:
        """Give an entry of a list another position."""
        around = self._texts.spots.way(steps)[-1]
        let_alone_if_shared(around, self.named(steps))

        def change(tree: Raw) -> Raw:
            entries = wanted.at(tree, steps)
            assert isinstance(entries, list)
            moved = list(entries)
            moved.insert(to, moved.pop(index))
            return wanted.put(tree, steps, list(moved))

        self._take((*steps, index), around.file, entry_moved(around, index, to), change)

    # --- values of several -------------------------------------------------------------------

    def _put_mapping(self, steps: Steps, before: dict[str, Raw], value: dict[str, Raw]) -> None:
        for name, inner in value.items():
            self.put((*steps, name), inner)
        for name in before:
            if name not in value:
                self.remove((*steps, name))

    def _put_list(self, steps: Steps, before: list[Raw], value: list[Raw]) -> None:
        """Change, add and remove the entries that differ, from the last to the first."""
        shape = form(Spec, join(steps))
        item = shape.item if isinstance(shape, ListOf) else None
        matcher = SequenceMatcher(
            None, names_of(before, item), names_of(value, item), autojunk=False
        )
        for _, start, end, first, last in reversed(matcher.get_opcodes()):
            both = min(end - start, last - first)
            for extra in reversed(range(start + both, end)):
                if len(before) > 1 or both:
                    self.remove((*steps, extra))
            for extra in reversed(range(first + both, last)):
                self.add(steps, start + both, value[extra])
            for step in range(both):
                self.put((*steps, start + step), value[first + step])

    # --- one value ---------------------------------------------------------------------------

    def _put_whole(self, steps: Steps, value: Raw) -> None:
        way = self._texts.spots.way(steps)
        reached = max(len(way) - 1, 0)
        spot = way[-1] if way else new_home(self._texts.spots, str(steps[0]))
        rest = steps[reached:]
        let_alone_if_shared(spot, self.named(steps))
        inner = value
        for step in reversed(rest[1:]):
            inner = {str(step): inner}
        if not rest and isinstance(value, str) and (spot.value is None or is_text(spot)):
            texts = text_written(spot, value)
        elif not rest:
            texts = value_written(spot, str(steps[-1]), value)
        elif spot.is_void and way:
            texts = value_written(spot, str(steps[reached - 1]), {str(rest[0]): inner})
        else:
            texts = key_added(opened_at(spot), str(rest[0]), inner)
        file = opened_at(spot).file if rest else spot.file
        self._take(steps, file, texts, lambda tree: wanted.put(tree, steps, value))

    def _take(
        self, steps: Steps, file: FileText, texts: Iterable[str], change: Callable[[Raw], Raw]
    ) -> None:
        home = self._texts.spots.home(str(steps[0])) or file
        before = self._texts.raw(home.file).value
        faults = self._texts.take(home.file, file.file, texts, change(before))
        if faults is None:
            return
        if faults:
            raise RefusedEditError(tuple(faults))
        message = f"{self.named(steps)} cannot be changed without touching something else"
        raise RefusedEditError((Fault(message, "edit the file by hand", self.place(steps)),))
