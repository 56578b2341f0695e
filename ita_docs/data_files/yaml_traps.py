"""Lines that look like text and are not YAML, and the same lines written so that they are.

Source: the traps that authors of data files meet: `budget: -`, `- ๑. ข้อ: แรก`, a text that begins with one of
``@ % * & ! { [ > | ` `` or with a quotation mark, tabs for indentation.
Limits: one line of at most 1,000 characters at a time; a text that runs over several lines is not mended.

>>> mended("budget: -")
'budget: "-"'
>>> mended("  - text: ๑. ข้อ: แรก")
'  - text: "๑. ข้อ: แรก"'
>>> mended("title: แผนงาน")
"""

from __future__ import annotations

import re

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import AliasEvent, ScalarEvent

from ita_docs.records.texts import quoted

LONGEST = 1000
#: Indentation, dashes and one key of ours (keys are ASCII; a Thai word before a colon is text).
_LINE = re.compile(r"(?P<lead>\s*(?:-\s+)*(?:[A-Za-z_$][\w$-]*\s*:\s+)?)(?P<value>\S.*?)\s*")
_LEAD = re.compile(r"(?P<indent>\s*)(?P<marks>(?:-\s+)*(?:[A-Za-z_$][\w$-]*\s*:\s+)?)")


def mended(line: str) -> str | None:
    """Give the line with its value in quotes, if that is what it lacks; None if it is good or beyond mending."""
    found = _LINE.fullmatch(line.rstrip("\r")) if len(line) <= LONGEST else None
    if found is None or _reads(line):
        return None
    lead, value = found["lead"], found["value"]
    if value[0] in "\"'" and value.count(value[0]) == 1:
        better = f"{lead}{value}{value[0]}"
    else:
        better = f"{lead}{quoted(value)}"
    return better if _reads(better) else None


def without_tabs(line: str, above: str) -> str | None:
    """Give the line with spaces for the tabs before its value, indented as the line above asks; None without tabs."""
    lead = _LEAD.match(line)
    if lead is None or "\t" not in lead[0]:
        return None
    indent = lead["indent"]
    if "\t" in indent:
        deeper = 2 if above.rstrip().endswith(":") else 0
        # A key stands below the key of the line above, a dash below its dash.
        start = above.lstrip() if lead["marks"].startswith("-") else above.lstrip(" \t-")
        indent = " " * (len(above) - len(start) + deeper)
    return indent + lead["marks"].replace("\t", " ") + line[lead.end() :]


def _reads(line: str) -> bool:
    """Tell whether a line alone is YAML without aliases, anchors and tags."""
    try:
        for event in YAML(typ="safe", pure=True).parse(line.strip()):
            if isinstance(event, AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
                return False
            if isinstance(event, ScalarEvent) and event.style in ("|", ">"):
                return True
    except (YAMLError, ValueError, OverflowError):
        return False
    return True
