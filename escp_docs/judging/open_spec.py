"""A spec that was read, with the calls that it may be judged by."""

from collections.abc import Mapping

from msgspec import Struct

from escp_docs.model.call import Call
from escp_docs.model.spec import Spec
from escp_docs.read.places import Places
from escp_docs.read.spec import Reading
from escp_docs.spelling import unknown


class OpenSpec(Struct, frozen=True):
    """A spec that could be read.

    Args:
        name: Its name, as it was given.
        reading: What it states, the call that it answers, where each value stands.
        calls: The calls there are: those that ship with the program, and those beside the spec.
    """

    name: str
    reading: Reading
    calls: Mapping[str, Call]

    @property
    def spec(self) -> Spec:
        """What it states."""
        return self.reading.spec

    @property
    def call(self) -> Call:
        """The call that it answers."""
        return self.reading.call

    @property
    def places(self) -> Places:
        """Where each value stands, by its path."""
        return self.reading.places


def call_named(name: str, calls: Mapping[str, Call]) -> Call:
    """Return the call with an id, whatever its case.

    Raises:
        UnknownNameError: there is no such call.
    """
    found = calls.get(name.strip().casefold())
    if found is None:
        raise unknown("call", name, calls)
    return found


def strand_named(name: str, call: Call) -> str:
    """Return a strand of a call as the call writes it.

    Raises:
        UnknownNameError: the call has no such strand.
    """
    by_folded = {strand.casefold(): strand for strand in call.strands}
    found = by_folded.get(name.strip().casefold())
    if found is None:
        raise unknown("strand", name, call.strands, where=call.id)
    return found
