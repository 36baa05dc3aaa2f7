"""What the preview lights up: the parts that the version before does not have."""

import re
from pathlib import Path

from tests.support.git import git
from tests.support.workspace_visitor import Visitor

DOCUMENT = "/0/since/application"


def lit(known: Visitor) -> str:
    """Return the words of the parts that are lit up."""
    answer = known.client.get(DOCUMENT)
    assert answer.status_code == 200, answer.text
    parts = answer.json()["parts"]
    shown = known.client.get("/0/parts/application").json()["html"]
    return re.sub(r"<[^>]+>", "", " ".join(shown[one] for one in parts))


def test_what_was_changed_since_git_has_it_is_lit_up(known: Visitor, spec: Path) -> None:
    for command in (("init", "-q"), ("add", spec.name), ("commit", "-qm", "first")):
        git(spec.parent, *command)

    before = lit(known)
    known.set("project.title", "Another title", "Title 0")
    after = lit(known)
    compared = known.see("/0/history?since=last&part")

    assert before == ""
    assert "Another title" in after
    assert "First line" not in after
    assert "Another title" in compared


def test_without_a_version_before_it_says_so(known: Visitor) -> None:
    answer = known.client.get(DOCUMENT)

    assert answer.status_code == 409
    assert "git" in answer.json()["error"]
