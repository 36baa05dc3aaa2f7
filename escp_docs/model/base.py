"""What every part of a spec has in common."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field


class SpecModel(BaseModel):
    """A mapping of a spec: frozen, and an unknown key is an error.

    What its keys are called and asked for stands in `language/`, for every language.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid")

    unwritten: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """The words of texts that say they are not written yet, by their key, which is absent."""

    left_out: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """The words of such items of lists and entries of mappings, by their path below the part.

    An item that is left out stands behind those that are kept: `keywords[2]` beside two keywords.
    """

    def note_unwritten(self, name: str, words: str) -> None:
        """Remember the words of a key that is absent since they say that it is not written yet."""
        # Beside the fields, since hardly any part has such words.
        self.__dict__["unwritten"] = {**self.unwritten, name: words}

    def note_left_out(self, path: str, words: str) -> None:
        """Remember the words of an item or entry that is left out since they say so."""
        self.__dict__["left_out"] = {**self.left_out, path: words}


def part(whole: type[SpecModel]) -> Any:  # noqa: ANN401  # as pydantic.Field
    """Return the field of a part that, absent as a whole, has all of its keys absent."""
    return Field(default_factory=whole)
