"""How sync programs name the copies that they leave of a file."""

import posixpath


def is_named_like_a_copy(file: str, model: str) -> bool:
    """Whether a file is named as another one with an addition, as sync programs name copies.

    `agreement (1).yaml` and `Copy of agreement.yaml` are, of `agreement.yaml`.
    """
    names = (posixpath.splitext(posixpath.basename(one))[0].casefold() for one in (file, model))
    name, other = names
    at = name.find(other)
    if at < 0 or name == other:
        return False
    before, after = name[:at][-1:], name[at + len(other) :][:1]
    return not before.isalnum() and not after.isalnum()
