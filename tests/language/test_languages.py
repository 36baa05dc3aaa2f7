"""Which languages there are."""

from escp_docs.language.languages import LANGUAGES
from escp_docs.language.tags import TAGS


def test_each_language_has_its_tag_where_rules_look_it_up() -> None:
    assert tuple(LANGUAGES) == TAGS
