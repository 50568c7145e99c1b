"""All numbers of a photo as a file."""

from collections.abc import Iterator

from bot.domain.sector.totals.book import PROGRAMME
from bot.domain.sector.totals.spread import COUNTED_ROLES, Measure
from bot.messages import Reply, Sayable, Table, _, words
from bot.ports import UnitOfWork
from bot.ports.sector.totals.published import PublishedTotals
from bot.use_cases.sector.totals.see_totals import (
    ToldSpread,
    find_totals,
    find_totals_reader,
    see_numbers,
)
from handlers.sector.totals.phrases import BY_WHOM, VALUE_WORD, region_word
from handlers.sector.totals.taps import TotalsFile
from handlers.sector.totals.totals import NOT_TOLD, refuse_totals
from handlers.talking.turn import Replies, Turn

_COLUMNS: tuple[Sayable, ...] = (
    _("region"), _("perspective"), _("number"), _("competence"), _("students counted"),
    *(word for measure in Measure for word in VALUE_WORD[measure].values()),
)  # fmt: skip


def tapped_file(turn: Turn, tap: TotalsFile) -> Replies:
    """Bring them as a table."""
    reader = find_totals_reader(turn.uow, turn.person)
    if reader is None:
        return [refuse_totals(turn)]
    totals = find_totals(turn.uow, reader, tap.period)
    if totals is None:
        return [Reply(NOT_TOLD)]
    table = describe_totals(turn.uow, totals, turn.person.time_zone)
    return [Reply(_("All numbers of this photo as a file. No name stands in it."), files=(table,))]


def describe_totals(uow: UnitOfWork, totals: PublishedTotals, zone: str) -> Table:
    """Describe what is told of a photo, a row for each region, perspective and competence."""
    return Table(
        title=words(_("Totals"), totals.programme, totals.period),
        columns=_COLUMNS,
        rows=tuple(_rows(uow, totals)),
        zone=zone,
    )


def _rows(uow: UnitOfWork, totals: PublishedTotals) -> Iterator[tuple[Sayable, ...]]:
    for among in (PROGRAMME, *(region for region, _students in totals.regions)):
        for role in COUNTED_ROLES:
            for own in see_numbers(uow, totals, role, among):
                # Of what is not told the cells stay empty, and never a nought.
                yield (
                    region_word(among),
                    BY_WHOM[role],
                    str(own.number),
                    own.title,
                    str(own.students) if own.spread else "",
                    *_cells(own),
                )


def _cells(own: ToldSpread) -> Iterator[str]:
    for measure in Measure:
        spread = own.spread.get(measure)
        for value in VALUE_WORD[measure]:
            yield str(spread.get(value, 0)) if spread else ""
