"""How much a spec lacks. Loads nothing: a build with nothing to do tells it, too."""

from msgspec import Struct


class MissingFacts(Struct, frozen=True):
    """How many facts a spec lacks: those that rules ask for, others that documents print.

    `unconfirmed` are stated and were not confirmed by the partner that they are about.
    """

    questions: int
    other_facts: int
    unconfirmed: int
