"""What to know of the edition by which a spec is judged: changes since, and a later edition."""

from collections.abc import Iterator

from escp_docs.finding import Remark
from escp_docs.model.call import Call
from escp_docs.model.spec import Spec
from escp_docs.read.places import Places

_CALL = "call"
_DRAFTED = "project.drafting_date"


def changed_since(spec: Spec, call: Call, places: Places) -> Iterator[Remark]:
    """Yield a remark for each corrigendum that came after the day on which a spec was drafted."""
    drafted = spec.project.drafting_date
    for fact in call.corrigenda:
        if drafted is not None and fact.value.date > drafted:
            place = places.of(_DRAFTED)
            yield Remark(
                place,
                f"{call.id} was changed on {fact.value.date}, after this was drafted: "
                f"{'; '.join(fact.value.changes)}",
                "take the change in, and write the day of the new draft",
                places.excerpt(place),
                _DRAFTED,
            )


def later_edition(call: Call, later: Call, places: Places) -> Remark:
    """Return the remark that a spec is judged by an older edition of a call."""
    place = places.of(_CALL)
    day = f" of {edition}" if (edition := later.edition_date) else ""
    return Remark(
        place,
        f"a later edition of {call.number} is there, {later.id}{day}; this is judged by {call.id}",
        f"write `call: {later.id}`; `escp-docs call diff {call.id} {later.id}` says what changed",
        places.excerpt(place),
        _CALL,
    )
