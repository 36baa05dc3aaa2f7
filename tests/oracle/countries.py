"""Where organisations and targets lie, by the words of the call.

Member States: the 27 of September 2020. Countries that participate in COSME: report on 2018, eleven
third countries. Territories with a code of their own count as their state.
"""

from typing import Final

from tests.oracle import stated
from tests.oracle.stated import Entry

MEMBER_STATES: Final = frozenset({
    "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV",
    "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE",
})  # fmt: skip
COSME: Final = frozenset(["IS", "AL", "BA", "XK", "ME", "MK", "RS", "TR", "AM", "MD", "UA"])
STATES: Final = dict.fromkeys(["GP", "MQ", "GF", "RE", "YT", "MF"], "FR") | {"AX": "FI"}
"""The state that a territory counts as."""

DOUBTED: Final = {
    "NC": "FR", "PF": "FR", "TF": "FR", "WF": "FR", "PM": "FR", "BL": "FR",
    "AW": "NL", "CW": "NL", "SX": "NL", "BQ": "NL", "GL": "DK",
    "GI": "GB", "GG": "GB", "JE": "GB", "IM": "GB", "AI": "GB", "BM": "GB", "VG": "GB", "KY": "GB",
    "FK": "GB", "GS": "GB", "IO": "GB", "MS": "GB", "PN": "GB", "SH": "GB", "TC": "GB",
}  # fmt: skip
"""Territories of which nobody says whether they count as their state."""

TARGETS_IN_DOUBT: Final = DOUBTED.keys() | {
    "CH", "NO", "LI", "GB", "RU", "BY", "AD", "MC", "SM", "VA", "FO",
}  # fmt: skip
"""Third countries of which nobody says whether they lie beyond Europe."""

_ALIASES: Final = {"EL": "GR", "UK": "GB"}  # the Commission writes so


def state(code: str) -> str:
    """Return the state that a code stands for or counts as."""
    code = _ALIASES.get(code, code)
    return STATES.get(code, code)


def country(entry: Entry, key: str = "country") -> str | None:
    """Return the state in which somebody is established, None if nobody says."""
    found = stated.choice(entry, key)
    return None if found is None else state(found)


def counts_as_member_state(code: str) -> bool:
    """Return whether a partner from there counts as established in a Member State.

    Notice on the Withdrawal Agreement: those of the United Kingdom "continue to be eligible".
    """
    return code in MEMBER_STATES or code == "GB"


def can_apply(code: str) -> bool:
    """Return whether a partner from there can take part."""
    return counts_as_member_state(code) or code in COSME


def is_third_country(code: str) -> bool:
    """Return whether a target there is one: "third countries (i.e. non-COSME participating)"."""
    return code not in MEMBER_STATES and code not in COSME
