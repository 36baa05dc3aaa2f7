"""What a green light is clouded by: how many warnings there are, and what they are on."""

from collections.abc import Sequence
from typing import Final

from escp_docs.language.rule_words import and_listed

_TOPICS: Final = {
    "CON": "the consortium",
    "SUB": "the submission",
    "STR": "the strategy",
    "TGT": "the targets",
    "RMP": "the roadmap",
    "BUD": "the budget",
    "AGR": "the agreement",
    "FRM": "the form",
    "PLA": "plausibility",
    **dict.fromkeys(("BUD001", "BUD002", "BUD003", "BUD008", "BUD009"), "the grant"),
}
"""What a warning is on: by its code, else by its family."""


def warned(codes: Sequence[str]) -> str:
    """Return "3 warnings on the grant and plausibility" of the rules that warn, empty of none."""
    if not codes:
        return ""
    topics = tuple(dict.fromkeys(_TOPICS.get(code) or _TOPICS[code[:3]] for code in codes))
    return f"{len(codes)} warning{'s' * (len(codes) > 1)} on {and_listed(topics)}"
