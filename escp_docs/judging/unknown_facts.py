"""What the call file says is unknown, and an application may hang on: one remark for each spec."""

from collections.abc import Iterator

from escp_docs.finding import Remark
from escp_docs.model.call import Call
from escp_docs.model.spec import Spec
from escp_docs.read.places import Places

_PATH = "call"


def unknown_facts(spec: Spec, call: Call, places: Places) -> Iterator[Remark]:
    """Yield the remark on what the sources of the call do not say about eligibility, if any.

    Topics of another strand than that of the spec are left out.
    """
    topics = [
        one.topic
        for one in call.unknown
        if one.about and (not one.strands or spec.strand is None or spec.strand in one.strands)
    ]
    if topics:
        place = places.of(_PATH)
        yield Remark(
            place,
            f"the sources of {call.id} do not say all about eligibility: {'; '.join(topics)}",
            "where one of these matters, ask the agency; `escp-docs explain` names what else is "
            "unknown",
            places.excerpt(place),
            _PATH,
        )
