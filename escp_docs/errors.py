"""Why a run cannot go on: faults of what the user handed in, never bugs of ours."""

from typing import Self

from msgspec import Struct

from escp_docs.finding import Place, Remark


class EscpError(Exception):
    """A run cannot go on; `str()` is what the user reads.

    `option` is that of the command line by which its cure is done; no other door has it.
    """

    option: str = ""

    def by(self, option: str) -> Self:
        """Return the error with the option by which its cure is done at the command line."""
        self.option = option
        return self


class Fault(Struct, frozen=True):
    """One thing that makes a spec, a call or a template unreadable.

    `excerpt` is the source line at `place`, without its line end; None where there is no line.
    `before` is the line above it, where the form of the text is at fault. What follows from another
    fault `follows` it in a report.
    """

    message: str
    fix: str | None = None
    place: Place | None = None
    excerpt: str | None = None
    path: str | None = None
    before: str | None = None
    follows: bool = False

    def __str__(self) -> str:
        """Return place, fact and cure in a line."""
        where = f"{self.place}: " if self.place else ""
        cure = f"; fix: {self.fix}" if self.fix else ""
        return f"{where}{self.message}{cure}"


class UnreadableError(EscpError):
    """A spec or a call cannot be read; `faults` holds all that is wrong, in order of place.

    `remarks` are on what could be read, but perhaps not as it was meant.
    """

    def __init__(self, faults: tuple[Fault, ...], remarks: tuple[Remark, ...] = ()) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults
        self.remarks = remarks

    def __reduce__(self) -> tuple[type["UnreadableError"], tuple[object, ...], dict[str, object]]:
        """Return how another process makes it again."""
        return type(self), (self.faults, self.remarks), vars(self)


class RefusedEditError(EscpError):
    """Changes that cannot be made; `faults` holds all of them, and nothing is changed."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults

    def __reduce__(self) -> tuple[type["RefusedEditError"], tuple[object, ...], dict[str, object]]:
        """Return how another process makes it again."""
        return type(self), (self.faults,), vars(self)


class TemplateError(EscpError):
    """A template cannot be rendered; `fault` says where and why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault

    def __reduce__(self) -> tuple[type["TemplateError"], tuple[Fault], dict[str, object]]:
        """Return how another process makes it again."""
        return type(self), (self.fault,), vars(self)


class ArgumentError(EscpError):
    """What was asked for cannot be meant as it was written; nothing is done.

    Args:
        message: What is wrong, and the cure.
        what: What was named: call, strand, partner, rule, document, format; empty if it is all.
        slips: Where several answers were given at once: the field of each that cannot be meant, as
            `partners[1].country`, and what is wrong with it.
    """

    def __init__(
        self, message: str, what: str = "", slips: tuple[tuple[str, str], ...] = ()
    ) -> None:
        super().__init__(message)
        self.what = what
        self.slips = slips

    def __reduce__(self) -> tuple[type["ArgumentError"], tuple[object, ...], dict[str, object]]:
        """Return how another process makes it again."""
        return type(self), (str(self), self.what, self.slips), vars(self)


class UnknownNameError(ArgumentError):
    """A name that nothing has; the message says the nearest."""


class ExportError(EscpError):
    """A document cannot be written in a format; the message names the block."""


class MissingProgramError(EscpError):
    """A library or program that a format needs is not on this machine; the message installs it."""
