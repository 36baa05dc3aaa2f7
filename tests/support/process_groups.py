"""Whether a process left others behind."""

import os
from time import sleep


def is_gone(group: int, tries: int = 200) -> bool:
    """Whether no process of a group is left, once they had time to end by themselves."""
    for _ in range(tries):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        sleep(0.05)
    return False
