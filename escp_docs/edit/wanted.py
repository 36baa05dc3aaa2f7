"""The plain values of a spec as they are to be after a change."""

from escp_docs.read.plain_values import Raw, Steps


def put(tree: Raw, steps: Steps, value: Raw) -> Raw:
    """Return `tree` with `value` at `steps`; mappings on the way there are made."""
    if not steps:
        return value
    step, rest = steps[0], steps[1:]
    if isinstance(tree, list) and isinstance(step, int):
        return [put(one, rest, value) if at == step else one for at, one in enumerate(tree)]
    around = tree if isinstance(tree, dict) else {}
    return {**around, str(step): put(around.get(str(step)), rest, value)}


def without(tree: Raw, steps: Steps) -> Raw:
    """Return `tree` without what stands at `steps`."""
    step, rest = steps[0], steps[1:]
    if isinstance(tree, list) and isinstance(step, int):
        if not rest:
            return tree[:step] + tree[step + 1 :]
        return [without(one, rest) if at == step else one for at, one in enumerate(tree)]
    if not isinstance(tree, dict) or step not in tree:
        return tree
    if not rest:
        return {name: one for name, one in tree.items() if name != step}
    return {name: without(one, rest) if name == step else one for name, one in tree.items()}


def at(tree: Raw, steps: Steps) -> Raw:
    """Return what stands at `steps`, None if nothing does."""
    found = tree
    for step in steps:
        if isinstance(found, dict):
            found = found.get(str(step))
        elif isinstance(found, list) and isinstance(step, int) and step < len(found):
            found = found[step]
        else:
            return None
    return found


def same(one: Raw, other: Raw) -> bool:
    """Whether two values state the same; blanks and line ends around a text state nothing."""
    match one, other:
        case str(), str():
            return one == other or tidied(one) == tidied(other)
        case list(), list():
            return len(one) == len(other) and all(map(same, one, other))
        case dict(), dict():
            return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
        case _:
            return one is None and other is None


def tidied(value: Raw) -> Raw:
    """Return a value whose texts have no blanks around them, and line feeds for line ends."""
    match value:
        case str():
            return value.replace("\r\n", "\n").replace("\r", "\n").strip()
        case list():
            return [tidied(one) for one in value]
        case dict():
            return {name: tidied(one) for name, one in value.items()}
        case _:
            return None
