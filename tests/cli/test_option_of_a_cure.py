"""The command line names the option by which a cure is done; the error itself names none."""

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
