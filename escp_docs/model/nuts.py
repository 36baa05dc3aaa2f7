"""Codes of regions by the Nomenclature of Territorial Units for Statistics (NUTS).

A code has two letters for the country and up to three letters or digits for the levels below:
Regulation (EC) No 1059/2003, annex I. Greece is EL there and the United Kingdom UK; regions of a
country that have a code of their own in ISO 3166-1 are regions of that country.
"""

from typing import Final

from escp_docs.pattern import pattern

_OTHERWISE: Final = {"EL": "GR", "UK": "GB"}
"""Countries by the letters that NUTS has in place of those of ISO 3166-1."""

_WITHIN: Final = {
    **dict.fromkeys(("GF", "GP", "MF", "MQ", "RE", "YT"), "FR"),
    "AX": "FI",
    "SJ": "NO",
}
"""Countries by the codes that ISO 3166-1 has for regions of theirs."""

_COUNTRIES: Final = frozenset(
    "AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK "  # noqa: SIM905  # readable
    "AL BA CH GE IS LI MD ME MK NO RS TR UA UK XK".split()
)
"""Member States, and countries for which Eurostat has statistical regions or may come to."""

_CODE: Final = pattern(r"[A-Z]{2}[A-Z0-9]{0,3}")


def folded(text: str) -> str:
    """Return a code in capitals, without blanks."""
    return "".join(text.split()).upper()


def country_of(text: str) -> str | None:
    """Return the country of a code or of its beginning, by ISO 3166-1; None if it is no code."""
    code = folded(text)
    letters = code[:2]
    if not _CODE.fullmatch(code) or letters not in _COUNTRIES:
        return None
    return _OTHERWISE.get(letters, letters)


def state_of(country: str) -> str:
    """Return the country that has the regions of a code of ISO 3166-1, mostly that itself."""
    return _WITHIN.get(country, country)


def meant(text: str) -> str | None:
    """Return the code that is meant where the country is written as ISO 3166-1 has it: EL30."""
    code = folded(text)
    letters = next((one for one, iso in _OTHERWISE.items() if code[:2] == iso), None)
    own = f"{letters}{code[2:]}" if letters else None
    return own if own is not None and country_of(own) else None


def is_country(text: str) -> bool:
    """Whether a code is that of a whole country."""
    return len(folded(text)) == len("PT") and country_of(text) is not None


def is_within(region: str, beginning: str) -> bool:
    """Whether the code of a region begins like that; Greece may be written as GR in both."""
    code, around = (meant(one) or folded(one) for one in (region, beginning))
    return code.startswith(around)
