"""What a folder of documents was made from: `.ita-docs.json`, by which a run is resumed.

For each file the digest of what it was made from and the SHA-256 of what was written.  An entry speaks for itself: it
counts only while the file holds those very bytes, so that it never matters when, by whom or by how many runs the
manifest was written last, and no time of a file is asked.  A manifest that is damaged or of something else is as none;
what is in it beside is kept.  Where data files were rendered (`render_files`), it also says of each what it gave.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from ita_docs.engine.render import write

NAME = ".ita-docs.json"
_FILES, _SOURCES = "files", "sources"
#: A run saves after so many documents, or this part of all known, so that saving costs the same for each of a million.
_OFTEN, _PART = 50, 20


@dataclass(frozen=True, slots=True)
class Source:
    """A data file of a batch: what it was, whether it gives every kind, its set and pictures, its documents by kind."""

    digest: str
    dossier: bool
    template_set: str | None
    pictures: dict[str, str]
    documents: dict[str, str]

    @classmethod
    def of(cls, entry: object) -> Source | None:
        """An entry as it was noted; None for anything else."""
        if not isinstance(entry, dict) or entry.keys() != set(cls.__dataclass_fields__):
            return None
        texts = isinstance(entry["digest"], str) and isinstance(entry["template_set"], str | None)
        tables = _is_texts(entry["pictures"]) and _is_texts(entry["documents"])
        return cls(**entry) if texts and tables and isinstance(entry["dossier"], bool) else None


class Manifest:
    """The manifest of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._all = _read(folder / NAME)
        found = self._all.get(_FILES)
        self._files: dict[str, Any] = found if isinstance(found, dict) else {}
        self._all[_FILES] = self._files
        known = self._all.get(_SOURCES)
        self._sources: dict[str, Any] = known if isinstance(known, dict) else {}
        self._unsaved = 0

    def digest_of(self, name: str) -> str | None:
        """The digest that a file was made from; None unless it is still what was written then."""
        entry = self._files.get(name)
        if not isinstance(entry, dict) or not isinstance(digest := entry.get("digest"), str):
            return None
        path = self._folder / name
        try:
            whole = path.is_file() and sha256(path.read_bytes()).hexdigest() == entry.get("sha256")
        except OSError:
            return None
        return digest if whole else None

    def record(self, name: str, digest: str, document: bytes) -> None:
        """Note what was written; save every now and then."""
        self._files[name] = {"digest": digest, "sha256": sha256(document).hexdigest()}
        self._unsaved += 1
        if self._unsaved >= max(_OFTEN, len(self._files) // _PART):
            self.save()

    def source(self, name: str) -> Source | None:
        """What was noted of a data file."""
        return Source.of(self._sources.get(name))

    def owners(self) -> dict[str, str]:
        """The data file that each document was made of."""
        noted = [(name, self.source(name)) for name in self._sources]
        return {document: name for name, source in noted if source for document in source.documents.values()}

    def record_source(self, name: str, source: Source) -> None:
        """Note what a data file gave."""
        self._all[_SOURCES] = self._sources
        self._sources[name] = asdict(source)

    def save(self) -> None:
        """Write the manifest, whole. Raises OutputError."""
        text = json.dumps(self._all, ensure_ascii=False, indent=1)
        # Half a surrogate pair, which another program may have escaped, is escaped again.
        write(self._folder / NAME, text.encode("utf-8", "backslashreplace"))
        self._unsaved = 0


def _is_texts(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(text, str) for pair in value.items() for text in pair)


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes()) if path.is_file() else None
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
