"""Pieces of work that meet the end at a bad moment; run by test_processes.py."""

import os
import signal
import time
from pathlib import Path


class Finalized:
    """Told to end within its finalizer, where Python throws exceptions away."""

    def __del__(self) -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(0.05)


def in_a_finalizer(place: str) -> None:
    thing = Finalized()
    del thing
    time.sleep(1)
    Path(place).touch()


def twice(place: str) -> None:
    """Told to end again while it puts its things in order."""
    Path(place).touch()
    try:
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(60)
    finally:
        os.kill(os.getpid(), signal.SIGTERM)
        Path(place).unlink()


def followed(place: str) -> None:
    """Told to end; the piece after it would leave something behind."""
    if place.endswith("-0"):
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(60)
    Path(place).touch()
