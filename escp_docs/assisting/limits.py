"""How long a text may be, as far as the form of the call says, and how long it is."""

from collections.abc import Iterator

from msgspec import Struct

from escp_docs.assisting.sections import is_at
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.model.call.form import FormSection
from escp_docs.model.schema import split, texts


class Length(Struct, frozen=True):
    """How long a text is, and may be; None where the form of the call does not say.

    Attributes:
        words: The words of the text.
        characters: Its characters.
        section: The section of the form that it stands in; empty if none has a limit.
        most_characters: The most that the texts of that section may have together.
        section_characters: What they have.
        most_pages: The most pages of the section.
    """

    words: int
    characters: int
    section: str = ""
    most_characters: int | None = None
    section_characters: int | None = None
    most_pages: int | None = None

    @property
    def is_too_long(self) -> bool:
        """Whether the texts of the section have more characters than the form takes."""
        most, found = self.most_characters, self.section_characters
        return most is not None and found is not None and found > most


def length(spec: OpenSpec, path: str, text: str) -> Length:
    """Return how long a text is, and may be, in place of what stands at a path of a spec."""
    words, characters = len(text.split()), len(text.strip())
    section = next(_limited(spec, path), None)
    if section is None:
        return Length(words, characters)
    others = sum(
        len(one.strip())
        for at, one in texts(spec.spec)
        if not (text and is_at(at, path))
        and any(is_at(_plain(at), name) for name in section.keys or ())
    )
    name = section.title or section.id or ""
    counted = others + characters if section.characters else None
    return Length(words, characters, name, section.characters, counted, section.pages)


def _limited(spec: OpenSpec, path: str) -> Iterator[FormSection]:
    for one in spec.call.sections(spec.spec.strand):
        is_here = any(is_at(_plain(path), name) for name in one.keys or ())
        if is_here and (one.characters or one.pages):
            yield one


def _plain(path: str) -> str:
    """Return a path without its positions, as forms name keys."""
    return ".".join(str(step) for step in split(path) if not isinstance(step, int))
