"""The files of a spec to the model, with all that is wrong at once."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from escp_docs.errors import Fault, UnreadableError
from escp_docs.finding import Place, Remark
from escp_docs.model.base import SpecModel
from escp_docs.model.call import Call
from escp_docs.model.handed_in import NOTHING, HandedIn
from escp_docs.model.reading import read
from escp_docs.model.schema import join, split
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import Naming
from escp_docs.pictures.spec_pictures import SpecPictures
from escp_docs.read import call_names, faults, look_alikes, references, unwritten
from escp_docs.read.call_form import form_faults
from escp_docs.read.places import Places
from escp_docs.read.plain_values import Raw, RawSpec, gather
from escp_docs.read.source import SourceText, SpecText
from escp_docs.spelling import nearest

_Part = TypeVar("_Part", bound=SpecModel)
_NOWHERE = Place("", 0, 0)


class Reading(Struct, frozen=True):
    """A spec that could be read, the call it answers, and where each value stands.

    `remarks` are on what was read, but perhaps not as it was meant. `pictures` are those that the
    spec names, where they were read, too; `handed_in` what its record says, likewise.
    """

    spec: Spec
    call: Call
    places: Places
    remarks: tuple[Remark, ...] = ()
    pictures: SpecPictures = field(default_factory=SpecPictures)
    handed_in: HandedIn = NOTHING


def spec(sources: SpecText | Sequence[SourceText | Fault], calls: Mapping[str, Call]) -> Reading:
    """Return what the files of a spec state.

    Args:
        sources: Its files in the order of their names, each its text or why it has none; and what
            files these name, if they name some.
        calls: The calls that a spec may answer, by id.

    Raises:
        UnreadableError: something is wrong; it holds every fault that was found.
    """
    files = sources if isinstance(sources, SpecText) else SpecText(tuple(sources))
    raw = gather(files, Spec)
    unwritten.mark(raw, Spec)
    _call_and_strand(raw, calls)
    references.check(raw, Spec)
    model = _model(raw, Spec)
    unwritten.attach(raw, model)
    call = calls[model.call.strip().casefold()]
    places = Places(raw.places, tuple(raw.sources.values()), raw.keys)
    return Reading(model, call, places, _told(raw.remarks))


def call(source: SourceText | Fault) -> Call:
    """Return the call that a call file describes.

    Raises:
        UnreadableError: a fact without a source, an unknown rule parameter, a wrong value.
    """
    raw = gather(SpecText((source,)), Call)
    call_names.check(raw)
    found = _model(raw, Call)
    form_faults(raw, found)
    if raw.faults:
        raise UnreadableError(_sorted(raw.faults))
    return found


def call_values(source: SourceText | Fault) -> dict[str, Raw]:
    """Return the plain values of a call file in which nothing is wrong."""
    return gather(SpecText((source,)), Call).value


def call_of(values: dict[str, Raw]) -> Call:
    """Return the call that the plain values of a call file state, in which nothing is wrong."""
    found, objections = read(Call, values)
    assert found is not None, objections
    return found


def _model(raw: RawSpec, part: type[_Part]) -> _Part:
    faults.void_keys(raw, part)
    model, objections = read(part, raw.value)
    faults.add(raw, objections, part)
    if raw.faults or model is None:
        naming = Naming(raw.value)
        faulty = [_named(one, naming) for one in raw.faults]
        raise UnreadableError(_sorted(faulty), _told(_apart(raw.remarks, faulty)))
    return model


def _named(fault: Fault, naming: Naming) -> Fault:
    """Return a fault whose path and message name entries by their ids."""
    if not fault.path or "[" not in fault.path:
        return fault
    steps = split(fault.path)
    message = fault.message
    for length in range(len(steps), 0, -1):
        around = steps[:length]
        if isinstance(around[-1], int):
            message = message.replace(join(around), naming.path(around))
    return replace(fault, path=naming.path(steps), message=message)


def _call_and_strand(raw: RawSpec, calls: Mapping[str, Call]) -> None:
    call, strand = raw.value.get("call"), raw.value.get("strand")
    if not isinstance(call, str):
        return
    known = calls.get(call.strip().casefold())
    if known is None:
        titles = {one.title: name for name, one in calls.items()}
        _unknown(raw, "call", call, tuple(calls), titles.get(nearest(call, tuple(titles)) or ""))
    elif isinstance(strand, str) and strand.strip() not in known.strands:
        names = {name.casefold(): name for name in known.strands}
        bare = strand.strip().casefold().removeprefix("strand").strip(" :")
        _unknown(raw, "strand", strand, tuple(known.strands), names.get(bare))


def _unknown(
    raw: RawSpec, key: str, written: Raw, known: tuple[str, ...], meant: str | None
) -> None:
    text = str(written)
    near = meant or nearest(look_alikes.plain(text), known)
    fix = f"did you mean {near!r}?" if near else _one_of(known, key)
    raw.fault(
        (key,),
        f"{key} is {written!r}, and there is no such {key}",
        look_alikes.beside(text.strip(), fix),
    )


def _one_of(known: tuple[str, ...], key: str) -> str:
    return f"write one of {', '.join(known)}" if known else f"declare a {key} in the call file"


def _apart(remarks: list[Remark], faults: list[Fault]) -> list[Remark]:
    """Return the remarks on lines of whose form no fault tells: what is read there is a guess."""
    broken = {
        (one.place.file, one.place.line) for one in faults if one.place and one.before is not None
    }
    return [
        one for one in remarks if not one.place or (one.place.file, one.place.line) not in broken
    ]


def _told(remarks: list[Remark]) -> tuple[Remark, ...]:
    return tuple(sorted(dict.fromkeys(remarks), key=lambda one: one.place or _NOWHERE))


def _sorted(found: list[Fault]) -> tuple[Fault, ...]:
    """Return faults in order of place, and behind them those that follow from others.

    What is wrong with the form of a file comes first in it, for all else was read in spite of it.
    """
    broken = {
        (one.place.file, one.place.line) for one in found if one.place and one.before is not None
    }

    def rank(fault: Fault) -> tuple[bool, str, bool, Place]:
        place = fault.place or _NOWHERE
        is_form = fault.before is not None
        follows = fault.follows or (not is_form and (place.file, place.line) in broken)
        return follows, place.file, not is_form, place

    return tuple(sorted(dict.fromkeys(found), key=rank))
