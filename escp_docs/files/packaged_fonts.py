"""The fonts that travel with the program as packages."""

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from escp_docs.errors import EscpError


def packaged_font_path(package: str, name: str) -> str:
    """Return where the file of a font lies.

    Raises:
        EscpError: the package is not installed.
    """
    module = find_spec(package.replace("-", "_"))
    if module is None or module.origin is None:
        raise EscpError(f"the package {package} is not installed; fix: pip install {package}")
    return str(Path(module.origin).parent / "files" / name)


@lru_cache(maxsize=32)
def packaged_font(package: str, name: str) -> bytes:
    """Return a font.

    Raises:
        EscpError: the package is not installed.
    """
    return Path(packaged_font_path(package, name)).read_bytes()
