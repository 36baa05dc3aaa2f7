"""What a package holds, for people."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from escp_docs.report.terminal_text import visible

if TYPE_CHECKING:
    from escp_docs.packing.package import Packaged


def lines(found: "Packaged") -> Iterator[str]:
    """Yield where a package lies and what is in it."""
    state = "written" if found.is_new else "there already, with the same bytes"
    yield visible(f"{found.path}: {state}")
    for name in found.files:
        if not name.startswith("keep/spec/"):
            yield visible(f"  {name}")
    yield from (visible(f"  remark: {one}") for one in found.remarks)
