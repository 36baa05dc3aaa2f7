"""What every part of a spec has in common."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field


class SpecModel(BaseModel):
    """A mapping of a spec: frozen, and an unknown key is an error.

    What its keys are called and asked for stands in `language/`, for every language.
    """

    # A part is hardly ever read alone: what reads it is built with the whole, or when it is needed.
    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    unwritten: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """The words of texts that say they are not written yet, by their key, which is absent."""

    left_out: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """The words of such items of lists and entries of mappings, by their path below the part.

    An item that is left out stands behind those that are kept: `keywords[2]` beside two keywords.
    """

    open_entries: ClassVar[Mapping[str, tuple[str, ...]]] = MappingProxyType({})
    """The entries of mappings that are announced and state nothing, by the key of the mapping."""

    def note_unwritten(self, name: str, words: str) -> None:
        """Remember the words of a key that is absent since they say that it is not written yet."""
        # Beside the fields, since hardly any part has such words.
        self.__dict__["unwritten"] = {**self.unwritten, name: words}

    def note_left_out(self, path: str, words: str) -> None:
        """Remember the words of an item or entry that is left out since they say so."""
        self.__dict__["left_out"] = {**self.left_out, path: words}

    def without_open_entry(self, name: str, entry: str, path: str) -> Self:
        """Return this part without what the mapping `name` announces at `path`, words and all."""
        left = self.model_copy()
        there = tuple(one for one in self.open_entries[name] if one != entry)
        left.__dict__["open_entries"] = {**self.open_entries, name: there}
        said = {one: words for one, words in self.left_out.items() if one != path}
        left.__dict__["left_out"] = said
        return left

    def note_open_entry(self, name: str, entry: str) -> None:
        """Remember that an entry of the mapping `name` is there and states nothing."""
        there = (*self.open_entries.get(name, ()), entry)
        self.__dict__["open_entries"] = {**self.open_entries, name: there}


def part(whole: type[SpecModel]) -> Any:  # noqa: ANN401  # as pydantic.Field
    """Return the field of a part that, absent as a whole, has all of its keys absent."""
    return Field(default_factory=whole)
