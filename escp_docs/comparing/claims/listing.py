"""Every figure, date, partner and target that texts name, with the facts that these agree with."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from escp_docs.comparing.claims.claim import Claim
from escp_docs.comparing.claims.claims import claims
from escp_docs.comparing.claims.dates import dates
from escp_docs.comparing.claims.derived import derived
from escp_docs.comparing.claims.mentions import Mention, Searched
from escp_docs.comparing.claims.numerals import numerals
from escp_docs.comparing.claims.passages import FreeText, free_texts
from escp_docs.comparing.claims.text_places import place_of
from escp_docs.finding import Place
from escp_docs.read.places import Places
from escp_docs.read.spec import Reading

_NAMES = ("consortium.", "target_countries")


class AgreeingFact(Struct, frozen=True):
    """A fact that words of a text agree with: its key, what it states, what it says."""

    key: str
    label: str
    shown: str


class FigureInProse(Struct, frozen=True):
    """A figure, a date or a name in a text.

    Attributes:
        place: The line on which it stands.
        path: The key of the text.
        label: What the text is.
        words: The words.
        facts: The facts that say the same; none if no fact does.
    """

    place: Place
    path: str
    label: str
    words: str
    facts: tuple[AgreeingFact, ...]


def figures_in_prose(reading: Reading) -> tuple[FigureInProse, ...]:
    """Return what texts of a spec name, in the order of the format."""
    searched = _searched(claims(reading.spec, reading.call), derived(reading.spec))
    return tuple(
        one for text in free_texts(reading.spec) for one in _of_text(text, searched, reading.places)
    )


def figures_of(
    text: FreeText, stated: Iterable[Claim], following: Iterable[Claim], places: Places
) -> tuple[FigureInProse, ...]:
    """Return what one text names.

    Args:
        text: The text.
        stated: The facts with which it may agree.
        following: What follows from them.
        places: Where the text stands.
    """
    return tuple(_of_text(text, _searched(stated, following), places))


def _searched(stated: Iterable[Claim], following: Iterable[Claim]) -> Searched:
    return Searched([*(one for one in stated if _is_told(one)), *following])


def _is_told(claim: Claim) -> bool:
    """Whether a claim is a figure or a date, or the name of a partner or a target."""
    return not isinstance(claim.value, str) or claim.about.startswith(_NAMES)


def _of_text(text: FreeText, searched: Searched, places: Places) -> Iterator[FigureInProse]:
    by_place: dict[int, list[Mention]] = {}
    for one in searched.mentions(text):
        by_place.setdefault(one.start, []).append(one)
    for start, words in sorted({**_unknown(text), **_named(by_place)}.items()):
        facts = {
            one.claim.about: AgreeingFact(one.claim.about, one.claim.label, one.claim.shown)
            for one in by_place.get(start, ())
        }
        end = max((one.end for one in by_place.get(start, ())), default=start + len(words))
        place = place_of(text.path, text.text, start, end, places)
        yield FigureInProse(place, text.key, text.label, words, tuple(facts.values()))


def _named(by_place: dict[int, list[Mention]]) -> dict[int, str]:
    """Return the words of mentions by where they begin, the longest of each place."""
    return {start: max((one.words for one in some), key=len) for start, some in by_place.items()}


def _unknown(text: FreeText) -> dict[int, str]:
    """Return the numbers and dates of a text by where they begin, with the words behind them."""
    found = {one.start: text.text[one.start : one.end] for one in dates(text.text)}
    masked = tuple((one.start, one.end) for one in dates(text.text))
    for one in numerals(text.text, masked):
        if not one.is_ordinal and not (one.value == 1 and not text.text[one.start].isdigit()):
            found[one.start] = " ".join(text.text[one.start : max(one.end, one.reach)].split())
    return found
