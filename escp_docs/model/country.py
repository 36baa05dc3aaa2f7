"""Countries by their ISO 3166-1 alpha-2 code."""

from collections.abc import Iterator
from functools import cache
from pkgutil import get_data
from typing import Final

from escp_docs.model.folding import words_of
from escp_docs.pattern import pattern

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
_LONGEST_CODE: Final = 3  # letters, or digits, of a code of any list

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
_ARTICLE: Final = pattern(
    r"(?:the|la|les?|l|el|los|las|il|lo|i|gli|die|der|das|de|het|o|a|os|as|η|το|ο|οι|τα) (?=\S)"
)
_FORM: Final = pattern(
    r"(?:the )?(?:[a-z]+ )?(?:republic|kingdom|state|principality|grand duchy|duchy|federation) of "
    r"(?:the )?(?=\S)"
)
_SEVERAL: Final = frozenset({"china", "congo", "korea"})  # the form of the state tells them apart
_PARTS: Final = pattern(r"\s*[(),;/]\s*|\s+[-–—]\s+")  # of "Portugal (PT)"

# Source: the codes of CLDR for the regions in which Member States lie.
REGIONS: Final = frozenset({"EU", "EZ", "150", "151", "154", "155", "039", "145"})

# Letters one by one, and a number, belong to the word before them: "U. S. A.", "EU-27".
_PARTED: Final = pattern(r"(?<=\b\w) (?=\w\b)|(?<=[^\W\d]) (?=\d+$)")

# Words that make a region of a name, as in "the Mediterranean region" or "Nordic countries"; more,
# which a region may have, and a country too.
_SAYS_REGION: Final = frozenset({"region", "regions", "countries", "area", "zone", "basin"})
_OF_REGIONS: Final = _SAYS_REGION | {"the", "country", "states"}


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
    some = parts(name)
    codes = {_by_code(one) for one in some} - {None}
    names = {_by_name(one) for one in some if not _by_code(one)}
    if len(codes) == 1 and names <= {None, *codes}:
        return codes.pop()
    return names.pop() if len(names) == 1 and not codes else None


def _by_name(name: str) -> str | None:
    for one in spellings(name):
        found = _usual_code(one)
        if found in CODES:
            return found
    return None


def parts(name: str) -> list[str]:
    """Return the parts of a name with a remark, as of "Portugal (PT)"."""
    return [one for one in _PARTS.split(name) if one and words_of(one) != "the"]


def spellings(name: str) -> tuple[str, ...]:
    """Return a name folded: as it stands, without an article, without the form of the state."""
    folded = words_of(name)
    state = _FORM.sub("", folded)
    return folded, _ARTICLE.sub("", folded), state if state not in _SEVERAL else ""


def usual_names() -> dict[str, str]:
    """Return the folded names of places in the languages of the Union, each with its code."""
    usual, _, regions = _tables()
    lines = (one.partition("\t") for one in f"{usual}{regions}".split("\n") if one)
    return {name: code for name, _, code in lines} | _OTHER_NAMES


def says_region(name: str) -> bool:
    """Whether a name says of itself that it is one of a region, as "the Gulf region" does."""
    return not _SAYS_REGION.isdisjoint(words_of(name).split())


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
    if short.upper() in REGIONS:
        return short.upper()
    state = _FORM.sub("", short)
    before = words_of(name.partition("(")[0])  # as in "Türkiye (Turkey)"
    names = (folded, short, state if state not in _SEVERAL else "", before)
    return _by_code(short) or next(_named(*names), short)


def _named(*names: str) -> Iterator[str]:
    """Yield the codes that names have, those of the usual languages before those of others."""
    for code_of_name in (_usual_code, lambda one: _code_in(_tables()[1], one)):
        yield from filter(None, map(code_of_name, names))


def _by_code(name: str) -> str | None:
    upper = canonical(name.strip().upper())
    if upper in CODES or len(upper) > _LONGEST_CODE:
        return upper if upper in CODES else None
    return _three_letters().get(upper)


@cache
def _tables() -> tuple[str, str, str]:
    """Return the names of places in the languages of the Union, in others, and those of regions.

    Each has a line for each name. The regions, in the languages of the Union, are those of the
    world in which no Member State lies.
    """
    stored = get_data(__name__, "place_names.txt")
    assert stored is not None
    usual, elsewhere, regions = stored.decode().split("\n\n")
    return f"\n{usual}\n", f"\n{elsewhere}\n", f"\n{regions}"


def _usual_code(name: str) -> str | None:
    """Return the code of a folded name as people write it in the languages of the Union."""
    return _OTHER_NAMES.get(name) or _code_in(_tables()[0], name)


def _code_in(table: str, name: str) -> str | None:
    # To look through the text takes a hundredth of what it takes to make a dictionary of it.
    start = table.find(f"\n{name}\t")
    return table[start + len(name) + 2 :].partition("\n")[0] if start >= 0 else None


@cache
def _three_letters() -> dict[str, str]:
    from babel.core import get_global  # noqa: PLC0415  # only where a code is wrong

    aliases = get_global("territory_aliases")
    return {old: new[0] for old, new in aliases.items() if new and new[0] in CODES}


def canonical(code: str) -> str:
    """Return the ISO code that `code` stands for; any other text comes back as it is."""
    return ALIASES.get(code, code)
