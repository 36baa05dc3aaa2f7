"""What a spec says is not written yet: words in place of facts, and words left in texts."""

from collections.abc import Iterator
from functools import cache

from escp_docs.model.base import SpecModel
from escp_docs.model.not_written import capital_word
from escp_docs.model.schema import Key, ListOf, form, is_words, join, keys, split, texts, words
from escp_docs.model.spec import Spec

_Steps = tuple[str | int, ...]


def unwritten(part: object, steps: _Steps = ()) -> Iterator[tuple[str, str]]:
    """Yield the path of each fact that is absent since its words say so, and these words.

    Items of lists and entries of mappings that are left out are among them.
    """
    if isinstance(part, SpecModel):
        known, said = keys(type(part)), part.unwritten
        for name, key in known.items() if said else _with_parts(type(part)):
            if name in said:
                yield join((*steps, name)), said[name]
            inner = getattr(part, key.attribute)
            if isinstance(inner, (SpecModel, tuple)):
                yield from unwritten(inner, (*steps, name))
        for path, words in part.left_out.items():
            yield join((*steps, *split(path))), words
    elif isinstance(part, tuple):
        for index, one in enumerate(part):
            if isinstance(one, (SpecModel, tuple)):
                yield from unwritten(one, (*steps, index))


@cache
def _with_parts(part: type[SpecModel]) -> tuple[tuple[str, Key], ...]:
    """Return the keys of a part behind which a part stands, or several do."""
    return tuple(
        (name, key)
        for name, key in keys(part).items()
        if isinstance(key.shape.item if isinstance(key.shape, ListOf) else key.shape, type)
    )


def left_to_do(spec: Spec) -> Iterator[tuple[str, str]]:
    """Yield the path of each text that has a word such as TODO in it, and the word."""
    if capital_word("\n".join(words(spec))) is None:
        return
    for path, text in texts(spec):
        word = capital_word(text)
        if word is not None and is_words(form(Spec, path)):
            yield path, word
