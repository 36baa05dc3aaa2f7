"""Who works is handed in: any object with the method of `Executor`, threads for one."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import TypeVar

from escp_docs import api
from tests.support.small_builds import specs

Piece = TypeVar("Piece")
Result = TypeVar("Result")


class Threads:
    """An executor of ours, as a cluster would be one: it counts what it was handed."""

    def __init__(self) -> None:
        self.pieces = 0
        self.is_ended = False

    def results(
        self,
        work: Callable[..., Result],
        pieces: Sequence[Piece],
        lost: Callable[[Piece], Result],
        given: tuple[object, ...] = (),
        bound: Callable[[Piece], api.Bound] | None = None,
    ) -> Iterator[Result]:
        """Yield what `work` makes of each piece, in order."""
        del lost, bound
        self.pieces += len(pieces)
        try:
            with ThreadPoolExecutor(2) as pool:
                yield from pool.map(lambda piece: work(*given, piece), pieces)
        finally:
            self.is_ended = True


def built(home: Path, executor: api.Executor) -> dict[str, bytes]:
    """Return the files that an executor makes of three specs."""
    names = specs(home, "a", "b", "c")
    options = api.BuildOptions(
        home / "out", ("application",), ("html", "docx"), today=date(2020, 11, 20)
    )
    found = list(api.build_each(names, options, executor=executor))
    assert [type(one) for one in found] == [api.Built] * 3
    return {
        path.relative_to(home).as_posix(): path.read_bytes()
        for path in sorted(home.glob("out/*/application.*"))
    }


def test_an_executor_of_others_makes_the_same_bytes(tmp_path: Path) -> None:
    threads = Threads()
    here, there = tmp_path / "here", tmp_path / "there"

    assert built(there, threads) == built(here, api.IN_THIS_PROCESS)
    assert threads.pieces == 3


def test_it_also_makes_the_files_of_one_spec_and_reads_them_again(tmp_path: Path) -> None:
    (name,) = specs(tmp_path, "x")
    threads = Threads()
    formats = ("html", "docx", "pdf")
    options = api.BuildOptions(
        tmp_path / "out", ("application",), formats, today=date(2020, 11, 20)
    )
    api.build(name, options, executor=threads)
    found = api.verify(tmp_path / "out" / "x", executor=threads)

    assert found.agrees
    assert threads.pieces == 2 * len(formats)


def test_the_work_ends_with_the_last_spec_though_its_error_is_kept(tmp_path: Path) -> None:
    names = specs(tmp_path, "a", "b", "c")
    Path(names[2]).write_text("project: [\n")
    threads = Threads()
    options = api.BuildOptions(tmp_path / "out", ("term-sheet",), ("json",))

    found = list(api.build_each(names, options, executor=threads))

    assert [type(one) for one in found] == [api.Built, api.Built, api.NotBuilt]
    assert threads.is_ended


def test_the_work_ends_where_somebody_has_had_enough(tmp_path: Path) -> None:
    threads = Threads()
    options = api.BuildOptions(tmp_path / "out", ("term-sheet",), ("json",))
    found = api.build_each(specs(tmp_path, "a", "b", "c"), options, executor=threads)

    next(found)
    found.close()

    assert threads.is_ended
