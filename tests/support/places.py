"""Where things lie in the checkout."""

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
SPECS: Final = ROOT / "specs"
EXAMPLES: Final = {"wave": "wave-4i", "shield": "shield-4i.yaml", "unfinished": "unfinished.yaml"}
"""The examples in SPECS by a short name."""
