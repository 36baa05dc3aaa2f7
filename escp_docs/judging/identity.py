"""What of a spec others are compared with: who applies where, and where it says so."""

from functools import cache
from sys import intern

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.model.action import Action
from escp_docs.model.call import Call
from escp_docs.model.consortium import Consortium, Partner
from escp_docs.model.schema import prose
from escp_docs.model.spec import Spec
from escp_docs.model.without_partner import Departure
from escp_docs.read.places import Places


class Identity(Struct, frozen=True):
    """A spec as others see it: under which name, for which call, and the places it may be told at.

    `gone` is the partner left out. Neither text nor verdict is kept, so that ten thousand specs fit
    into memory.
    """

    name: str
    spec: Spec
    call: Call
    gone: Departure | None
    places: Places


Found = tuple[Spec, Call, Departure | None]
"""What a spec states, by which call it is judged, and who is gone from it."""


def identity(name: str, found: Found, places: Places, *, is_whole: bool) -> Identity:
    """Return what others are compared with.

    Args:
        name: The name of the spec.
        found: The spec as written, or as it would be.
        places: Where each value of the spec as written stands.
        is_whole: Whether all of it is kept, its prose included; else what identifies it alone.
    """
    spec, call, gone = found
    kept = spec if is_whole else _reduced(spec)
    paths = (gone.as_written(path) if gone else path for path in _paths(kept))
    where = {intern(path): places.of(path) for path in paths if path in places}
    where[""] = places.of("")
    return Identity(name, kept, call, gone, Places(where, ()))


def _reduced(spec: Spec) -> Spec:
    """Return a spec with nothing but call, strand, acronym and consortium."""
    partners = spec.consortium.partners
    return replace(
        _empty(),
        call=spec.call,
        strand=spec.strand,
        project=replace(_empty().project, acronym=spec.project.acronym),
        consortium=Consortium(
            coordinator=spec.consortium.coordinator,
            partners=None if partners is None else tuple(map(_identified, partners)),
        ),
    )


@cache
def _empty() -> Spec:
    """Return a spec that states nothing, whose absent parts are those of all that are reduced."""
    return Spec(call="", project=Action(acronym=""))


def _identified(partner: Partner) -> Partner:
    return replace(
        _nobody(),
        id=partner.id,
        pic=partner.pic,
        legal_name=partner.legal_name,
        country=partner.country,
        public_register=partner.public_register,
        registration_number=partner.registration_number,
        vat_number=partner.vat_number,
        other_applications=partner.other_applications,
    )


@cache
def _nobody() -> Partner:
    return Partner(id="")


def _paths(spec: Spec) -> list[str]:
    """Return the paths that rules across specs speak of: who applies where, and prose."""
    paths = ["strand", "project", "project.acronym", "consortium", "consortium.partners"]
    for index, partner in enumerate(spec.partners):
        path = f"consortium.partners[{index}]"
        paths += [path, f"{path}.other_applications"]
        for number in range(len(partner.other_applications or ())):
            other = f"{path}.other_applications[{number}]"
            paths += [other, f"{other}.strand", f"{other}.acronym"]
    return [*paths, *(path for path, _ in prose(spec))]
