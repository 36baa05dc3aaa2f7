"""Remove what the program made below a folder; what someone edited or added stays."""

import hashlib
import json
import shutil
import sys
from pathlib import Path


def clean(home: Path) -> None:
    """Remove each file that is still as its manifest says, then the manifest itself."""
    try:
        files = json.loads((home / "manifest.json").read_bytes())["files"]
    except (OSError, ValueError, KeyError):
        return
    for name, entry in files.items():
        path = home / name
        if path.is_file() and path.resolve().parent == home.resolve():
            if hashlib.sha256(path.read_bytes()).hexdigest() == entry["sha256"]:
                path.unlink()
            else:
                print(f"{path} was edited and stays")
    for name in ("manifest.json", "documents.d"):
        (home / name).unlink(missing_ok=True)
    if not any(home.iterdir()):
        home.rmdir()


if __name__ == "__main__":
    # Locks, stamps and what a build that was killed left unfinished.
    shutil.rmtree(Path(sys.argv[1]) / ".escp-docs", ignore_errors=True)
    for manifest in sorted(Path(sys.argv[1]).glob("*/manifest.json")):
        clean(manifest.parent)
