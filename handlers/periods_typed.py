"""A period typed by its coach: added or moved exactly."""

from bot.domain.periods import opening
from bot.domain.tracks import Track
from bot.messages import Sayable, Text, _
from bot.ports.periods import Home
from bot.use_cases.keep_periods import Dates, add_period, find_period, move_period
from handlers.dates import read_day, read_moment
from handlers.turn import Turn

VERBS = {"add": "add", "nieuw": "add", "move": "move", "verplaats": "move"}

HOW = _(
    "I read it as: add or move, a name, and dates, each behind a semicolon. For instance "
    "/periods move Period 4; 2027-04-02 16:00. Nothing was changed."
)


def typed_period(turn: Turn, track: Track, written: str) -> Sayable:
    """Add or move a period as typed; says what came of it. Raises Unfit, AlreadyTaken."""
    word, _space, rest = written.strip().partition(" ")
    name, *dates = (part.strip() for part in rest.split(";"))
    home = turn.uow.periods.home(track.programme_id)
    match VERBS.get(word.casefold()), dates:
        case "add", [opens, *photo] if name and len(photo) < 2:
            return _added(turn, track, home, name, opens, "".join(photo))
        case "move", [photo_at] if name:
            return _moved(turn, track, home, name, photo_at)
    return HOW


def _added(turn: Turn, track: Track, home: Home, name: str, opens: str, photo: str) -> Sayable:
    day, photo_at = read_day(opens), read_moment(photo, home.zone)
    if day is None:
        return _(
            "'{written}' is not a day such as 2027-01-08. Nothing was changed.", written=opens[:40]
        )
    if photo and photo_at is None:
        return _not_a_moment(photo)
    dates = Dates(opening(day, home.zone), photo_at)
    period = add_period(turn.uow, home.organisation_id, track.programme_id, name, dates)
    return _("{period} was added.", period=period.name)


def _moved(turn: Turn, track: Track, home: Home, name: str, photo: str) -> Sayable:
    period = find_period(turn.uow, track.programme_id, name)
    if period is None:
        names = ", ".join(one.name for one in turn.uow.periods.of(track.programme_id)) or "–"
        return _("There is no period {name}; there are: {names}.", name=name[:40], names=names)
    photo_at = read_moment(photo, home.zone)
    if photo_at is None:
        return _not_a_moment(photo)
    dates = Dates(period.opens_at, photo_at, period.choose_from, period.choose_until)
    move_period(turn.uow, period, dates, turn.at)
    return _("{period} was moved.", period=period.name)


def _not_a_moment(written: str) -> Text:
    return _(
        "'{written}' is not a day and a time such as 2027-03-26 16:00. Nothing was changed.",
        written=written[:40],
    )
