"""Verdicts on one spec and on several, repairs, and what-ifs. Opens no file, reads no clock."""
