"""Produced files read back: what a DOCX, PDF, HTML or XLSX says, and whether it should.

Bytes in, words out; opens no file. Whatever stands in the bytes was written by others: nothing in
them is run, fetched or unpacked beyond its limits.
"""
