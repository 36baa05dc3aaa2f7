"""Several people and programs change one spec at once: nothing that was saved is lost."""

from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from escp_docs.edit.changes import AddEntry, RemoveValue, SetValue
from escp_docs.errors import ArgumentError
from escp_docs.workspace.editor import SpecEditor
from escp_docs.workspace.outcome import KeyedChange
from tests.support.many_hands import COMMENTS, KEYS, SPEC, Hands, editor_of
from tests.support.sizes import examples

WAYS = ("form", "text", "elsewhere", "look", "undo")


def played(hands: Hands, steps: int) -> None:
    """Let three people do something, one after the other, by what each saw last."""
    for number in range(steps):
        who, key = hands.random.randrange(3), hands.random.choice(KEYS)
        way = hands.random.choice(WAYS)
        value = f"Word {number}"
        if way == "form":
            hands.in_the_form(who, key, value)
        elif way == "text":
            hands.in_the_text(who, key, value)
        elif way == "elsewhere":
            hands.elsewhere(key, value)
        elif way == "undo" and hands.editor.history.to_undo:
            hands.editor.undo()
            hands.said = hands.stated()  # whatever it took back
        else:
            hands.look(who)


@settings(max_examples=examples(12), suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32))
def test_whatever_was_saved_is_in_the_file_that_reads(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    hands = Hands(editor_of(tmp_path_factory.mktemp("many")), Random(seed))

    played(hands, 25)

    assert hands.stated() == hands.said
    text = Path(hands.path).read_text(encoding="utf-8")
    assert [one for one in COMMENTS if one not in text] == []


@pytest.mark.slow
def test_a_thousand_changes_leave_one_file_that_reads(tmp_path: Path) -> None:
    hands = Hands(editor_of(tmp_path), Random(7))

    played(hands, 1000)

    assert hands.stated() == hands.said
    assert hands.conflicts


def test_what_others_changed_meanwhile_is_a_conflict_and_stays(tmp_path: Path) -> None:
    hands = Hands(editor_of(tmp_path), Random(0))
    hands.elsewhere("project.title", "Theirs")

    done = hands.editor.change([KeyedChange(SetValue("project.title", "Mine"), "Title 0")], 1)

    (conflict,) = done.conflicts
    assert (conflict.theirs, conflict.mine) == ("Theirs", "Mine")
    assert hands.stated()["project.title"] == "Theirs"


def test_an_entry_that_another_program_moved_is_found_by_its_id(tmp_path: Path) -> None:
    editor = editor_of(tmp_path)
    first = editor.warm.look()
    text = SPEC.replace("    - id: CMC\n", "    - {id: NEW, country: ES}\n    - id: CMC\n")
    Path(editor.warm.name).write_text(text, encoding="utf-8", newline="")

    key = "consortium.partners[0].city"  # that of CMC, when it was seen
    done = editor.change([KeyedChange(SetValue(key, "Lisboa"), "Porto")], first.version)

    assert done.made[0].path == "consortium.partners[CMC].city"
    assert "city: Lisboa   # the harbour" in Path(editor.warm.name).read_text(encoding="utf-8")


def test_both_changes_of_a_prose_are_kept_where_they_do_not_meet(tmp_path: Path) -> None:
    editor = editor_of(tmp_path)
    version = editor.warm.look().version
    text = SPEC.replace("First line.", "First line, theirs.")
    Path(editor.warm.name).write_text(text, encoding="utf-8", newline="")

    mine = "First line.\n\nSecond line, mine."
    seen = "First line.\n\nSecond line."
    done = editor.change([KeyedChange(SetValue("project.objectives", mine), seen)], version)

    assert done.is_saved
    wanted = text.replace("Second line.", "Second line, mine.")
    assert Path(editor.warm.name).read_text(encoding="utf-8") == wanted


def test_a_value_that_cannot_be_read_is_refused_with_its_cure(tmp_path: Path) -> None:
    editor = editor_of(tmp_path)

    done = editor.change(
        [KeyedChange(SetValue("consortium.partners[CMC].country", "Portugal"), "PT")]
    )

    assert [one.fix for one in done.faults] == ["write PT"]
    assert Path(editor.warm.name).read_text(encoding="utf-8") == SPEC


def test_a_fault_that_was_there_before_is_no_obstacle(tmp_path: Path) -> None:
    editor = editor_of(tmp_path, SPEC.replace("country: FR", "country: Frankreich"))

    done = editor.change([KeyedChange(SetValue("project.title", "Another"), "Title 0")])

    assert done.is_saved
    assert done.state.spec is None
    assert [one.path for one in done.state.result.faults] == ["consortium.partners[CMA].country"]


def test_a_broken_file_keeps_what_it_stated_last(tmp_path: Path) -> None:
    editor = editor_of(tmp_path)
    editor.warm.look()
    Path(editor.warm.name).write_text(SPEC + "broken: [", encoding="utf-8")

    state = editor.warm.look()
    done = editor.change([KeyedChange(SetValue("project.title", "Another"), "Title 0")])

    assert state.faults_of_form
    assert done.faults == state.faults_of_form
    assert editor.warm.last_good is not None
    assert editor.warm.last_good.spec.project.title == "Title 0"


def test_a_file_that_is_gone_is_said_and_written_again_when_somebody_is_sure(
    tmp_path: Path,
) -> None:
    editor = editor_of(tmp_path)
    editor.warm.look()
    path = Path(editor.warm.name)
    path.unlink()

    refused = editor.write(str(path), SPEC, SPEC + "# more\n")
    written = editor.write(str(path), SPEC, SPEC + "# more\n", is_sure=True)

    assert "not there any more" in refused.conflicts[0].why
    assert written.is_saved
    assert path.read_text(encoding="utf-8") == SPEC + "# more\n"


def test_files_that_are_gone_are_written_again_as_they_were_read(tmp_path: Path) -> None:
    editor = editor_of(tmp_path)
    broken = SPEC + "broken: ["
    path = Path(editor.warm.name)
    editor.warm.look()
    path.write_text(broken, encoding="utf-8")
    there = editor.warm.gone
    path.unlink()

    gone = editor.warm.gone
    done = editor.write_again()

    assert (there, gone) == ((), (str(path),))
    assert done.is_saved
    assert path.read_text(encoding="utf-8") == broken  # the last text, whether it reads or not
    with pytest.raises(ArgumentError, match="nothing of"):
        editor.write_again()


def test_undo_gives_the_bytes_back_and_redo_the_change(tmp_path: Path) -> None:
    editor = editor_of(tmp_path)
    path = Path(editor.warm.name)
    editor.change([KeyedChange(AddEntry("consortium.partners", {"id": "NEW", "country": "ES"}))])
    editor.change([KeyedChange(RemoveValue("project.title"), "Title 0")])
    after = path.read_bytes()

    editor.undo()
    editor.undo()
    assert path.read_text(encoding="utf-8") == SPEC
    editor.redo()
    editor.redo()
    assert path.read_bytes() == after


def test_undo_leaves_what_others_changed_since(tmp_path: Path) -> None:
    hands = Hands(editor_of(tmp_path), Random(0))
    hands.in_the_form(0, "project.title", "Mine")
    hands.elsewhere("consortium.partners[CMI].city", "Torino")

    hands.editor.undo()

    assert hands.stated()["project.title"] == "Title 0"
    assert hands.stated()["consortium.partners[CMI].city"] == "Torino"


def test_a_step_that_others_overwrote_is_passed_over(tmp_path: Path) -> None:
    hands = Hands(editor_of(tmp_path), Random(0))
    hands.in_the_form(0, "consortium.partners[CMI].city", "Torino")
    hands.look(0)
    hands.in_the_form(0, "project.title", "Mine")
    hands.elsewhere("project.title", "Theirs")

    refused = hands.editor.undo()
    step = hands.editor.history.to_undo
    assert step is not None
    hands.editor.pass_over(step.number)
    done = hands.editor.undo()

    assert "others changed the same lines since; project.title stays" in refused.conflicts[0].why
    assert done.is_saved
    assert hands.stated()["consortium.partners[CMI].city"] == "Genoa"
    assert hands.stated()["project.title"] == "Theirs"
    assert hands.editor.history.to_undo is None
    assert hands.editor.redo().is_saved
    assert hands.stated()["consortium.partners[CMI].city"] == "Torino"


@pytest.mark.parametrize("number", [0, 7])
def test_no_step_that_is_not_there_is_passed_over(tmp_path: Path, number: int) -> None:
    with pytest.raises(ArgumentError, match="no such step"):
        editor_of(tmp_path).pass_over(number)


def _title(editor: SpecEditor) -> str:
    text = Path(editor.warm.name).read_text(encoding="utf-8")
    return next(one for one in text.splitlines() if "  title:" in one).split('"')[1]


def test_a_field_that_was_left_is_a_step_of_its_own_however_soon_it_is_typed_in_again(
    tmp_path: Path,
) -> None:
    editor = editor_of(tmp_path)
    titles = ("Title 0", "First", "Second", "Third")
    for number, (seen, value) in enumerate(pairwise(titles)):
        editor.change([KeyedChange(SetValue("project.title", value), seen)], stay=str(number))

    for back in ("Second", "First", "Title 0"):
        editor.undo()
        assert _title(editor) == back
    for again in titles[1:]:
        editor.redo()
        assert _title(editor) == again


def test_changes_of_which_no_stay_is_told_are_steps_of_their_own(tmp_path: Path) -> None:
    editor = editor_of(tmp_path)
    for seen, value in (("Title 0", "First"), ("First", "Second")):
        editor.change([KeyedChange(SetValue("project.title", value), seen)])

    assert len(editor.history.steps) == 2


def test_what_is_typed_in_a_text_is_one_step_until_the_editor_is_left(tmp_path: Path) -> None:
    editor = editor_of(tmp_path)
    (file,) = editor.warm.look().texts
    texts = [SPEC, *(SPEC.replace("Title 0", one) for one in ("A", "Ab", "Abc"))]
    for stay, (base, text) in zip("xxy", pairwise(texts), strict=True):
        editor.write(file, base, text, stay=stay)

    assert len(editor.history.steps) == 2
    editor.undo()
    assert Path(editor.warm.name).read_text(encoding="utf-8") == texts[2]


def test_what_is_typed_at_one_go_is_one_step(tmp_path: Path) -> None:
    editor = editor_of(tmp_path)
    for seen, value in (("Title 0", "A"), ("A", "Ab"), ("Ab", "Abc")):
        editor.change([KeyedChange(SetValue("project.title", value), seen)], stay="here")

    editor.undo()

    assert len(editor.history.steps) == 1
    assert Path(editor.warm.name).read_text(encoding="utf-8") == SPEC


def test_line_ends_of_windows_stay(tmp_path: Path) -> None:
    text = SPEC.replace("\n", "\r\n")
    editor = editor_of(tmp_path, text)
    shown = editor.warm.look().texts[editor.warm.name].replace("\r\n", "\n")

    editor.write(editor.warm.name, shown, shown.replace("Title 0", "Title 1"))

    assert Path(editor.warm.name).read_bytes() == text.replace("Title 0", "Title 1").encode()
