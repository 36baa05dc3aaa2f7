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
OF_CALLS: Final = {
    "cos-clusint-2020-3-01": "shield-4i.yaml",
    "cos-clusint-2019-3-01": "habitat-4i.yaml",
    "cos-clusint-2016-03-01": "oak-4i.yaml",
    "smp-cosme-2024-clusterua": "rebuild-ua.yaml",
    "smp-cosme-2024-cluster": "magnet-loop.yaml",
    "horizon-ria-standard": "rivers.yaml",
    "erasmus-cooperation-partnership": "warm-hands.yaml",
}
"""An example in SPECS for each shipped call."""
