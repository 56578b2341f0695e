"""The period that unreadable words may mean: misspelt months corrected, Gregorian years moved, other words left out.

Limits: a proposal for a person, never taken as read.

>>> from ita_docs.thai.period_tokens import tokens
>>> [token.text for token in corrected(tokens("ตุลาคน 2022"))]
['ตุลาคม', '2565']
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from ita_docs.errors import ParseError
from ita_docs.near import near
from ita_docs.thai.dates import ERA_OFFSET, months
from ita_docs.thai.digits import Numerals, in_numerals, to_arabic_digits
from ita_docs.thai.period_grammar import NeedsYear, Unreadable
from ita_docs.thai.period_styles import format_spans
from ita_docs.thai.period_tokens import Token
from ita_docs.thai.spans import Span, united

_MOST = 50  # words compared or pieces tried: more are no period
_LIKE = 0.75
_LENGTHS = range(5, 16)
_GREGORIAN = [str(year) for year in range(1900, 2157)]
_EDGES = frozenset(("and", "to", "slash", "open", "close", "since"))


def corrected(found: Sequence[Token]) -> list[Token]:
    """The tokens with words like a month's name read as the month, and Gregorian years as Buddhist ones."""
    result: list[Token] = []
    compared = 0
    for token in found:
        if token.kind == "other" and len(token.text) in _LENGTHS and compared < _MOST:
            compared += 1
            result.append(_month_like(token))
        elif token.kind == "number" and token.text in _GREGORIAN:
            after_era = result and result[-1].kind == "gregorian"
            result.append(token if after_era else Token("number", str(int(token.text) + ERA_OFFSET)))
        else:
            result.append(token)
    return result


def _month_like(token: Token) -> Token:
    """The month whose name is nearly this word, else the word."""
    month = near(token.text, months().names, _LIKE)
    return Token("month", month) if month else token


def nearest(
    text: str, found: Sequence[Token], read: Callable[[list[Token]], Iterable[Span]], meant: Sequence[Span] | None
) -> str | None:
    """The nearest reading as text in the manner of the words; None where there is none.

    `read` reads tokens; `meant` are the spans where the reader knows them already.
    """
    if meant:
        return _said(text, found, united(meant))
    without_year: str | None = None
    for words in _pieces(found):
        try:
            spans = united(read(words))
        except NeedsYear:
            without_year = without_year or in_numerals(" ".join(token.text for token in words), _numerals(text))
        except (ParseError, Unreadable):
            pass
        else:
            return _said(text, words, spans)
    return without_year


def _pieces(found: Sequence[Token]) -> Iterator[list[Token]]:
    """All that is known, then each run of it."""
    known = _trimmed([token for token in found if token.kind != "other"])
    if known:
        yield known
    run: list[Token] = []
    runs: list[list[Token]] = []
    for token in [*found, Token("other", "")]:
        if token.kind != "other":
            run.append(token)
        elif run:
            runs.append(_trimmed(run))
            run = []
    yield from [words for words in runs[:_MOST] if words and words != known]


def _trimmed(found: list[Token]) -> list[Token]:
    """Without separators at either end."""
    first, last = 0, len(found)
    while first < last and found[first].kind in _EDGES - {"open"}:
        first += 1
    while last > first and found[last - 1].kind in _EDGES - {"close"}:
        last -= 1
    return found[first:last]


def _said(text: str, found: Sequence[Token], spans: Sequence[Span]) -> str:
    """With months in full or short, in Thai or ASCII digits, as the words are."""
    full = any(token.kind == "month" and token.text in months().names for token in found)
    whole = all(span.months() for span in spans)
    style = ("months-long" if full else "months") if whole else ("long" if full else "short")
    return format_spans(spans, style, _numerals(text))


def _numerals(text: str) -> Numerals:
    """Thai digits if the words have any."""
    return "thai" if text != to_arabic_digits(text) else "arabic"
