"""How sync programs name the copies that they leave of a file."""

import posixpath
from collections.abc import Iterable, Iterator


def is_named_like_a_copy(file: str, model: str) -> bool:
    """Whether a file is named as another one with an addition, as sync programs name copies.

    `agreement (1).yaml` and `Copy of agreement.yaml` are, of `agreement.yaml`.
    """
    return _stem(model) in _models(_stem(file))


def copies_among(files: Iterable[str]) -> frozenset[str]:
    """Return the files that are named like a copy of another; there may be thousands."""
    stems = {one: _stem(one) for one in files}
    known = frozenset(stems.values())
    return frozenset(
        one for one, stem in stems.items() if any(model in known for model in _models(stem))
    )


def _stem(file: str) -> str:
    return posixpath.splitext(posixpath.basename(file))[0].casefold()


def _models(stem: str) -> Iterator[str]:
    """Yield each name of which this one may be a copy: a part of it, with no letter beside it."""
    starts = [0, *(index + 1 for index, one in enumerate(stem) if not one.isalnum())]
    ends = [*(index for index, one in enumerate(stem) if not one.isalnum()), len(stem)]
    for start in starts:
        for end in ends:
            part = stem[start:end]
            if part and part != stem and stem.find(part) == start:
                yield part
