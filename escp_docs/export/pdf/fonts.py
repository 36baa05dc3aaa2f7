"""Hold the fonts of a PDF: only those that travel with the program, and none is left behind."""

from collections.abc import Iterator
from contextlib import contextmanager

from weasyprint.text.ffi import fontconfig
from weasyprint.text.fonts import FontConfiguration

from escp_docs.errors import ExportError

_OF_THE_SYSTEM = 0  # FcSetSystem


@contextmanager
def shipped_fonts() -> Iterator[FontConfiguration]:
    """Hold the fonts that one PDF is set with, and remove the files that they were written to.

    Raises:
        ExportError: see `only_shipped`.
    """
    fonts = FontConfiguration()
    try:
        with only_shipped(fonts):
            yield fonts
    finally:
        # WeasyPrint leaves its folder to the garbage collector, which a process of a pool does not
        # run when it ends: five megabytes of each PDF would stay.
        fonts.__del__()


@contextmanager
def only_shipped(fonts: FontConfiguration) -> Iterator[None]:
    """Hide the fonts of the machine from a font configuration, for as long as the block runs.

    A letter that no shipped font has would else be taken from whatever lies on the machine, and
    the same document would look and measure differently elsewhere.

    Raises:
        ExportError: WeasyPrint keeps its fonts in a way that this program does not know.
    """
    try:
        found = fontconfig.FcConfigGetFonts(fonts._config, _OF_THE_SYSTEM)  # noqa: SLF001
        many = found.nfont
        found.nfont = 0
    except (AttributeError, RuntimeError, TypeError) as error:
        raise ExportError(
            f"WeasyPrint keeps its fonts in a way that this program does not know: {error}; "
            "install a version that pyproject.toml allows"
        ) from error
    try:
        yield
    finally:
        # What is given back is freed with the configuration.
        found.nfont = many
