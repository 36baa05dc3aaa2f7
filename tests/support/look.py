"""The look of the checkout, with the fonts of the installed packages."""

from functools import lru_cache

from escp_docs import files
from escp_docs.export.look import Look


@lru_cache(maxsize=1)
def look() -> Look:
    """Return the look as the product hands it to a writer."""
    return files.look(files.template_files(".", None))
