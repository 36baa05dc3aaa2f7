"""Countries by their ISO 3166-1 alpha-2 code."""

import unicodedata
from functools import cache
from typing import Final

# Source: ISO 3166-1, officially assigned codes; XK is the user-assigned code that the institutions
# of the Union use for Kosovo.
_ASSIGNED: Final = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
    BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
    EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
    HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
    LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
    NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
    TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
"""
CODES: Final = frozenset(_ASSIGNED.split())

# Source: Interinstitutional style guide of the Union, 7.1: the Commission writes EL and UK.
ALIASES: Final = {"EL": "GR", "UK": "GB"}


# What people write, and no list of names holds.
_OTHER_NAMES: Final = {
    "america": "US", "bosnia": "BA", "burma": "MM", "cape verde": "CV", "czech republic": "CZ",
    "england": "GB", "fyrom": "MK", "great britain": "GB", "holland": "NL", "ivory coast": "CI",
    "korea": "KR", "macedonia": "MK", "northern ireland": "GB", "republic of korea": "KR",
    "russian federation": "RU", "scotland": "GB", "slovak republic": "SK", "south korea": "KR",
    "swaziland": "SZ", "turkey": "TR", "uk": "GB", "united states of america": "US", "usa": "US",
    "viet nam": "VN", "wales": "GB", "xkx": "XK",
}  # fmt: skip
_LANGUAGES: Final = (
    "en", "bg", "cs", "da", "de", "el", "es", "et", "fi", "fr", "ga", "hr",
    "hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv",
)  # fmt: skip


def code_of(name: str) -> str | None:
    """Return the code of a country by its name in a language of the Union, None if none has it.

    Codes in small letters and of three letters count too.

    Source:
        The names of countries of CLDR, by way of Babel.
    """
    upper = name.strip().upper()
    if canonical(upper) in CODES:
        return canonical(upper)
    return _names().get(_folded(name)) or _three_letters().get(upper)


@cache
def _names() -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415  # only where a code is wrong

    found = {
        _folded(name): code
        for language in reversed(_LANGUAGES)
        for code, name in Locale.parse(language).territories.items()
        if code in CODES
    }
    return found | _OTHER_NAMES


@cache
def _three_letters() -> dict[str, str]:
    from babel.core import get_global  # noqa: PLC0415  # only where a code is wrong

    aliases = get_global("territory_aliases")
    return {old: new[0] for old, new in aliases.items() if new and new[0] in CODES}


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return " ".join(
        "".join(
            one if one.isalnum() else " " for one in plain if not unicodedata.combining(one)
        ).split()
    )


def canonical(code: str) -> str:
    """Return the ISO code that `code` stands for; any other text comes back as it is."""
    return ALIASES.get(code, code)
