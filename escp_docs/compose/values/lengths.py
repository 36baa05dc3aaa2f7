"""How long texts are: letter by letter as the portal's form counts, and in words."""

from collections.abc import Iterable
from typing import Any

from escp_docs.compose.markdown.glyphs import printable
from escp_docs.compose.values.view import plain
from escp_docs.model.plain_text import plain_text
from escp_docs.model.spec import Spec


def lengths(spec: Spec) -> dict[str, Any]:
    """Return the length of each text, and the texts that a form takes otherwise than the spec."""
    project = spec.project
    abstract = plain_text(project.abstract or "")
    keywords = ", ".join(project.keywords or ())
    return {
        "acronym": len(project.acronym),
        "title": len(project.title or ""),
        "abstract": len(abstract),
        "abstract_text": printable(abstract),
        "keywords": len(keywords),
        "keywords_text": printable(keywords),
    }


def letters(texts: Iterable[object]) -> int:
    """Return how many characters texts have together, as templates see them; of what is stated."""
    stated = (one for one in map(plain, texts) if isinstance(one, str))
    return sum(len(plain_text(one)) for one in stated)


def word_count(prose: object) -> int:
    """Return how many words a text has, as templates see it; none of what is not stated."""
    found = plain(prose)
    return len(plain_text(found).split()) if isinstance(found, str) else 0
