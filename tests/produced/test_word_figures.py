"""The figures of a Word file are read where they are drawn, whatever their parts are called."""

import re

from escp_docs.export.word.writer import to_docx
from escp_docs.produced import word_file
from tests.support.documents import document
from tests.support.look import look
from tests.support.tampering import packed, parts_of

_RELATIONS = "word/_rels/document.xml.rels"


def test_parts_may_be_numbered_anew_but_not_change_places() -> None:
    """As programs do that save a file: the tenth picture sorts before the second by its name."""
    data = to_docx(document("application", "shield"), look()).data
    parts = parts_of(data)
    relations = parts[_RELATIONS].decode()
    drawn = re.findall(r'Target="media/([^"]+)\.svg"', relations)
    said = word_file.read(data).figures
    assert said is not None
    assert len(set(said)) > 2

    def figures(names: dict[str, str], *, moved: bool) -> tuple[str, ...] | None:
        text = re.sub(r'(?<=Target="media/)([^"]+)(?=\.svg")', lambda one: names[one[1]], relations)
        renamed = {
            f"word/media/{names[name]}.svg" if moved else f"word/media/{name}.svg": parts[
                f"word/media/{name}.svg"
            ]
            for name in drawn
        }
        others = {name: part for name, part in parts.items() if not name.endswith(".svg")}
        return word_file.read(packed({**others, **renamed, _RELATIONS: text.encode()})).figures

    backwards = dict(zip(drawn, sorted(drawn, reverse=True), strict=True))
    assert figures(backwards, moved=True) == said
    assert figures(backwards, moved=False) != said
