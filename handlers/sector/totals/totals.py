"""`/totals`: the photos that were counted for a sector, and their numbers."""

from collections.abc import Iterator, Sequence

from bot.domain.school.tracks import Role
from bot.domain.sector.totals.book import PROGRAMME
from bot.domain.sector.totals.spread import COUNTED_ROLES
from bot.messages import Button, Day, Reply, Sayable, _, _n, colon, lines, listed, words
from bot.ports import UnitOfWork
from bot.ports.sector.totals.published import PublishedTotals
from bot.use_cases.sector.totals.see_totals import (
    ToldSpread,
    find_totals,
    find_totals_reader,
    list_totals,
    see_numbers,
)
from handlers.sector.totals.phrases import BY_WHOM, FROZEN, region_word, say_spread
from handlers.sector.totals.taps import ListRegions, ListTotals, ShowTotals, TotalsFile
from handlers.talking.paging import in_pages, open_page
from handlers.talking.phrases import short, spans
from handlers.talking.routing.doors import OpenSectors
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

AT_ONCE = 8
"""Photos in one message."""

NOT_FOR_YOU = _("Totals are for who speaks for a sector, and for who runs Kompaan for your school.")
TOO_NEAR = _(
    "Totals are not for who is, or was, around a student: you know more than the numbers say. "
    "What is told you choose all the same."
)
NO_PHOTO = _("No photo was counted yet.")
NOT_TOLD = _("There is nothing more told of that.")


def show_totals(turn: Turn, _words: str) -> Replies:
    """Answer `/totals`."""
    return [_list(turn, 0, edit=False)]


def tapped_list(turn: Turn, tap: ListTotals) -> Replies:
    """Turn the pages, or go back to all."""
    return [_list(turn, tap.page, edit=True)]


def _list(turn: Turn, page: int, *, edit: bool) -> Reply:
    reader = find_totals_reader(turn.uow, turn.person)
    if reader is None:
        return refuse_totals(turn)
    here = open_page(list_totals(turn.uow, reader), AT_ONCE, page)
    shown = here.things
    text = lines(
        _("Totals without names:") if shown else NO_PHOTO,
        *(words("•", say_head(own), "·", say_counted(own)) for own in shown),
        FROZEN if shown else _("It begins with the next photo of a programme that is told."),
    )
    rows = [
        (button(words(short(own.programme), "·", short(own.period)), _opened(own)),)
        for own in shown
    ]
    beside = _administering() if reader.sector_id is None else ()
    return Reply(text, (*rows, *here.turns(ListTotals), *beside), edit=edit)


def _administering() -> Iterator[tuple[Button, ...]]:
    yield (button(_("regions"), ListRegions(0)), button(_("sectors"), OpenSectors()))


def refuse_totals(turn: Turn) -> Reply:
    """Say for whom totals are; who runs the school's Kompaan still chooses what is told."""
    if turn.uow.administrators.is_one(turn.person.id):
        return Reply(TOO_NEAR, tuple(_administering()))
    return Reply(NOT_FOR_YOU)


def say_head(totals: PublishedTotals) -> Sayable:
    """Say of which programme and period a photo is, and its day."""
    return words(totals.programme, "·", totals.period, "·", Day(totals.photo_at))


def say_counted(totals: PublishedTotals) -> Sayable:
    """Say how many students were counted."""
    if not totals.students:
        return _("fewer than five could be counted")
    return _n("{count} student", "{count} students", totals.students)


def _opened(totals: PublishedTotals) -> ShowTotals:
    return ShowTotals(totals.period_id, COUNTED_ROLES[0], None)


def tapped_totals(turn: Turn, tap: ShowTotals) -> Replies:
    """Show the numbers of a photo, of all or of a region."""
    reader = find_totals_reader(turn.uow, turn.person)
    if reader is None:
        return [refuse_totals(turn)]
    totals = find_totals(turn.uow, reader, tap.period)
    if totals is None or tap.role not in BY_WHOM:
        return [Reply(NOT_TOLD)]
    places = [region for region, _students in totals.regions]
    if tap.place is not None and tap.place >= len(places):
        return [Reply(NOT_TOLD)]
    among = PROGRAMME if tap.place is None else places[tap.place]
    text = lines(*say_among(turn.uow, totals, tap.role, among))
    return [Reply(text, tuple(_beside(totals, tap)), edit=True)]


def say_photo(uow: UnitOfWork, totals: PublishedTotals) -> Iterator[Sayable]:
    """Say everything that is told of a photo."""
    for role in COUNTED_ROLES:
        yield from say_among(uow, totals, role, PROGRAMME)
        if len(totals.regions) > 1:
            for region, _students in totals.regions:
                yield from say_among(uow, totals, role, region, head=False)


def say_among(
    uow: UnitOfWork, totals: PublishedTotals, role: Role, among: str, *, head: bool = True
) -> Iterator[Sayable]:
    """Say the numbers of a photo in one perspective, of a region or of the whole programme."""
    if head:
        yield words(say_head(totals), "·", BY_WHOM[role])
        yield _say_regions(totals)
    if len(totals.regions) > 1:
        yield words(region_word(among), ":", by="")
    yield from _say_numbers(see_numbers(uow, totals, role, among))


def _say_regions(totals: PublishedTotals) -> Sayable:
    if len(totals.regions) < 2:
        return words(_("Counted:"), say_counted(totals))
    parts = [words(region_word(region), str(count)) for region, count in totals.regions]
    return words(_("Counted:"), say_counted(totals), words("(", listed(parts), ")", by=""))


def _say_numbers(found: Sequence[ToldSpread]) -> Iterator[Sayable]:
    for own in found:
        if own.spread:
            head = words(f"{own.number}.", own.title, words("(", str(own.students), ")", by=""))
            yield words(colon(head), say_spread(own.spread))
    missing = [own.number for own in found if not own.spread]
    if missing:
        yield _(
            "Nothing is told of {numbers}: too few, or too much alike.",
            numbers=listed(spans(missing)),
        )


def _beside(totals: PublishedTotals, tap: ShowTotals) -> Iterator[tuple[Button, ...]]:
    other = next(role for role in BY_WHOM if role is not tap.role)
    yield (
        button(BY_WHOM[other], ShowTotals(totals.period_id, other, tap.place)),
        button(_("as a file"), TotalsFile(totals.period_id)),
    )
    places: list[tuple[str, int | None]] = [(PROGRAMME, None)]
    places += [(region, place) for place, (region, _count) in enumerate(totals.regions)]
    if len(places) > 2:
        yield from in_pages(
            [
                button(_place_word(region), ShowTotals(totals.period_id, tap.role, place))
                for region, place in places
                if place != tap.place
            ],
            2,
        )
    yield (button(_("‹ totals"), ListTotals(0)),)


def _place_word(region: str) -> Sayable:
    said = region_word(region)
    return short(said) if isinstance(said, str) else said
