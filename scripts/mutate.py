"""Change the program in small ways and see which changes no test notices: `make mutate`.

Which modules, by which tests: `[tool.mutmut]` in pyproject.toml. A change that no test notices has
to be argued in tests/survivors.yaml: why it changes nothing that anybody could notice.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

ARGUED: Final = Path(__file__).parents[1] / "tests" / "survivors.yaml"
_RESULT: Final = re.compile(r"\s*(\S+): (survived|no tests)")


@dataclass(frozen=True, order=True)
class Change:
    """A line of a module, as it stands and as it was changed."""

    module: str
    line: str
    into: str

    def __str__(self) -> str:
        """Return the change as it is argued in tests/survivors.yaml."""
        return f"- module: {self.module}\n  line: {self.line!r}\n  into: {self.into!r}\n  why:"


def argued() -> set[Change]:
    """Return the changes that tests/survivors.yaml argues."""
    found = yaml.safe_load(ARGUED.read_text(encoding="utf-8"))
    return {Change(one["module"], one["line"], one["into"]) for one in found}


def survivors() -> Iterator[Change]:
    """Yield the changes that no test noticed in the last run."""
    for line in _told("results").splitlines():
        if found := _RESULT.match(line):
            module = found[1].rpartition(".")[0]
            shown = _told("show", found[1]).splitlines()
            yield Change(
                module.replace(".", "/") + ".py", _changed(shown, "-"), _changed(shown, "+")
            )


def _changed(shown: list[str], sign: str) -> str:
    """Return the lines of a difference that are gone or new, as one line."""
    lines = [
        line[1:].strip() for line in shown if re.match(rf"\{sign}(?!{re.escape(sign * 2)})", line)
    ]
    return " ".join(lines)


def _told(*arguments: str) -> str:
    command = [sys.executable, "-m", "mutmut", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def main() -> int:
    """Run, and return 1 if what survives and what is argued differ."""
    subprocess.run([sys.executable, "-m", "mutmut", "run"], check=True)
    found, known = set(survivors()), argued()
    for change in sorted(found - known):
        print(f"no test notices; write one, or argue it in {ARGUED.name}:\n{change}")
    for change in sorted(known - found):
        print(f"argued in {ARGUED.name}, and noticed or gone; fix: remove it there:\n{change}")
    print(f"{len(found)} survive, {len(known)} are argued")
    return int(found != known)


if __name__ == "__main__":
    sys.exit(main())
