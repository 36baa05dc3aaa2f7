"""Make the subsets that Word and HTML files carry, from the fonts of the installed packages.

`make generated` does it; a test holds the files against the packages.
"""

import logging
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from escp_docs.export.font_names import KEPT, rename
from escp_docs.export.html.fonts import COMMON, FEATURES, cut
from escp_docs.export.look import EMBEDDED, WEB, WHOLE

HOME = Path(__file__).parents[1] / "templates" / "look" / "fonts"
# Latin with all letters of the languages of the Union and its neighbours, punctuation, currency,
# arrows, and the few signs that the templates print.
LATIN = (
    *range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x1E00, 0x1F00), *range(0x2000, 0x2070),
    *range(0x20A0, 0x20C0), *range(0x2190, 0x2194), 0x2116, 0x2122, 0x2212, 0x25CF, 0x2713, 0xFB01,
    0xFB02,
)  # fmt: skip


def source(file: str) -> Path:
    """Return the whole font that a subset is made from."""
    family, cut_name = Path(file).stem.split("-")
    whole = {own.replace(" ", ""): name.replace(" ", "") for own, name in WHOLE.items()}[family]
    name = f"{whole}-{cut_name}.ttf"
    package = "font_source_serif_pro" if "Serif" in name else "font_source_sans_pro"
    module = find_spec(package)
    assert module is not None
    assert module.origin is not None
    return Path(module.origin).parent / "files" / name


def subset(file: str) -> bytes:
    """Return a subset of a font; the same font gives the same bytes."""
    if file.endswith(".woff"):
        return cut(source(file).read_bytes(), COMMON, FEATURES)
    font = TTFont(source(file), recalcTimestamp=False)
    options = Options(hinting=False, layout_features=["kern", "liga", "mark", "mkmk", "ccmp"])
    options.name_IDs = list(KEPT)
    maker = Subsetter(options)
    maker.populate(unicodes=LATIN)
    maker.subset(font)
    rename(font)
    buffer = BytesIO()
    font.save(buffer)
    return buffer.getvalue()


def main() -> None:
    """Write each subset anew, and say which one changed."""
    logging.disable()  # fontTools tells at length what it drops
    for face in (*EMBEDDED, *WEB.values()):
        path = HOME / face.file
        path.parent.mkdir(parents=True, exist_ok=True)
        data = subset(face.file)
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)
            print(f"{path.name}: {len(data):,} bytes")
    logging.disable(logging.NOTSET)
