"""The page about the look says what the look is."""

import runpy

from tests.support.look import look
from tests.support.places import ROOT

_SCRIPT = ROOT / "scripts" / "style_guide.py"


def test_the_guide_is_made_from_the_design_values() -> None:
    script = runpy.run_path(str(_SCRIPT))

    assert script["GUIDE"].read_text(encoding="utf-8") == script["guide"]()


def test_every_design_value_is_told() -> None:
    guide = runpy.run_path(str(_SCRIPT))["guide"]()
    groups = look().design.groups

    for name in (name for group in groups if group != "leading" for name in groups[group]):
        assert f"`{name}`" in guide
