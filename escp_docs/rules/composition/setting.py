"""What a condition is judged in: a spec, its call, and the day on which countries have to count."""

from datetime import date

from msgspec import Struct

from escp_docs.model.call import Call
from escp_docs.model.spec import Spec

PARTNERS = "consortium.partners"


class Setting(Struct, frozen=True):
    """A spec under a call; `day` is None where the call names no deadline."""

    spec: Spec
    call: Call
    day: date | None


class Question(Struct, frozen=True):
    """What would settle something: the words, the key to fill in, None if none can."""

    words: str
    key: str | None
    path: str


class Ruling(Struct, frozen=True):
    """Whether a demand is met; None while that is open.

    Attributes:
        holds: Whether it is.
        said: What there is, and what the call asks for.
        fix: The change that mends what is not met.
        question: What would settle what is open.
        paths: Where it is reported: the values at fault, or what was counted.
    """

    holds: bool | None
    said: str
    fix: str = ""
    question: Question | None = None
    paths: tuple[str, ...] = (PARTNERS,)


def met(said: str, *, paths: tuple[str, ...] = (PARTNERS,)) -> Ruling:
    """Return that a demand is met."""
    return Ruling(holds=True, said=said, paths=paths)


def failed(said: str, fix: str, *, paths: tuple[str, ...] = (PARTNERS,)) -> Ruling:
    """Return that a demand is not met, and the change that mends it."""
    return Ruling(holds=False, said=said, fix=fix, paths=paths)
