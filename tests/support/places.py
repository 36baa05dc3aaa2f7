"""Where things lie in the checkout."""

from pathlib import Path
from typing import Final

import escp_docs

ROOT: Final = Path(__file__).parents[2]
PACKAGE: Final = Path(escp_docs.__file__).parent
"""The program as it is installed: in the checkout, or from a wheel."""
SPECS: Final = ROOT / "specs"
EXAMPLES: Final = {"wave": "wave-4i", "shield": "shield-4i.yaml", "unfinished": "unfinished.yaml"}
"""The examples in SPECS by a short name."""
