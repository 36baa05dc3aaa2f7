"""What a partner has confirmed is no longer confirmed once somebody changes it."""

from escp_docs.edit.changes import RemoveValue, SetValue
from escp_docs.edit.editing import edited
from tests.edit.edits import after, files

PARTNER = """\
consortium:
  partners:
    - id: A
      city: Porto
      pic: x
      confirmed: [city, pic]  # by mail
"""


def test_a_changed_key_is_taken_out_and_the_others_stay() -> None:
    done = after(PARTNER, SetValue("consortium.partners[A].city", "Vigo"))

    assert done == PARTNER.replace("Porto", "Vigo").replace("[city, pic]", "[pic]")


def test_the_result_says_so() -> None:
    text = "call: x\nproject: {acronym: X}\n" + PARTNER
    done = edited(files(text), [SetValue("consortium.partners[A].city", "Vigo")])

    assert [(one.path, one.takes_back) for one in done.made] == [
        ("consortium.partners[A].city", False),
        ("consortium.partners[A].confirmed", True),
    ]
    assert done.made[1].after == ["pic"]


def test_with_the_last_key_confirmed_goes() -> None:
    text = PARTNER.replace("[city, pic]", "[city]")
    done = after(text, RemoveValue("consortium.partners[A].city"))

    assert done == "consortium:\n  partners:\n    - id: A\n      pic: x\n"


def test_who_confirmed_all_has_confirmed_each_other_key() -> None:
    text = PARTNER.replace("[city, pic]", "all")
    done = after(text, SetValue("consortium.partners[A].contact.phone", "1"))

    assert done.endswith("confirmed: [id, city, pic]  # by mail\n")


def test_what_was_not_confirmed_or_does_not_change_takes_nothing_back() -> None:
    assert "[city, pic]" in after(PARTNER, SetValue("consortium.partners[A].country", "PT"))
    assert after(PARTNER, SetValue("consortium.partners[A].city", "Porto")) == PARTNER


def test_whoever_says_what_is_confirmed_is_taken_at_their_word() -> None:
    changes = (
        SetValue("consortium.partners[A].city", "Vigo"),
        SetValue("consortium.partners[A].confirmed", ["city"]),
    )
    for one in (changes, changes[::-1]):
        assert "city: Vigo" in after(PARTNER, *one)
        assert "confirmed: [city]  # by mail" in after(PARTNER, *one)
