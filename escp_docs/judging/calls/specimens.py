"""Examples that meet a condition of a call, and that fail it, made by the program."""

from collections.abc import Iterator
from itertools import islice, product
from typing import Final

from msgspec import Struct

from escp_docs.judging.calls.made_up import consortium, in_words, sort_of, stranger
from escp_docs.judging.calls.made_up_content import with_plan, with_topics
from escp_docs.model.action import Action
from escp_docs.model.call import Call
from escp_docs.model.call.conditions import Condition, Counting, Demand
from escp_docs.model.consortium import Consortium
from escp_docs.model.declaration import Declaration
from escp_docs.model.spec import Spec
from escp_docs.rules.composition.ruling import ruling
from escp_docs.rules.composition.setting import Setting
from escp_docs.rules.composition.worlds import leaves

MOST_TRIED: Final = 4000
_LARGEST: Final = 16  # entities of one sort in a made-up consortium


class Specimens(Struct, frozen=True):
    """An example that meets a condition and one that fails it, in words; None if none was found."""

    meets: str | None
    fails: str | None


def specimens(call: Call, strand: str, condition: Condition) -> Specimens:
    """Return an example that meets a condition of a strand, and one that fails it."""
    meets = fails = None
    day = call.terms(strand).counting_day
    for words, spec in islice(_candidates(call, strand, condition), MOST_TRIED):
        holds = ruling(Setting(spec, call, day), condition).holds
        meets = words if holds and meets is None else meets
        fails = words if holds is False and fails is None else fails
        if meets is not None and fails is not None:
            break
    return Specimens(meets, fails)


def _candidates(call: Call, strand: str, condition: Condition) -> Iterator[tuple[str, Spec]]:
    demand = condition.value
    empty = Spec(
        call=call.id,
        strand=strand,
        project=Action(acronym="X"),
        consortium=Consortium(partners=(), affiliated_entities=(), associated=()),
    )
    if demand.declared is not None:
        for holds, words in ((True, "declared by a named person"), (False, "declared not to hold")):
            said = Declaration(condition=condition.id, holds=holds, by="A. Person")
            yield words, empty.updated({"declarations": (said,)})
    elif demand.topics is not None:
        yield from with_topics(empty, demand)
    elif demand.planned is not None:
        yield from with_plan(empty, demand)
    else:
        yield from _consortia(Setting(empty, call, call.terms(strand).counting_day), demand)


# --- consortia -------------------------------------------------------------------------------


def _consortia(setting: Setting, demand: Demand) -> Iterator[tuple[str, Spec]]:
    numbers = leaves(demand)
    fitting = [(sort, one) for one in numbers if (sort := sort_of(setting, one)) is not None]
    sorts = [*(sort for sort, _ in fitting), stranger(setting, numbers)]
    amounts = [*(sorted({*_amounts(one)}) for _, one in fitting), [0, 1, 2]]
    for counts in sorted(product(*amounts), key=lambda some: (sum(some), some)):
        for apart in (True, False):
            made = consortium(setting.spec, list(zip(sorts, counts, strict=True)), apart=apart)
            yield in_words(made), made


def _amounts(counting: Counting) -> Iterator[int]:
    least, most = counting.bounds
    for number in (0, 1, least - 1, least, least + 1, *((most, most + 1) if most else ())):
        if 0 <= number <= _LARGEST:
            yield number
