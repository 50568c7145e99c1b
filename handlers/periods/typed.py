"""A period typed by its coach: added or moved exactly."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.days import Showing, opening
from bot.domain.folding import every_way, fold
from bot.domain.periods.period import Dates, Period, is_of_another_year
from bot.domain.school.tracks import Track
from bot.messages import Sayable, Text, _, lines
from bot.ports.acts import Doer
from bot.ports.periods.period import Home
from bot.use_cases.periods.add_period import add_period
from bot.use_cases.periods.find_period import find_period
from bot.use_cases.periods.move_period import move_period
from bot.use_cases.periods.refusals import refuse_unfit
from handlers.periods.phrases import name_known
from handlers.talking.meaning.dates import odd_clock, read_day, read_end
from handlers.talking.turn import Turn

VERBS = {
    **dict.fromkeys(every_way(("add", "nieuw", "ajouter", "neu", "hinzufügen")), "add"),
    **dict.fromkeys(every_way(("move", "verplaats", "déplacer", "verschieben")), "move"),
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


@dataclass(frozen=True)
class _Typed:
    """What was typed of a period: which one, in which programme, and whether its year is sure."""

    turn: Turn
    track: Track
    home: Home
    name: str
    sure: bool

    def settle(self, dates: Dates, known: Period | None = None) -> Dates:
        """Take dates that are of this school year, or sure. Raises Unfit, UnsureYear."""
        if not self.sure and is_of_another_year(dates, self.turn.at, self.home.zone):
            whose = (self.home.organisation_id, self.track.programme_id)
            new = Period(0, *whose, self.name, dates.opens_at, dates.photo_at)
            refuse_unfit(self.turn.uow, known.on(dates) if known else new)
            raise UnsureYear(dates)
        return dates


class UnsureYear(Exception):
    """A period would be in another school year than this one: it is asked whether that is meant."""

    def __init__(self, dates: Dates) -> None:
        """Keep when it would be."""
        super().__init__()
        self.dates = dates


def keep_typed_period(turn: Turn, track: Track, written: str, *, sure: bool = False) -> Sayable:
    """Add or move a period as typed; says what came of it.

    Raises Unfit, AlreadyTaken, and UnsureYear where it is in another school year and not `sure`.
    """
    word, _space, rest = written.strip().partition(" ")
    name, *dates = (part.strip() for part in rest.split(";"))
    home = turn.uow.periods.read_home(track.programme_id)
    try:
        match VERBS.get(fold(word)), dates:
            case "add", [opens, *photo] if name and len(photo) < 2:
                return _add(_Typed(turn, track, home, name, sure), opens, *photo)
            case "move", [photo_at] if name:
                return _move(_Typed(turn, track, home, name, sure), photo_at)
    except _NotSo as not_so:
        return not_so.said
    return HOW


def _add(typed: _Typed, opens: str, photo: str = "") -> Sayable:
    turn, home = typed.turn, typed.home
    day = read_day(opens)
    if day is None:
        raise _NotSo(
            _(
                "'{written}' is not a day such as 2027-01-08. Nothing was changed.",
                written=opens[:40],
            )
        )
    photo_at, note = _read_photo(turn, home, photo) if photo else (None, None)
    dates = typed.settle(Dates(opening(day, home.zone), photo_at))
    by = Doer(turn.person.id, turn.at)
    programme = typed.track.programme_id
    period = add_period(turn.uow, home.organisation_id, programme, typed.name, dates, by)
    return lines(_("{period} was added.", period=period.name), note)


def _move(typed: _Typed, photo: str) -> Sayable:
    turn, programme = typed.turn, typed.track.programme_id
    period = find_period(turn.uow, programme, typed.name)
    if period is None:
        return name_known(typed.name[:40], turn.uow.periods.list_of(programme))
    photo_at, note = _read_photo(turn, typed.home, photo)
    dates = typed.settle(replace(period.dates, photo_at=photo_at), period)
    move_period(turn.uow, period, dates, turn.at, turn.person.id)
    return lines(_("{period} was moved.", period=period.name), note)


def _read_photo(turn: Turn, home: Home, written: str) -> tuple[datetime, Text | None]:
    """Read when a photo is taken, with or without the word before it, and what to say of that."""
    word, _space, rest = written.partition(" ")
    command = turn.table.command(word)
    named = command is not None and command.name == "photo"
    when = rest if named else written
    at = read_end(when, home.zone)
    if at is None:
        raise _NotSo(
            _(
                "'{written}' is not a day and a time such as 2027-03-26 16:00. "
                "Nothing was changed.",
                written=written[:40],
            )
        )
    showing, note = odd_clock(when, home.zone)
    if showing is Showing.NEVER and note is not None:
        raise _NotSo(_("{why} Nothing was changed.", why=note))
    if at <= turn.at:
        raise _NotSo(PAST)
    return at, note
