"""Names that Windows keeps for devices, whatever folder they stand in."""

import re
from typing import Final

from escp_docs.pattern import pattern

_DEVICE: Final = pattern(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9])", re.IGNORECASE)


def is_device(name: str) -> bool:
    """Whether Windows takes a name for a device, whatever stands behind its first dot.

    Source: Microsoft, "Naming Files, Paths, and Namespaces", reserved names.
    """
    return _DEVICE.fullmatch(name.partition(".")[0].strip()) is not None
