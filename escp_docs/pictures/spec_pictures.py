"""What the pictures that a spec names came to."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct, field

from escp_docs.document import Picture
from escp_docs.errors import Fault
from escp_docs.finding import Remark

PictureKey = tuple[str, str]
"""The path of a value in the spec, and the file as it is named there."""


class SpecPictures(Struct, frozen=True):
    """What the pictures of a spec came to.

    Attributes:
        found: Each that can be shown, by where it is named.
        faults: Why others cannot be, by where they are named.
        remarks: What is not shown of those that are.
        paths: The files, as far as there are such.
    """

    found: Mapping[PictureKey, Picture] = field(default_factory=lambda: MappingProxyType({}))
    faults: Mapping[PictureKey, Fault] = field(default_factory=lambda: MappingProxyType({}))
    remarks: tuple[Remark, ...] = ()
    paths: tuple[str, ...] = ()
