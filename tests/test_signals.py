"""What ends a program waits where it must not come between, and then comes."""

import signal
import sys
from collections.abc import Iterator

import pytest

from escp_docs.signals import ENDING, heard, later

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends itself no signals")


@pytest.fixture
def met() -> Iterator[list[int]]:
    """Signals that were met while a test has a way of its own with them."""
    met: list[int] = []
    usual = {one: signal.signal(one, lambda number, _: met.append(number)) for one in ENDING}
    yield met
    for one, handler in usual.items():
        signal.signal(one, handler)


@pytest.mark.parametrize("sent", ENDING)
def test_a_signal_waits_for_the_end_of_the_block(sent: int, met: list[int]) -> None:
    noted: list[bool] = []

    with later(noted=lambda: noted.append(True)):
        signal.raise_signal(sent)
        assert (met, noted) == ([], [True])

    assert met == [sent]


def test_the_first_of_several_is_the_one_that_ends_it(met: list[int]) -> None:
    with later():
        signal.raise_signal(signal.SIGTERM)
        signal.raise_signal(signal.SIGINT)

    assert met == [signal.SIGTERM]


def test_a_block_that_fails_loses_no_signal(met: list[int]) -> None:
    def fail() -> None:
        with later():
            signal.raise_signal(signal.SIGTERM)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert met == [signal.SIGTERM]


def test_an_ignored_signal_stays_ignored(met: list[int]) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)

    with later():
        signal.raise_signal(signal.SIGTERM)

    assert met == []
    assert signal.SIGTERM not in heard(ENDING)
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
