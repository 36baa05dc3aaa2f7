"""What two versions print is compared entry by entry, by whatever name a document has for it."""

from escp_docs.versions.printed_values import PrintedValue, gone_with, side_by_side


def test_an_entry_named_by_its_place_elsewhere_is_told_once() -> None:
    old = {"partners[CTC].city": "Brasov", "partners[0].city": "Brasov", "partners[0].pic": "1"}
    new = {"partners[CTC].city": "Cluj", "partners[0].city": "Cluj", "partners[0].pic": "1"}

    assert side_by_side(old, new) == [
        PrintedValue("partners[CTC].city", "Brasov", "Cluj"),
        PrintedValue("partners[CTC].pic", "1", "1"),
    ]


def test_entries_within_entries_are_named_alike() -> None:
    old = {
        "partners[CTC].staff[0#aaaaaa].name": "Ana",
        "partners[CTC].city": "Brasov",
        "partners[2].city": "Brasov",
        "partners[2].staff[0].name": "Ana",
    }

    assert side_by_side(old, {}) == [
        PrintedValue("partners[CTC].staff[0].name", "Ana", None),
        PrintedValue("partners[CTC].city", "Brasov", None),
    ]


def test_a_place_that_fits_two_entries_is_left_as_it_is() -> None:
    old = {"partners[A].kind": "other", "partners[B].kind": "other", "partners[1].kind": "other"}

    assert [one.path for one in side_by_side(old, old)] == list(old)


def test_an_entry_that_says_the_same_elsewhere_is_the_same() -> None:
    old = {"costs[0#aaaaaa].what": "visit", "costs[1#bbbbbb].what": "film"}
    new = {"costs[0#cccccc].what": "day", "costs[1#aaaaaa].what": "visit"}

    found = side_by_side(old, new)

    assert PrintedValue("costs[1].what", "visit", "visit") in found
    assert {(one.old, one.new) for one in found if one.old != one.new} == {
        (None, "day"),
        ("film", None),
    }


def test_an_entry_of_which_the_words_changed_is_the_one_in_its_place() -> None:
    old = {"costs[4#aaaaaa].what": "visit", "costs[4#aaaaaa].partner": "A"}
    new = {"costs[4#bbbbbb].what": "visits", "costs[4#bbbbbb].partner": "A"}

    assert side_by_side(old, new) == [
        PrintedValue("costs[4].what", "visit", "visits"),
        PrintedValue("costs[4].partner", "A", "A"),
    ]


def test_an_entry_that_one_version_alone_prints_is_told_as_one() -> None:
    old = {"risks[R1].id": "R1", "risks[R4].id": "R4", "risks[R4].impact": "high"}
    new = {"risks[R1].id": "R1"}

    gone = gone_with(side_by_side(old, new))

    assert {head: len(some) for head, some in gone.items()} == {"risks[R4]": 2}
