"""The budget as a workbook: of a snippet, and of the examples."""

from datetime import date

from escp_docs.compose.budget_workbook import budget_workbook
from escp_docs.export.xlsx.writer import to_xlsx
from escp_docs.workbook import Workbook
from tests.support.look import look
from tests.support.places import SPECS
from tests.support.reading import read, spec

BASE = """\
strand: A
project: {acronym: X, title: Waves}
consortium: {coordinator: A, partners: [{id: A, legal_name: Alpha}, {id: B, legal_name: Beta}]}
roadmap: {work_packages: [{id: WP1, effort: {A: 2.5}}, {id: WP2, effort: {B: 1}}]}
budget:
  reimbursement_rate: 2/3
  indirect_rate: 0.07
  indirect_base_excludes_subcontracting: true
  person_month_eur: {A: 4000.01, B: 3000}
  costs:
    - partner: A
      work_package: WP1
      category: travel
      description: Fares
      units: 3
      unit_cost_eur: 333.33
    - partner: B
      work_package: WP2
      category: subcontracting
      description: Review
      amount_eur: 1000
    - partner: B
      work_package: WP2
      category: other
      description: Dinner
      amount_eur: 500
      eligible: false
"""


def made(text: str = BASE, *, draft: bool = False) -> Workbook:
    """Return the workbook of a snippet."""
    found = spec(text)
    return budget_workbook(found.spec, found.call, date(2020, 11, 20), draft=draft)


def example(name: str) -> Workbook:
    """Return the workbook of an example, by its name in SPECS."""
    path = SPECS / name
    files = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    found = read(*(one.read_bytes() for one in files))
    return budget_workbook(found.spec, found.call, date(2020, 11, 20), draft=False)


def written(book: Workbook) -> bytes:
    """Return a workbook as a file."""
    return to_xlsx(book, look()).data
