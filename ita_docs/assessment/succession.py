"""What is the same in two editions (ข้อเดียวกันของสองปี): found by its official name or an alias, never by its number.

Source: the commission renumbers its list every year: O27 of FY2565 is O25 of FY2566, whose O27 was O29.  Limits: spaces
and the script of digits do not count, every other letter does; i and e items have no official names, so that none of
them is known again in another year; what fits two entries, or one that fits another as well, is None.

>>> from ita_docs.assessment.edition import edition
>>> years = Succession(edition(2565), edition(2566))
>>> years.item("O27").id, years.item("O29").id
('O25', 'O27')
>>> years.item("O32"), years.sub_indicator("9.3"), years.item("i1")
(None, None, None)
>>> Succession(edition(2566), edition(2566)).item("i1").id
'i1'
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from ita_docs.assessment.codes import Code, parse_code
from ita_docs.assessment.edition import Edition
from ita_docs.assessment.register import Indicator, Issue, Item, SubIndicator
from ita_docs.patterns import lazy_pattern
from ita_docs.thai.digits import to_arabic_digits

Entry = TypeVar("Entry", Item, Indicator, SubIndicator, Issue)

#: White space, and the invisible characters that a copied name brings along.
_SPACE = lazy_pattern(r"[\s\u200b\u2060\ufeff]+")


@dataclass(frozen=True)
class Succession:
    """Two editions; each method gives the entry of `new` for one of `old`, or None where the names do not tell.

    Of one year, an entry is itself.  What `old` has not is not in `new` either; a text that is no code of an item
    raises `ParseError`.
    """

    old: Edition
    new: Edition

    @property
    def same(self) -> bool:
        """Whether both are the edition of one year."""
        return self.old.year == self.new.year

    def item(self, code: str | Code | Item) -> Item | None:
        """Give the item that has the name of this one."""
        read = code.code if isinstance(code, Item) else parse_code(code) if isinstance(code, str) else code
        if self.same:
            return self.new.find(read)
        return self._items.get(read.printed(self.old.year))

    def indicator(self, number: int | str) -> Indicator | None:
        """Give the indicator that has the name of this one."""
        return self._indicators.get(_number(number))

    def sub_indicator(self, number: str) -> SubIndicator | None:
        """Give the sub-indicator that has the name of this one; a year need not publish these names."""
        return self._sub_indicators.get(_number(number))

    def issue(self, number: int | str) -> Issue | None:
        """Give the issue that has the name of this one; a year need not have issues."""
        return self._issues.get(_number(number))

    @cached_property
    def _items(self) -> dict[str, Item]:
        return _matches(self.old.items, self.new.items, lambda item: (item.name_th, *item.aliases))

    @cached_property
    def _indicators(self) -> dict[str, Indicator]:
        if self.same:
            return {indicator.id: indicator for indicator in self.new.indicators}
        return _matches(self.old.indicators, self.new.indicators, lambda part: (part.name_th, *part.aliases))

    @cached_property
    def _sub_indicators(self) -> dict[str, SubIndicator]:
        if self.same:
            return {sub_indicator.id: sub_indicator for sub_indicator in self.new.sub_indicators}
        return _matches(self.old.sub_indicators, self.new.sub_indicators, lambda part: (part.name_th,))

    @cached_property
    def _issues(self) -> dict[str, Issue]:
        if self.same:
            return {issue.id: issue for issue in self.new.issues}
        return _matches(self.old.issues, self.new.issues, lambda issue: (issue.name_th,))


def _matches(
    old: Iterable[Entry], new: tuple[Entry, ...], names: Callable[[Entry], Iterable[str | None]]
) -> dict[str, Entry]:
    """Pair what shares a name, by the old id; where one fits two, the names do not tell."""
    known = [(after, _written(names(after))) for after in new]
    pairs = [
        (before, after)
        for before, wanted in ((before, _written(names(before))) for before in old)
        for after, has in known
        if wanted & has
    ]
    befores = [before.id for before, _ in pairs]
    afters = [after.id for _, after in pairs]
    return {
        before.id: after for before, after in pairs if befores.count(before.id) == 1 and afters.count(after.id) == 1
    }


def _written(names: Iterable[str | None]) -> set[str]:
    """The names as they are compared."""
    return {_SPACE.sub("", to_arabic_digits(name)) for name in names if name} - {""}


def _number(number: int | str) -> str:
    return to_arabic_digits(str(number)).strip()
