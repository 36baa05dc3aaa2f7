"""The tree of a workbook as CSV."""
