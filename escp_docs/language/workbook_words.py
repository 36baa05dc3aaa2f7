"""Which words the budget workbook needs."""

from msgspec import Struct


class SheetNames(Struct, frozen=True, kw_only=True):
    """What stands on the tabs; 31 characters at most."""

    summary: str
    lines: str
    partners: str
    packages: str
    crossed: str
    grant: str
    receipts: str
    effort: str
    rates: str
    questions: str


class SheetTitles(Struct, frozen=True, kw_only=True):
    """The titles of sheets, and of tables on them."""

    workbook: str
    summary: str
    lines: str
    partners: str
    packages: str
    crossed: str
    grant: str
    receipts: str
    effort: str
    rates: str
    questions: str
    categories: str
    checks: str
    belongs_to: str
    legend: str
    rounding: str


class SheetNotes(Struct, frozen=True, kw_only=True):
    """What a sheet says of itself below its title."""

    summary: str
    lines: str
    by_category: str
    crossed: str
    grant: str
    receipts: str
    effort: str
    rates: str
    questions: str
    lower_bound: str


class ColumnHeads(Struct, frozen=True, kw_only=True):
    """The heads of columns."""

    number: str
    partner: str
    name: str
    work_package: str
    category: str
    paid_for: str
    units: str
    unit: str
    unit_cost: str
    amount_stated: str
    eligible: str
    in_base: str
    direct_cost: str
    indirect_cost: str
    eligible_cost: str
    not_eligible: str
    cost: str
    person_months: str
    person_month_cost: str
    grant_at_rate: str
    grant_stated: str
    grant_asked: str
    incomes: str
    own_stated: str
    own: str
    not_covered: str
    grant_share: str
    rate: str
    kind: str
    source: str
    amount: str
    missing: str
    question: str
    whom_to_ask: str
    would_state: str
    what: str
    value: str
    states: str


class CellWords(Struct, frozen=True, kw_only=True):
    """What stands in cells."""

    total: str
    indirect: str
    cut: str
    personnel_of: str
    lump_sum_of: str
    person_month: str
    further_lines: str
    income: str
    own: str
    none_stated: str
    own_as_stated: str
    own_as_left: str
    less: str
    balance: str
    balance_of: str
    title: str
    call: str
    strand: str
    date: str


class RateWords(Struct, frozen=True, kw_only=True):
    """What the rates are rates of, how cells are to be read, how amounts are rounded."""

    reimbursement: str
    of_lines: str
    indirect: str
    subcontracting: str
    own: str
    sample: str
    stated: str
    computed: str
    total: str
    missing_sample: str
    missing: str
    rounding: tuple[str, ...]


class AnswerWords(Struct, frozen=True, kw_only=True):
    """The words of the sheets that partners fill in."""

    sheet: str
    table: str
    title: str
    table_title: str
    note: str
    note_with_day: str
    table_note: str
    personal: str
    asked: str
    answer: str
    question: str
    correct: str
    key: str
    effort_in: str
    cost_line: str


class WorkbookWords(Struct, frozen=True, kw_only=True):
    """All words of the workbooks."""

    sheets: SheetNames
    titles: SheetTitles
    notes: SheetNotes
    heads: ColumnHeads
    cells: CellWords
    rates: RateWords
    answers: AnswerWords
