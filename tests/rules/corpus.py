"""The corpus in tests/cases: whole specs, each with the outcomes that it is expected to have.

A case is a file of `tests/cases/<CODE>/`, or a folder there whose files are checked together; a
line `---` parts specs in one file. The first lines of each say `# expect: CODE outcome severity
line N`, counted from there, or `-` for an outcome without place. The expectation is complete for
each code that it names: these outcomes, and no others.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from escp_docs.finding import Outcome
from escp_docs.judging.verdict import judge_together
from escp_docs.model.call import Call
from escp_docs.read import spec as reading
from escp_docs.read.source import SourceText
from escp_docs.read.spec import Reading
from escp_docs.rules import BY_CODE
from tests.support.reading import CALL_ID, known

CASES: Final = Path(__file__).parents[1] / "cases"
_CODE = re.compile(r"[A-Z]{3}[0-9]{3}")
_EXPECT = re.compile(r"# expect: ([A-Z]{3}[0-9]{3}) (\w+) (error|warning) (?:line ([0-9]+)|-)")

HOME: Final = {
    "CON013": "horizon-ria-standard",
    "BUD011": "erasmus-cooperation-partnership",
    "FRM008": "limited-form",
}
"""The calls under which rules hold that do not hold under that of 2020."""

Expected = tuple[str, str, str, int | None]  # code, outcome, severity, line


@dataclass(frozen=True)
class Case:
    """Specs that are checked together, and what is expected of each."""

    name: str
    readings: tuple[Reading, ...]
    expected: tuple[Counter[Expected], ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that the case is about."""
        return tuple(sorted({code for some in self.expected for code, *_ in some}))

    def found(self, under: Call | None = None) -> tuple[Counter[Expected], ...]:
        """Return the outcomes of each spec, of the codes that the case is about.

        Args:
            under: A call to judge by in place of the specs' own.
        """
        judged = [(one.spec, under or one.call) for one in self.readings]
        verdicts = judge_together(judged, [BY_CODE[code] for code in self.codes])
        return tuple(
            Counter(
                shown(one.rule.code, one.outcome, read)
                for one in verdict.judged
                if any(one.rule.code == code for code, *_ in expected)
            )
            for read, verdict, expected in zip(self.readings, verdicts, self.expected, strict=True)
        )


def home(code: str) -> Call:
    """Return a call under which a rule holds: that of 2020 if it does."""
    return known()[HOME.get(code, CALL_ID)]


def shown(code: str, outcome: Outcome, read: Reading) -> Expected:
    """Return what a case says of an outcome: never its wording."""
    line = None if outcome.path is None else read.places.of(outcome.path).line
    return code, outcome.answer.value, outcome.severity.value, line


@lru_cache(maxsize=1)
def cases() -> tuple[Case, ...]:
    """Return the corpus, in the order of its folders."""
    folders = [one for one in sorted(CASES.iterdir()) if _CODE.fullmatch(one.name)]
    return tuple(_case(path) for folder in folders for path in sorted(folder.iterdir()))


def _case(path: Path) -> Case:
    paths = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    specs = [
        SourceText(one.name, text)
        for one in paths
        for text in one.read_text("utf-8").split("\n---\n")
    ]
    return Case(
        f"{path.parent.name}/{path.stem}",
        tuple(reading.spec([one], known()) for one in specs),
        tuple(expected(one.text, str(path)) for one in specs),
    )


def expected(text: str, path: str) -> Counter[Expected]:
    """Return what the head of a spec of the case at `path` says: its lines `# expect: ...`."""
    found: Counter[Expected] = Counter()
    for line in text.splitlines():
        if not line.startswith("# expect"):
            break
        match = _EXPECT.fullmatch(line)
        assert match, f"{path}: {line}"
        code, outcome, severity, number = match.groups()
        found[code, outcome, severity, int(number) if number else None] += 1
    assert found, f"{path} expects nothing"
    return found
