"""The tree of a workbook as XLSX."""
