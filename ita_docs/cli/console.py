"""The two streams: the product on stdout, messages on stderr, in a language the console can print.

What a console can not print is escaped, never an error (a console in cp874 has no ✓, one in cp1252 no Thai).  A reader
that has gone away (`ita-docs list | head -1`) is no error either; a full disk behind stdout is.

Limits: files of text that are redirected (`schema`, `new -o -`, `check --json`) are UTF-8 whatever the console's
encoding is, because data files and JSON are.
"""

from __future__ import annotations

import io
import locale
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import IO, NamedTuple

from ita_docs.cli.words import word
from ita_docs.errors import Fault, OutputError
from ita_docs.findings import Finding
from ita_docs.messages import Language

# A file's content is quoted in messages: none of it may move the cursor or start a line of its own.
_CONTROLS = {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0))}
_CONTROLS_IN_LINES = {code: escape for code, escape in _CONTROLS.items() if code not in (0x09, 0x0A)}


class Console(NamedTuple):
    """Where the command line writes, and in which language."""

    language: Language

    @classmethod
    def of(cls, arguments: Sequence[str]) -> Console:
        """The console of this process: streams that never fail on a character, a language they can print."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        if not all(_prints_thai(stream) for stream in (sys.stdout, sys.stderr)):
            return cls("en")
        return cls(asked_language(arguments) or locale_language(os.environ))

    def product(self, text: str) -> None:
        """One line of what was asked for."""
        _write(sys.stdout, text + "\n")

    def product_file(self, text: str) -> None:
        """The text of a whole file: as UTF-8 when it is redirected, as the console prints it otherwise."""
        binary: IO[bytes] | None = getattr(sys.stdout, "buffer", None)
        if binary is None or sys.stdout.isatty():
            _write(sys.stdout, text)
            return
        with _tolerating(binary):
            sys.stdout.flush()
            binary.write(text.encode())
            binary.flush()

    def say(self, text: str, *, keep_lines: bool = False) -> None:
        """One message; `keep_lines` for text of our own that has several."""
        _write(sys.stderr, text.translate(_CONTROLS_IN_LINES if keep_lines else _CONTROLS) + "\n")

    def note(self, key: str, **params: object) -> None:
        """One of the command line's own sentences."""
        self.say(word(key, self.language).format(**params))

    def report(self, faults: Iterable[Fault]) -> None:
        """Each fault on a line of its own: place, what was found, what to write."""
        for fault in faults:
            self.say(self.line(fault))

    def line(self, fault: Fault) -> str:
        """A fault's line; a finding that stops nothing says so after its place."""
        if not isinstance(fault, Finding) or fault.severity == "error":
            return fault.line(self.language)
        said = f"{fault.text(self.language)}; {fault.advice(self.language)}"
        severity = word(f"severity.{fault.severity}", self.language)
        return ": ".join(piece for piece in (fault.place.text(self.language), severity, said) if piece)


def asked_language(arguments: Sequence[str]) -> Language | None:
    """The value of the last `--lang`, wherever it stands; None when there is none, or none we speak.

    >>> asked_language(["list", "--lang", "th"]), asked_language(["--lang=en", "list"]), asked_language(["list"])
    ('th', 'en', None)
    """
    ours = arguments[: arguments.index("--")] if "--" in arguments else arguments
    pairs = pairwise([*ours, ""])
    values = [argument.partition("=")[2] or following for argument, following in pairs if _is_lang(argument)]
    spoken: dict[str, Language] = {"th": "th", "en": "en"}
    return next((spoken[value] for value in reversed(values) if value in spoken), None)


def _is_lang(argument: str) -> bool:
    return argument == "--lang" or argument.startswith("--lang=")


def locale_language(environment: Mapping[str, str]) -> Language:
    """Thai in a Thai locale: the first of LC_ALL, LC_MESSAGES and LANG that is set decides, else the system.

    >>> locale_language({"LANG": "th_TH.UTF-8"}), locale_language({"LC_ALL": "C", "LANG": "th_TH.UTF-8"})
    ('th', 'en')
    """
    stated = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), None)
    name = stated if stated is not None else (locale.getlocale()[0] or "")
    return "th" if name.lower().startswith("th") else "en"


def _prints_thai(stream: IO[str] | None) -> bool:
    try:
        "ก".encode(getattr(stream, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


@contextmanager
def _tolerating(stream: IO[str] | IO[bytes]) -> Iterator[None]:
    """Quiet where the reader has gone; a product that can not be written is an output error, a message is not."""
    try:
        yield
    except BrokenPipeError:
        _silence(stream)
    except OSError as error:
        _silence(stream)
        if stream is not sys.stderr:
            raise OutputError([Fault("cli.stdout")]) from error


def _write(stream: IO[str] | None, text: str) -> None:
    if stream is None:  # pythonw, or a closed descriptor: nobody listens
        return
    with _tolerating(stream):
        stream.write(text)
        stream.flush()


def _silence(stream: IO[str] | IO[bytes]) -> None:
    """Send what is still buffered nowhere, or the interpreter complains when it ends."""
    try:
        descriptor = stream.fileno()
    except (OSError, ValueError):  # a test's stream
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
