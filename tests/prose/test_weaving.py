"""Words changed in print are changed in the text as typed, and nothing else of it moves."""

import difflib
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from escp_docs.model.schema import prose
from escp_docs.prose.leaves import PLAIN, Leaf, leaves
from escp_docs.prose.weaving import Edit, Wanted, WeavingError, woven
from escp_docs.prose.words import words
from tests.support.documents import example
from tests.support.places import EXAMPLES
from tests.support.sizes import examples

PROSES = tuple(text for name in EXAMPLES for _, text in prose(example(name).spec))
NASTY = (
    "Porto", "*starred*", "cost_share", "1. item", "# no heading", "x < y", "\\backslash",
    "EUR 5,000", "a&b", "[x]", "“quoted”", "- dash", "&amp;", "2*3*4", "**", "`c`", "| bar |",
)  # fmt: skip


def plain(text: str, *, is_item: bool = False, is_numbered: bool = False) -> Wanted:
    return Wanted(text, (PLAIN,) * len(text), is_item, is_numbered)


def changed_lines(before: str, after: str) -> int:
    rows = difflib.ndiff(before.split("\n"), after.split("\n"))
    return sum(row[0] in "+-" for row in rows)


def test_a_prose_has_a_leaf_for_each_paragraph_item_and_cell() -> None:
    text = "One *two*\nthree\n\n- item\n  goes on\n\n| a | b |\n| - | - |\n| **c** | |\n"

    found = leaves(text)

    assert [one.text for one in found] == ["One two three", "item goes on", "a", "b", "c", ""]
    assert [one.is_item for one in found] == [False, True, False, False, False, False]
    assert found[0].looks[4].italic
    assert found[4].looks[0].bold


@pytest.mark.parametrize("text", PROSES)
def test_every_letter_of_the_examples_has_its_place(text: str) -> None:
    for leaf in leaves(text):
        assert leaf.places is not None, leaf.text
        for letter, (start, end) in zip(leaf.text, leaf.places, strict=True):
            assert text[start:end] == letter or (letter == " " and text[start:end].isspace())


REFERENCES = (
    "Research &amp; trade of B&amp;B hotels, "
    "C:\\new \\&amp; caf&eacute;s &#8364; 500 with \\*stars\\* here."
)


@pytest.mark.parametrize(
    ("old", "new", "typed", "instead"),
    [
        ("trade", "sale", "trade", "sale"),
        ("hotels", "houses", "hotels", "houses"),
        ("500", "600", "500", "600"),
        ("Research & trade", "Research and trade", "Research &amp;", "Research and"),
        ("B&B hotels", "guest hotels", "B&amp;B", "guest"),
        ("cafés", "bars", "caf&eacute;s", "bars"),
        ("€", "$", "&#8364;", "$"),
        ("with", "without", "with", "without"),
        ("*stars*", "stars", "\\*stars\\*", "stars"),
        ("&amp; c", "and c", "\\&amp; c", "and c"),
        ("new", "old", "new", "old"),
    ],
)
def test_signs_typed_as_references_stay_as_they_were_typed(
    old: str, new: str, typed: str, instead: str
) -> None:
    (leaf,) = leaves(REFERENCES)
    at = leaf.text.index(old)
    text = leaf.text.replace(old, new, 1)
    looks = leaf.looks[:at] + (PLAIN,) * len(new) + leaf.looks[at + len(old) :]

    changed = woven(REFERENCES, [Edit(0, Wanted(text, looks))])

    assert changed == REFERENCES.replace(typed, instead, 1)


def edited(random: Random, leaf: Leaf) -> Wanted:
    """Return a paragraph in which a word was replaced, added or taken out."""
    found = words(leaf.text)
    places = [index for index, word in enumerate(found) if word.isalnum()]
    assume(places)
    at = random.choice(places)
    start = sum(map(len, found[:at]))
    look = leaf.looks[start]
    assume(not look.url)
    new, end = random.choice(
        [
            (random.choice(NASTY), start + len(found[at])),
            (f"{random.choice(NASTY)} ", start),
            ("", start + len(found[at]) + leaf.text.startswith(" ", start + len(found[at]))),
        ]
    )
    text = leaf.text[:start] + new + leaf.text[end:]
    looks = (*leaf.looks[:start], *[look] * len(new), *leaf.looks[end:])
    assume(text.strip())
    return Wanted(text, looks, leaf.is_item, leaf.is_numbered)


@given(text=st.sampled_from(PROSES), seed=st.integers(0, 2**32))
@settings(max_examples=examples(60))
def test_a_word_is_changed_in_few_lines_or_refused(text: str, seed: int) -> None:
    random = Random(seed)
    number = random.randrange(len(leaves(text)))
    wanted = edited(random, leaves(text)[number])
    before = [Wanted.of(one).compared for one in leaves(text)]
    try:
        after = woven(text, [Edit(number, wanted)])
    except WeavingError:
        return

    before[number] = wanted.compared
    assert [Wanted.of(one).compared for one in leaves(after)] == before
    assert changed_lines(text, after) <= 3 + 2 * leaves(text)[number].text.count(" ") // 8


@given(text=st.sampled_from(PROSES), seed=st.integers(0, 2**32))
@settings(max_examples=examples(30))
def test_paragraphs_come_and_go_and_the_others_stay(text: str, seed: int) -> None:
    random = Random(seed)
    found = leaves(text)
    number = random.randrange(len(found))
    assume(not found[number].is_cell)
    new = plain("A new paragraph.", is_item=found[number].is_item)
    new = plain(new.text, is_item=new.is_item, is_numbered=found[number].is_numbered)

    longer = woven(text, [Edit(number, new, is_new=True)])
    assert [one.text for one in leaves(longer)] == [
        *(one.text for one in found[: number + 1]),
        new.text,
        *(one.text for one in found[number + 1 :]),
    ]
    if len(found) > 1:
        shorter = woven(text, [Edit(number, None)])
        assert [one.text for one in leaves(shorter)] == [
            one.text for index, one in enumerate(found) if index != number
        ]


def test_line_breaks_stay_where_the_words_beside_them_stay() -> None:
    text = "One two three\nfour five six\nseven eight nine\n"
    leaf = leaves(text)[0]
    wanted = plain(leaf.text.replace("five", "cinco"))

    assert woven(text, [Edit(0, wanted)]) == "One two three\nfour cinco six\nseven eight nine\n"


def test_a_word_made_bold_gets_its_marks_and_no_line_else_changes() -> None:
    text = "One two\nthree four\n"
    leaf = leaves(text)[0]
    at = leaf.text.index("three")
    looks = tuple(look._replace(bold=at <= index < at + 5) for index, look in enumerate(leaf.looks))

    assert woven(text, [Edit(0, Wanted(leaf.text, looks))]) == "One two\n**three** four\n"


def test_words_that_would_be_marks_are_written_so_that_they_are_none() -> None:
    text = "One two three\n"

    after = woven(text, [Edit(0, plain("One *two* three"))])

    assert leaves(after)[0].text == "One *two* three"
    assert leaves(after)[0].looks == (PLAIN,) * len("One *two* three")


def test_items_are_counted_on() -> None:
    text = "1. first\n2. second\n"

    after = woven(text, [Edit(0, plain("new", is_item=True, is_numbered=True), is_new=True)])

    assert after == "1. first\n2. new\n3. second\n"
    assert woven(after, [Edit(1, None)]) == text
