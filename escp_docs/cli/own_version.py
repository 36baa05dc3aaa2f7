"""The version of this program."""


def own_version() -> str:
    """Return the version that is installed."""
    from importlib.metadata import version  # noqa: PLC0415  # it loads what reads e-mail

    return version("escp-docs")
