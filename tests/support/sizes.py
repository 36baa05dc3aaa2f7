"""How many examples a random test tries: few with every run, many with `--full`."""

from typing import Final

from hypothesis import settings

TIMES: Final = 20
"""How many times as many examples a full run tries."""

_full = False


def be_full() -> None:
    """Let the test files that are imported from now on try many examples."""
    global _full  # noqa: PLW0603  # pytest reads the option before it imports a test file
    _full = True


def examples(few: int) -> int:
    """Return how many examples to try where an ordinary run tries a few."""
    return few * TIMES if _full else few


def load_profile() -> None:
    """Let tests that state no number of examples follow; none of them is timed.

    The gate tries the same examples for the same tests, so that it judges the change and not the
    hour; a full run tries others each time.
    """
    settings.register_profile(
        "escp-docs", max_examples=examples(100), deadline=None, derandomize=not _full
    )
    settings.load_profile("escp-docs")
