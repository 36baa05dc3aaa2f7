"""What can be wrong with a call file that can be read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CallFault:
    """Something that is wrong with a call file, though it can be read: where, what, the cure."""

    path: str
    message: str
    fix: str
