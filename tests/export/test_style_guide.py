"""The page about the look says what the look is."""

from scripts.style_guide import guide
from tests.support.look import look


def test_every_design_value_is_told() -> None:
    text = guide()
    groups = look().design.groups

    for name in (name for group in groups if group != "leading" for name in groups[group]):
        assert f"`{name}`" in text
