"""The budget as a workbook; `whole.py` puts the sheets together."""

from escp_docs.compose.budget_workbook.workbook import NAME, budget_workbook

__all__ = ["NAME", "budget_workbook"]
