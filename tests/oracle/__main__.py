"""`make oracle`: compare thousands of made-up specs, and say where the two readings differ."""

import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from escp_docs import api
from tests.oracle.comparing import Difference, differences, opened
from tests.oracle.draws import Seeded
from tests.oracle.specs import make

_SHOWN = 3


def main(number: int = 2000, first: int = 0) -> int:
    """Compare the specs of so many seeds; return how many differ."""
    verdicts: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    differing = 0
    with TemporaryDirectory() as folder:
        for seed in range(first, first + number):
            spec = make(Seeded(seed))
            result = api.check(opened(spec, Path(folder, "spec.yaml")))
            verdicts[str(result.standing)] += 1
            found = list(differences(spec, result))
            differing += bool(found)
            _tell(seed, found, seen)
    print(f"{number} specs: {dict(verdicts)}; {differing} differ: {dict(seen)}")
    return differing


def _tell(seed: int, found: list[Difference], seen: Counter[str]) -> None:
    for one in found:
        seen[one.about] += 1
        if seen[one.about] <= _SHOWN:
            print(f"seed {seed}: {one}")


if __name__ == "__main__":
    sys.exit(1 if main(*map(int, sys.argv[1:])) else 0)
