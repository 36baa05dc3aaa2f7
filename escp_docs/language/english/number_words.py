"""English numbers in words, and the nouns of what a spec counts."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

SMALL: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
TENS: Final = (*("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),)
SCALES: Final[Mapping[str, int]] = MappingProxyType({"thousand": 1000, "million": 1_000_000})
ORDINALS: Final[Mapping[str, int]] = MappingProxyType(
    {
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
        "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "twentieth": 20,
        "thirtieth": 30,
    }
)  # fmt: skip
COUNTED: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "partners": (
            *("partners", "clusters", "organisations", "organizations", "members", "boards"),
            *("beneficiaries", "applicants", "consortium members", "secretariats"),
        ),
        "countries": ("countries",),
        "member_states": ("member states",),
        "associated": ("associated organisations", "associated partners", "associated members"),
        "targets": ("targets", "markets", "target countries", "third countries"),
        "work_packages": ("work packages", "workpackages", "wps"),
        "tasks": ("tasks",),
        "deliverables": ("deliverables",),
        "milestones": ("milestones",),
        "goals": ("goals", "common goals"),
        "indicators": ("indicators",),
        "risks": ("risks",),
        "smes": ("smes", "enterprises", "firms", "companies"),
        "member_total": ("members", "member organisations"),
    }
)
"""The nouns behind a number that counts something, in small letters."""
STOPS: Final = frozenset(
    (
        *("of", "in", "to", "from", "for", "and", "or", "is", "are", "was", "were", "be", "have"),
        *("has", "had", "will", "would", "can", "may", "must", "shall", "with", "without", "at"),
        *("by", "per", "on", "out", "that", "which", "who", "whose", "than", "as", "if", "when"),
        *("where", "while", "until", "till", "into", "over", "under", "between", "after"),
        *("before", "but", "not", "no", "the", "a", "an", "this", "these", "those", "it", "they"),
        *("we", "our", "their", "its", "takes", "take", "took", "make", "makes"),
    )
)
"""Words that end what a number counts."""
