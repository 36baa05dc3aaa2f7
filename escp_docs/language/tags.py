"""The tags of the languages that there are; told without loading a word of them."""

from typing import Final

TAGS: Final = ("en-GB",)
"""In the order in which they are offered."""
