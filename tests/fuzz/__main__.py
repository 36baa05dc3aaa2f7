"""`python -m tests.fuzz TARGET [OPTIONS OF LIBFUZZER]`: look for bytes that break a target.

Needs the dependency group `fuzz`. What it finds belongs into tests/fuzz/corpus/TARGET, under a name
that says what it is; the ordinary tests try every file there.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["escp_docs", "markdown_it", "mdit_py_plugins", "jinja2"]):
    from tests.fuzz.targets import TARGETS


def main() -> None:
    """Fuzz the target that is named, from the cases that are known."""
    name, *options = sys.argv[1:] or [""]
    if name not in TARGETS:
        sys.exit(f"name a target: {', '.join(TARGETS)}")
    known = Path(__file__).parent / "corpus" / name
    atheris.Setup([sys.argv[0], *options, str(known)], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
