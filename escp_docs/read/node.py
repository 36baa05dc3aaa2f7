"""What a YAML text holds: values that know their place."""

from msgspec import Struct

from escp_docs.errors import Fault
from escp_docs.finding import Place, Remark


class Node(Struct):
    """A value of a YAML file: a text, a list of nodes, a mapping, or None if it is empty.

    `place` is where the value itself begins; the key of an entry of a mapping stands beside it.
    `size` counts the nodes below and including this one, `depth` the levels, aliases followed.
    `flow` says that a list or mapping is written in brackets, `is_refused` that this was told to be
    no value, so that nothing more is to be said of it.
    """

    value: "str | list[Node] | dict[str, tuple[Place, Node]] | None"
    place: Place
    size: int = 1
    depth: int = 1
    flow: bool = False
    is_refused: bool = False


class Parsed(Struct, frozen=True):
    """What a YAML text holds; `root` is None if it is empty or cannot be read at all.

    `whole` says that nothing of it is missing or stands elsewhere than it was written; `beyond`
    that it was read up to what is YAML and in no spec: a second document, a key that is no word.
    """

    root: Node | None
    faults: list[Fault]
    remarks: list[Remark]
    whole: bool
    spans: list[tuple[int, int]]
    beyond: bool = False
