"""Every rule, in the order of the manual: its family, then its number. A new rule is one file here.

A file is named after code and name of its rule, `con003_too_few_countries.py`, and ends with
`RULE`. What several rules ask of a spec stands in `facts/`.
"""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Final

from escp_docs.pattern import pattern
from escp_docs.rule import Rule

FAMILIES: Final = ("CON", "SUB", "STR", "TGT", "RMP", "BUD", "AGR", "FRM", "PLA")
"""What codes begin with, in the order of the manual."""

_FILE: Final = pattern(r"[a-z]{3}[0-9]{3}_\w+")


def _rules() -> Iterator[Rule[Any]]:
    for module in iter_modules(__path__):
        if _FILE.fullmatch(module.name):
            yield import_module(f"{__name__}.{module.name}").RULE


def _place(rule: Rule[Any]) -> tuple[int, str]:
    return FAMILIES.index(rule.code[:3]), rule.code


ALL_RULES: Final[tuple[Rule[Any], ...]] = tuple(sorted(_rules(), key=_place))
BY_CODE: Final = {rule.code: rule for rule in ALL_RULES}

RETIRED: Final = {"SUB004": "SUB003"}
"""Codes that no rule has any more, and the rule that took over; a code is never used again."""
