"""What the bytes of documents depend on beside their inputs: machines alike make the same."""

import platform
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from escp_docs.build.versions import PROGRAM, versions
from escp_docs.files import libreoffice
from escp_docs.files.inputs import program, shipped_calls, shipped_templates

_ENOUGH = 12  # hexadecimal digits that tell one state of the program from another


@lru_cache(maxsize=2)
def traits(*, paginates: bool = False) -> Mapping[str, str]:
    """Return versions of this machine, by name, the most telling first.

    Args:
        paginates: Whether LibreOffice lays out pages, so that its version counts.
    """
    from weasyprint.text.ffi import harfbuzz_subset, pango  # noqa: PLC0415  # half a second

    number = pango.pango_version()
    found = dict(versions())
    own = {
        PROGRAM: f"{found.pop(PROGRAM)} ({_program()})",
        "Pango": f"{number // 10_000}.{number // 100 % 100}.{number % 100}",
        "HarfBuzz subset": "yes" if harfbuzz_subset else "no",
        "Python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
    }
    return {**own, **({"LibreOffice": _office()} if paginates else {}), **found}


def _program() -> str:
    digest = sha256(program().encode())
    for name, path in sorted({**shipped_templates(), **shipped_calls()}.items()):
        digest.update(f"{name}\0".encode())
        digest.update(Path(path).read_bytes())
    return digest.hexdigest()[:_ENOUGH]


def _office() -> str:

    return libreoffice.office_version() or "none"
