"""The commands on the registers of the assessment: which years there are, what one says, and a new one to adapt.

An agency's own registers are the files of ./editions; they stand above the package's of the same year.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs.cli import outputs
from ita_docs.cli.console import Console
from ita_docs.cli.words import word
from ita_docs.errors import ParseError, UsageError

if TYPE_CHECKING:
    from ita_docs.assessment import Edition, Indicator, Item, Level
    from ita_docs.data_files.editions import FolderEditions

_FOLDER = Path("editions")


def list_years(console: Console) -> int:
    """Year and file, a tab between."""
    editions = _editions()
    for year in editions.years:
        console.product(f"{year}\t{editions.file(year)}")
    return 0


def show(console: Console, year: str) -> int:
    """Print a register as an indented list."""
    editions = _editions()
    console.product_file("\n".join(_lines(editions.get(_year(year, editions)), console)) + "\n")
    return 0


def new(console: Console, year: str, source: str, output: str | None, force: bool) -> int:
    """Write the file of a new year, copied from one there is."""
    from ita_docs.data_files.edition_new import new_edition  # noqa: PLC0415  for one command

    editions = _editions()
    made, copied = _year(year), _year(source, editions)
    editions.get(copied)  # a faulty file is not copied
    text = new_edition(editions.file(copied).read_text(encoding="utf-8-sig"), copied, made)
    if output == "-":
        console.product_file(text)
        return 0
    target = Path(output) if output else _FOLDER / f"{made}.yaml"
    if output is None:
        outputs.make_folder(_FOLDER)
    outputs.refuse(target, force=force)
    outputs.write(target, text.encode())
    console.product(str(target))
    return 0


def _editions() -> FolderEditions:
    from ita_docs.data_files.editions import FolderEditions  # noqa: PLC0415  loads the readers, for these commands

    return FolderEditions(_FOLDER)


def _year(text: str, editions: FolderEditions | None = None) -> int:
    """The year that was typed; with `editions`, one that they have."""
    from ita_docs.records.base import read_fiscal_year  # noqa: PLC0415  loads the records, for these commands

    try:
        year = read_fiscal_year(text).year
        if editions is not None and year not in editions.years:
            editions.get(year)
    except ParseError as error:
        raise UsageError(error.faults) from error
    return year


def _lines(edition: Edition, console: Console) -> Iterator[str]:
    yield str(edition.year)
    for instrument in edition.instruments:
        yield f"{instrument.id} {instrument.name_th} ({instrument.weight})"
        for indicator in edition.indicators_of(instrument):
            yield from _indicator(edition, indicator, console)
    if edition.issues:
        yield word("edition.issues", console.language)
        for issue in edition.issues:
            yield f"  {issue.id} {issue.name_th} ({edition.code_range(issue.items)})"
    if edition.levels:
        yield word("edition.levels", console.language)
        yield from (f"  {_level(level, console)}" for level in edition.levels)


def _indicator(edition: Edition, indicator: Indicator, console: Console) -> Iterator[str]:
    subs = edition.sub_indicators_of(indicator)
    yield _named("  ", indicator.id, indicator.name_th, indicator.status, console)
    for sub in subs:
        yield _named("    ", sub.id, sub.name_th, sub.status, console)
        yield from _items("      ", sub.items, console)
    divided = {item for sub in subs for item in sub.items}
    yield from _items("    ", (item for item in indicator.items if item not in divided), console)


def _items(indent: str, items: Iterable[Item], console: Console) -> Iterator[str]:
    return (_named(indent, item.id, item.name, item.status, console) for item in items)


def _named(indent: str, name: str, text: str | None, status: str | None, console: Console) -> str:
    mark = f"[{word('edition.unverified', console.language)}]" if status == "unverified" else ""
    return indent + " ".join(piece for piece in (name, text, mark) if piece)


def _level(level: Level, console: Console) -> str:
    last = level.total_max if level.total_max is not None else level.end
    sign = "-" if level.total_max is not None else "- <"
    bounds = f"{level.first:.2f} {sign} {last:.2f}" if last <= 100 else f">= {level.first:.2f}"  # noqa: PLR2004  full marks
    least = level.each_instrument_min
    each = "" if least is None else ", " + word("edition.each", console.language).format(least=f"{least:.2f}")
    return f"{level.label}: {bounds}{each}"
