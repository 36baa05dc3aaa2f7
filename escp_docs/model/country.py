"""Countries by their ISO 3166-1 alpha-2 code."""

import pickle
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pkgutil import get_data
from typing import Final

from escp_docs.model.folding import words_of

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
    "england": "GB", "french republic": "FR", "fyrom": "MK", "great britain": "GB", "hellas": "GR",
    "hellenic republic": "GR", "holland": "NL", "italian republic": "IT", "ivory coast": "CI",
    "korea": "KR", "macedonia": "MK", "northern ireland": "GB", "portuguese republic": "PT",
    "republic of korea": "KR", "russian federation": "RU", "scotland": "GB",
    "slovak republic": "SK", "south korea": "KR", "swaziland": "SZ", "turkey": "TR", "uk": "GB",
    "united states of america": "US", "usa": "US",
    "viet nam": "VN", "wales": "GB", "xkx": "XK",
}  # fmt: skip
LANGUAGES: Final = (  # those of the Union, English first
    "en", "bg", "cs", "da", "de", "el", "es", "et", "fi", "fr", "ga", "hr",
    "hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv",
)  # fmt: skip

# What stands before a name: articles, and the form of a state ("Kingdom of Spain").
_ARTICLE: Final = re.compile(
    r"(?:the|la|les?|l|el|los|las|il|lo|i|gli|die|der|das|de|het|o|a|os|as|η|το|ο|οι|τα) (?=\S)"
)
_FORM: Final = re.compile(
    r"(?:the )?(?:[a-z]+ )?(?:republic|kingdom|state|principality|grand duchy|duchy|federation) of "
    r"(?:the )?(?=\S)"
)
_SEVERAL: Final = frozenset({"china", "congo", "korea"})  # the form of the state tells them apart
_PARTS: Final = re.compile(r"\s*[(),;/]\s*|\s+[-–—]\s+")  # of "Portugal (PT)"

# Source: the codes of CLDR for the regions in which Member States lie.
_REGIONS: Final = frozenset({"EU", "EZ", "150", "151", "154", "155", "039", "145"})

# Letters one by one, and a number, belong to the word before them: "U. S. A.", "EU-27".
_PARTED: Final = re.compile(r"(?<=\b\w) (?=\w\b)|(?<=[^\W\d]) (?=\d+$)")

# Words that make a region of a name, as in "the Mediterranean region" or "Nordic countries".
_OF_REGIONS: Final = frozenset(
    {"the", "region", "regions", "country", "countries", "area", "states", "zone", "basin"}
)


def code_of(name: str) -> str | None:
    """Return the code of a country by its name in a language of the Union, None if none has it.

    Codes in small letters and of three letters count too; so do names with an article, with the
    form of the state, or beside a code.

    Source:
        The names of countries of CLDR, by way of Babel.
    """
    found = _by_code(name) or _by_name(name)
    if found:
        return found
    parts = [one for one in _PARTS.split(name) if one and words_of(one) != "the"]
    codes = {_by_code(one) for one in parts} - {None}
    names = {_by_name(one) for one in parts if not _by_code(one)}
    if len(codes) == 1 and names <= {None, *codes}:
        return codes.pop()
    return names.pop() if len(names) == 1 and not codes else None


def _by_name(name: str) -> str | None:
    folded = words_of(name)
    state = _FORM.sub("", folded)
    for one in (folded, _ARTICLE.sub("", folded), state if state not in _SEVERAL else ""):
        found = _usual_names().get(one)
        if found in CODES:
            return found
    return None


@cache
def place_of(name: str) -> str:
    """Return what tells a region from others: a code if one is known in any language, else a name.

    The code is that of a country, if the region is named like one; or of a region in which Member
    States lie. The name is folded and without words such as "region".

    Source:
        The names of countries and regions of CLDR, by way of Babel.
    """
    folded = words_of(name)
    if folded == "america":  # a continent, where it is said to be a region
        return folded
    short = " ".join(word for word in folded.split() if word not in _OF_REGIONS) or folded
    short = _PARTED.sub("", short)
    if short.upper() in _REGIONS:
        return short.upper()
    state = _FORM.sub("", short)
    before = words_of(name.partition("(")[0])  # as in "Türkiye (Turkey)"
    names = (folded, short, state if state not in _SEVERAL else "", before)
    return _by_code(short) or next(_named(*names), short)


def _named(*names: str) -> Iterator[str]:
    """Yield the codes that names have; the other languages are read only if the usual fail."""
    for table in (_usual_names, _names_elsewhere):
        for name in names:
            if name in table():
                yield table()[name]


def _by_code(name: str) -> str | None:
    upper = canonical(name.strip().upper())
    return upper if upper in CODES else _three_letters().get(upper)


@cache
def _usual_names() -> dict[str, str]:
    return _of_languages(LANGUAGES) | _OTHER_NAMES


@cache
def _names_elsewhere() -> dict[str, str]:
    from babel.localedata import locale_identifiers  # noqa: PLC0415  # only for unusual names

    return _of_languages(sorted(locale_identifiers()))


def _of_languages(languages: Iterable[str]) -> dict[str, str]:
    """Return codes by the folded names of some languages; the first that has a name says whose."""
    found: dict[str, str] = {}
    for language in languages:
        for code, name in _territories(language).items():
            if code in CODES or code in _REGIONS:
                found.setdefault(words_of(name), code)
    return found


def _territories(language: str) -> dict[str, str]:
    """Return the names of territories by their code, from the data that Babel brings along.

    Babel keeps every language that it has loaded, in all its parts: together 130 MB.
    """
    stored = get_data("babel", f"locale-data/{language}.dat") or b""
    names: dict[str, str] = pickle.loads(stored).get("territories", {})  # noqa: S301  # Babel's own
    return names


@cache
def _three_letters() -> dict[str, str]:
    from babel.core import get_global  # noqa: PLC0415  # only where a code is wrong

    aliases = get_global("territory_aliases")
    return {old: new[0] for old, new in aliases.items() if new and new[0] in CODES}


def canonical(code: str) -> str:
    """Return the ISO code that `code` stands for; any other text comes back as it is."""
    return ALIASES.get(code, code)
