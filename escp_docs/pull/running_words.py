"""Words at the head and foot of pages that somebody changed, which no key states."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from escp_docs.language.languages import LANGUAGES, USUAL
from escp_docs.pattern import pattern
from escp_docs.produced.sent import Sent
from escp_docs.prose.words import same_words
from escp_docs.pull.changes import WordingChange
from escp_docs.pull.line_reading import hands_of
from escp_docs.pull.returned import NOBODY, Returned, ReturnedLine, hands_together

_HEAD: Final = "the head of the pages"
_FOOT: Final = "the foot of the pages"
# The same words sent on another day have the same id, and another date at the head and foot.
_DAY: Final = pattern(r"\b[0-9]{1,2}\s+[^\W\d_]+\s+[0-9]{4}\b")
# Some programs leave the numbers of a page where the fields were that show them.
_NUMBER: Final = " [0-9]* "
_PAGE: Final = pattern(
    "|".join(
        one.pages.page_of_pages.format(page=_NUMBER, pages=_NUMBER).strip().replace(" ", r"\s*")
        for one in LANGUAGES.values()
    )
)


def running_words(sent: Sent, returned: Returned) -> Iterator[WordingChange]:
    """Yield what stands otherwise at the head and foot of pages, once for all that say the same.

    An empty head beside one with words is none of ours: programs make such for first and even
    pages. The date and the numbers of pages count as unchanged.
    """
    if not sent.head:
        return
    known: set[tuple[str, str]] = set()
    for place, parts in ((_HEAD, returned.heads), (_FOOT, returned.feet)):
        texts = [_text(lines) for lines in parts]
        for lines, text in zip(parts, texts, strict=True):
            hand = hands_together(one for line in lines for one in hands_of(line))
            is_empty = not text and hand == NOBODY and any(texts)
            ours = list(_heads(sent, text) if place is _HEAD else _feet(sent, returned, text))
            if is_empty or (place, text) in known or _squeezed(text) in map(_squeezed, ours):
                continue
            known.add((place, text))
            yield WordingChange(_nearest(ours, text), text, hand, number=place)


def _text(lines: Sequence[ReturnedLine]) -> str:
    return "\n".join(filter(None, (line.text.strip() for line in lines)))


def _heads(sent: Sent, text: str) -> Iterator[str]:
    """Yield what may have been sent at the head of pages; which of it rests on the date."""
    acronym, *titles = sent.head
    day = _day(sent, text)
    title_and_date = USUAL.pages.title_and_date
    for draft, title in product((USUAL.pages.draft, ""), (*titles, "")):
        end = title_and_date.format(title=title, date=day) if title else day
        yield " ".join(filter(None, (acronym, draft, end)))


def _feet(sent: Sent, returned: Returned, text: str) -> Iterator[str]:
    """Yield what may have been sent at the foot of pages."""
    page = _PAGE.search(text)
    shown = page[0] if page else USUAL.pages.page_of_pages.format(page="", pages="")
    for name in dict.fromkeys((sent.id, *returned.sendings)):
        words = USUAL.pages.date_and_sending.format(date=_day(sent, text), sending=name)
        yield f"{words} {shown}"
    yield shown  # what is for everybody to see names no sending


def _day(sent: Sent, text: str) -> str:
    found = _DAY.search(text)
    return found[0] if found else USUAL.day(sent.printed) if sent.printed else ""


def _squeezed(text: str) -> str:
    return "".join(same_words(text).split())


def _nearest(ours: Sequence[str], text: str) -> str:
    """Return the one of several texts that has most words in common with another."""
    there = set(same_words(text).split())
    return max(ours, key=lambda one: len(there & set(one.split())) - len(set(one.split()) - there))
