"""What a build tells while it works, as events: whoever asked for it decides what to show."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import perf_counter
from typing import Protocol

from msgspec import Struct, field


class Progress(Protocol):
    """Is told how a build gets on."""

    def waiting(self, folder: str) -> None:
        """Another build is at work in the folder of the spec, and is waited for."""
        ...

    def took(self, step: str, seconds: float, why: str) -> None:
        """A step is done: "read", "composed", or a file by its name, and why it was made."""
        ...

    def over(self, names: Sequence[str]) -> Iterator[str]:
        """Yield each name; the file of that name is being made until the next is asked for."""
        ...


class Silent:
    """Progress that nobody looks at."""

    def waiting(self, folder: str) -> None:
        """Tell nobody."""

    def took(self, step: str, seconds: float, why: str) -> None:
        """Tell nobody."""

    def over(self, names: Sequence[str]) -> Iterator[str]:
        """Yield each name."""
        yield from names


class Recorded(Struct, Silent, frozen=True):
    """Progress written down in a process, to be told in another."""

    events: list[Callable[[Progress], None]] = field(default_factory=list)

    def waiting(self, folder: str) -> None:
        """Write it down."""
        self.events.append(_Waiting(folder))

    def took(self, step: str, seconds: float, why: str) -> None:
        """Write it down."""
        self.events.append(_Took(step, seconds, why))

    def tell(self, progress: Progress) -> None:
        """Tell all that was written down."""
        for event in self.events:
            event(progress)


class _Waiting(Struct, frozen=True):
    folder: str

    def __call__(self, progress: Progress) -> None:
        progress.waiting(self.folder)


class _Took(Struct, frozen=True):
    step: str
    seconds: float
    why: str

    def __call__(self, progress: Progress) -> None:
        progress.took(self.step, self.seconds, self.why)


@contextmanager
def timed(progress: Progress, step: str) -> Iterator[None]:
    """Tell how long a step took."""
    begin = perf_counter()
    yield
    progress.took(step, perf_counter() - begin, "")
