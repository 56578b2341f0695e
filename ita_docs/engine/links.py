"""URLs and e-mail addresses in a value become links, shown as typed (a HYPERLINK field, ECMA-376 part 1, 17.16.5.25).

A field needs no relationship, so it works in headers and inside loops. Only http, https and mailto targets are made;
the run's own properties are kept.

>>> [(piece, target) for piece, target in split("ดูที่ www.a.go.th, โทร 1")]
[('ดูที่ ', None), ('www.a.go.th', 'http://www.a.go.th'), (', โทร 1', None)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from ita_docs.patterns import lazy_pattern

_LINK = lazy_pattern(
    r"(?P<url>https?://[^\s<>\"“”‘’]+|(?<![A-Za-z0-9_@/.-])www\.[A-Za-z0-9-][^\s<>\"“”‘’]*)"
    r"|(?P<email>(?<![A-Za-z0-9_.+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9]))",
    re.IGNORECASE,
)
_TRAILING = ".,;:!?ฯๆ'…"
#: A domain written without scheme or `www.`, as agencies do (`hintang.go.th`), alone in its value.
_BARE = lazy_pattern(
    r"[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*\.(?:go|or|ac|co|in|mi|net)\.th(?:/[^\s<>\"]*)?", re.IGNORECASE
)
_PAIRS = {")": "(", "]": "[", "}": "{"}


def might_hold_link(text: str) -> bool:
    """A quick look that lets most values pass without the search."""
    return "://" in text or "www." in text.lower() or "@" in text or ".th" in text.lower()


def split(text: str) -> Iterator[tuple[str, str | None]]:
    """The text in pieces, each with its target if it is a link."""
    if _BARE.fullmatch(text):
        yield text, _target(text, email=False)
        return
    at = 0
    for found in _LINK.finditer(text):
        shown = _trimmed(found[0]) if found["url"] else found[0]
        if not shown.isascii():
            shown = _ascii_host(shown)
        if not shown:
            continue
        if found.start() > at:
            yield text[at : found.start()], None
        yield shown, _target(shown, email=bool(found["email"]))
        at = found.start() + len(shown)
    if at < len(text):
        yield text[at:], None


def field(target: str, run_properties: str) -> tuple[str, str]:
    """The markup before and after the shown text, from inside one `w:t` to inside the next."""
    code = f' HYPERLINK "{target}" '.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    run = f"<w:r>{run_properties}"
    mark = f'{run}<w:fldChar w:fldCharType="%s"/></w:r>'
    text = f'{run}<w:t xml:space="preserve">'
    before = (
        f'</w:t></w:r>{mark % "begin"}{run}<w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        f"{mark % 'separate'}{text}"
    )
    return before, f"</w:t></w:r>{mark % 'end'}{text}"


def _trimmed(url: str) -> str:
    """Without the punctuation of the sentence around it, and without a bracket that it does not open."""
    while url and (url[-1] in _TRAILING or (url[-1] in _PAIRS and url.count(url[-1]) > url.count(_PAIRS[url[-1]]))):
        url = url[:-1]
    return url


def _ascii_host(url: str) -> str:
    """Thai letters may stand in a path but not directly after the host, where a sentence goes on without a space."""
    host = re.match(r"(?:https?://)?[A-Za-z0-9.:@-]+", url)
    if host is None:
        return ""
    rest = url[host.end() :]
    return url if rest[:1] in {"/", "?", "#"} else _trimmed(host[0])


def _target(shown: str, *, email: bool) -> str:
    if email:
        return f"mailto:{shown}"
    whole = shown if re.match("https?://", shown, re.IGNORECASE) else f"http://{shown}"
    return quote(whole, safe="%/:=&?~#+!$,;'@()*[]")
