"""A cluster does pieces of work in their order, whatever its workers meet."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import Client

from escp_docs import api
from escp_docs.errors import ArgumentError, EscpError
from escp_docs.executing.cluster import LOCAL, Cluster
from escp_docs.executing.processes import Processes
from tests.executing import far_work
from tests.support.dask_cluster import Begun, cluster

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="Windows ends processes without telling them"),
    pytest.mark.filterwarnings("default"),  # the library's own
]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Begun]:
    with cluster(tmp_path_factory.mktemp("cluster")) as found:
        yield found


def test_results_come_in_order(begun: Begun) -> None:
    with Cluster(begun.file, far_work.traits) as found:
        results = list(found.results(far_work.doubled, range(20), lambda _: -1, given=(100,)))

    assert results == [100 + 2 * piece for piece in range(20)]


def test_a_result_that_is_long_on_its_way_is_waited_for(
    begun: Begun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("escp_docs.executing.cluster._GLANCE", 0.001)
    with Cluster(begun.file, far_work.traits) as found:
        results = list(found.results(far_work.doubled, range(20), lambda _: -1, given=(100,)))

    assert results == [100 + 2 * piece for piece in range(20)]


@pytest.mark.slow
def test_whoever_has_seen_enough_takes_back_the_rest(begun: Begun) -> None:
    with Cluster(begun.file, far_work.traits) as found:
        results = found.results(far_work.doubled, range(1000), lambda _: -1, given=(0,))
        assert next(results) == 0
        results.close()  # type: ignore[attr-defined]  # it is a generator
        assert list(found.results(far_work.doubled, [3], lambda _: -1, given=(0,))) == [6]


def test_a_worker_collects_garbage_as_seldom_as_a_process_of_ours(begun: Begun) -> None:
    work = far_work.garbage_between_collections
    with Cluster(begun.file, far_work.traits) as found:
        there = set(found.results(work, range(4), lambda _: -1))

    assert there == set(Processes(2).results(work, range(4), lambda _: -1))


def test_a_worker_that_dies_is_made_up_for(begun: Begun, tmp_path: Path) -> None:
    pieces = [(str(tmp_path), number) for number in range(6)]

    with Cluster(begun.file, far_work.traits) as found:
        assert list(found.results(far_work.deadly_once, pieces, lambda _: -1)) == list(range(6))


@pytest.mark.slow
def test_what_kills_every_worker_is_lost_alone(begun: Begun) -> None:
    with Cluster(begun.file, far_work.traits) as found:
        assert list(found.results(far_work.deadly, range(5), lambda one: -one)) == [0, 1, -2, 3, 4]


@pytest.mark.slow
def test_what_the_work_raises_ends_everything(begun: Begun) -> None:
    with (
        Cluster(begun.file, far_work.traits) as found,
        pytest.raises(ValueError, match="7"),
    ):
        list(found.results(far_work.refused, [7], lambda _: -1))


def test_a_worker_that_differs_is_refused_by_its_name(begun: Begun) -> None:
    with (
        pytest.raises(ArgumentError, match=r"tcp://.*Pango 1\.50.*this machine 1\.50.*install"),
        Cluster(begun.file, far_work.own_traits),
    ):
        pass


@pytest.mark.slow
def test_a_worker_that_does_not_answer_is_refused_by_its_name(
    begun: Begun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("escp_docs.executing.cluster._PATIENCE", 3.0)
    with Client(scheduler_file=begun.file) as client:  # type: ignore[no-untyped-call]
        frozen, pid = next(iter(client.run(os.getpid).items()))
    os.kill(pid, signal.SIGSTOP)
    try:
        with (
            pytest.raises(ArgumentError, match=rf"{frozen} does not answer; let it go on"),
            Cluster(begun.file, far_work.traits),
        ):
            pass
    finally:
        os.kill(pid, signal.SIGCONT)


@pytest.mark.parametrize(
    "address", ["nowhere.json", "LOCAL", "http://studio:1", "tcp://", "{}", "[1]", '{"address": 1}']
)
def test_a_scheduler_that_is_not_there_is_told_with_what_begins_one(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if address[0] in "{[":
        (tmp_path / "file").write_text(address)
        address = str(tmp_path / "file")
    monkeypatch.setattr("escp_docs.executing.cluster.Client", None)  # it would wait for long
    with (
        pytest.raises(ArgumentError, match=r"no scheduler answers at '.*dask scheduler"),
        Cluster(address, far_work.traits),
    ):
        pass


def test_a_scheduler_that_speaks_tls_is_not_asked_without_a_certificate() -> None:
    with (
        pytest.raises(ArgumentError, match=r"speaks TLS.*name it as on your workers"),
        Cluster("tls://studio:8786", far_work.traits),
    ):
        pass


def test_what_a_machine_is_like_is_the_same_each_time() -> None:
    from escp_docs.build.machine import traits  # noqa: PLC0415  # loads Pango

    found = traits()

    assert found == traits()
    assert {"escp-docs", "Pango", "Python", "weasyprint"} <= {*found}
    assert {*traits(paginates=True)} - {*found} == {"LibreOffice"}


@pytest.mark.slow
def test_a_cluster_of_this_machine_begins_and_ends_with_the_work() -> None:
    with api.cluster(LOCAL, jobs=1) as found:
        assert list(found.results(far_work.doubled, [1], lambda _: -1, given=(0,))) == [2]


@pytest.mark.slow
def test_a_machine_that_goes_is_made_up_for(tmp_path: Path) -> None:
    with cluster(tmp_path) as own, Cluster(own.file, far_work.traits) as found:
        results = found.results(far_work.doubled, range(40), lambda _: -1, given=(0,))
        assert next(results) == 0
        own.processes[-1].kill()
        assert list(results) == [2 * piece for piece in range(1, 40)]


@pytest.mark.slow
def test_a_scheduler_that_goes_is_told_with_what_to_do(tmp_path: Path) -> None:
    with cluster(tmp_path) as own, Cluster(own.file, far_work.traits) as found:
        results = found.results(far_work.doubled, range(1000), lambda _: -1, given=(0,))
        assert next(results) == 0
        own.processes[0].kill()
        with pytest.raises(EscpError, match=r"the scheduler at .* is gone\n  fix: begin it again"):
            list(results)
