"""Fonts of Asian scripts on this machine, cut to the letters that are wanted."""

import shutil
import subprocess
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_LISTS_FONTS: Final = "fc-list"
_SECONDS: Final = 20
_MOST_FONTS: Final = 4
_RESTRICTED: Final = 2  # of OS/2 fsType: the font must not stand in files
_LARGEST: Final = 80_000_000  # bytes of a font file


def other_fonts(letters: frozenset[str]) -> tuple[bytes, ...]:
    """Return fonts of this machine that have the letters, as far as there are such.

    Each is cut to the letters that those before it lack. None is returned that must not stand in
    files, nor any where the machine does not say which fonts it has.
    """
    return _found("".join(sorted(letters))) if letters else ()


@lru_cache(maxsize=8)
def _found(wanted: str) -> tuple[bytes, ...]:
    open_, found = set(wanted), list[bytes]()
    while open_ and len(found) < _MOST_FONTS:
        letter = min(open_)
        cut = next(_cuts(letter, open_), None)
        if cut is None:
            open_.discard(letter)
            continue
        data, has = cut
        found.append(data)
        open_ -= has
    return tuple(found)


def _cuts(letter: str, wanted: set[str]) -> Iterator[tuple[bytes, set[str]]]:
    """Yield a font that has a letter, with those of the wanted letters that it has."""
    for path in _files(letter):
        try:
            if Path(path).stat().st_size <= _LARGEST:
                yield from _cut(path, letter, wanted)
        except Exception:  # noqa: BLE001, S112  # a font of this machine that cannot be read is none
            continue


def _files(letter: str) -> list[str]:
    """Return the files of the fonts that have a letter, the upright regular ones first."""
    program = shutil.which(_LISTS_FONTS)
    if program is None:
        return []
    asked = [program, f":charset={ord(letter):x}:scalable=true", "--format", "%{file}\\n"]
    try:
        done = subprocess.run(  # noqa: S603  # a program of the system, with a number
            asked, capture_output=True, timeout=_SECONDS, check=False, text=True, errors="replace"
        )
    except (OSError, subprocess.SubprocessError):
        return []
    files = sorted(set(filter(None, done.stdout.split("\n"))))
    return sorted(files, key=lambda name: ("egular" not in name, "talic" in name, len(name)))


def _cut(path: str, letter: str, wanted: set[str]) -> Iterator[tuple[bytes, set[str]]]:
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415

    for face in _faces(path):
        known = set(map(chr, face.getBestCmap() or ()))
        is_free = not (face["OS/2"].fsType & _RESTRICTED) if "OS/2" in face else True
        if letter not in known or not is_free:
            continue
        has = wanted & known
        if "fvar" in face:  # its usual weight and width, for a file holds one
            face = instantiateVariableFont(  # noqa: PLW2901
                face, dict.fromkeys(_axes(face), None), inplace=True
            )
        options = Options(layout_features=["*"], hinting=False, notdef_outline=True)
        options.drop_tables += ["FFTM", "STAT"]  # the time at which FontForge made it, and names
        subsetter = Subsetter(options)
        subsetter.populate(text=" " + "".join(sorted(has)))
        subsetter.subset(face)
        target = BytesIO()
        face.save(target)
        yield target.getvalue(), has
        return


def _axes(face: "TTFont") -> list[str]:
    return [axis.axisTag for axis in face["fvar"].axes]


def _faces(path: str) -> "Iterator[TTFont]":
    from fontTools.ttLib import TTCollection, TTFont  # noqa: PLC0415

    data = BytesIO(Path(path).read_bytes())
    if path.casefold().endswith((".ttc", ".otc")):
        yield from TTCollection(data, lazy=True).fonts
    else:
        yield TTFont(data, lazy=True, recalcTimestamp=False)
