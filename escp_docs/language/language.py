"""A language: all words that are printed or asked and stand in no template, and values in words."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal
from msgspec import Struct

from escp_docs.language.document_words import (
    CalendarWords,
    CaptionWords,
    ComplianceWords,
    EditionWords,
    HeadingWords,
    HintWords,
    MailWords,
    NegotiationWords,
    PageWords,
    QuestionWords,
    RedlineWords,
    SigningWords,
    Titles,
)
from escp_docs.language.figure_words import FigureWords
from escp_docs.language.keys.part_words import PartWords
from escp_docs.language.workbook_words import WorkbookWords


class ValueWords(Struct, frozen=True, kw_only=True):
    """How values are written.

    Attributes:
        country_names: Where official texts of the Union depart from the names of the locale data.
        choices: The words for choices whose key with spaces for underscores does not read well.
        codes: The code that the form of the call has for a choice.
        small: Numbers from zero on that are written in words.
        day, month, moment, euro, percent: Formats of dates, months, moments, amounts and shares.
    """

    country_names: Mapping[str, str]
    choices: Mapping[str, str]
    codes: Mapping[str, str]
    small: tuple[str, ...]
    day: str
    month: str
    moment: str
    euro: str
    percent: str
    last_of_list: str
    none: str
    yes: str
    no: str


class Language(Struct, frozen=True, kw_only=True, eq=False):
    """All words of a language.

    `tag` names it in documents (BCP 47), `locale` in the data of Babel.
    """

    tag: str
    locale: str
    values: ValueWords
    keys: PartWords
    titles: Titles
    captions: CaptionWords
    headings: HeadingWords
    pages: PageWords
    signing: SigningWords
    calendar: CalendarWords
    edition: EditionWords
    negotiation: NegotiationWords
    redlines: RedlineWords
    questions: QuestionWords
    hints: HintWords
    mails: MailWords
    compliance: ComplianceWords
    figures: FigureWords
    workbook: WorkbookWords

    def title(self, kind: str) -> str:
        """Return the title of the documents of a kind; the name of a kind that has none."""
        return str(self.titles.get(kind, kind))

    def country(self, code: str) -> str:
        """Return the name of a country in official texts of the Union."""
        found = self.values.country_names.get(code)
        return found or str(_locale(self.locale).territories.get(code, code))

    def language(self, code: str) -> str:
        """Return the name of a language by its ISO 639-1 code, or the code itself."""
        return str(_locale(self.locale).languages.get(code.lower(), code))

    def day(self, value: date) -> str:
        """Return a date as "20 November 2020"; of a moment the hour and offset too."""
        words = format_date(value, self.values.day, locale=_locale(self.locale))
        if not isinstance(value, datetime):
            return str(words)
        offset = value.strftime("%z")
        return self.values.moment.format(
            day=words, time=f"{value:%H:%M}", offset=f"{offset[:3]}:{offset[3:5]}"
        )

    def month(self, value: date) -> str:
        """Return the month of a date as "November 2020"."""
        return str(format_date(value, self.values.month, locale=_locale(self.locale)))

    def number(self, value: Decimal | int) -> str:
        """Return a number with thousands set apart and no needless zeros: 4,200.5."""
        return str(format_decimal(value, format="#,##0.######", locale=_locale(self.locale)))

    def amount(self, value: Decimal) -> str:
        """Return an amount with two decimals: 4,200.50."""
        return str(format_decimal(value, format="#,##0.00", locale=_locale(self.locale)))

    def euro(self, value: Decimal) -> str:
        """Return an amount with its currency: EUR 4,200.50, or EUR 4,200 if it has no cents."""
        is_whole = value == value.to_integral_value()
        return self.values.euro.format(
            amount=self.number(value) if is_whole else self.amount(value)
        )

    def percent(self, value: Fraction | Decimal, decimals: int = 1) -> str:
        """Return a share as a percentage, at most `decimals` decimals: 12.5 %."""
        share = Fraction(value) * 100
        exact = Decimal(share.numerator) / Decimal(share.denominator)
        shown = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
        return self.values.percent.format(number=self.number(shown))

    def months(self, value: Decimal | int) -> str:
        """Return person-months with a decimal at least, for columns: 3.0, 9.5."""
        return str(format_decimal(value, format="#,##0.0#####", locale=_locale(self.locale)))

    def tenths(self, value: Fraction) -> str:
        """Return a share as a percentage of one decimal, for columns of them: 17.0 %."""
        exact = value * 100
        shown = Decimal(exact.numerator) / Decimal(exact.denominator)
        number = format_decimal(
            shown.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP),
            format="#,##0.0",
            locale=_locale(self.locale),
        )
        return self.values.percent.format(number=number)

    def share(self, value: Fraction) -> str:
        """Return a share as a percentage if that is exact, else as a fraction: 90 %, 2/3."""
        if (value * 10000).denominator == 1:
            return self.percent(value, 2)
        return f"{value.numerator}/{value.denominator}"

    def flag(self, *, value: bool) -> str:
        """Return yes or no."""
        return self.values.yes if value else self.values.no

    def choice(self, option: str) -> str:
        """Return the words for an allowed value of a choice."""
        return self.values.choices.get(option, option.replace("_", " "))

    def code(self, option: str) -> str:
        """Return the code that the form of the call has for a choice, else its words."""
        return self.values.codes.get(option, self.choice(option))

    def small(self, value: int) -> str:
        """Return a number in words if it is small, else in figures."""
        return (
            self.values.small[value] if 0 <= value < len(self.values.small) else self.number(value)
        )

    def listed(self, items: Sequence[str], last: str = "") -> str:
        """Return words as a list: "A, B and C"; "none" if there are none."""
        if not items:
            return self.values.none
        head, tail = items[:-1], items[-1]
        return f"{', '.join(head)} {last or self.values.last_of_list} {tail}" if head else tail


@cache
def _locale(name: str) -> Locale:
    return Locale.parse(name)
