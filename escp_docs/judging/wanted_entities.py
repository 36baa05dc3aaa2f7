"""Entities that conditions of a call want in a consortium."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from escp_docs.judging.calls.made_up import Sort, sort_of
from escp_docs.model.amendment import Amendment
from escp_docs.model.call import Call
from escp_docs.model.call.conditions import Counting
from escp_docs.model.consortium import Partner
from escp_docs.model.spec import Spec
from escp_docs.rule import Judged
from escp_docs.rules.composition.phrases import to_add
from escp_docs.rules.composition.setting import Setting
from escp_docs.rules.composition.worlds import leaves


class WantedEntity(Struct, frozen=True):
    """A sort of entity that a condition counts, and how it is asked for."""

    call: Call
    counting: Counting
    sort: Sort

    def entity(self, partners: Sequence[Partner], name: str, pic: str) -> Partner:
        """Return one, established where none of the partners is if that can be."""
        there = {self.call.countries.state_of(one.country) for one in partners if one.country}
        free = (code for code in self.sort.countries if code not in there)
        return Partner(
            id=name,
            pic=pic,
            country=next(free, self.sort.countries[0]),
            own_legal_entity=True,
            controlled_by=(),
            **{"kind": "cluster_organisation"} | self.sort.traits,
        )

    def amendment(self, number: int) -> Amendment:
        """Return the change that adds so many."""
        said = to_add(self.call, self.counting, number)
        return Amendment("add_partner", f"add {said}", None, number)


def wanted_entities(spec: Spec, call: Call, judged: Sequence[Judged]) -> tuple[WantedEntity, ...]:
    """Return the sorts of partners that conditions want which are not met, each once."""
    by_counting = {one.counting: one for one in _wanted(spec, call, judged)}
    return tuple(by_counting.values())


def _wanted(spec: Spec, call: Call, judged: Sequence[Judged]) -> Iterator[WantedEntity]:
    failing = {one.outcome.condition for one in judged if one.outcome.condition}
    terms = call.terms(spec.strand or "")
    setting = Setting(spec, call, terms.counting_day)
    for condition in terms.conditions:
        for one in leaves(condition.value) if condition.id in failing else ():
            sort = sort_of(setting, one) if one.bounds[0] else None
            if sort is not None and sort.role == "partner":
                yield WantedEntity(call, one, sort)
