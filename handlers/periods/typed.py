"""A period typed by its coach: added or moved exactly."""

from dataclasses import replace
from datetime import datetime

from bot.domain.days import opening
from bot.domain.folding import fold
from bot.domain.periods.period import Dates
from bot.domain.school.tracks import Track
from bot.messages import Sayable, Text, _
from bot.ports.acts import Doer
from bot.ports.periods.period import Home
from bot.use_cases.periods.add_period import add_period
from bot.use_cases.periods.find_period import find_period
from bot.use_cases.periods.move_period import move_period
from handlers.periods.phrases import name_known
from handlers.talking.meaning.dates import read_day, read_moment
from handlers.talking.turn import Turn

VERBS = {
    **dict.fromkeys(("add", "nieuw", "ajouter", "neu"), "add"),
    **dict.fromkeys(("move", "verplaats", "deplacer", "verschieben"), "move"),
}
"""What can be done by typing, in every language from everybody."""

HOW = _(
    "I read it as: add or move, a name, and dates, each behind a semicolon. For instance "
    "/periods move Period 4; photo 2027-04-02 16:00. Nothing was changed."
)
PAST = _("A photo is taken in the future: that time is past. Nothing was changed.")


class _NotSo(Exception):
    """Something typed is no date that a period can have; `said` says why."""

    def __init__(self, said: Text) -> None:
        super().__init__(said.key)
        self.said = said


def keep_typed_period(turn: Turn, track: Track, written: str) -> Sayable:
    """Add or move a period as typed; says what came of it. Raises Unfit, AlreadyTaken."""
    word, _space, rest = written.strip().partition(" ")
    name, *dates = (part.strip() for part in rest.split(";"))
    home = turn.uow.periods.read_home(track.programme_id)
    try:
        match VERBS.get(fold(word)), dates:
            case "add", [opens, *photo] if name and len(photo) < 2:
                return _add(turn, track, home, name, opens, *photo)
            case "move", [photo_at] if name:
                return _move(turn, track, home, name, photo_at)
    except _NotSo as not_so:
        return not_so.said
    return HOW


def _add(turn: Turn, track: Track, home: Home, name: str, opens: str, photo: str = "") -> Sayable:
    day = read_day(opens)
    if day is None:
        raise _NotSo(
            _(
                "'{written}' is not a day such as 2027-01-08. Nothing was changed.",
                written=opens[:40],
            )
        )
    photo_at = _read_photo(turn, home, photo) if photo else None
    dates = Dates(opening(day, home.zone), photo_at)
    by = Doer(turn.person.id, turn.at)
    period = add_period(turn.uow, home.organisation_id, track.programme_id, name, dates, by)
    return _("{period} was added.", period=period.name)


def _move(turn: Turn, track: Track, home: Home, name: str, photo: str) -> Sayable:
    period = find_period(turn.uow, track.programme_id, name)
    if period is None:
        return name_known(name[:40], turn.uow.periods.list_of(track.programme_id))
    photo_at = _read_photo(turn, home, photo)
    dates = replace(period.dates, photo_at=photo_at)
    move_period(turn.uow, period, dates, turn.at, turn.person.id)
    return _("{period} was moved.", period=period.name)


def _read_photo(turn: Turn, home: Home, written: str) -> datetime:
    """Read when a photo is taken, with or without the word before it."""
    word, _space, rest = written.partition(" ")
    command = turn.table.command(word)
    named = command is not None and command.name == "photo"
    at = read_moment(rest if named else written, home.zone)
    if at is None:
        raise _NotSo(
            _(
                "'{written}' is not a day and a time such as 2027-03-26 16:00. "
                "Nothing was changed.",
                written=written[:40],
            )
        )
    if at <= turn.at:
        raise _NotSo(PAST)
    return at
