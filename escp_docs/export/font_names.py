"""The names inside a cut font: its own, and those of its makers and its licence.

The SIL Open Font License lets anybody cut letters out of a font, but what is left must not bear the
reserved name (OFL 1.1, condition 3; here "Source"), and copyright and licence go with it
(condition 2). Whole fonts within a PDF are free of both.
"""

from typing import Final

from fontTools.ttLib import TTFont

from escp_docs.export.look import WHOLE

# Source: OpenType 1.9.1, table name, Name IDs.
_COPYRIGHT, _TRADEMARK, _DESIGNER, _LICENCE, _LICENCE_URL = 0, 7, 9, 13, 14
KEPT: Final = (_COPYRIGHT, 1, 2, 3, 4, 5, 6, _DESIGNER, _LICENCE, _LICENCE_URL, 16, 17)
"""The names to keep when letters are cut out."""


def rename(font: TTFont) -> None:
    """Give a font that is cut from one of the shipped families the name of ours, in place."""
    names = font["name"]
    for own, whole in WHOLE.items():
        for reserved, instead in ((whole, own), (whole.replace(" ", ""), own.replace(" ", ""))):
            for record in names.names:
                if record.nameID not in {_COPYRIGHT, _LICENCE}:
                    record.string = record.toUnicode().replace(reserved, instead)
    names.names = [one for one in names.names if one.nameID != _TRADEMARK]
