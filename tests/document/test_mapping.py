"""A tree made of another: changed where it is to be, and the very same where it is not."""

from hypothesis import given
from msgspec.structs import replace

from escp_docs.document import Block, Inline, Text, inlines, mapped, spread, walk
from escp_docs.document.walk import with_each_inline
from tests.support.random_trees import TREES


def _shouted(inline: Inline) -> Inline:
    return replace(inline, text=inline.text.upper()) if isinstance(inline, Text) else inline


def _texts(blocks: tuple[Block, ...]) -> list[str]:
    every = (one for block in walk(blocks) for one in spread(inlines(block)))
    return [one.text for one in every if isinstance(one, Text)]


@given(TREES)
def test_what_nothing_is_done_to_is_the_same_object(blocks: tuple[Block, ...]) -> None:
    assert mapped(blocks, lambda block: block) is blocks


@given(TREES)
def test_every_inline_is_changed_once_and_in_its_place(blocks: tuple[Block, ...]) -> None:
    before = _texts(blocks)
    made = mapped(blocks, lambda block: with_each_inline(block, _shouted))
    assert _texts(made) == [one.upper() for one in before]
    assert _texts(blocks) == before
