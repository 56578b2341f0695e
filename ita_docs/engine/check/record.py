"""What a walk finds: faults at the tags of its lines, each once, and which names of the view are printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from ita_docs.engine.check.known import Value
from ita_docs.errors import Fault, Place
from ita_docs.findings import Finding, Severity
from ita_docs.near import near


@dataclass(slots=True)
class Record:
    """The findings of one part."""

    lines: tuple[Place, ...]
    #: The names of the view that the template prints; of a list or a group, all that is in it.
    printed: set[str]
    findings: list[Finding] = field(default_factory=list)
    _silent: int = 0

    def say(self, found: Finding, line: int) -> None:
        """Record a finding at the tag of a line, unless it is known there."""
        place = self.lines[line] if line < len(self.lines) else self.lines[0]
        made = Finding(found.code, place, found.params, found.severity)
        if not self._silent and made not in self.findings:
            self.findings.append(made)

    def prints(self, value: Value) -> None:
        """Record that a value is printed."""
        self.printed |= value.paths

    def missing(self, name: str, known: Iterable[str], line: int, severity: Severity = "error") -> None:
        """Record that a name does not exist, with the nearest that does."""
        names = sorted(known)
        self.say(nearest(name, names, severity), line)

    @contextmanager
    def silence(self, *, muted: bool = True) -> Iterator[None]:
        """Record no findings for a while."""
        self._silent += muted
        try:
            yield
        finally:
            self._silent -= muted


def nearest(name: str, known: list[str], severity: Severity = "error") -> Finding:
    """The finding for a name that does not exist: Word's capital letter, a slip, or a wholly unknown name."""
    for one in known:
        if one.casefold() == name.casefold():
            return Finding("check.capital", params={"found": name, "nearest": one}, severity=severity)
    if meant := near(name, known):
        return Finding("template.unknown-name-near", params={"found": name, "nearest": meant}, severity=severity)
    listed = ", ".join(known) or "-"
    return Finding("template.unknown-name", params={"found": name, "known": listed}, severity=severity)


def placed(fault: Fault, severity: Severity) -> Finding:
    """A fault of the compiler as a finding."""
    return Finding(fault.code, fault.place, fault.params, severity)
