"""Specs built on a cluster: their files go, the documents come back, and are what they are here."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from escp_docs import api
from escp_docs.build.options import STATE, BuildOptions
from escp_docs.build.parcel import Delivery, Parcels, built_there
from escp_docs.build.progress import Silent
from escp_docs.build.result import Built, NotBuilt
from escp_docs.build.taking_in import taken
from escp_docs.files.shared_folder import LaidDown, SharedFolder, shared_folder
from tests.support.dask_cluster import Begun, cluster
from tests.support.fonts import font, machine_with
from tests.support.places import ROOT
from tests.support.process_groups import is_gone
from tests.support.program import run
from tests.support.reading import HEAD
from tests.support.small_builds import FAST, specs

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="Windows ends processes without telling them"),
    pytest.mark.filterwarnings("default"),  # the library's own
]


TODAY = date.today()  # noqa: TID251, DTZ011  # as the door reads it


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Begun]:
    with cluster(tmp_path_factory.mktemp("cluster")) as found:
        yield found


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of an output folder but the state of builds."""
    found = (one for one in folder.rglob("*") if one.is_file())
    return {
        str(one.relative_to(folder)): one.read_bytes()
        for one in found
        if STATE not in one.relative_to(folder).parts
    }


def test_documents_and_words_are_what_they_are_here(
    begun: Begun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names = specs(tmp_path, "a", "b", "c", "d")
    (tmp_path / "c.yaml").write_text("project: [\n")
    (tmp_path / "calls").mkdir()
    given = ["a.yaml", *names[1:], "-f", "html", "-d", "application"]

    here = run("build", *given, "-o", "here", "-j", "1")
    there = run("build", *given, "-o", "there", "--cluster", begun.file)

    assert (there[0], there[1].replace("there", "here")) == here
    assert contents(tmp_path / "there") == contents(tmp_path / "here")
    assert len(contents(tmp_path / "there")) == 6


@pytest.mark.slow
def test_what_is_up_to_date_stays_and_what_was_edited_is_kept(begun: Begun, tmp_path: Path) -> None:
    names, output = specs(tmp_path, "a", "b"), tmp_path / "output"
    build = ("build", *names, "-o", str(output), "--cluster", begun.file, *FAST)
    run(*build)
    edited = output / "a" / "application.html"
    edited.write_text("edited by hand")
    (output / "b" / "application.html").touch()

    status, told = run(*build)

    assert status == 0
    assert told.count("unchanged") == 1
    assert (output / "a" / "application.edited-1.html").read_text() == "edited by hand"
    assert edited.read_text() != "edited by hand"
    assert run("verify", str(output / "a"))[0] == 0


@pytest.mark.slow
def test_what_was_sent_to_partners_is_kept_in_the_record_here(begun: Begun, tmp_path: Path) -> None:
    names = specs(tmp_path, "a", "b")

    status, told = run(
        "build", *names, "-o", str(tmp_path / "out"), "--send", "--cluster", begun.file, *FAST
    )

    assert (status, "not kept" in told) == (0, False)
    assert len(list((tmp_path / "a.record" / "sent").iterdir())) == 1


@pytest.mark.slow
def test_a_template_that_cannot_be_rendered_is_told_as_it_is_here(
    begun: Begun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    specs(tmp_path, "a", "b")
    Path("templates/application/application.md").write_text("{{ nothing.there }}\n")

    here = run("build", "a.yaml", "b.yaml", "-o", "out", "-j", "1", *FAST)
    there = run("build", "a.yaml", "b.yaml", "-o", "out", "--cluster", begun.file, *FAST)

    assert here == there
    assert here[0] == 2


def test_two_folders_of_one_name_are_refused_before_anything_is_sent(
    begun: Begun, tmp_path: Path
) -> None:
    names = specs(tmp_path, "a", "b")
    (tmp_path / "b.yaml").write_text(f"{HEAD}project: {{acronym: a}}\n")

    status, told = run("build", *names, "-o", str(tmp_path / "out"), "--cluster", begun.file, *FAST)

    assert status == 2
    assert "would both write the folder a" in told


def test_a_depfile_is_of_one_machine(tmp_path: Path) -> None:
    status, told = run("build", *specs(tmp_path, "a"), "--depfile", "--cluster", "local")

    assert status == 2
    assert "leave it or --cluster out" in told


def with_folder_for_temporary_files(home: Path) -> dict[str, str]:
    folder = home / "tmp"
    folder.mkdir()
    return {**os.environ, "TMPDIR": str(folder), "PYTHONPATH": str(ROOT)}


@pytest.mark.slow
def test_a_cluster_of_this_machine_leaves_nothing_but_documents(tmp_path: Path) -> None:
    to, by = ("-o", str(tmp_path / "out")), ("--cluster", "local", "-j", "2")
    done = subprocess.run(
        [sys.executable, "-m", "escp_docs", "build", *specs(tmp_path, "a", "b"), *to, *by, *FAST],
        env=with_folder_for_temporary_files(tmp_path),
        check=False,
    )

    assert done.returncode == 0
    assert list((tmp_path / "tmp").iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [1.0, 3.0])
def test_ctrl_c_leaves_neither_a_process_nor_half_a_file(tmp_path: Path, seconds: float) -> None:
    names = specs(tmp_path, *(f"s{number}" for number in range(40)))
    build = ("build", *names, "-o", str(tmp_path / "out"), "--cluster", "local", "-j", "2", *FAST)
    begun = subprocess.Popen(
        [sys.executable, "-m", "escp_docs", *build],
        cwd=tmp_path,
        env=with_folder_for_temporary_files(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    time.sleep(seconds)
    os.killpg(begun.pid, signal.SIGINT)
    told, _ = begun.communicate(timeout=60)

    assert (begun.returncode, told.splitlines()[-1]) == (130, "interrupted")
    assert "Traceback" not in told
    assert is_gone(begun.pid)
    assert list((tmp_path / "tmp").iterdir()) == []
    left = ("unfinished", "shared_disk.", "token")
    found = [one.name for one in tmp_path.rglob("*") if any(map(one.name.__contains__, left))]
    assert set(found) <= {"shared_disk.lock"}


@pytest.mark.slow
def test_a_build_that_was_made_elsewhere_need_not_be_looked_at_again(
    begun: Begun, tmp_path: Path
) -> None:
    names, output = specs(tmp_path, "a", "b"), tmp_path / "out"
    run("build", *names, "-o", str(output), "--cluster", begun.file, *FAST)
    options = BuildOptions(output, ("application",), ("html",), today=TODAY)

    assert all(api.unchanged(name, options) for name in names)
    Path(names[0]).write_text(f"{Path(names[0]).read_text()}strand: A\n")
    assert api.unchanged(names[0], options) is None


def delivered(
    name: str, options: BuildOptions, shared: SharedFolder | None = None
) -> tuple[Delivery, dict[str, str]]:
    parcels = Parcels([name], options, shared)
    return built_there(parcels[0]), parcels.sent[name]


@pytest.mark.parametrize("sees", [True, False])
def test_files_come_by_the_disk_of_a_worker_that_shares_it_and_else_by_the_network(
    tmp_path: Path, *, sees: bool
) -> None:
    (name,) = specs(tmp_path, "a")
    there = BuildOptions(tmp_path / "there", ("application",), ("html",), today=TODAY)
    here = replace(there, output=tmp_path / "here")
    with shared_folder(there.state) as shared:
        assert shared is not None
        seen = shared if sees else replace(shared, token="that of another folder")
        delivery, sent = delivered(name, there, seen)
        assert {type(one) for one in delivery.contents.values()} == {LaidDown if sees else bytes}
        found, _ = taken(delivery, name, there, sent, Silent(), shared)

    assert isinstance(found, Built)
    api.build(name, here)
    assert contents(there.output) == contents(here.output)
    assert len(contents(there.output)) == 2
    assert list(there.state.rglob("*shared_disk*/*")) == []


def test_what_a_worker_laid_down_and_is_another_by_now_leaves_all_as_it_was(
    tmp_path: Path,
) -> None:
    (name,) = specs(tmp_path, "a")
    options = BuildOptions(tmp_path / "out", ("application",), ("html",), today=TODAY)
    with shared_folder(options.state) as shared:
        assert shared is not None
        delivery, sent = delivered(name, options, shared)
        last = max(one.name for one in delivery.contents.values() if isinstance(one, LaidDown))
        Path(shared.path, last).write_bytes(b"half")
        found, _ = taken(delivery, name, options, sent, Silent(), shared)

    assert isinstance(found, NotBuilt)
    assert "is not what a worker wrote" in str(found.error)
    assert contents(options.output) == {}
    assert [one for one in options.state.rglob("*") if "unfinished" in one.name] == []


def test_a_worker_that_names_files_where_none_are_shared_is_refused(tmp_path: Path) -> None:
    (name,) = specs(tmp_path, "a")
    options = BuildOptions(tmp_path / "out", ("application",), ("html",), today=TODAY)
    with shared_folder(options.state) as shared:
        delivery, sent = delivered(name, options, shared)

    found, _ = taken(delivery, name, options, sent, Silent())

    assert isinstance(found, NotBuilt)
    assert "a worker sent no bytes for" in str(found.error)


def test_letters_that_no_shipped_font_has_come_from_the_fonts_of_whoever_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (name,) = specs(tmp_path, "a")
    Path(name).write_text(f"{HEAD}project: {{acronym: a, title: 日本}}\n")
    options = BuildOptions(tmp_path / "out", ("application",), ("pdf",), today=TODAY)
    ours, theirs = tmp_path / "ours.ttf", tmp_path / "theirs.ttf"
    machine_with(monkeypatch, font(ours, "日本"))
    api.build(name, replace(options, output=tmp_path / "here"))
    parcels = Parcels([name], options)
    parcel = parcels[0]

    machine_with(monkeypatch, font(theirs, "日本", width=500))
    delivery = built_there(parcel)
    taken(delivery, name, options, parcels.sent[name], Silent())

    assert contents(tmp_path / "out") == contents(tmp_path / "here")
    api.build(name, replace(options, output=tmp_path / "theirs"))
    assert contents(tmp_path / "out") != contents(tmp_path / "theirs")


def test_a_spec_that_names_no_clause_is_told_and_the_others_are_built(
    begun: Begun, tmp_path: Path
) -> None:
    names = specs(tmp_path, "a", "b")
    words = "agreement: {wording: [{clause: none-of-these, text: Words., status: agreed}]}\n"
    Path(names[0]).write_text(f"{HEAD}project: {{acronym: a}}\n{words}")

    output = tmp_path / "out"
    status, told = run("build", *names, "-o", str(output), "--cluster", begun.file, *FAST)

    assert status == 2
    assert "names 'none-of-these', and no clause has that id" in told
    assert {*contents(output)} == {"b/application.html", "b/manifest.json"}


def test_what_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    (name,) = specs(tmp_path, "a")
    options = BuildOptions(tmp_path / "out", ("application",), ("html",), today=TODAY)
    delivery, sent = delivered(name, options)
    path = tmp_path / "out" / "a" / "application.html"
    path.parent.mkdir(parents=True)
    path.write_text("written by somebody meanwhile")

    found, _ = taken(delivery, name, options, sent, Silent())

    assert isinstance(found, NotBuilt)
    assert "was changed while" in str(found.error)
    assert path.read_text() == "written by somebody meanwhile"
    assert not (path.parent / "manifest.json").exists()


@pytest.mark.parametrize("place", ["other/x", "out/a/../../x", "out/b/x"])
def test_a_worker_writes_nowhere_but_where_the_spec_has_its_files(
    tmp_path: Path, place: str
) -> None:
    (name,) = specs(tmp_path, "a")
    options = BuildOptions(tmp_path / "out", ("application",), ("html",), today=TODAY)
    delivery, sent = delivered(name, options)
    more = {**delivery.contents, f"{tmp_path}/{place}": b"x"}

    found, _ = taken(replace(delivery, contents=more), name, options, sent, Silent())

    assert isinstance(found, NotBuilt)
    assert "which is no file of" in str(found.error)
    assert not (tmp_path / "out" / "a").exists()
    assert not list(tmp_path.rglob("x"))


@pytest.mark.slow
def test_the_files_of_one_spec_are_made_side_by_side(begun: Begun, tmp_path: Path) -> None:
    (name,) = specs(tmp_path, "a")
    for place in ("here", "there"):
        cluster_of = ("--cluster", begun.file) if place == "there" else ("-j", "1")
        out = ("-o", str(tmp_path / place), "-d", "application", "-f", "html", "-f", "docx")
        assert run("build", name, *out, *cluster_of)[0] == 0

    assert contents(tmp_path / "there") == contents(tmp_path / "here")
    assert len(contents(tmp_path / "there")) == 3
