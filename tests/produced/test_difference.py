"""Differences: one changed letter is found wherever it stands, and nothing else is."""

from functools import lru_cache

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from escp_docs.produced.difference import Difference, differences, narrowed
from escp_docs.produced.expected_text import ExpectedText, Piece, expected_text
from escp_docs.produced.extracted import ExtractedText
from escp_docs.produced.manifest_text import dump, load
from escp_docs.produced.normalize import squeezed
from tests.support.documents import document
from tests.support.sizes import examples


@lru_cache(maxsize=1)
def agreement() -> ExpectedText:
    return expected_text(document("partnership-agreement", "shield"))


def shown(words: ExpectedText, *pieces: str) -> ExtractedText:
    """Return what a file shows that says just these pieces, or those of a document."""
    text = "\n".join(pieces or (one.whole for one in words.pieces))
    return ExtractedText(text, words.notes, words.figures)


def found(words: ExpectedText, *pieces: str) -> list[Difference]:
    return list(differences(words, {}, shown(words, *pieces)))


def test_a_document_agrees_with_itself() -> None:
    assert found(agreement()) == []


def test_what_the_manifest_keeps_is_what_the_document_says() -> None:
    assert load(dump(agreement())) == agreement()


@settings(max_examples=examples(60))
@given(st.data())
def test_one_changed_digit_is_found_in_its_section_and_nowhere_else(data: st.DataObject) -> None:
    words = agreement()
    wholes = [one.whole for one in words.pieces]
    index = data.draw(
        st.sampled_from(
            [n for n, one in enumerate(words.pieces) if any(map(str.isdigit, one.text))]
        )
    )
    text = wholes[index]
    place = data.draw(st.sampled_from([n for n, one in enumerate(text) if one.isdigit()]))
    other = data.draw(st.sampled_from([one for one in "0123456789" if one != text[place]]))
    changed = f"{text[:place]}{other}{text[place + 1 :]}"

    (one,) = found(words, *wholes[:index], changed, *wholes[index + 1 :])

    assert squeezed(one.found) != squeezed(one.expected)
    assert other in one.found
    assert text[place] in one.expected
    assert set(one.paths) == set(words.pieces[index].paths)


@settings(max_examples=examples(30))
@given(st.data())
def test_what_is_gone_or_added_is_told(data: st.DataObject) -> None:
    words = agreement()
    wholes = [one.whole for one in words.pieces]
    longs = [n for n, one in enumerate(wholes) if len(one) > 40]
    index = data.draw(st.sampled_from(longs))

    (gone,) = found(words, *wholes[:index], *wholes[index + 1 :])
    (added,) = found(words, *wholes[:index], "Nobody agreed to this.", *wholes[index:])

    assert (gone.found, bool(gone.expected)) == ("", True)
    assert (added.expected, added.found) == ("", "Nobody agreed to this.")


def test_words_after_the_end_are_told() -> None:
    words = ExpectedText((Piece("The end"),))

    assert [one.found for one in found(words, "The end", "and more")] == ["and more"]


def test_a_file_that_says_nothing_of_it_is_one_difference() -> None:
    (one,) = found(agreement(), "Something else")

    assert one.found == "Something else"


def test_two_changes_far_apart_are_two_differences() -> None:
    wholes = [one.whole for one in agreement().pieces]
    wholes[20], wholes[200] = "one", "two"

    assert len(found(agreement(), *wholes)) == 2


def test_notes_and_figures_are_compared() -> None:
    words = ExpectedText((Piece("Text"),), ("1first", "2second"), ("drawn 12",))
    other = ExtractedText("Text", ("1first", "2other"), ("drawn 13",))

    assert [(one.place, one.expected, one.found) for one in differences(words, {}, other)] == [
        ("note 2", "2second", "2other"),
        ("figure 1", "drawn 12", "drawn 13"),
    ]


def test_heads_links_and_values_are_compared() -> None:
    words = ExpectedText(
        (Piece("Text"),), running=("X", "20 November 2020"), links=("https://a.example/",)
    )
    other = ExtractedText(
        "Text",
        heads=("X20November2020", "X21November2020"),
        links=frozenset({"https://a.example", "https://evil.example"}),
        values={"project.acronym": "Y"},
    )

    assert [
        (one.place, one.found) for one in differences(words, {"project.acronym": "X"}, other)
    ] == [
        ("head or foot of page 2", "X 21November2020"),
        ("links", "https://evil.example"),
        ("values carried along", "Y"),
    ]


def test_the_head_and_foot_of_a_page_are_told_in_words() -> None:
    words = ExpectedText((Piece("Text"),), running=("WAVE-4i", "Term sheet"), foot="1 May, abcdef")
    other = ExtractedText(
        "Text", heads=("Text.•WAVE-4iTermsheet1May,abcdefPage1of2",), is_whole=False, has_pages=True
    )

    (one,) = [one for one in differences(words, {}, other) if one.place.startswith("head")]

    assert one.expected == "WAVE-4i Term sheet 1 May, abcdef Page 1 of 1"
    assert one.found.endswith("WAVE-4i Term sheet 1 May, abcdef Page 1 of 2")


def test_pages_without_tags_may_have_page_numbers_and_marks_of_lists() -> None:
    lines = ("Contents", "1. First", "one", "two")
    words = ExpectedText(tuple(map(Piece, lines)), running=("X, 1 May",))
    text = "Contents\n1. First . . . . 3\nX, 1 May\nPage 1 of 2\n• one\n• two"
    pages = ExtractedText(text, is_whole=False)

    assert list(differences(words, {}, pages)) == []
    assert list(differences(words, {}, replace(pages, text=pages.text.replace("two", "six")))) != []


def test_the_head_of_a_table_that_goes_on_over_a_page_is_no_difference() -> None:
    heads = (Piece("Partner", is_head=True), Piece("Amount", is_head=True))
    words = ExpectedText(
        (*heads, Piece("CMA"), Piece("EUR 1,200"), Piece("BKTM"), Piece("EUR 900"))
    )
    pages = ExtractedText("Partner Amount CMA EUR 1,2Partner Amount00 Partner Amount BKTM EUR 900")

    assert list(differences(words, {}, replace(pages, has_pages=True))) == []
    assert len(list(differences(words, {}, pages))) > 0


def test_pages_may_turn_letters_around_and_change_none() -> None:
    words = ExpectedText((Piece("מרכז (1998)"),))
    pages = ExtractedText(")1998( זכרמ", has_pages=True)

    assert list(differences(words, {}, pages)) == []
    assert len(list(differences(words, {}, replace(pages, text=")1999( זכרמ")))) == 1


def test_ligatures_accents_and_signs_that_nobody_sees_are_no_difference() -> None:
    words = ExpectedText((Piece("soft\u00adly \ufb01ve e\u0301"),))

    assert list(differences(words, {}, ExtractedText("softly five \u00e9"))) == []


def test_only_the_words_around_a_change_are_shown() -> None:
    text = "a b c d e f g EUR 4,200 h i j k l"

    assert narrowed(text, text.replace("4,200", "4,300")) == (
        "… f g EUR 4,200 h i j …",
        "… f g EUR 4,300 h i j …",
    )


def test_hyphens_before_and_behind_the_words_of_a_piece_are_its_own() -> None:
    pieces = ("- level\n  - level", "ends with one -", "- begins")
    words = ExpectedText(tuple(map(Piece, pieces)))

    assert found(words, *pieces) == []
    assert [one.found for one in found(words, "level - level", *pieces[1:])] == ["level - level"]
    assert len(found(words, pieces[0], "ends with one", "begins")) == len(pieces[1:])


def test_pages_turn_hebrew_around_and_break_words_but_take_no_sign() -> None:
    wanted = "D1 מרכז תל (1998) מרכז, month -5 of the Partnership"
    drawn = "D1 (1998) מרכז תל מרכז ,month -5 of the Part-\nnership"
    words = ExpectedText((Piece(wanted),))

    def told(text: str) -> list[Difference]:
        return list(differences(words, {}, ExtractedText(text, has_pages=True)))

    assert told(drawn) == []
    assert told(drawn.replace("1998", "1999")) != []
    assert told(drawn.replace("-5", "5")) != []


def test_the_foot_of_pages_is_told_with_its_blanks() -> None:
    words = replace(agreement(), foot="27 November 2026, f5cdc5")
    pages = replace(shown(words), feet=(squeezed("28 November 2026, 168bca Page of"),))

    (one,) = differences(words, {}, pages)

    assert (one.expected, one.found) == (words.foot, "28 November 2026, 168bca")
