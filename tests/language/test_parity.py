"""Every word that one language has, every language has, with the same blanks to fill in."""

from collections.abc import Iterator
from string import Formatter

import pytest
from msgspec.structs import replace

from escp_docs.compose.document_types import DOCUMENT_TYPES
from escp_docs.language.english.language import ENGLISH
from escp_docs.language.language import Language
from escp_docs.language.languages import LANGUAGES, language_of
from escp_docs.model.call import Form
from tests.support.made_up_language import made_up, words
from tests.support.model_keys import KEYS, OPTIONS

EVERY = {**LANGUAGES, "made up": made_up()}


def _blanks(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def lacks(language: Language, other: Language) -> Iterator[str]:
    """Yield what `language` lacks, or says with other blanks than `other` does."""
    have = dict(words(language))
    for path, said in words(other):
        if path not in have or bool(have[path]) != bool(said):
            yield f"{path} is missing"
        elif _blanks(have[path]) != _blanks(said):
            yield f"{path} has the blanks {_blanks(have[path])}, not {_blanks(said)}"


@pytest.mark.parametrize("one", EVERY)
@pytest.mark.parametrize("other", EVERY)
def test_every_language_has_the_words_of_every_other(one: str, other: str) -> None:
    assert list(lacks(EVERY[one], EVERY[other])) == []


@pytest.mark.parametrize("tag", [name for name in EVERY if name != ENGLISH.tag])
def test_other_languages_lean_on_no_key_and_no_choice_for_their_words(tag: str) -> None:
    language = EVERY[tag]
    tables = language.keys.keys
    unnamed = [key for key in KEYS if not tables[key.part][key.name].label]  # type: ignore[literal-required]
    assert unnamed == []
    assert [one for one in OPTIONS if one not in language.values.choices] == []


def test_a_word_without_its_blanks_is_noticed() -> None:
    short = replace(made_up(), pages=replace(ENGLISH.pages, page_of_pages="Page {page}"))
    assert list(lacks(short, ENGLISH)) == [
        "pages.page_of_pages has the blanks ['page'], not ['page', 'pages']"
    ]


def test_a_word_that_is_empty_is_noticed() -> None:
    mute = replace(made_up(), captions=replace(ENGLISH.captions, table=""))
    assert list(lacks(mute, ENGLISH)) == ["captions.table is missing"]


def test_the_words_of_all_groups_are_compared() -> None:
    paths = [path for path, _ in words(ENGLISH)]
    assert len(paths) == len(set(paths))
    assert len(paths) > 2 * len(KEYS) + 150
    assert {path.partition(".")[0] for path in paths} == {
        *("values", "keys", "titles", "captions", "headings", "pages", "signing", "edition"),
        *("questions", "hints", "compliance", "figures", "workbook", "negotiation"),
        *("mails", "redlines", "calendar"),
    }


def test_every_document_has_a_title() -> None:
    assert list(ENGLISH.titles) == list(DOCUMENT_TYPES)
    assert ENGLISH.title("budget") == "Budget"
    assert ENGLISH.title("minutes") == "minutes"


def test_every_part_of_the_form_and_every_document_that_is_looked_up_has_a_name() -> None:
    words = ENGLISH.compliance
    read = {name for kind in DOCUMENT_TYPES.values() for name in kind.reads}
    assert set(words.short_titles) == read
    assert set(words.form_parts) == set(Form.__struct_fields__)


def test_a_tag_leads_to_its_language_and_no_other_does() -> None:
    assert language_of("en-GB") is ENGLISH
    with pytest.raises(LookupError, match="'tlh'"):
        language_of("tlh")


@pytest.mark.parametrize("language", EVERY.values(), ids=list(EVERY))
def test_tabs_of_the_workbook_fit_and_differ(language: Language) -> None:
    names = [said for path, said in words(language) if path.startswith("workbook.sheets.")]
    assert len({name.casefold() for name in names}) == len(names)
    assert max(map(len, names)) <= 31
