"""The font files of this machine by family: asked of fontconfig, elsewhere read from the system's folders of fonts.

Limits: variable fonts are left out, since they hold no style that could be taken alone; of two files with the same
family and style the first by name is taken.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from ita_docs.errors import Fault, OutputError

FontStyle = Literal["Regular", "Bold", "Italic", "Bold Italic"]

#: Weights of fontconfig that a text prints as plain (book to medium), and from which on it is bold.
_PLAIN, _BOLD = range(75, 101), 180
_SUFFIXES = {".ttf", ".otf", ".ttc"}


class FontFile(NamedTuple):
    """One font: its file, and which of a collection's fonts it is."""

    path: Path
    number: int = 0


Families = dict[str, dict[FontStyle, FontFile]]


def families(environment: Mapping[str, str] | None = None) -> Families:
    """The installed fonts: by the family's name in small letters, by style."""
    found: Families = {}
    for family, style, file in sorted(_listed(environment) if has_fontconfig() else _scanned()):
        found.setdefault(family.casefold(), {}).setdefault(style, file)
    return found


def has_fontconfig() -> bool:
    """Whether the programs of this system find their fonts through fontconfig, which can be asked."""
    return sys.platform not in {"win32", "darwin"} and all(shutil.which(name) for name in ("fc-list", "fc-match"))


def font_library() -> None:
    """Say what to install where the library that reads and writes fonts is missing."""
    try:
        import fontTools.ttLib  # noqa: F401, PLC0415  an extra, asked for when it is needed
    except ImportError as error:
        raise OutputError([Fault("pdf.no-library", params={"found": "fonttools"})]) from error


def _listed(environment: Mapping[str, str] | None) -> Iterator[tuple[str, FontStyle, FontFile]]:
    command = ["fc-list", "--format", "%{file}\t%{index}\t%{weight}\t%{slant}\t%{family}\n"]
    done = subprocess.run(command, env=environment, capture_output=True, timeout=60, check=False)  # noqa: S603
    for line in done.stdout.decode("utf-8", "replace").splitlines():
        file, index, weight, slant, names = line.split("\t")
        if Path(file).suffix.lower() not in _SUFFIXES or not (weight.isdecimal() and index.isdecimal()):
            continue
        bold = int(weight) >= _BOLD
        if bold or int(weight) in _PLAIN:
            for name in names.split(","):
                yield name, _style(bold=bold, italic=slant != "0"), FontFile(Path(file), int(index))


def _scanned() -> Iterator[tuple[str, FontStyle, FontFile]]:
    font_library()
    from fontTools.ttLib import TTCollection, TTFont, TTLibError  # noqa: PLC0415  an extra

    for file in (file for folder in _folders() for file in folder.rglob("*") if file.suffix.lower() in _SUFFIXES):
        try:
            with file.open("rb") as stream:
                collection = file.suffix.lower() == ".ttc"
                fonts = TTCollection(stream, lazy=True).fonts if collection else [TTFont(stream, lazy=True)]
                yield from (row for number, font in enumerate(fonts) for row in _rows(font, FontFile(file, number)))
        except (OSError, TTLibError, KeyError, AttributeError, ValueError):  # not ours to read, or no font
            continue


def _rows(font: object, file: FontFile) -> Iterator[tuple[str, FontStyle, FontFile]]:
    if "fvar" not in font:  # type: ignore[operator]  # fontTools has no types
        names, style = font["name"], font["head"].macStyle  # type: ignore[index]  # as above
        for family in {names.getBestFamilyName(), names.getDebugName(1)} - {None}:
            yield family, _style(bold=bool(style & 1), italic=bool(style & 2)), file


def _style(*, bold: bool, italic: bool) -> FontStyle:
    if bold:
        return "Bold Italic" if italic else "Bold"
    return "Italic" if italic else "Regular"


def _folders() -> Iterator[Path]:
    """Where Windows and macOS keep fonts, the system's before the user's; elsewhere where fontconfig would look."""
    windows, local = os.environ.get("WINDIR"), os.environ.get("LOCALAPPDATA")
    places = [
        Path(windows) / "Fonts" if windows else None,
        Path(local) / "Microsoft" / "Windows" / "Fonts" if local else None,
        Path("/System/Library/Fonts"),
        Path("/Library/Fonts"),
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        *user_folders(),
    ]
    yield from (place for place in places if place and place.is_dir())


def user_folders() -> list[Path]:
    """The user's own folders of fonts on systems like Unix."""
    try:
        home = Path.home()
    except RuntimeError:  # a user without a home
        return []
    data = os.environ.get("XDG_DATA_HOME")
    return [home / ".fonts", home / "Library" / "Fonts", (Path(data) if data else home / ".local" / "share") / "fonts"]
