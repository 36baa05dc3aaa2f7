"""Pieces of work that are done by workers of a cluster; run by test_cluster.py."""

import gc
import os
import signal
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn


def traits() -> Mapping[str, str]:
    """Return what is the same on all machines."""
    return {"Pango": "1.50.12"}


def own_traits() -> Mapping[str, str]:
    """Return what is another thing in each process."""
    return {"Pango": f"1.50.{os.getpid()}"}


def doubled(offset: int, piece: int) -> int:
    """Return twice the piece and something that is given to all; the first take longest."""
    time.sleep(0.2 / (1 + piece))
    return offset + 2 * piece


def deadly(piece: int) -> int:
    """Return the piece; 2 kills the process that works on it."""
    if piece == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return piece


def deadly_once(piece: tuple[str, int]) -> int:
    """Return a number; the first process that works on 1 is killed."""
    folder, number = piece
    mark = Path(folder) / "mark"
    if number == 1 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def answered(piece: tuple[bytes, int]) -> bytes:
    """Return so many bytes as the piece asks for."""
    return bytes(piece[1])


def refused(piece: int) -> NoReturn:
    """Fail as work fails that has a fault."""
    raise ValueError(piece)


def garbage_between_collections(piece: int) -> int:
    """Return how much garbage there may be before it is collected."""
    del piece
    return gc.get_threshold()[0]
