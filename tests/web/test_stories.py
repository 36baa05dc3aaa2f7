"""Three stories in a real browser, with the mouse and by the keyboard alone."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy, copytree
from typing import TYPE_CHECKING

import pytest

from escp_docs import api
from tests.support.places import SPECS
from tests.support.word_editor import filled_in
from tests.support.workspace_browser import Screen, chromium, key, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow
PARTNERS = (("CMC", "Portugal"), ("CMA", "France"), ("CMI", "Italy"))


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with chromium() as found:
        yield found


# --- a new coordinator, from an empty folder to an undecided draft ---


def test_a_coordinator_begins_without_seeing_yaml(browser: "Browser", tmp_path: Path) -> None:
    with served(tmp_path) as address:
        screen = Screen(browser, address)
        page = screen.page
        page.fill("#acronym", "TIDE-4i")
        page.get_by_label("Strand A").check()
        for number, (name, country) in enumerate(PARTNERS):
            row = page.locator("#partners li").nth(number)
            row.locator("input").nth(0).fill(name)
            row.locator("input").nth(1).fill(country)
        page.locator("#targets input").first.fill("Japan")
        screen.says("#verdict", "Undecided")
        page.get_by_role("button", name="Begin").click()
        screen.says("h1", "Overview")
        screen.shows("[title of the action]")
        screen.go("form/project")
        page.fill(key("project.title"), "Tides for growth")
        screen.says("#saved", "Saved")
        screen.shows("Tides for growth")
        assert screen.wrong == []

    found = api.open_spec(tmp_path)
    assert found.spec.project.title == "Tides for growth"
    assert [one.country for one in found.spec.partners] == ["PT", "FR", "IT"]
    assert api.check(found).verdict == "undecided"


def test_a_slip_stands_at_its_field_until_it_is_mended(browser: "Browser", tmp_path: Path) -> None:
    with served(tmp_path) as address:
        screen = Screen(browser, address)
        page = screen.page
        rows = page.locator("#partners li")
        rows.nth(2).locator("input").nth(0).fill("CMI")
        rows.nth(2).locator("input").nth(1).fill("Estnia")
        screen.says("#partners li:nth-child(3) .slip", "did you mean EE, Estonia?")
        wrong = page.locator("#begin [aria-invalid=true]")
        assert wrong.get_attribute("aria-label") == "Partner 3: country"
        assert wrong.get_attribute("aria-describedby") == page.locator(".slip").get_attribute("id")
        assert page.locator("#begin-says").is_hidden()
        rows.nth(2).locator("input").nth(1).fill("Estonia")
        page.wait_for_selector(".slip", state="detached")
        assert page.locator("#begin [aria-invalid=true]").count() == 0
        assert screen.wrong == []


def test_the_same_by_the_keyboard(browser: "Browser", tmp_path: Path) -> None:
    with served(tmp_path) as address:
        screen = Screen(browser, address)
        screen.tab_to("#acronym")
        screen.page.keyboard.type("TIDE-4i")
        screen.tab_to("[name=strand]")
        screen.press("ArrowRight")
        for name, country in PARTNERS:
            screen.tab_to("#partners input:placeholder-shown")
            screen.page.keyboard.type(name)
            screen.press("Tab")
            screen.page.keyboard.type(country)
        screen.tab_to("#begin button.main")
        screen.press("Enter")
        screen.says("h1", "Overview")
        screen.tab_to(".views a[data-view=form]")
        screen.press("Enter")
        screen.says("h1", "Project")
        screen.tab_to(key("project.title"))
        screen.page.keyboard.type("Tides for growth")
        screen.says("#saved", "Saved")
        screen.shows("Tides for growth")

    assert api.open_spec(tmp_path).spec.project.title == "Tides for growth"


# --- a questionnaire that came back ---


@pytest.fixture(scope="module")
def returned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a spec that sent a questionnaire, and the answered file beside it."""
    folder = tmp_path_factory.mktemp("returned")
    spec = Path(copy(SPECS / "unfinished.yaml", folder))
    options = api.BuildOptions(folder / "output", ("questionnaires/CAR",))
    (sent,) = api.build(spec, options).files
    answered = filled_in(sent.path.read_bytes(), ("71121 => 71199",))
    (folder / "answered.docx").write_bytes(answered)
    return folder


def _copied(returned: Path, folder: Path) -> Path:
    copytree(returned, folder, dirs_exist_ok=True)
    return folder / "answered.docx"


def test_an_answer_that_is_dropped_is_taken_and_given_back(
    browser: "Browser", returned: Path, tmp_path: Path
) -> None:
    answered = _copied(returned, tmp_path)
    before = (tmp_path / "unfinished.yaml").read_bytes()
    with served(tmp_path, "unfinished.yaml") as address:
        screen = Screen(browser, address)
        screen.go("returned")
        screen.page.set_input_files("#upload", answered)
        screen.says("#view", "answered.docx")
        screen.says(".proposals", "71199")
        screen.page.locator("[data-take]").first.click()
        screen.says(".proposals", "taken")
        assert api.open_spec(tmp_path / "unfinished.yaml").spec.partners[0].postcode == "71199"
        screen.page.get_by_role("button", name="Take the last taking back").click()
        screen.says("#saved", "Taken back")
        assert screen.wrong == []

    assert (tmp_path / "unfinished.yaml").read_bytes() == before


def test_an_answer_is_taken_by_the_keyboard(
    browser: "Browser", returned: Path, tmp_path: Path
) -> None:
    answered = _copied(returned, tmp_path)
    with served(tmp_path, "unfinished.yaml") as address:
        screen = Screen(browser, address)
        screen.go("returned")
        screen.tab_to("#upload")
        with screen.page.expect_file_chooser() as chosen:
            screen.press("Enter")
        chosen.value.set_files(answered)
        screen.says(".proposals", "71199")
        screen.tab_to("[data-take]")
        screen.press("Enter")
        screen.says(".proposals", "taken")

    assert api.open_spec(tmp_path / "unfinished.yaml").spec.partners[0].postcode == "71199"


# --- the majority of the agreement, and the clause beside it ---


@pytest.fixture
def wave(tmp_path: Path) -> Path:
    copytree(SPECS / "wave-4i", tmp_path / "wave-4i")
    return tmp_path


def test_the_clause_changes_with_the_majority(browser: "Browser", wave: Path) -> None:
    with served(wave, "wave-4i") as address:
        screen = Screen(browser, address)
        screen.go("agreement/agreement.governance.majority")
        screen.page.select_option("#document", "partnership-agreement")
        screen.shows("a decision is taken if at least two thirds of the votes")
        screen.says("#choice", "if more than half of the votes")
        screen.page.get_by_label("Simple").check()
        screen.says("#saved", "Saved")
        screen.shows("a decision is taken if more than half of the votes")
        assert screen.wrong == []

    assert api.open_spec(wave / "wave-4i").spec.agreement.governance.majority == "simple"


def test_the_majority_is_changed_by_the_keyboard(browser: "Browser", wave: Path) -> None:
    with served(wave, "wave-4i") as address:
        screen = Screen(browser, address)
        screen.go("agreement/agreement.governance.majority")
        screen.tab_to("[name=choice]:checked")
        screen.press("ArrowUp")
        screen.says("#saved", "Saved")

    assert api.open_spec(wave / "wave-4i").spec.agreement.governance.majority == "simple"


# --- both ways, and others at the same file ---


def test_a_click_on_a_page_leads_to_the_field_and_to_the_line(
    browser: "Browser", wave: Path
) -> None:
    with served(wave, "wave-4i") as address:
        screen = Screen(browser, address)
        screen.go("overview")
        screen.page.frame_locator("#page").locator('[data-path="project.start_date"]').first.click()
        screen.says("h1", "Project")
        screen.until(
            lambda: screen.page.evaluate("document.activeElement.id") == "i:project.start_date"
        )
        screen.go("text")
        screen.page.frame_locator("#page").locator('[data-path="project.start_date"]').first.click()
        screen.until(lambda: "start_date" in screen.page.locator(".cm-activeLine").inner_text())
        assert screen.wrong == []


def test_a_field_is_shown_where_it_is_printed(browser: "Browser", wave: Path) -> None:
    with served(wave, "wave-4i") as address:
        screen = Screen(browser, address)
        screen.go("form/budget")
        screen.page.focus(key("budget.justification"))
        screen.until(lambda: bool(screen.in_preview("document.querySelectorAll('.here').length")))


def test_two_pages_and_an_editor_see_each_other(browser: "Browser", wave: Path) -> None:
    file = wave / "wave-4i" / "project.yaml"
    with served(wave, "wave-4i") as address:
        one, two = Screen(browser, address), Screen(browser, address)
        one.go("form/project")
        two.go("form/project")
        one.page.fill(key("project.title"), "From the first page")
        two.until(lambda: two.page.input_value(key("project.title")) == "From the first page")
        file.write_text(
            file.read_text("utf-8").replace("From the first page", "From the editor"), "utf-8"
        )
        for screen in (one, two):
            screen.shows("From the editor")
        two.page.focus(key("project.title"))
        two.page.evaluate(
            "document.getElementById('f:project.title').dataset.seen = '\"Long ago\"'"
        )
        two.page.keyboard.type("!")
        two.says(".conflict", "somebody else changed it meanwhile")
        two.page.get_by_role("button", name="Keep mine").click()
        two.says("#saved", "Saved")

    assert "!" in api.open_spec(wave / "wave-4i").spec.project.title  # type: ignore[operator]


def test_what_others_changed_is_not_overwritten_by_leaving_the_field(
    browser: "Browser", wave: Path
) -> None:
    file = wave / "wave-4i" / "project.yaml"
    with served(wave, "wave-4i") as address:
        screen = Screen(browser, address)
        screen.go("form/project")
        screen.page.fill(key("project.title"), "Tides of mine")
        screen.shows("Tides of mine")
        file.write_text(file.read_text("utf-8").replace("Tides of mine", "Theirs"), "utf-8")
        screen.shows("Theirs")
        screen.press("Tab")
        screen.until(lambda: screen.page.input_value(key("project.title")) == "Theirs")
        screen.page.wait_for_timeout(700)
        assert screen.wrong == []

    assert api.open_spec(wave / "wave-4i").spec.project.title == "Theirs"


def test_what_cannot_be_read_stays_in_its_field_until_it_is_cured(
    browser: "Browser", wave: Path
) -> None:
    file = wave / "wave-4i" / "project.yaml"
    with served(wave, "wave-4i") as address:
        screen = Screen(browser, address)
        screen.go("form/project")
        screen.page.fill(key("project.start_date"), "31.12.2021")
        screen.says("#saved", "1 field not saved")
        screen.page.fill(key("project.acronym"), "TIDE-4i")
        screen.until(lambda: "TIDE-4i" in file.read_text("utf-8"))
        screen.shows("TIDE-4i")
        assert screen.page.inner_text("#saved") == "1 field not saved"
        file.write_text(file.read_text("utf-8").replace("Waves of", "Tides of"), "utf-8")
        screen.until(lambda: "Tides" in screen.page.input_value(key("project.title")))
        assert screen.page.input_value(key("project.start_date")) == "31.12.2021"
        screen.page.get_by_role("button", name="use 2021-12-31").click()
        screen.says("#saved", "Saved")
        screen.shows("31 December 2021")
        screen.page.fill(key("project.start_date"), "tomorrow")
        screen.says("#saved", "1 field not saved")
        screen.page.fill(key("project.start_date"), "2021-12-31")
        screen.says("#saved", "Saved")
        screen.until(lambda: not screen.page.locator(".field.wrong .says li").count())
        assert screen.wrong == []

    assert "start_date: 2021-12-31" in file.read_text("utf-8")


def test_a_change_that_others_overwrote_is_left_by_a_click(browser: "Browser", wave: Path) -> None:
    file = wave / "wave-4i" / "project.yaml"
    before = file.read_text("utf-8")
    with served(wave, "wave-4i") as address:
        screen = Screen(browser, address)
        screen.go("form/project")
        for name, value in (("acronym", "TIDE-4i"), ("title", "Tides of mine")):
            screen.page.fill(key(f"project.{name}"), value)
            screen.press("Tab")
            screen.shows(value)
        file.write_text(file.read_text("utf-8").replace("Tides of mine", "Theirs"), "utf-8")
        screen.shows("Theirs")
        screen.page.get_by_role("button", name="Undo").click()
        screen.says("#refused", "others changed the same lines since; project.title stays")
        screen.page.get_by_role("button", name="Leave that change as it is").click()
        screen.until(lambda: not screen.page.locator("#refused").is_visible())
        screen.page.get_by_role("button", name="Undo").click()
        screen.until(lambda: "TIDE-4i" not in file.read_text("utf-8"))
        assert screen.wrong == []

    assert "Theirs" in file.read_text("utf-8")
    assert file.read_text("utf-8").count("\n") == before.count("\n")


def test_an_entry_is_added_and_taken_back(browser: "Browser", wave: Path) -> None:
    before = (wave / "wave-4i" / "consortium.yaml").read_bytes()
    with served(wave, "wave-4i") as address:
        screen = Screen(browser, address)
        screen.go("form/consortium")
        form = screen.page.locator('[data-add="consortium.partners"]')
        form.locator("input").fill("NEW")
        form.get_by_role("button", name="Add").click()
        screen.says(".cards", "NEW")
        screen.page.get_by_role("button", name="Undo").click()
        screen.until(lambda: "NEW" not in screen.page.locator(".cards").first.inner_text())
        assert screen.wrong == []

    assert (wave / "wave-4i" / "consortium.yaml").read_bytes() == before


def test_what_is_typed_into_the_text_is_in_the_form(browser: "Browser", wave: Path) -> None:
    with served(wave, "wave-4i") as address:
        screen = Screen(browser, address)
        screen.go("text/wave-4i/project.yaml")
        screen.page.locator(".cm-line", has_text="title: Waves").click()
        screen.press("End")
        screen.page.keyboard.type(" and tides")
        screen.says("#saved", "Saved")
        screen.shows("ocean technology SMEs and tides")
        screen.press("Enter")
        screen.page.keyboard.type("broken: [")
        screen.says("#text-says", "Not saved")
        assert "broken" not in (wave / "wave-4i" / "project.yaml").read_text("utf-8")
        assert screen.wrong == []


@pytest.mark.parametrize("choice", ["Keep mine", "Take theirs"])
def test_a_text_that_others_changed_asks_which_to_keep(
    browser: "Browser", wave: Path, choice: str
) -> None:
    file = wave / "wave-4i" / "project.yaml"
    first = file.read_text("utf-8").partition("\n")[0]
    with served(wave, "wave-4i") as address:
        screen = Screen(browser, address)
        screen.go("text/wave-4i/project.yaml")
        screen.page.locator(".cm-content").click()
        screen.press("Control+Home")
        screen.page.keyboard.type("# mine [")
        screen.says("#saved", "Saved")
        screen.page.evaluate("window.fetch = ((f) => (a, o) => String(a).endsWith('texts')"
                             " ? new Promise(() => {}) : f(a, o))(window.fetch)")  # fmt: skip
        file.write_text(file.read_text("utf-8").replace(f"# mine [{first}", "# theirs"), "utf-8")
        screen.page.keyboard.type("!")
        screen.says("#text-conflict", "# theirs")
        screen.press("Control+s")
        screen.says("#text-conflict", "# theirs")
        screen.page.get_by_role("button", name=choice).click()
        screen.until(lambda: not screen.page.locator("#text-conflict").is_visible())
        assert screen.wrong == []

    wanted = f"# mine [!{first}" if choice == "Keep mine" else "# theirs"
    assert file.read_text("utf-8").partition("\n")[0] == wanted


def test_an_entry_that_others_name_says_who_where_it_stands(browser: "Browser", wave: Path) -> None:
    before = (wave / "wave-4i" / "consortium.yaml").read_bytes()
    with served(wave, "wave-4i") as address:
        screen = Screen(browser, address)
        screen.go("form/consortium")
        name = api.open_spec(wave / "wave-4i").spec.consortium.coordinator
        place = f'[id="e:consortium.partners[{name}]"]'
        screen.page.get_by_role("button", name=f"Take {name} out").click()
        screen.says(place, "consortium.coordinator names")
        screen.page.get_by_role("button", name=f"Take {name} out").click()
        screen.page.wait_for_timeout(500)
        assert screen.page.locator(".refusal").count() == 1
        assert screen.wrong == []

    assert (wave / "wave-4i" / "consortium.yaml").read_bytes() == before


def test_a_spec_that_is_gone_is_written_again_by_a_click(
    browser: "Browser", tmp_path: Path
) -> None:
    spec = Path(copy(SPECS / "unfinished.yaml", tmp_path))
    before = spec.read_bytes()
    with served(tmp_path, spec.name) as address:
        screen = Screen(browser, address)
        screen.go("form/project")
        spec.unlink()
        screen.says("h1", "The file is gone")
        screen.says("#verdict", "File gone")
        screen.page.get_by_role("button", name="Write it again").click()
        screen.says("h1", "Project")
        assert spec.read_bytes() == before
        screen.go("text")
        spec.unlink()
        screen.says("#text-says", "not there any more")
        screen.page.get_by_role("button", name="Save it as it is").click()
        screen.says("#saved", "Saved")
        assert screen.page.inner_text("#text-says") == ""
        assert screen.wrong == []

    assert spec.read_bytes() == before


# --- for everybody ---

VIEWS = (
    "overview", "form/project", "form/consortium", "form/consortium.partners[CAR]", "form/budget",
    "text", "agreement", "what-if", "returned", "history",
)  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 1400])
def test_axe_finds_nothing_in_any_view(
    browser: "Browser", tmp_path: Path, width: int, scheme: str
) -> None:
    copy(SPECS / "unfinished.yaml", tmp_path)
    found = {}
    with served(tmp_path, "unfinished.yaml") as address:
        screen = Screen(browser, address, width, scheme=scheme, lets_axe_in=True)
        for view in VIEWS:
            screen.go(view)
            found[view] = screen.faults()
            wide = screen.page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, view
        assert screen.wrong == []

    assert {view: faults for view, faults in found.items() if faults} == {}


def test_axe_finds_nothing_where_one_begins(browser: "Browser", tmp_path: Path) -> None:
    with served(tmp_path) as address:
        screen = Screen(browser, address, 400, lets_axe_in=True)
        screen.says("#verdict", "Undecided")

        assert screen.faults() == []
