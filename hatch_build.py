"""Where a package comes from: the repository that builds it, so that a copy names itself."""

import os
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface


class Origin(MetadataHookInterface):
    """Gives the package the addresses of the repository that GitHub is building."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Add `project.urls`; none of a build that is not GitHub's."""
        repository = os.environ.get("GITHUB_REPOSITORY")
        metadata["urls"] = {}
        if repository:
            home = f"{os.environ.get('GITHUB_SERVER_URL', 'https://github.com')}/{repository}"
            metadata["urls"] = {
                "Source": home,
                "Issues": f"{home}/issues",
                "Documentation": f"{home}/tree/main/docs",
                "Changelog": f"{home}/blob/main/CHANGELOG.md",
            }
