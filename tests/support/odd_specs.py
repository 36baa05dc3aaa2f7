"""Specs at random: an example with odd but valid values in it, and without what may be absent."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from random import Random
from typing import Any

import yaml
from hypothesis import strategies as st

from escp_docs.errors import UnreadableError
from escp_docs.read.spec import Reading
from tests.support.places import SPECS
from tests.support.reading import read

ODD = (
    "x" * 700,
    "A | B *x* <b>c</b> [d](http://e) `f` # g {{ h }} {% i %} ]]> \\ &amp; §§ (a)",
    "\u05de\u05e8\u05db\u05d6 \u05ea\u05dc (1998) \u0645\u0631\u0643\u0632",
    "საქართველო, Հայաստան, Ελλάδα, България, Türkiye, Þórshöfn",
    "\U0001f680 \u4e2d\u6587 \U0001f469\u200d\U0001f52c \u202eabc\u202c \u0007 \ue000\ufffe",
    "e\u0301\u0323 a\u0308\u0304 \u00adsoft\u00ad \u200bzero\u2060 \ufb01 \u2028line",
    "# Heading\n\n- one\n  - two\n    - three\n\n1. a\n2. b\n\n> quoted\n\n    code | code",
    "| a | b |\n| --- | --- |\n| 1 | |\n| | 2 |\n\n[](http://x) ![i](j.png) <https://k.example>",
    "\n".join("  " * level + "- level" for level in range(14)),
    "{: .x #y } ::: note\n\n---\n\nTable: T {: #t }\n\nFigure: F {: draw=map }",
    "-",
    "0",
    "no",
    "\u00a0\u2003\u3000",
)
_EXAMPLES = ("shield-4i.yaml", "unfinished.yaml")
_SHARES = (0.02, 0.1, 0.4)
_KEPT = {"call", "strand", "project", "acronym", "id", "country", "region", "countries"}


@lru_cache(maxsize=2)
def _example(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((SPECS / name).read_text(encoding="utf-8"))
    return found


@dataclass(frozen=True)
class Odd:
    """How an example is changed: how much of it, and by which numbers of chance."""

    example: str
    share: float
    seed: int

    def text(self) -> str:
        """Return the spec as YAML."""
        raw = deepcopy(_example(self.example))
        _change(raw, Random(self.seed), self.share)
        return yaml.safe_dump(raw, allow_unicode=True, sort_keys=False)

    def reading(self) -> Reading | None:
        """Return the spec as it is read, or None where a change made it unreadable."""
        try:
            return read(self.text())
        except UnreadableError:
            return None


def some(many: int) -> Iterator[Odd]:
    """Yield the same readable ones each time."""
    seeds = count()
    while many:
        seed = next(seeds)
        odd = Odd(_EXAMPLES[seed % 2], _SHARES[seed % 3], seed)
        if odd.reading() is not None:
            many -= 1
            yield odd


def odd_specs() -> st.SearchStrategy[Odd]:
    """Return ways to change an example."""
    return st.builds(
        Odd,
        st.sampled_from(_EXAMPLES),
        st.sampled_from(_SHARES),
        st.integers(0, 2**32),
    )


def _change(node: Any, random: Random, share: float) -> None:  # noqa: ANN401
    if isinstance(node, dict):
        for key in [key for key in node if key not in _KEPT and random.random() < share / 6]:
            del node[key]
    entries = list(node.items() if isinstance(node, dict) else enumerate(node))
    for key, value in entries:
        if isinstance(value, dict | list):
            _change(value, random, share)
        elif isinstance(value, str) and " " in value and random.random() < share:
            node[key] = random.choice(ODD)
        elif isinstance(value, int) and not isinstance(value, bool) and random.random() < share / 9:
            node[key] = random.choice([1, 2, 3, 12])
