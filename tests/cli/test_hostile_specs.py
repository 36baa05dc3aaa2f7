"""What strangers wrote: no path leads out of the spec's folder, and no product does anything."""

import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from escp_docs.build.options import STATE
from tests.support.places import ROOT
from tests.support.program import run
from tests.support.reading import HEAD

EVIL = (
    "=cmd|' /C calc'!A0 <script>alert(1)</script> <img src=x onerror=alert(1)> "
    "[a](javascript:alert(1)) [b](file:///etc/passwd) ![c](http://evil.example/c.png) "
    "{{ 7 * 7 }} {% include '/etc/passwd' %} &#x3c;svg/onload=alert(1)&#x3e; "
    "url(http://evil.example/f) @import 'http://evil.example/g' ]]> -->"
)


def evil_spec() -> str:
    text = "'" + EVIL.replace("'", "''") + "'"
    person = f"{{name: {text}, role: {text}, email: {text}, phone: {text}}}"
    partners = "".join(
        f"    - id: {name}\n      legal_name: {text}\n      country: {country}\n"
        f"      address: {text}\n      city: {text}\n      website: {text}\n"
        f"      profile: {text}\n      strengths: [{text}]\n      contact: {person}\n"
        f"      signatories: [{{name: {text}, role: {text}}}]\n"
        for name, country in (("A", "FR"), ("B", "IT"), ("C", "RO"))
    )
    costs = (
        f"    - {{partner: A, work_package: WP1, category: travel, description: {text}, "
        "amount_eur: 10}\n"
    )
    return (
        f"{HEAD}strand: A\nproject: {{acronym: X, title: {text}, abstract: {text}, "
        f"objectives: {text}, keywords: [{text}], drafting_date: 2020-11-20}}\n"
        f"consortium:\n  coordinator: A\n  partners:\n{partners}"
        f"strategy: {{vision: {text}, mission: {text}}}\n"
        f"target_countries:\n  - {{country: CA, rationale: {text}, market: {text}}}\n"
        f"roadmap:\n  work_packages:\n    - {{id: WP1, title: {text}, lead: A}}\n"
        f"risks: [{{id: R1, description: {text}, mitigation: {text}}}]\n"
        f"budget:\n  costs:\n{costs}  justification: {text}\n"
        f"agreement: {{title: {text}, common_actions: {text}}}\n"
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with every document in every format, made of an evil spec."""
    home = tmp_path_factory.mktemp("evil")
    (home / "x.yaml").write_text(evil_spec())
    status, told = run("build", str(home / "x.yaml"), "-o", str(home / "out"), "--all", "-q")
    assert status == 0, told
    return home / "out" / "x"


def every(made: Path, ending: str) -> list[Path]:
    found = sorted(made.rglob(f"*.{ending}"))
    assert found
    return found


class _Page(HTMLParser):
    """Collects what a page would load, and what would run."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.runs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.runs += [tag] * (tag in {"script", "iframe", "object", "embed", "form", "base"})
        for name, value in attrs:
            link = (value or "").strip().lower()
            self.runs += [name] * (name.startswith("on") or link.startswith("javascript:"))
            self.loads += [link] * (name in {"src", "srcset", "poster", "data"})
            self.loads += [link] * (tag == "link")
            self.runs += [link] * (name == "href" and link.startswith(("file:", "data:")))


def test_a_page_of_html_loads_nothing_and_runs_nothing(made: Path) -> None:
    for path in every(made, "html"):
        text = path.read_text()
        page = _Page()
        page.feed(text)
        styles = re.findall(r"url\(([^)]*)\)|@import", "".join(styles_of(text)))
        assert page.runs == []
        assert [one for one in page.loads if not one.startswith("data:")] == []
        assert [one for one in styles if not one.strip("\"'").startswith("data:")] == []


def styles_of(text: str) -> list[str]:
    return re.findall(r"<style>(.*?)</style>", text, re.DOTALL)


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_an_office_file_refers_to_nothing_but_web_pages_and_holds_no_program(
    made: Path, ending: str
) -> None:
    for path in every(made, ending):
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            parts = {name: archive.read(name) for name in names if name.endswith((".xml", ".rels"))}
        assert not [one for one in names if re.search(r"vba|activex|ole|embeddings|external", one)]
        for name, data in parts.items():
            if name.endswith(".rels"):
                assert [one for one in external(data) if not allowed(*one)] == []


def external(data: bytes) -> Iterator[tuple[str, str]]:
    for one in etree.fromstring(data):
        if one.get("TargetMode") == "External":
            yield one.get("Type", "").rpartition("/")[2], one.get("Target", "")


def allowed(kind: str, target: str) -> bool:
    return kind == "hyperlink" and target.startswith(("http://", "https://", "mailto:"))


def test_a_word_file_has_no_field_that_fetches_or_runs(made: Path) -> None:
    for path in every(made, "docx"):
        with zipfile.ZipFile(path) as archive:
            text = archive.read("word/document.xml").decode()
        fields = re.findall(r"<w:instrText[^>]*>([^<]*)<", text)
        kinds = {one.split()[0] for one in fields if one.split()}
        assert kinds <= {"TOC", "PAGEREF", "PAGE", "NUMPAGES", "SEQ", "REF", "NOTEREF", "HYPERLINK"}


def test_no_text_of_the_spec_is_a_formula(made: Path) -> None:
    for path in every(made, "xlsx"):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.startswith("xl/worksheets/sheet"):
                    formulas = re.findall(r"<f>([^<]*)</f>", archive.read(name).decode())
                    assert [one for one in formulas if "cmd" in one or "|" in one] == []


def test_a_pdf_runs_nothing_and_opens_nothing(made: Path) -> None:
    for path in every(made, "pdf"):
        with pikepdf.open(path) as pdf:
            tables = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
            keys = {key for one in tables for key in one.keys()}  # noqa: SIM118  # it is no dict
            actions = [one["/A"] for one in tables if "/A" in one and "/Subtype" in one]
            kinds = {str(one["/S"]) for one in actions}
            links = [str(one["/URI"]) for one in actions if "/URI" in one]
        assert keys & {"/JS", "/JavaScript", "/AA", "/Launch", "/RichMedia", "/XFA"} == set()
        assert kinds <= {"/URI", "/GoTo"}
        assert [one for one in links if not one.startswith(("https:", "http:", "mailto:"))] == []


# --- paths -----------------------------------------------------------------------------------

SECRET = "a secret of this machine"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    path = tmp_path / "elsewhere" / "secret.md"
    path.parent.mkdir()
    path.write_text(f"# {SECRET}\n")
    return path


def begun(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    (home / "x.yaml").write_text(HEAD + "project: {acronym: X}\n")
    return home


def expect_refusal(home: Path) -> None:
    status, told = run("build", str(home), "-o", str(home / "out"), "-f", "html")
    assert status == 2
    assert "leaves" in told
    assert SECRET not in told
    assert not (home / "out").exists()


def test_a_link_among_the_files_of_a_spec_may_not_leave_its_folder(
    tmp_path: Path, outside: Path
) -> None:
    home = begun(tmp_path)
    (home / "strategy.yaml").symlink_to(outside)

    expect_refusal(home)


def test_a_linked_template_may_not_leave_its_folder(tmp_path: Path, outside: Path) -> None:
    home = begun(tmp_path)
    (home / "templates" / "application").mkdir(parents=True)
    (home / "templates" / "application" / "impact.md").symlink_to(outside)

    expect_refusal(home)


def test_a_linked_folder_of_templates_is_not_followed(tmp_path: Path, outside: Path) -> None:
    home = begun(tmp_path)
    (home / "templates").mkdir()
    (home / "templates" / "application").symlink_to(outside.parent, target_is_directory=True)

    run("build", str(home), "-o", str(home / "out"), "-f", "html")

    assert SECRET not in "".join(path.read_text() for path in (home / "out").rglob("*.html"))


@pytest.mark.parametrize("acronym", ["../../x", "/etc", "..", ".", "a/../../b", STATE, "con\\x"])
def test_an_acronym_leads_nowhere(tmp_path: Path, acronym: str) -> None:
    home = begun(tmp_path)
    (home / "x.yaml").write_text(f"{HEAD}project: {{acronym: '{acronym}'}}\n")
    before = {path for path in tmp_path.rglob("*") if home not in path.parents}

    run("build", str(home), "-o", str(home / "out"), "-d", "application", "-f", "html")

    folders = [path.name for path in (home / "out").iterdir() if path.name != STATE]
    assert len(folders) == 1
    assert re.fullmatch(r"[a-z0-9-]+", folders[0])
    assert {path for path in tmp_path.rglob("*") if home not in path.parents} == before


def test_a_product_that_is_a_link_is_not_written_through(tmp_path: Path, outside: Path) -> None:
    home = begun(tmp_path)
    product = home / "out" / "x" / "application.html"
    product.parent.mkdir(parents=True)
    product.symlink_to(outside)

    run("build", str(home), "-o", str(home / "out"), "-d", "application", "-f", "html")

    assert outside.read_text() == f"# {SECRET}\n"
    assert not product.is_symlink()


def test_a_manifest_of_a_stranger_removes_and_keeps_nothing_outside(
    tmp_path: Path, outside: Path
) -> None:
    home = begun(tmp_path)
    folder = home / "out" / "x"
    folder.mkdir(parents=True)
    entry = {"document": "gone", "sha256": "", "bytes": 0, "pages": None, "key": "", "sections": []}
    name = "../../../elsewhere/secret.md"
    (folder / "manifest.json").write_text(str({"files": {name: entry}}).replace("'", '"'))

    run("build", str(home), "-o", str(home / "out"), "-d", "application", "-f", "html")

    assert outside.exists()


@pytest.mark.parametrize("name", ["templates", "calls"])
def test_a_folder_beside_the_spec_that_is_a_link_is_refused(
    tmp_path: Path, outside: Path, name: str
) -> None:
    home = begun(tmp_path)
    (home / name).symlink_to(outside.parent, target_is_directory=True)

    status, told = run("build", str(home), "-o", str(home / "out"), "-f", "html")

    assert status == 2
    assert f"{name} is a link, and no link beside a spec is followed" in told


def test_nothing_is_written_where_a_linked_folder_leads(tmp_path: Path, outside: Path) -> None:
    home = begun(tmp_path)
    (home / "out").mkdir()
    (home / "out" / "x").symlink_to(outside.parent, target_is_directory=True)
    before = sorted(outside.parent.iterdir())

    status, told = run("build", str(home), "-o", str(home / "out"), "-f", "html")

    assert status == 3
    assert "nothing is written where a link leads" in told
    assert sorted(outside.parent.iterdir()) == before


@pytest.mark.parametrize("text", ['{"name": "my web app"}', "[]", "words"])
def test_a_manifest_of_another_program_is_never_overwritten(tmp_path: Path, text: str) -> None:
    home = begun(tmp_path)
    path = home / "out" / "x" / "manifest.json"
    path.parent.mkdir(parents=True)
    path.write_text(text)

    status, told = run("build", str(home), "-o", str(home / "out"), "-f", "html")

    assert status == 3
    assert "another program wrote it" in told
    assert path.read_text() == text


def test_every_test_that_the_security_page_names_is_there() -> None:
    named = re.findall(r"`(tests/[^`]+)`", (ROOT / "SECURITY.md").read_text())

    assert len(named) > 10
    assert [name for name in named if not (ROOT / name).exists()] == []
