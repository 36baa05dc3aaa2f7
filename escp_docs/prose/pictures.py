"""Pictures in a prose: `![what it shows](files/plan.png)` on a line of its own."""

from typing import Final

from escp_docs.document import Picture
from escp_docs.pattern import pattern
from escp_docs.prose.lines import Line
from escp_docs.prose.structure import Words

_PICTURE: Final = pattern(r"!\[(?P<words>[^\[\]]*)\]\(\s*<?(?P<file>[^()<>\s]+)>?\s*\)\s*")
_READ: Final = (".png", ".jpg", ".jpeg", ".svg")


def is_picture(line: Line) -> bool:
    """Whether a line is a picture from the folder of the spec, and nothing else."""
    found = _PICTURE.fullmatch(line.text)
    return bool(found and is_file(found["file"]))


def is_file(name: str) -> bool:
    """Whether a name is that of a file that is read as a picture, and no address of the web."""
    return "://" not in name and name.casefold().endswith(_READ)


def picture_in(words: Words) -> Picture | None:
    """Return the picture that a paragraph is, without what the file holds; None if it is none."""
    if len(words.lines) != 1 or words.is_verbatim or words.is_heading:
        return None
    found = _PICTURE.fullmatch(words.lines[0].text)
    if not found or not is_file(found["file"]):
        return None
    return Picture(found["file"], " ".join(found["words"].split()))


def typed(picture: Picture) -> str:
    """Return a picture as it is typed, for where it cannot be shown."""
    return f"![{picture.alternative}]({picture.source})"
