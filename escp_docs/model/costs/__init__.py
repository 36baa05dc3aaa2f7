"""Where costs come from: each way to state them gives lines, and says what it lacks.

Figures, rules and the workbook ask here, and nowhere else. Another way to state costs, such as lump
sums by work package, is a file here, a member of `Way`, and a row in `SOURCES`.
"""

from escp_docs.model.costs.line import CATEGORIES, CostLine, LineCategory, Way, categories, rate_of
from escp_docs.model.costs.source import Bearers, CostSource, MissingFact
from escp_docs.model.costs.sources import SOURCES, bearers, lines, missing_facts

__all__ = [
    "CATEGORIES",
    "SOURCES",
    "Bearers",
    "CostLine",
    "CostSource",
    "LineCategory",
    "MissingFact",
    "Way",
    "bearers",
    "categories",
    "lines",
    "missing_facts",
    "rate_of",
]
