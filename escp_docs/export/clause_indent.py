"""Which blocks go on with the words of the clause above them, and are set in as far as these."""

from escp_docs.document import Block, Clause, Figure, List, Note, Paragraph, Passage, Table


def inset(blocks: tuple[Block, ...]) -> tuple[bool, ...]:
    """Return for each of some blocks that follow each other whether it goes on with a clause.

    Running text does, from a clause to the next heading. Tables, figures and boxes keep the whole
    width, and what follows them still belongs to the clause.
    """
    found: list[bool] = []
    inside = False
    for block in blocks:
        match block:
            case Clause():
                inside = True
                found.append(False)
            case Paragraph() | List() | Passage():
                found.append(inside)
            case Table() | Figure() | Note():
                found.append(False)
            case _:
                inside = False
                found.append(False)
    return tuple(found)
