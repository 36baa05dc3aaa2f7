"""The look of the checkout, with the fonts of the installed packages."""

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from escp_docs.export.look import FACES, Face, Look

_FOLDER = Path(__file__).parents[2] / "templates" / "look"
_TEXTS = {".css", ".xml", ".yaml", ".rels"}


@lru_cache(maxsize=1)
def look() -> Look:
    """Return the look as the product hands it to a writer."""
    texts = {
        path.relative_to(_FOLDER).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(_FOLDER.rglob("*"))
        if path.suffix in _TEXTS
    }
    return Look(texts, {face.file: _font(face) for face in FACES})


def _font(face: Face) -> bytes:
    module = find_spec(face.package.replace("-", "_"))
    assert module is not None
    assert module.origin is not None
    return (Path(module.origin).parent / "files" / face.file).read_bytes()
