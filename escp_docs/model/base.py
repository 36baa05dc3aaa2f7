"""What every part of a spec has in common."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar, Final, Self, dataclass_transform

from msgspec import NODEFAULT, Struct, StructMeta, field
from msgspec.structs import fields, replace

_STATED: Final = "stated"


class _PartMeta(StructMeta):
    """Every part is frozen, made by keywords, and has room for what is known beside its fields."""

    def __new__(
        cls,
        name: str,
        bases: tuple[type, ...],
        own: dict[str, Any],
        **options: Any,  # noqa: ANN401
    ) -> type:
        # Of these, msgspec hands on to subclasses all but `kw_only`.
        usual: dict[str, Any] = {"frozen": True, "kw_only": True, "dict": True}
        return super().__new__(cls, name, bases, own, **usual | options)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
class SpecModel(Struct, frozen=True, metaclass=_PartMeta):
    """A mapping of a spec, frozen.

    What its keys are called and asked for stands in `language/`, for every language.
    """

    unwritten: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """The words of texts that say they are not written yet, by their key, which is absent."""

    left_out: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """The words of such items of lists and entries of mappings, by their path below the part.

    An item that is left out stands behind those that are kept: `keywords[2]` beside two keywords.
    """

    open_entries: ClassVar[Mapping[str, tuple[str, ...]]] = MappingProxyType({})
    """The entries of mappings that are announced and state nothing, by the key of the mapping."""

    @property
    def stated(self) -> frozenset[str]:
        """The attributes whose keys were written; of a part that was not read, what is no default.

        A key that was written may state nothing: `region: TBD`.
        """
        read: frozenset[str] | None = self.__dict__.get(_STATED)
        if read is not None:
            return read
        return frozenset(
            one.name
            for one in fields(type(self))
            if getattr(self, one.name) != default_of(one.default, one.default_factory)
        )

    def hold_together(self) -> None:
        """Object to values that do not go together.

        Raises:
            RefusedValueError: what is wrong, and how to mend it.
        """

    def updated(self, changes: Mapping[str, Any]) -> Self:
        """Return this part with other values, by their attributes, and all that is known of it."""
        made = replace(self, **changes)
        made.__dict__.update(self.__dict__)
        made.__dict__[_STATED] = self.stated | changes.keys()
        return made

    def note_stated(self, stated: frozenset[str]) -> None:
        """Remember the attributes whose keys were written."""
        # Beside the fields, as all that is noted: two parts are the same if they state the same.
        self.__dict__[_STATED] = stated

    def note_unwritten(self, name: str, words: str) -> None:
        """Remember the words of a key that is absent since they say that it is not written yet."""
        self.__dict__["unwritten"] = {**self.unwritten, name: words}

    def note_left_out(self, path: str, words: str) -> None:
        """Remember the words of an item or entry that is left out since they say so."""
        self.__dict__["left_out"] = {**self.left_out, path: words}

    def with_words(self, unwritten: Mapping[str, str], left_out: Mapping[str, str]) -> Self:
        """Return this part with other words of what is not written yet."""
        made = self.updated({})
        made.__dict__.update(unwritten=unwritten, left_out=left_out)
        return made

    def without_open_entry(self, name: str, entry: str, path: str) -> Self:
        """Return this part without what the mapping `name` announces at `path`, words and all."""
        left = self.updated({})
        there = tuple(one for one in self.open_entries[name] if one != entry)
        left.__dict__["open_entries"] = {**self.open_entries, name: there}
        said = {one: words for one, words in self.left_out.items() if one != path}
        left.__dict__["left_out"] = said
        return left

    def note_open_entry(self, name: str, entry: str) -> None:
        """Remember that an entry of the mapping `name` is there and states nothing."""
        there = (*self.open_entries.get(name, ()), entry)
        self.__dict__["open_entries"] = {**self.open_entries, name: there}


def part(whole: type[SpecModel]) -> Any:  # noqa: ANN401  # as msgspec.field
    """Return the field of a part that, absent as a whole, has all of its keys absent."""
    return field(default_factory=whole)


def default_of(default: object, factory: Any) -> object:  # noqa: ANN401  # as msgspec has it
    """Return what a field is while its key is absent, `NODEFAULT` if it has to be there."""
    return default if factory is NODEFAULT else factory()
