"""LibreOffice, run once for many documents: in a profile of its own, within a time limit, leaving nothing behind.

Everything it writes lies in the temporary folder, its home too.  The profile forbids macros, the updating of links and
whatever a document would fetch, and says how a PDF is made: with tags (for readers that read aloud) and bookmarks.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from ita_docs.errors import Fault, PdfError

#: The seam where tests see what is started.
_popen = subprocess.Popen
_NAMES = ("soffice", "libreoffice")
_SOCKETS = ("/tmp", "/var/tmp")  # noqa: S108  where LibreOffice puts it, whatever TMPDIR says
_COMMON, _WRITER = "/org.openoffice.Office.Common", "/org.openoffice.Office.Writer"
_SETTINGS = (
    (f"{_COMMON}/Security/Scripting", "MacroSecurityLevel", "3"),
    (f"{_COMMON}/Security/Scripting", "DisableMacrosExecution", "true"),
    (f"{_COMMON}/Security/Scripting", "DisableActiveContent", "true"),
    (f"{_COMMON}/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    (f"{_WRITER}/Content/Update", "Link", "2"),  # never
    (f"{_COMMON}/Filter/PDF/Export", "UseTaggedPDF", "true"),
    (f"{_COMMON}/Filter/PDF/Export", "ExportBookmarks", "true"),
    (f"{_COMMON}/Filter/PDF/Export", "DisplayPDFDocumentTitle", "true"),
)


def program() -> str:
    """LibreOffice's program; says what to install where it is not found."""
    on_path = (shutil.which(name) for name in _NAMES)
    found = next((path for path in on_path if path), None) or next(_usual_places(), None)
    if found is None:
        raise PdfError([Fault("pdf.no-office")])
    return found


def to_pdf(documents: Mapping[str, bytes], work: Path, environment: Mapping[str, str], timeout: float) -> None:
    """Draw documents, given by plain file names, into `work`; which of them could be drawn shows by their PDFs."""
    office = program()
    for name, content in documents.items():
        (work / name).write_bytes(content)
    profile = work / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_profile(), encoding="utf-8")
    try:
        _run(_command(office, profile, work, documents), work, _private(environment, work), timeout)
    finally:
        for socket in sockets(profile):  # left where it was killed
            with suppress(OSError):
                socket.unlink()


def sockets(profile: Path) -> list[Path]:
    """The socket of a running LibreOffice, which lies outside its profile, named after the digest of its address."""
    address = hashlib.md5(profile.as_uri().encode("utf-16-le"), usedforsecurity=False)
    name = f"OSL_PIPE_*_SingleOfficeIPC_{''.join(f'{byte:x}' for byte in address.digest())}"
    return [path for folder in _SOCKETS for path in Path(folder).glob(name)]


def _command(office: str, profile: Path, work: Path, documents: Iterable[str]) -> list[str]:
    command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck"]
    return [*command, "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(work), *documents]


def _run(command: list[str], work: Path, environment: Mapping[str, str], timeout: float) -> None:
    with (work / "log").open("wb") as log:
        try:
            process = _popen(
                command,
                cwd=work,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        except OSError as error:
            raise PdfError([Fault("pdf.office-not-run", params={"found": error.strerror or command[0]})]) from error
        try:
            process.wait(timeout)
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and all that it has started, which a script around the program would leave running."""
    if sys.platform == "win32":
        if process.poll() is None:
            ending = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(ending, capture_output=True, check=False)  # noqa: S603  our own process
    else:
        with suppress(ProcessLookupError, PermissionError):  # nothing is left of it
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _private(environment: Mapping[str, str], work: Path) -> dict[str, str]:
    """The environment with a home of its own: LibreOffice and its libraries write settings and caches there."""
    home = work / "home"
    home.mkdir()
    places = ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
    return {
        **environment,
        **dict.fromkeys(places, str(home)),
        **dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(work)),
        "SAL_DISABLE_OPENCL": "1",
    }


def _usual_places() -> Iterator[str]:
    """Where LibreOffice lies on systems that do not put it on the path."""
    folders = [os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)")]
    places = [Path(folder) / "LibreOffice" / "program" / "soffice.com" for folder in folders if folder]
    if sys.platform == "darwin":
        places.append(Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"))
    yield from (str(place) for place in places if place.is_file())


def _profile() -> str:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>\n"
    )
