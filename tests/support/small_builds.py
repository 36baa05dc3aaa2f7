"""Specs that are built in no time."""

from pathlib import Path

from tests.support.reading import HEAD

FAST = ("-d", "application", "-f", "html")


def specs(home: Path, *names: str) -> list[str]:
    """Write small specs, and a template that is the same for all."""
    template = home / "templates" / "application" / "application.md"
    template.parent.mkdir(parents=True)
    template.write_text("## Title\n\n{{ project.title }}\n")
    for name in names:
        (home / f"{name}.yaml").write_text(f"{HEAD}project: {{acronym: {name}}}\n")
    return [str(home / f"{name}.yaml") for name in names]
