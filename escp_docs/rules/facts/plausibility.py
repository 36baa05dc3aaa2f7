"""What is doubted of a value."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Implausible:
    """A value that can hardly be meant: its path, what is odd about it, what may mend it."""

    path: str
    said: str
    fix: str
