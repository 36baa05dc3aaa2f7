"""What can be wrong with a call file that can be read."""

from msgspec import Struct


class CallFault(Struct, frozen=True):
    """Something that is wrong with a call file, though it can be read: where, what, the cure."""

    path: str
    message: str
    fix: str
