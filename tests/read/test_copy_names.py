"""Names of copies are known among a few files as among thousands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escp_docs.read.copy_names import copies_among, is_named_like_a_copy

NAMES = st.text(st.sampled_from("ab1 -(). ß"), min_size=1, max_size=9).map("{}.yaml".format)


def before(file: str, model: str) -> bool:
    """Whether a name is another one with an addition, by looking for that in it."""
    name, other = (one.rpartition(".")[0].casefold() for one in (file, model))
    at = name.find(other)
    if at < 0 or name == other:
        return False
    return not name[:at][-1:].isalnum() and not name[at + len(other) :][:1].isalnum()


@given(st.lists(NAMES, max_size=6, unique=True))
def test_each_is_compared_with_each(names: list[str]) -> None:
    names = [one for one in names if one.rpartition(".")[0].strip(".")]
    expected = {one for one in names if any(before(one, other) for other in names)}

    assert copies_among(names) == expected
    assert expected == {
        one for one in names if any(is_named_like_a_copy(one, other) for other in names)
    }


@pytest.mark.parametrize(
    ("file", "is_copy"),
    [
        ("agreement (1).yaml", True),
        ("Copy of Agreement.yaml", True),
        ("agreement-conflict-2020.yaml", True),
        ("agreement2.yaml", False),
        ("disagreement.yaml", False),
        ("agreement.yml", False),
    ],
)
def test_a_copy_has_a_name_with_an_addition(file: str, is_copy: bool) -> None:  # noqa: FBT001
    assert (file in copies_among(["agreement.yaml", file])) is is_copy


def test_a_long_name_and_many_files_take_no_time_to_speak_of() -> None:
    names = [f"{'-' * 200}{number}.yaml" for number in range(20)]

    assert copies_among([*names, *(f"s{number}.yaml" for number in range(20_000))]) == frozenset()
