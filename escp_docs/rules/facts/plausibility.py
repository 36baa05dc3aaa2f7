"""What is doubted of a value."""

from msgspec import Struct


class Implausible(Struct, frozen=True):
    """A value that can hardly be meant: its path, what is odd about it, what may mend it."""

    path: str
    said: str
    fix: str
