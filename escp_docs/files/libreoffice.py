"""LibreOffice, asked how it would lay a Word file out."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Final

from escp_docs.errors import EscpError
from escp_docs.files.writing import read_bytes

_OFFICE: Final = ("soffice", "libreoffice")
_ALSO_CALLED: Final = (
    '<alias binding="same"><family>{0}</family><accept><family>{1}</family></accept></alias>'
)
_SECONDS: Final = 180
_FONT_FOLDERS: Final = (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
    "<fontconfig><dir>{0}/fonts</dir><cachedir>{0}/cache</cachedir>{1}</fontconfig>"
)


class LayoutError(EscpError):
    """LibreOffice is there and could not lay a document out; the message says why."""


def office() -> str | None:
    """Return the program that lays out Word files, None if it is not on this machine."""
    return next(filter(None, map(shutil.which, _OFFICE)), None)


def office_version() -> str | None:
    """Return what that program says it is, None if it is not there or does not answer."""
    program = office()
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="escp-docs-") as folder:
        profile = f"-env:UserInstallation={Path(folder).as_uri()}"
        try:
            said = subprocess.run(  # noqa: S603  # a program found on the path
                [program, profile, "--version"], capture_output=True, timeout=_SECONDS, check=True
            )
        except (OSError, subprocess.SubprocessError):
            return None
    return " ".join(said.stdout.decode("utf-8", "replace").split()[:2])


def laid_out(
    data: bytes,
    fonts: Mapping[str, bytes],
    called: Mapping[str, str] = MappingProxyType({}),
    seconds: float = _SECONDS,
) -> bytes | None:
    """Return a Word file as LibreOffice prints it, as PDF; None without LibreOffice.

    `called` says for a family of the file by which name the fonts know it.

    It runs in a folder of its own, with a profile of its own and the given fonts alone, so that
    neither the settings nor the fonts of the machine change where pages end.

    Raises:
        LayoutError: LibreOffice failed, or took too long.
    """
    program = office()
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="escp-docs-") as folder:
        home = Path(folder)
        (home / "document.docx").write_bytes(data)
        (home / "fonts").mkdir()
        for name, font in fonts.items():
            (home / "fonts" / name.replace("/", "-")).write_bytes(font)
        names = "".join(_ALSO_CALLED.format(*one) for one in called.items())
        (home / "fonts.conf").write_text(_FONT_FOLDERS.format(folder, names), encoding="utf-8")
        profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"
        convert = ["--headless", "--convert-to", "pdf", "--outdir", folder]
        command = [program, profile, *convert, str(home / "document.docx")]
        _run(command, os.environ | {"FONTCONFIG_FILE": str(home / "fonts.conf")}, seconds)
        made = read_bytes(home / "document.pdf")
        if made is None:
            raise LayoutError("LibreOffice made no PDF")
        return made


def _run(command: list[str], environment: Mapping[str, str], seconds: float) -> None:
    with subprocess.Popen(  # noqa: S603  # a program found on the path, our own arguments
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            status = process.wait(seconds)
        except BaseException as error:
            # The program starts others; all of them are in the group that it leads.
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            if isinstance(error, subprocess.TimeoutExpired):
                raise LayoutError(f"LibreOffice took longer than {seconds:g} s") from error
            raise
    if status:
        raise LayoutError(f"LibreOffice ended with status {status}")
