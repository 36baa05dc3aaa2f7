"""Hashes that are short enough for a manifest and long enough to tell parts of files apart."""

import hashlib
from typing import Final

_DIGITS: Final = 16


def short_hash(data: bytes) -> str:
    """Return the first sixteen hexadecimal digits of the SHA-256 of bytes."""
    return hashlib.sha256(data).hexdigest()[:_DIGITS]
