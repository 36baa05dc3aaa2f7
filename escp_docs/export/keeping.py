"""What must not be parted from what follows it by the end of a page."""

from escp_docs.document import (
    Block,
    Clause,
    Emphasis,
    Figure,
    List,
    Paragraph,
    Passage,
    Signature,
    Strong,
    Table,
    plain,
)


def introduces(block: Block, following: Block | None) -> bool:
    """Return whether a page must not end between a block and what follows it."""
    match block, following:
        case Clause(), Clause():
            return following.level > block.level
        case Paragraph(), Signature():
            return True  # the closing words of a letter
        case Paragraph(children=(Emphasis() | Strong(),)), (Paragraph() | List() | Passage()):
            return True  # a label: "Why this target."
        case ((Paragraph() | Clause()), (List() | Table() | Figure() | Passage())):
            return plain(block.children).rstrip().endswith(":")
        case _:
            return False
