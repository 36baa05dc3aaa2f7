"""Patterns that are compiled when they are used do all that compiled ones do."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from escp_docs.pattern import pattern
from tests.support.places import PACKAGE

_KIND = type(pattern(""))


def modules() -> Iterator[ModuleType]:
    """Yield every module of the program."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(Path("escp_docs", path.relative_to(PACKAGE)).with_suffix("").parts)
        if not name.endswith("__main__"):
            yield import_module(name.removesuffix(".__init__"))


def test_every_pattern_of_the_program_is_one() -> None:
    held = [
        (module.__name__, name, value)
        for module in modules()
        for name, value in vars(module).items()
        if isinstance(value, _KIND)
    ]

    assert held
    for _, _, one in held:
        assert re.compile(one.pattern, one.flags & ~re.UNICODE).pattern == one.pattern


@pytest.mark.parametrize("text", ["", "a1", "12-ab", "éa\n9"])
def test_it_finds_what_a_compiled_one_finds(text: str) -> None:
    ours, compiled = (
        pattern(r"([a-z])|(?P<digit>\d)", re.IGNORECASE),
        re.compile(r"([a-z])|(?P<digit>\d)", re.IGNORECASE),
    )

    assert ours.sub("<>", text) == compiled.sub("<>", text)
    assert ours.findall(text) == compiled.findall(text)
    assert ours.split(text) == compiled.split(text)
    assert [one.span() for one in ours.finditer(text)] == [
        one.span() for one in compiled.finditer(text)
    ]
    assert bool(ours.fullmatch(text)) == bool(compiled.fullmatch(text))
    assert ours.groupindex == compiled.groupindex


def test_a_text_that_is_no_pattern_is_told_when_it_is_used() -> None:
    broken = pattern("(")

    with pytest.raises(re.error):
        broken.match("x")
