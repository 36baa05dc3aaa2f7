"""The kinds of single values that a spec holds, each read from its text as written.

The reader hands every scalar on as text, so quoting never matters; the type that a key wants
decides what the text means (YAML 1.2 core schema). A text that does not fit raises with the fact
and the cure, and the JSON Schema of each kind accepts what an editor sees in the file.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Final

from msgspec import Struct
from typing_extensions import TypeAliasType

from escp_docs.model import country, date_forms, number_forms
from escp_docs.model.folding import unaccented
from escp_docs.model.reading import InJson, Reads, RefusedValueError
from escp_docs.pattern import pattern

LARGEST: Final = Decimal(10) ** 12  # a bound that keeps arithmetic exact; no budget comes near it


MONTH: Final = "a project month"


class ScalarKind(Struct, frozen=True):
    """What a scalar holds: text, prose, flag, month, count, number, euro, share, date, ..."""

    name: str


class Declares(Struct, frozen=True):
    """The value is the id of an entry that others may name: a partner, a work package, ..."""

    what: str


class Refers:
    """The value names an entry declared elsewhere in the spec as one of these."""

    def __init__(self, *what: str) -> None:
        self.what = what


class Personal:
    """The value says something of a person: who they are, how to reach them, what they did."""


class MayBeNone:
    """The text `none` says that there is none, and that is an answer."""


def refusal(fact: str, fix: str) -> RefusedValueError:
    """Return the error of a value: what it is not, and how to write it."""
    return RefusedValueError(fact, fix)


def _written(value: object, wanted: str) -> str:
    if isinstance(value, str):
        return value.strip()
    shape = "a mapping" if isinstance(value, dict) else "a list"
    quotes = "; words with a colon and a blank stand in quotes" if shape == "a mapping" else ""
    raise refusal(f"is {shape}, not {wanted}", f"write {wanted} after the colon{quotes}")


_INTEGER: Final = pattern(r"[-+]?[0-9]{1,15}|0o[0-7]{1,15}|0x[0-9a-fA-F]{1,12}")
PLAIN_NUMBER: Final = pattern(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,2})?")
_DATE: Final = pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT: Final = pattern(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2})?([Zz]|[-+][0-9]{2}:[0-9]{2})"
)
LONGEST_ID: Final = 30  # characters
_ID: Final = pattern(rf"[A-Za-z][A-Za-z0-9._-]{{0,{LONGEST_ID - 1}}}")


def _integer(wanted: str, least: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        text = _written(value, wanted)
        fix = f"write {wanted}, a whole number from {least}"
        if not _INTEGER.fullmatch(text):
            if wanted == MONTH:
                fix += "; month 1 is the first month of the action"
            raise refusal(f"is {text!r}, not {wanted}", fix)
        number = int(text, 0) if text[:2] in ("0o", "0x") else int(text)
        if number < least:
            raise refusal(f"is {number}; {wanted} is at least {least}", fix)
        return number

    return read


def _decimals(text: str) -> str:
    return "" if "e" in text.casefold() else text.partition(".")[2]


def _decimal(wanted: str, places: int, fix: str) -> Callable[[object], Decimal]:
    def read(value: object) -> Decimal:
        if isinstance(value, Decimal):
            return value
        text = _written(value, wanted)
        if not PLAIN_NUMBER.fullmatch(text):
            raise refusal(f"is {text!r}, not {wanted}", fix)
        number = Decimal(text)
        if number < 0 or number > LARGEST:
            raise refusal(f"is {text}; {wanted} lies between 0 and {LARGEST:,}", fix)
        readings = number_forms.reads_two_ways(text, places)
        if readings:
            raise refusal(
                f"is {text}, which can be read two ways", f"write {', or '.join(readings)}"
            )
        if number != round(number, places) or len(_decimals(text)) > places:
            raise refusal(f"is {text}; {wanted} has at most {places} decimals", fix)
        return number

    return read


def _share(value: object) -> Fraction:
    if isinstance(value, Fraction):
        return value
    text = _written(value, "a share")
    fix = "write a share from 0 to 1, as in 0.9, or a fraction, as in 2/3"
    meant = number_forms.share(text)
    fix = f"write {meant}: {fix.removeprefix('write ')}" if meant else fix
    over, slash, under = text.partition("/")
    if (
        slash
        and re.fullmatch(r"[0-9]{1,9}", over.strip())
        and re.fullmatch(r"0*[1-9][0-9]{0,8}", under.strip())
    ):
        share = Fraction(int(over), int(under))
    elif not slash and PLAIN_NUMBER.fullmatch(text):
        share = Fraction(Decimal(text))
    else:
        raise refusal(f"is {text!r}, not a share", fix)
    if not 0 <= share <= 1:
        raise refusal(f"is {text}; a share lies between 0 and 1", fix)
    return share


# What people write for it, in the languages of the Union.
_YES: Final = pattern(
    "yes|y|ja|oui|si|sí|sì|sim|da|tak|ano|áno|igen|kyllä|jah|jā|taip|ναι|on"
    "|wahr|vrai|vero|verdadero|verdadeiro|waar|prawda|[✓✔☑✅]"
)
_NO: Final = pattern(
    "no|n|nein|non|não|nu|nie|ne|nem|ei|nē|nej|nee|όχι|off|falsch|faux|falso|onwaar|fałsz|[✗✘☒❌]"
)


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = _written(value, "true or false")
    if text in ("true", "True", "TRUE"):
        return True
    if text in ("false", "False", "FALSE"):
        return False
    word = text.casefold()
    meant = "true" if _YES.fullmatch(word) else "false" if _NO.fullmatch(word) else ""
    raise refusal(f"is {text!r}, neither true nor false", f"write {meant or 'true or false'}")


def read_day(value: object) -> date:
    """Return the date that `value` writes as year-month-day, or raise the error of a value."""
    if isinstance(value, date):
        return value
    text = _written(value, "a date")
    if _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise refusal(
                f"is {text!r}, a day that does not exist", "write a day of the calendar"
            ) from None
    plain = date_forms.with_full_year(number_forms.in_plain_digits(text))
    found = date_forms.days(plain) or dict.fromkeys(day for day, _ in date_forms.moments(plain))
    meant = ", or ".join(map(str, found))
    fix = f"write {meant}" if found else "write year-month-day, as in 2021-09-01"
    raise refusal(f"is {text!r}, not a date", _of_a_spreadsheet(text) or _of_a_month(plain) or fix)


def _of_a_month(text: str) -> str | None:
    """Return which days begin with the month that a text is; None if it is none of a year."""
    year, month = date_forms.calendar_month(text) or (None, 0)
    is_day = date_forms.days(text) or date_forms.moments(text)
    if year is None or is_day:
        return None
    return f"write the day, too, as in {year:04}-{month:02}-01"


def _of_a_spreadsheet(text: str) -> str | None:
    """Return which day a number is in a spreadsheet; None if it is none that a spec may mean."""
    day = date_forms.stored_by_spreadsheets(text)
    if day is None:
        return None
    return (
        f"write {day} if {date_forms.in_words(day)} is meant, "
        f"which a spreadsheet stores as {text.strip()}"
    )


def _day_or_moment(value: object) -> date | datetime:
    if isinstance(value, date):
        return value
    text = _written(value, "a date")
    if not _MOMENT.fullmatch(text):
        if _DATE.fullmatch(text):
            return read_day(text)
        plain = date_forms.with_full_year(number_forms.in_plain_digits(text))
        found = [
            f"write {day}, or {day}T{hour}{date_forms.offset_in_brussels(day)} with the "
            "offset, here that of Brussels"
            for day, hour in date_forms.moments(plain)
        ]
        raise refusal(
            f"is {text!r}, neither a date nor a date with time and offset",
            "; or ".join(found)
            or _of_a_spreadsheet(text)
            or _of_a_month(plain)
            or "write year-month-day, as in 2020-11-30, or with a time and its offset, "
            "as in 2020-11-30T12:00+01:00",
        )
    try:
        return datetime.fromisoformat(text.upper())
    except ValueError:
        raise refusal(
            f"is {text!r}, a time that does not exist",
            "write hours up to 23 and minutes up to 59, as in 2020-11-30T12:00+01:00",
        ) from None


def _country(value: object) -> str:
    text = _written(value, "a country")
    code = country.canonical(text)
    if code not in country.CODES:
        raise _no_country(text)
    return code


def _no_country(text: str) -> RefusedValueError:
    """Return the error on a text that is no code, with the country that is meant, if one is."""
    near = country.code_of(text)
    if near:
        return refusal(f"is {text!r}, no ISO 3166-1 code; did you mean {near}?", f"write {near}")
    from escp_docs.model.near_country import meant, near_codes  # noqa: PLC0415  # for slips alone

    codes = near_codes(text)
    hint = f"; did you mean {meant(codes)}?" if codes else ""
    fix = f"write {codes[0]}" if len(codes) == 1 else "write the code of two capital letters"
    return refusal(f"is {text!r}, no ISO 3166-1 code{hint}", fix if codes else f"{fix}, as in PT")


def _prose(value: object) -> str:
    return _written(value, "text")


def _text(value: object) -> str:
    text = _written(value, "text")
    # What Word or Unicode take for the end of a line is one in a text that is no prose, too.
    return text if text.isprintable() else _LINE_ENDS.sub("\n", text)


def is_id(text: str) -> bool:
    """Whether a text has the form of an id."""
    return bool(_ID.fullmatch(text))


_NOT_OF_IDS: Final = pattern(r"[^A-Za-z0-9._-]+")


def _identifier(value: object) -> str:
    text = _written(value, "an id")
    if not _ID.fullmatch(text):
        near = id_meant(text)
        form = "begin with a letter; then letters, digits, dot, underscore and hyphen; 30 at most"
        raise refusal(f"is {text!r}, not an id", f"write {near}; {form}" if near else form)
    return text


def id_meant(text: str) -> str | None:
    """Return the id that a text is without its accents and other signs; None if that is none."""
    near = _NOT_OF_IDS.sub("", unaccented(text))
    return near if _ID.fullmatch(near) else None


# A call is named by its programme, its year and its action; entries of a spec have short names.
_CALL_ID: Final = pattern(r"[A-Za-z][A-Za-z0-9._-]{0,79}")


def call_id(value: object) -> str:
    """Return the id of a call that `value` writes, or raise the error of a value."""
    text = _written(value, "an id")
    return text if _CALL_ID.fullmatch(text) else _identifier(value)


_LINE_ENDS: Final = pattern("[\v\f\x85\u2028\u2029]")
_NUMBER_AS_TEXT: Final = {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)?$"}


def _schema(*kinds: dict[str, Any], **more: object) -> InJson:
    return InJson({"anyOf": list(kinds), **more})


Text = TypeAliasType(
    "Text",
    Annotated[
        str,
        Reads(_text),
        ScalarKind("text"),
        InJson({"type": ["string", "number", "boolean"]}),
    ],
)
Prose = TypeAliasType(
    "Prose",
    Annotated[
        str,
        Reads(_prose),
        ScalarKind("prose"),
        InJson(
            {
                "anyOf": [
                    {"type": ["string", "number"], "description": "Markdown"},
                    {
                        "type": "object",
                        "properties": {"file": {"type": "string"}},
                        "required": ["file"],
                        "additionalProperties": False,
                        "description": "a file that holds the text, below the spec's folder",
                    },
                ]
            }
        ),
    ],
)
Flag = TypeAliasType(
    "Flag",
    Annotated[
        bool,
        Reads(_flag),
        ScalarKind("flag"),
        InJson({"enum": [True, False, "true", "false"]}),
    ],
)
Month = TypeAliasType(
    "Month",
    Annotated[
        int,
        Reads(_integer(MONTH, 1)),
        ScalarKind("month"),
        _schema({"type": "integer", "minimum": 1}, {"type": "string", "pattern": "^[1-9][0-9]*$"}),
    ],
)
Count = TypeAliasType(
    "Count",
    Annotated[
        int,
        Reads(_integer("a number", 0)),
        ScalarKind("count"),
        _schema({"type": "integer", "minimum": 0}, {"type": "string", "pattern": "^[0-9]+$"}),
    ],
)
Quantity = TypeAliasType(
    "Quantity",
    Annotated[
        Decimal,
        Reads(_decimal("a number", 6, "write a number, as in 12 or 3.5")),
        ScalarKind("number"),
        _schema({"type": "number", "minimum": 0}, _NUMBER_AS_TEXT),
    ],
)
Euro = TypeAliasType(
    "Euro",
    Annotated[
        Decimal,
        Reads(_decimal("an amount in euro", 2, "write euro and cents, as in 4200.50")),
        ScalarKind("euro"),
        _schema({"type": "number", "minimum": 0}, _NUMBER_AS_TEXT),
    ],
)
Share = TypeAliasType(
    "Share",
    Annotated[
        Fraction,
        Reads(_share),
        ScalarKind("share"),
        _schema(
            {"type": "number", "minimum": 0, "maximum": 1},
            {"type": "string", "pattern": r"^([0-9]+/[0-9]+|[01]?(\.[0-9]+)?)$"},
        ),
    ],
)
Day = TypeAliasType(
    "Day",
    Annotated[
        date,
        Reads(read_day),
        ScalarKind("date"),
        InJson({"type": "string", "format": "date"}),
    ],
)
DayOrMoment = TypeAliasType(
    "DayOrMoment",
    Annotated[
        date | datetime,
        Reads(_day_or_moment),
        ScalarKind("date"),
        InJson({"type": "string", "description": "date, or date with time and offset"}),
    ],
)
Country = TypeAliasType(
    "Country",
    Annotated[
        str,
        Reads(_country),
        ScalarKind("country"),
        InJson(
            {"enum": sorted(country.CODES | country.ALIASES.keys()), "description": "ISO 3166-1"}
        ),
    ],
)

CallId = TypeAliasType(
    "CallId",
    Annotated[
        str,
        Reads(call_id),
        ScalarKind("id"),
        InJson({"type": "string", "pattern": f"^{_CALL_ID.pattern}$"}),
    ],
)
Identifier = TypeAliasType(
    "Identifier",
    Annotated[
        str,
        Reads(_identifier),
        ScalarKind("id"),
        InJson({"type": "string", "pattern": f"^{_ID.pattern}$"}),
    ],
)

TextOrNone = Annotated[Text, MayBeNone()]
ProseOrNone = Annotated[Prose, MayBeNone()]

PersonalText = Annotated[Text, Personal()]

PartnerRef = Annotated[Text, Refers("partner")]
MemberRef = Annotated[Text, Refers("partner", "associated")]
WorkPackageRef = Annotated[Text, Refers("work package")]
IndicatorRef = Annotated[Text, Refers("indicator")]
TargetRef = Annotated[Text, Refers("target")]
