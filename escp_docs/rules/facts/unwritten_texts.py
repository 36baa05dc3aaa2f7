"""What a spec says is not written yet: words in place of facts, and words left in texts."""

from collections.abc import Iterator

from escp_docs.model.base import SpecModel
from escp_docs.model.not_written import capital_word
from escp_docs.model.schema import Scalar, form, join, keys, split, texts
from escp_docs.model.spec import Spec

_Steps = tuple[str | int, ...]


def unwritten(part: object, steps: _Steps = ()) -> Iterator[tuple[str, str]]:
    """Yield the path of each fact that is absent since its words say so, and these words.

    Items of lists and entries of mappings that are left out are among them.
    """
    if isinstance(part, SpecModel):
        for name, key in keys(type(part)).items():
            if name in part.unwritten:
                yield join((*steps, name)), part.unwritten[name]
            inner = getattr(part, key.attribute)
            if isinstance(inner, (SpecModel, tuple)):
                yield from unwritten(inner, (*steps, name))
        for path, words in part.left_out.items():
            yield join((*steps, *split(path))), words
    elif isinstance(part, tuple):
        for index, one in enumerate(part):
            if isinstance(one, (SpecModel, tuple)):
                yield from unwritten(one, (*steps, index))


def left_to_do(spec: Spec) -> Iterator[tuple[str, str]]:
    """Yield the path of each text that has a word such as TODO in it, and the word."""
    for path, text in texts(spec):
        word = capital_word(text)
        if word is not None and _is_prose(path):
            yield path, word


def _is_prose(path: str) -> bool:
    shape = form(Spec, path)
    if not isinstance(shape, Scalar) or shape.declares or shape.refers:
        return False
    return shape.kind in ("text", "prose")
