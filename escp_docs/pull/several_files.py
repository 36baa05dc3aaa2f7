"""What several files say of the same: once what they say alike, as a conflict what they do not."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from escp_docs.errors import ArgumentError
from escp_docs.model.anchors import Anchors
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import value_at
from escp_docs.pull.proposals import Proposal, ProposalState, What
from escp_docs.pull.prose_merging import merged

_WHOLE: Final = frozenset({What.VALUE, What.ANSWER})
_LONGEST: Final = 60  # letters of a value of which a conflict tells


def together(
    found: Sequence[Proposal], spec: Spec, why_not: Callable[[Proposal], str]
) -> Iterator[Proposal]:
    """Yield proposals of several files: once what two say alike, as a conflict what they do not.

    Args:
        found: What they propose.
        spec: The spec as it is.
        why_not: Why one of them cannot be taken; empty if it can be.
    """
    by_key: dict[tuple[str, str], list[Proposal]] = {}
    for one in found:
        by_key.setdefault(place_of(one), []).append(one)
    around = _around(found)
    for several in by_key.values():
        apart = [
            one
            for position, one in enumerate(several)
            if not any(_alike(one, before) for before in several[:position])
        ]
        files = {one.file for one in apart}
        if len(apart) > 1 and len(files) > 1 and not _can_both(apart, spec):
            yield from _conflicts(apart, apart, why_not)
            continue
        for one in apart:
            others = around.get(id(one))
            yield from _conflicts([one], [one, *others], why_not) if others else (one,)


def _around(found: Sequence[Proposal]) -> dict[int, list[Proposal]]:
    """Return for whole lists what other files change in them, and for those changes the lists."""
    whole: dict[str, list[Proposal]] = {}
    for one in found:
        if isinstance(one.value, list) and one.what in _WHOLE:
            whole.setdefault(one.key, []).append(one)
    result: dict[int, list[Proposal]] = {}
    for part in found if whole else ():
        ends = [at for at, letter in enumerate(part.key) if letter == "["]
        for key in (part.key, *(part.key[:at] for at in ends)):
            for one in whole.get(key, ()):
                if _is_around(one, part):
                    result.setdefault(id(one), []).append(part)
                    result.setdefault(id(part), []).append(one)
    return result


def _is_around(whole: Proposal, part: Proposal) -> bool:
    """Whether one file states a list as a whole of which another one changes entries."""
    is_list = isinstance(whole.value, list) and whole.what in _WHOLE
    if not is_list or whole.file == part.file:
        return False
    is_new = part.what is What.ENTRY_ADDED and part.key == whole.key
    return is_new or part.key.startswith(f"{whole.key}[")


def _conflicts(
    some: Sequence[Proposal], apart: Sequence[Proposal], why_not: Callable[[Proposal], str]
) -> Iterator[Proposal]:
    """Yield proposals of which one is taken, with all that is said; none that cannot be written."""
    refused = {id(one): why_not(one) for one in apart}
    said = "; ".join(
        f'{one.file} says "{_short(one.theirs)}"'
        f"{f', which cannot be taken: {why}' if (why := refused[id(one)]) else ''}"
        for one in apart
    )
    offered = tuple(dict.fromkeys(one.file for one in apart if not refused[id(one)]))
    for one in some:
        rivals = tuple(dict.fromkeys(other.file for other in apart if other.file != one.file))
        if why := refused[id(one)]:
            yield replace(one, standing=ProposalState.UNCLEAR, why=why, rivals=rivals)
        else:
            conflict = ProposalState.CONFLICT
            yield replace(one, standing=conflict, why=said, rivals=rivals, offered=offered)


def rivals_of(chosen: Sequence[Proposal], every: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Return what other files say of the same: to take one is to leave these."""
    return tuple(
        one
        for one in every
        if one not in chosen
        and any(
            one.file in other.rivals
            and (
                place_of(one) == place_of(other) or _is_around(one, other) or _is_around(other, one)
            )
            for other in chosen
        )
    )


def refuse_both(key: str, some: Sequence[Proposal]) -> None:
    """Refuse to take two for one.

    Raises:
        ArgumentError: two files say different things of a key; the message says how to take one.
    """
    able = [one for one in some if one.can_be_taken]
    for one in able:
        for other in able:
            is_one = place_of(one) == place_of(other) or _is_around(one, other)
            if one.file == other.file or not is_one or _alike(one, other):
                continue
            if one.prose is not None and one.standing is not ProposalState.CONFLICT:
                continue
            fact = f"{one.file} and {other.file} say different things of {key}"
            ways = " or ".join(f"{one.key}={Path(each.file).name}" for each in (one, other))
            raise ArgumentError(f"{fact}; accept {ways}", "key")


def place_of(one: Proposal) -> tuple[str, str]:
    """Return what one proposal alone can be taken for; a list has room for many entries."""
    if one.what is What.ENTRY_ADDED:
        return one.key, repr(one.value or one.theirs)
    if one.what in {What.CONFIRMATION, What.WORDING}:
        return one.key, one.theirs
    return one.key, ""


def _alike(one: Proposal, other: Proposal) -> bool:
    """Whether two proposals for one place say the same, in whatever words they tell of it."""
    is_added = one.what is other.what is What.ENTRY_ADDED
    if is_added and (one.value is not None or other.value is not None):
        return one.value == other.value
    unclear = ProposalState.UNCLEAR  # what cannot be read may be something else in each place
    is_sure = one.standing is not unclear or other.standing is not unclear
    return one.theirs == other.theirs and (is_sure or one.base == other.base)


def _can_both(several: Sequence[Proposal], spec: Spec) -> bool:
    """Whether changes to one prose by several files touch different words of it."""
    if any(one.prose is None or one.standing is ProposalState.CONFLICT for one in several):
        return False
    path = Anchors(spec).path(several[0].anchor)
    text = None if path is None else value_at(spec, path)
    for one in several:
        found = merged(one.prose, text) if one.prose and isinstance(text, str) else None
        if found is None or found.text is None:
            return False
        text = found.text
    return True


def _short(text: str) -> str:
    flat = " / ".join(filter(None, map(str.strip, text.split("\n"))))
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 3]}..."
