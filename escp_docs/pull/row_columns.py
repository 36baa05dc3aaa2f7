"""A row that somebody added to a table of entries: which key each of its cells is a value of.

A column holds what it holds in the other rows: a key, several, the entry around, or a value that is
printed in other words. Every cell is read, or said to be not.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import Final

from msgspec import Struct

from escp_docs.compose.values.value import written
from escp_docs.language.language import Language
from escp_docs.model.anchors import Anchors
from escp_docs.model.base import SpecModel
from escp_docs.model.project_months import first_day, last_day
from escp_docs.model.schema import ListOf, Scalar, Shape, form, keys
from escp_docs.model.stable_path import identity, value_at
from escp_docs.prose.words import same_words
from escp_docs.pull.changes import RowAdded, RowInTable, ShownCell, ShownRow
from escp_docs.pull.people import says_nothing, understood
from escp_docs.pull.row_subject import entry_of
from escp_docs.pull.value_merging import is_same_value

_ENTRY: Final = re.compile(r"\[[^\]]*\]$")
_DASHES: Final = frozenset({"", "-", "–", "—", "/"})
_MARKS: Final = frozenset({"●", "x", "X", "✓", "✔", "☒", "yes"})
_SORTED_BY: Final = {"budget.costs": "category"}
"""Keys that tell the tables of one list apart, so that no row of them prints it."""
_BY_HAND: Final = "it is not read from there; write it into the entry by hand"


class NewRow(Struct, frozen=True):
    """What a row says: the list that it is a new entry of, None if that cannot be told."""

    list_: str | None
    added: RowAdded


def new_row(change: RowInTable, anchors: Anchors, language: Language) -> NewRow:
    """Return which entry of which list a row is, and what it says of it."""
    return _NewRow(change, anchors, language).result()


class _NewRow:
    def __init__(self, change: RowInTable, anchors: Anchors, language: Language) -> None:
        self.change, self.anchors, self.language = change, anchors, language
        self.spec = anchors.spec
        self.rows = sorted(change.rows, key=lambda row: row.entry != change.near)
        self.values: dict[str, str] = {}
        self.places: dict[str, str] = {}
        self.faults: list[str] = []
        self.around: str | None = None  # the path of the entry around, where the row names it
        self.is_around_told = True
        shape = form(type(self.spec), _ENTRY.sub("", change.near))
        item = shape.item if isinstance(shape, ListOf) else None
        self.part = item if isinstance(item, type) else None

    def result(self) -> NewRow:
        near = _ENTRY.sub("", self.change.near)
        if self.part is None:  # entries of a mapping, which have no keys
            return NewRow(None, self._added(near))
        late = [column for column in sorted(self.change.cells) if not self._keyed(column)]
        for column in late:  # what they may be depends on what the others are
            self._keyless(column)
        self._sorted(near)
        list_ = self.anchors.path(near)
        if self.around is not None:
            key = near[len(self._outer()) :]
            list_ = f"{self.around}{key}"
        elif not self.is_around_told or self._is_of_several():
            list_ = None
        return NewRow(list_, self._added(near))

    def _added(self, near: str) -> RowAdded:
        change = self.change
        return RowAdded(
            near,
            tuple(self.values.items()),
            change.text,
            change.hand,
            self.places,
            tuple(self.faults),
        )

    def _shown(self, column: int) -> list[tuple[ShownRow, ShownCell]]:
        return [(row, row.cells[column]) for row in self.rows if column in row.cells]

    def _outer(self) -> str:
        """Return the entry around that of the nearest row; empty if there is none."""
        return entry_of(_ENTRY.sub("", self.change.near))

    def _is_of_several(self) -> bool:
        """Whether rows of a table that does not name them stand in several entries around."""
        if len({entry_of(_ENTRY.sub("", row.entry)) for row in self.rows}) == 1:
            return False
        self.faults.append("no cell says which entry it stands in; write it there by hand")
        return True

    def _head(self, column: int) -> str:
        return self.change.heads.get(column) or f"column {column + 1}"

    def _fault(self, column: int, why: str = _BY_HAND) -> None:
        self.faults.append(f'{self._head(column)} says "{self.change.cells[column]}": {why}')

    # --- columns whose keys were sent ---

    def _keyed(self, column: int) -> bool:
        """Read a cell whose column holds values; False if it holds none."""
        own = [
            (row, cell)
            for row, cell in self._shown(column)
            if any(span.key.startswith(f"{row.entry}.") for span in cell.spans)
        ]
        if own:
            self._own(column, *own[0])
            return True
        others = [(row, cell) for row, cell in self._shown(column) if cell.spans]
        if not others:
            return False
        row, cell = others[0]
        entry = entry_of(cell.spans[0].key)
        if len(cell.spans) == 1 and entry and row.entry.startswith(f"{entry}."):
            self._of_around(column, row, cell)
            return True
        return False

    def _own(self, column: int, row: ShownRow, cell: ShownCell) -> None:
        assert self.part is not None
        text = self.change.cells[column]
        names = [span.key.removeprefix(f"{row.entry}.") for span in cell.spans]
        lists = {_ENTRY.sub("", name) for name in names}
        if len(lists) == 1 and all(name.endswith("]") for name in names):
            self._take(column, lists.pop(), text)
        elif any("[" in name for name in names):
            if text not in _DASHES:
                self._fault(column)
        elif len(names) == 1:
            self._take(column, names[0], self._one(names[0], cell, text))
        else:
            found = _matched(cell, text)
            if found is None:
                self._fault(column, f'write it as "{cell.text}", or into the entry by hand')
                return
            for name, said in zip(names, found, strict=True):
                self._take(column, name, said)

    def _take(self, column: int, name: str, text: str) -> None:
        """Take what a cell says of a key, once."""
        if name not in self.values and text:
            self.values[name], self.places[name] = text, self._head(column)

    def _one(self, name: str, cell: ShownCell, text: str) -> str:
        """Return what a cell says of its one key, without what is printed around it."""
        assert self.part is not None
        shape = form(self.part, name)
        if not isinstance(shape, Scalar):
            return text
        alone = understood(text, shape, self.language, self.spec).value
        found = _matched(cell, text)
        if found is None or (alone is not None and shape.kind not in {"text", "prose"}):
            return text
        (said,) = found
        is_month = shape.kind == "month" and said.isdigit() and self.spec.project.start_date
        return text if is_month and not self._is_month(int(said), text) else said

    def _is_month(self, number: int, text: str) -> bool:
        """Whether the calendar month that is written behind a month of the action is that one."""
        start = self.spec.project.start_date
        assert start is not None
        days = (first_day(start, number), last_day(start, number))
        return any(one and self.language.month(one) in " ".join(text.split()) for one in days)

    def _of_around(self, column: int, row: ShownRow, cell: ShownCell) -> None:
        """Read which entry the new one stands in."""
        outer = entry_of(cell.spans[0].key)
        text = self.change.cells[column]
        found = _matched(cell, text)
        for said in (text, *(found or ())):
            path = self._entry(_ENTRY.sub("", outer), said)
            if path is None:
                continue
            if row.entry.startswith(f"{self._outer()}.") and outer != self._outer():
                return  # an entry further out
            self.around = path
            return
        if text.isdigit() and cell.text[:1].isdigit():  # entries are counted, as printed before it
            list_ = self.anchors.path(_ENTRY.sub("", outer))
            number = int(text) - 1
            if list_ is not None and 0 <= number < len(value_at(self.spec, list_) or ()):
                self.around = f"{list_}[{number}]"
                return
        self.is_around_told = False
        self._fault(column, "it is none of those that are known; write the entry by hand")

    def _entry(self, list_: str, said: str) -> str | None:
        """Return the path of the entry of a list that words name; None if they name none."""
        path = self.anchors.path(list_)
        found = value_at(self.spec, path) if path is not None else None
        shape = form(type(self.spec), list_)
        if not isinstance(found, tuple) or not isinstance(shape, ListOf):
            return None
        folded = same_words(said).casefold()
        names = ("id", "short_name", "legal_name", "title", "name", "country", "region")
        known = [
            index
            for index, one in enumerate(found)
            if folded
            in {
                same_words(str(name)).casefold()
                for name in (identity(one, shape.item), *(getattr(one, it, "") for it in names))
                if name
            }
        ]
        return f"{path}[{known[0]}]" if len(known) == 1 else None

    # --- columns whose words are made of values ---

    def _keyless(self, column: int) -> None:
        text = self.change.cells[column]
        shown = self._shown(column)
        texts = [cell.text.strip() for _, cell in shown]
        if texts and all(one.isdigit() for one in texts) and text.isdigit():
            numbers = list(map(int, texts))
            if len(set(numbers)) == len(numbers) and not self._stated(column):
                return  # rows that are only counted
        if texts and set(texts) <= _DASHES | _MARKS:
            self._marked(column, text)
            return
        stated = self._stated(column)
        if len(stated) == 1:
            self._take(column, stated[0], self._as_value(stated[0], text))
        elif text not in _DASHES and not self._is_product(text) and not self._is_said(text):
            self._fault(column)

    def _paths(self) -> Iterator[tuple[ShownRow, SpecModel]]:
        """Yield the rows whose entries are there, each with what it states now."""
        for row in self.rows:
            path = self.anchors.path(row.entry)
            entry = None if path is None else value_at(self.spec, path)
            if isinstance(entry, SpecModel):
                yield row, entry

    def _stated(self, column: int) -> list[str]:
        """Return the keys whose values all rows print in a column, in whatever words."""
        assert self.part is not None
        known = [(row.cells[column].text, it) for row, it in self._paths() if column in row.cells]
        taken = {name.partition(".")[0] for name in self.values}
        found: list[str] = []
        for name, key in keys(self.part).items():
            if name in taken or not isinstance(key.shape, Scalar):
                continue
            pairs = [(text, getattr(it, key.attribute)) for text, it in known]
            if pairs and all(
                stated is not None
                and is_same_value(self._as_value(name, text, key.shape), written(stated), key.shape)
                for text, stated in pairs
            ):
                found.append(name)
        return found

    def _as_value(self, name: str, text: str, shape: Shape | None = None) -> str:
        """Return what is printed for a value as the format writes it; as it is if it is none."""
        assert self.part is not None
        shape = shape or form(self.part, name)
        if not isinstance(shape, Scalar):
            return text
        codes = self.language.values.codes
        options = tuple((one, codes[one]) for one in shape.options if one in codes)
        found = (
            understood(text, shape, self.language, self.spec, options).value if options else None
        )
        return found or understood(text, shape, self.language, self.spec).value or text

    def _marked(self, column: int, text: str) -> None:
        """Read a mark below the name of something that a list of the entry names."""
        assert self.part is not None
        head = self.change.heads.get(column, "")
        for name, key in keys(self.part).items():
            item = key.shape.item if isinstance(key.shape, ListOf) else None
            if not isinstance(item, Scalar) or not item.refers or not head:
                continue
            meant = understood(head, item, self.language, self.spec).value
            known = [
                ((row.cells[column].text in _MARKS), meant in (getattr(it, key.attribute) or ()))
                for row, it in self._paths()
                if column in row.cells
            ]
            if meant and known and all(mark == is_in for mark, is_in in known):
                if text in _MARKS:
                    before = self.values.get(name, "")
                    self.values[name] = f"{before}\n{meant}".strip()
                    self.places[name] = head
                elif text not in _DASHES:
                    break
                return
        if text not in _DASHES:
            self._fault(column)

    def _is_product(self, text: str) -> bool:
        """Whether a number is what comes of the units and their cost, which say it already."""
        numbers = []
        for one in (self.values.get("units", ""), self.values.get("unit_cost_eur", ""), text):
            said = understood(one, Scalar("euro"), self.language, self.spec).value
            try:
                numbers.append(Decimal(said or "?"))
            except InvalidOperation:
                return False
        return numbers[0] * numbers[1] == numbers[2]

    def _is_said(self, text: str) -> bool:
        """Whether words say which partner or other entry is meant that another cell names."""
        assert self.part is not None
        for name, said in self.values.items():
            shape = form(self.part, name)
            if isinstance(shape, Scalar) and shape.refers:
                both = [
                    understood(one, shape, self.language, self.spec).value for one in (said, text)
                ]
                if both[0] and both[0] == both[1]:
                    return True
        return False

    def _sorted(self, near: str) -> None:
        """Take the value that all rows of the table have in common, since it sorts them."""
        name = _SORTED_BY.get(near)
        if name is None or name in self.values or self.part is None:
            return
        attribute = keys(self.part)[name].attribute
        shared = {getattr(it, attribute) for _, it in self._paths()}
        if len(shared) == 1 and None not in shared:
            self.values[name] = written(shared.pop())


def _matched(cell: ShownCell, text: str) -> list[str] | None:
    """Return what stands in a text where the values of a cell do; None if it is of another form.

    What is printed around the values may be other words, and other numbers.
    """
    form_, at = "", 0
    for span in cell.spans:
        form_ += f"{_loosely(cell.text[at : span.start])}(.+?)"
        at = span.end
    found = re.fullmatch(f"{form_}{_loosely(cell.text[at:])}", text.strip(), re.DOTALL)
    return None if found is None else [one.strip() for one in found.groups()]


def _loosely(text: str) -> str:
    """Return a pattern for what is printed around values."""
    found = ""
    for word, blank, dash, sign in re.findall(r"(\w+)|(\s+)|([–—-])|(.)", text):
        if word:
            found += r"\w+"
        elif blank:
            found += r"\s*"
        else:
            found += r"\s*[-–—]\s*" if dash else re.escape(sign)
    return found


def listed(text: str, item: Scalar, language: Language) -> Sequence[str]:
    """Return the entries that a cell lists: parted by lines, commas, or the word before the last.

    Words of free text may have commas and an "and" of their own; they are parted by lines and
    semicolons, and by commas where no such word stands.
    """
    if says_nothing(text, item, language):
        return ()
    last = rf"\s(?:{re.escape(language.values.last_of_list)}|&)\s"
    if item.refers or item.options:
        cut = re.split(rf"[\n;,]|{last}", text)
    elif re.search(last, text):
        cut = re.split(r"[\n;]", text)
    else:
        cut = re.split(r"[\n;,]", text)
    return tuple(one.strip(" \t-•–") for one in cut if one.strip(" \t-•–"))
