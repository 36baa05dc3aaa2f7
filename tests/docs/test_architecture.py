"""ARCHITECTURE.md names what is there, and leaves no package out."""

import re

from tests.support.places import ROOT

PAGE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
PACKAGE = ROOT / "escp_docs"
FOLDERS = PAGE[PAGE.index("## Folders") : PAGE.index("Imports point down")]
NAME = re.compile(r"[\w./<>]+(?:/|\.\w+)")


def listed() -> list[str]:
    """Return the paths in the tree of folders; an entry stands below the less indented one."""
    found: list[str] = []
    above: list[tuple[int, str]] = []
    for line in re.findall(r"^ {4}( *\S.*)$", FOLDERS, re.MULTILINE):
        indent = len(line) - len(line.lstrip())
        names = re.split(r"\s{2,}", line.strip())[0].split()
        above = [one for one in above if one[0] < indent]
        home = "".join(folder for _, folder in above)
        found += [home + name for name in names if NAME.fullmatch(name)]
        if names[0].endswith("/") and "<" not in names[0]:
            above.append((indent, names[0]))
    return found


def test_every_file_and_folder_of_the_tree_is_there() -> None:
    paths = [path.partition("<")[0] for path in listed()]

    assert len(paths) > 30
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_no_package_is_left_out() -> None:
    packages = {
        f"escp_docs/{path.parent.relative_to(PACKAGE).as_posix()}/"
        for path in PACKAGE.glob("*/__init__.py")
    }

    assert packages - set(listed()) == set()


def test_every_path_that_a_sentence_names_is_there() -> None:
    named = re.findall(r"`([\w./-]+(?:/|\.(?:py|md|toml|yaml)))`", PAGE)
    there = [one for one in named if not one.startswith("output/")]
    homes = (ROOT, PACKAGE)

    assert there
    assert [one for one in there if not any((home / one).exists() for home in homes)] == []


def test_it_can_be_read_in_one_sitting() -> None:
    assert len(PAGE.splitlines()) < 200
