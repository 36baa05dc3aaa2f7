"""The sheets that people fill in: one for each partner, and the coordinator's table of all."""

from escp_docs.compose.partner_sheets.answer_sheet import answer_sheet
from escp_docs.compose.partner_sheets.negotiation_sheet import negotiation_sheet
from escp_docs.compose.partner_sheets.partners_table import partners_table

__all__ = ["answer_sheet", "negotiation_sheet", "partners_table"]
