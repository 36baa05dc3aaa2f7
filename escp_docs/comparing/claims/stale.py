"""What texts still say of a spec as it was before."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from escp_docs.comparing.claims.claim import Claim, ClaimKind
from escp_docs.comparing.claims.claims import claims
from escp_docs.comparing.claims.mentions import Searched
from escp_docs.comparing.claims.passages import FreeText, free_texts
from escp_docs.comparing.claims.text_places import place_of
from escp_docs.comparing.specs.naming import entry_kind
from escp_docs.comparing.specs.values import value_changes
from escp_docs.finding import StaleProse
from escp_docs.model.base import SpecModel
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import located, parse_key, value_at
from escp_docs.pattern import pattern
from escp_docs.read.places import Places
from escp_docs.read.spec import Reading

_POSITION: Final = pattern(r"\[\d+\]")
_BRACKET: Final = pattern(r"\[([^\]]*)\]$")
_NewNames = Mapping[str, Mapping[str, str]]
"""New ids by kinds of entries and old ids."""


def stale_prose(
    old: Reading, new: Reading, as_written: Callable[[str], str] = str
) -> tuple[StaleProse, ...]:
    """Return what texts of the new version still say of the old one, in the order of the format.

    Args:
        old: The old version.
        new: The new one, whose texts are read.
        as_written: Returns where a path of the new version stands in its places.
    """
    gone = tuple(_gone(old, new))
    if not gone:
        return ()
    facts = {claim.about: fact for claim, fact in gone}
    searched = Searched([claim for claim, _ in gone])
    found: dict[tuple[str, str, str], StaleProse] = {}
    for text in free_texts(new.spec):
        for one in _of_text(text, searched, facts, new.places, as_written(text.path)):
            found.setdefault((one.path, one.words.casefold(), one.fact), one)
    return tuple(found.values())


def _of_text(
    text: FreeText, searched: Searched, facts: Mapping[str, str], places: Places, path: str
) -> Iterator[StaleProse]:
    """Yield what one text still says, the longest name of those that stand at one place."""
    end = -1
    for one in searched.mentions(text):
        is_within = one.claim.kind is ClaimKind.NAME and one.start < end  # a longer name
        if is_within or one.claim.about == text.key:
            continue
        end = max(end, one.end)
        place = place_of(path, text.text, one.start, one.end, places)
        fact = facts[one.claim.about]
        label = f"{text.label}, column {one.head}," if one.head else text.label
        yield StaleProse(place, text.key, label, one.words, fact, one.claim.about)


# --- what is otherwise -----------------------------------------------------------------------


def _gone(old: Reading, new: Reading) -> Iterator[tuple[Claim, str]]:
    """Yield each claim of the old version that the new one does not make, and what is so now."""
    before, now_claims = claims(old.spec, old.call), claims(new.spec, new.call)
    if before == now_claims:
        return
    new_names = value_changes(old.spec, new.spec).new_names
    after: dict[str, list[Claim]] = {}
    for one in now_claims:
        after.setdefault(_POSITION.sub("[]", one.about), []).append(one)
    names = {one.value for one in now_claims if isinstance(one.value, str)}
    for one in before:
        about = _renamed(one.about, new_names)
        now = after.get(_POSITION.sub("[]", about), [])
        if isinstance(one.value, str):
            if one.value not in names:
                yield one, _now(one, now, old.spec, new.spec, about)
        elif now and all(other.value != one.value for other in now):
            yield one, _now(one, now, old.spec, new.spec, about)


def _renamed(about: str, new_names: _NewNames) -> str:
    """Return a key of the old version as the new one has it."""
    for names in new_names.values():
        for before, after in names.items():
            about = about.replace(f"[{before}]", f"[{after}]")
            if about.endswith(f".{before}"):
                about = about.removesuffix(before) + after
    return about


def _now(one: Claim, now: list[Claim], old: Spec, new: Spec, about: str) -> str:
    """Return in words what is so in the new version."""
    if len(now) == 1 and now[0].about == about:
        return f"{one.label} is now {now[0].shown}"
    entry = _entry(one.about)
    if entry and located(parse_key(_entry(about)), new) is None:
        found = value_at(old, located(parse_key(entry), old) or ())
        kind = entry_kind(found) if isinstance(found, SpecModel) else "entry"
        name = _BRACKET.search(entry)
        return f"{kind} {name[1] if name else ''} is gone"
    return f"{one.label} is not {one.shown} any more"


def _entry(about: str) -> str:
    """Return the key of the innermost entry that a key leads into; empty if there is none."""
    end = about.rfind("]")
    return about[: end + 1] if end >= 0 else ""
