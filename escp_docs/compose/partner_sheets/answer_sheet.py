"""The sheet of one partner: what it is asked, its facts, its effort, its costs."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from escp_docs.compose.markdown.glyphs import printable
from escp_docs.compose.partner_sheets.answer_cells import asked, box
from escp_docs.compose.partner_sheets.sheet_rows import Anchor, Row, workbook
from escp_docs.compose.values.privacy import privacy
from escp_docs.compose.values.value import key_label
from escp_docs.judging.of_the_call import matters
from escp_docs.judging.open_facts import OpenFacts
from escp_docs.language.keys.part_words import question_for
from escp_docs.language.language import Language
from escp_docs.model.call import Call
from escp_docs.model.consortium import Partner
from escp_docs.model.schema import Key, at, below, keys, split
from escp_docs.model.spec import Spec
from escp_docs.workbook import EMPTY, Role, Sheet, SheetCell, Workbook

_NOT_ASKED: Final = frozenset({"id", "confirmed", "represents", "logo"})
_MONEY: Final = ("person_month_eur", "requested_grant_eur")
_COST: Final = ("description", "units", "unit", "unit_cost_eur", "amount_eur")


def answer_sheet(  # noqa: PLR0913, PLR0917  # what a workbook is made from
    name: str,
    spec: Spec,
    call: Call,
    printed: date,
    partner: int,
    owing: OpenFacts,
    *,
    anchor: Anchor,
    draft: bool,
    language: Language,
) -> Workbook:
    """Return the sheet of a partner.

    Args:
        name: What the document is called.
        spec: What the partnership states.
        call: The call that it answers.
        printed: The date that is printed.
        partner: Its position among the partners.
        owing: What it is asked.
        anchor: From a path to what names it in files.
        draft: Whether every page says so.
        language: What the sheet is written in.
    """
    words = language.workbook.answers
    one = spec.partners[partner]
    facts = _Facts(spec, call, language, owing)
    rows: dict[str, Row] = {}
    for row in (*facts.open(), *facts.entry(partner), *facts.work(one), *facts.costs(one)):
        cell = row[1]
        key = f"{anchor(cell.path)} ({cell.option})" if cell.option else anchor(cell.path)
        rows.setdefault(key, (*row, SheetCell(key, Role.NOTE)))
    day = spec.requests.deadline
    note = words.note_with_day.format(day=language.day(day)) if day else words.note
    title = words.title.format(partner=one.id, acronym=printable(spec.project.acronym))
    names = (words.asked, words.answer, words.question, words.correct, words.key)
    head = tuple(SheetCell(name, Role.HEAD) for name in names)
    top = (
        (SheetCell(title, Role.TITLE),),
        (SheetCell(note, Role.NOTE),),
        (SheetCell(privacy(spec, language), Role.NOTE),),
        (),
        head,
    )
    sheet = Sheet(words.sheet, (*top, *rows.values()), (38, 44, 60, 10, 44), len(top))
    return workbook(name, spec, call, printed, (sheet,), draft=draft, language=language)


class _Facts:
    """The rows of a sheet: label, answer, question, confirmation."""

    def __init__(self, spec: Spec, call: Call, language: Language, owing: OpenFacts) -> None:
        self.spec, self.call, self.language, self.owing = spec, call, language, owing

    def open(self) -> Iterator[Row]:
        """Yield what is missing."""
        for one in self.owing.missing:
            is_own = one.path.startswith("consortium.partners")
            entry = f"{one.entry}: " if one.entry and not is_own else ""
            label_ = printable(f"{entry}{one.label}")
            yield from self._rows(one.path, label_, printable(one.question))

    def entry(self, partner: int) -> Iterator[Row]:
        """Yield what the entry of the partner states, each with what confirms it."""
        path = f"consortium.partners[{partner}]"
        unconfirmed = {one.path for one in self.owing.unconfirmed}
        for name, key in keys(Partner).items():
            here = f"{path}.{name}"
            entry = self.spec.partners[partner]
            if name in _NOT_ASKED or getattr(entry, key.attribute) is None:
                continue
            is_written = key.attribute in entry.stated
            if not is_written and not matters(self.spec, self.call, split(here)):
                continue
            tick = EMPTY
            if here in unconfirmed:
                tick = box(f"{path}.confirmed", name, self.language, checked=False)
            yield from self._rows(here, self._label(key), self._question(key), tick)

    def work(self, partner: Partner) -> Iterator[Row]:
        """Yield the effort of the partner in each work package, and what a person-month costs."""
        words = self.language.workbook.answers
        for index, package in enumerate(self.spec.roadmap.work_packages or ()):
            path = below(f"roadmap.work_packages[{index}].effort", partner.id)
            shown = " ".join(filter(None, (package.id, package.title)))
            yield from self._rows(path, printable(words.effort_in.format(package=shown)), "")
        for name in _MONEY:
            key = at(Spec, f"budget.{name}")
            if key is not None:
                path = below(f"budget.{name}", partner.id)
                yield from self._rows(path, self._label(key), self._question(key))

    def costs(self, partner: Partner) -> Iterator[Row]:
        """Yield the cost lines of the partner."""
        words = self.language.workbook.answers
        for index, cost in enumerate(self.spec.budget.costs or ()):
            if cost.partner != partner.id:
                continue
            for name in _COST:
                path = f"budget.costs[{index}].{name}"
                key = at(Spec, path)
                if key is not None and getattr(cost, key.attribute) is not None:
                    label_ = words.cost_line.format(number=index + 1, label=self._label(key))
                    yield from self._rows(path, label_, self._question(key))

    def _rows(
        self, path: str, label_: str, question: str, tick: SheetCell = EMPTY
    ) -> Iterator[Row]:
        shown = question if question.rstrip("?").casefold() != label_.casefold() else ""
        for number, (name, cell) in enumerate(
            asked(self.spec, path, label_, self.language, question)
        ):
            said = _capital(printable(name))
            yield (
                SheetCell(said),
                cell,
                SheetCell(shown if number == 0 else ""),
                tick if number == 0 else EMPTY,
            )

    def _label(self, key: Key) -> str:
        return _capital(key_label(key, self.language))

    def _question(self, key: Key) -> str:
        return question_for(self.language.keys, key.part, key.name)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
