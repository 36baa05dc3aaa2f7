"""Several specs, several processes, several builds at once: each for itself, and none left over."""

import os
import signal
import subprocess
import sys
from datetime import date
from functools import partial
from multiprocessing import forkserver
from multiprocessing.synchronize import SemLock
from pathlib import Path

import pytest

from escp_docs.build import one_spec, rendering
from escp_docs.build.options import STATE, BuildOptions
from escp_docs.build.progress import Recorded, Silent
from escp_docs.build.result import Built
from escp_docs.cli.progress import Log
from escp_docs.executing.executor import IN_THIS_PROCESS, Bound
from escp_docs.executing.processes import Processes
from tests.support.places import SPECS
from tests.support.process_groups import is_gone
from tests.support.program import run
from tests.support.reading import CALL_ID, HEAD
from tests.support.small_builds import FAST, specs


def test_what_is_at_odds_with_another_is_not_final(tmp_path: Path) -> None:
    text = (SPECS / "shield-4i.yaml").read_text("utf-8")
    names = [tmp_path / "a.yaml", tmp_path / "b.yaml"]
    for number, path in enumerate(names):
        path.write_text(text.replace("acronym: SHIELD-4i", f"acronym: SHIELD-{number}"))
    output, final = tmp_path / "output", ("-d", "term-sheet", "-f", "json", "--final")

    assert run("check", *map(str, names))[0] == 1
    status, told = run("build", *map(str, names), "-o", str(output), *final)
    assert status == 1
    assert told.count("SUB003") == 2
    assert not output.exists()

    assert run("build", str(names[0]), "-o", str(output), *final)[0] == 0
    assert run("build", *map(str, names), "-o", str(output), *final)[0] == 1


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_bad_spec_never_stops_the_others(tmp_path: Path, jobs: str) -> None:
    names = specs(tmp_path, "a", "b", "c")
    Path(names[1]).write_text("project: [\n")
    output = tmp_path / "output"

    status, told = run("build", *names, "-o", str(output), "-j", jobs, *FAST)

    assert status == 2
    assert sorted(path.name for path in output.iterdir()) == [STATE, "a", "c"]
    places = [told.index(f"{name}.yaml:") for name in "abc"]
    assert places == sorted(places)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_status_is_the_highest_of_all(tmp_path: Path, jobs: str) -> None:
    names = specs(tmp_path, "a", "b")
    output = tmp_path / "output"
    output.mkdir()
    (output / "a").write_text("in the way")

    status, told = run("build", *names, "-o", str(output), "-j", jobs, *FAST)

    assert status == 3
    assert "cannot be written" in told
    assert (output / "b" / "application.html").exists()


def test_processes_make_the_same_bytes_as_one(tmp_path: Path) -> None:
    names = specs(tmp_path, "a", "b", "c")
    for jobs in "12":
        run("build", *names, "-o", str(tmp_path / jobs), "-j", jobs, *FAST)

    for name in "abc":
        one, two = ((tmp_path / jobs / name / "application.html").read_bytes() for jobs in "12")
        assert one == two


def test_two_specs_with_one_folder_are_refused_whatever_the_processes(tmp_path: Path) -> None:
    names = specs(tmp_path, "a", "b")
    Path(names[1]).write_text(HEAD + "project: {acronym: A}\n")

    status, told = run("build", *names, "-o", str(tmp_path / "output"), "-j", "2", *FAST)

    assert status == 2
    assert "both write the folder a" in told
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_only_what_changed_is_built_and_all_are_told_in_order(tmp_path: Path, jobs: str) -> None:
    names = specs(tmp_path, "a", "b", "c")
    arguments = (*names, "-o", str(tmp_path / "out"), "-j", jobs, *FAST)
    first = run("build", *arguments)[1]
    Path(names[1]).write_text(f"{HEAD}project: {{acronym: b, title: New}}\n")

    told = run("build", *arguments)[1]

    files = [line for line in told.splitlines() if line.endswith(")") and "missing" not in line]
    assert ["unchanged" in line for line in files] == [True, False, True]
    assert told.replace(", unchanged", "").count("draft") == first.count("draft")


def test_specs_with_calls_of_their_own_are_built_together(tmp_path: Path) -> None:
    names = specs(tmp_path, "a", "b")
    (tmp_path / "calls").mkdir()
    known = (SPECS / "calls" / f"{CALL_ID}.yaml").read_text()
    (tmp_path / "calls" / "our-own.yaml").write_text(
        known.replace(f"id: {CALL_ID}", "id: our-own", 1)
    )
    Path(names[1]).write_text("call: our-own\nproject: {acronym: b}\n")

    status, told = run("build", *names, "-o", str(tmp_path / "out"), *FAST)

    assert status == 0, told


# --- processes that die ----------------------------------------------------------------------


def work(name: str) -> str:
    if name == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    return f"made {name}"


def lost(name: str) -> str:
    return f"lost {name}"


@pytest.mark.parametrize("at", [0, 3, 5])
def test_a_process_that_dies_costs_one_piece_of_work(at: int) -> None:
    names = [f"n{number}" for number in range(5)]
    names.insert(at, "deadly")

    found = list(Processes(2).results(work, names, lost))

    assert found == [lost(name) if name == "deadly" else work(name) for name in names]


def hungry(name: str) -> str:
    if name == "endless":
        while True:
            pass
    try:
        return f"made {len(bytearray(2**32)) if name == 'vast' else name}"
    except MemoryError:
        return lost(name)


def test_a_piece_of_work_has_its_bounds_of_time_and_memory() -> None:
    found = list(
        Processes(1).results(
            hungry, ["n1", "endless", "vast", "n2"], lost, bound=lambda _: Bound(0.2, 2**31)
        )
    )

    assert found == ["made n1", "lost endless", "lost vast", "made n2"]


@pytest.mark.parametrize("forbidden", ["Lock", "server"])
def test_where_processes_are_forbidden_this_one_does_it_all(
    forbidden: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    if forbidden == "Lock":
        monkeypatch.setattr(SemLock, "__init__", refuse)
    else:
        monkeypatch.setattr(forkserver, "ensure_running", refuse)
    Processes(2, "escp_docs.build.preload").warm_up()

    assert list(Processes(2).results(work, ["a", "b"], lost)) == ["made a", "made b"]


def test_a_script_that_calls_the_program_is_not_run_again_by_each_process(tmp_path: Path) -> None:
    names = specs(tmp_path, "a", "b", "c")
    script = tmp_path / "script.py"
    script.write_text(
        "from escp_docs.cli import main\n"
        "print('once')\n"
        f"main({['build', *names, '-j', '2', '-q', '-o', 'output', *FAST]!r})\n"
    )
    done = subprocess.run(
        [sys.executable, script], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "once\n", "")
    assert len(list(tmp_path.glob("output/*/application.html"))) == len(names)


def test_processes_end_in_silence(tmp_path: Path) -> None:
    names = specs(tmp_path, "a", "b", "c")

    done = subprocess.run(
        [sys.executable, "-m", "escp_docs", "build", *names, "-j", "2", "-q", *FAST],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_ctrl_c_leaves_no_process_and_no_unfinished_file(tmp_path: Path) -> None:
    names = specs(tmp_path, *(f"s{number}" for number in range(30)))
    output = tmp_path / "output"
    process = subprocess.Popen(
        [sys.executable, "-m", "escp_docs", "build", *names, "-o", output, "-j", "2"],
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    while not list(output.glob("s*/manifest.json")):
        assert process.poll() is None
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)

    assert (process.returncode, errors.decode()) == (130, "interrupted\n")
    assert is_gone(process.pid)
    assert list(output.glob(f"{STATE}/*/.unfinished*")) == []
    assert not (output / "s29").exists()


def test_ctrl_c_ends_the_processes_of_one_spec_too(tmp_path: Path) -> None:
    output = tmp_path / "output"
    asked = (str(SPECS / "unfinished.yaml"), "--all", "-j", "2", "-o", str(output))
    process = subprocess.Popen(
        [sys.executable, "-m", "escp_docs", "build", *asked],
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    while not list(output.glob(f"{STATE}/*.lock")):  # composed, and about to be made
        assert process.poll() is None
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)

    assert (process.returncode, errors.decode()) == (130, "interrupted\n")
    assert is_gone(process.pid)
    assert [path.name for path in output.iterdir()] == [STATE]


def die(look: object, task: object) -> None:
    del look, task
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_document_whose_process_dies_is_named_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendering, "_rendered", die)
    output = tmp_path / "output"
    asked = ("--all", "-j", "2", "-o", str(output))

    status, told = run("build", str(SPECS / "unfinished.yaml"), *asked)

    assert status == 3
    assert "the process that made application.pdf was killed" in told
    assert "fix: build again in one process: -j 1" in told
    assert not list(output.glob("*/*"))


# --- two builds at once ----------------------------------------------------------------------


def built(name: str, spec: str, output: Path) -> str:
    del name
    recorded, log = Recorded(), Log(verbose=True)
    one_spec.build(spec, options(output), IN_THIS_PROCESS, recorded)
    recorded.tell(log)
    return log.take()


def options(output: Path) -> BuildOptions:
    return BuildOptions(output, documents=("application",), today=date(2020, 11, 20))


def test_a_second_build_waits_says_so_and_finds_everything_done(tmp_path: Path) -> None:
    from filelock import FileLock  # noqa: PLC0415

    (spec,) = specs(tmp_path, "a")
    output = tmp_path / "output"
    (output / STATE).mkdir(parents=True)
    lock = FileLock(output / STATE / "a.lock")

    waited: list[str] = []

    class Told(Silent):
        def waiting(self, folder: str) -> None:
            waited.append(folder)
            lock.release()  # the first build ends while the second one waits

    with lock:
        found = one_spec.build(spec, options(output), IN_THIS_PROCESS, Told())
    assert waited == ["a"]
    assert isinstance(found, Built)


def test_builds_at_once_in_one_folder_make_each_file_once(tmp_path: Path) -> None:
    (spec,) = specs(tmp_path, "a")
    work_here = partial(built, spec=spec, output=tmp_path / "output")

    told = list(Processes(2).results(work_here, ["first", "second"], lost))

    assert sum("application.docx" in one for one in told) == 1
    assert sorted(path.name for path in (tmp_path / "output" / "a").iterdir()) == [
        "application.docx",
        "manifest.json",
    ]


@pytest.mark.parametrize("jobs", [(), ("-j", "2")])
def test_an_unreadable_spec_at_the_end_is_all_that_is_told(
    tmp_path: Path, jobs: tuple[str, ...]
) -> None:
    names = specs(tmp_path, "a", "b", "c")
    Path(names[2]).write_text("project: [\n")
    asked = (sys.executable, "-m", "escp_docs", "build", *names, "-o", str(tmp_path / "out"))

    done = subprocess.run((*asked, *FAST, *jobs), capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert "Exception ignored" not in done.stderr
    assert "Traceback" not in done.stderr
    assert len(list(tmp_path.glob("out/*/application.html"))) == 2
