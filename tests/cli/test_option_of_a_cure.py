"""The command line names the option by which a cure is done; the error itself names none."""

import pickle

import pytest

from escp_docs import api
from escp_docs.cli.errors import told, usage
from escp_docs.errors import Fault


@pytest.mark.parametrize(
    "error",
    [
        api.EscpError("the memory ran out; fix: build again in one process").by("-j 1"),
        api.ArgumentError("x gets no value; take the key out instead").by("-j 1"),
        api.UnreadableError((Fault("calls is a link", "put the folder there"),)).by("-j 1"),
    ],
)
def test_the_option_is_told_behind_the_cure(error: api.EscpError) -> None:
    assert "-j 1" not in str(error)
    assert told(error).endswith(": -j 1\n")


def test_a_usage_error_names_the_option() -> None:
    error = api.ArgumentError("x gets no value; take the key out instead", "key").by("--remove")

    assert usage(error).format_message().endswith("take the key out instead: --remove")


@pytest.mark.parametrize(
    "error",
    [
        api.EscpError("the memory ran out"),
        api.ArgumentError("x gets no value", "key"),
        api.UnreadableError((Fault("calls is a link", "put the folder there"),)),
    ],
)
def test_the_option_comes_along_from_another_process(error: api.EscpError) -> None:
    there = pickle.loads(pickle.dumps(error.by("-j 1")))

    assert (type(there), str(there), there.option) == (type(error), str(error), "-j 1")
