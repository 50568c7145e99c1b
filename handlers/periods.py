"""Evaluation periods in the chat: everybody sees them, and the coach keeps them by tapping."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from bot.domain.periods import Period
from bot.domain.tracks import Role, Track
from bot.i18n import Voice
from bot.messages import Button, Reply, Sayable, _, _n, lines, words
from bot.use_cases.keep_periods import (
    AlreadyTaken,
    Dates,
    Unfit,
    add_proposed,
    cancel_period,
    move_period,
)
from handlers.period_phrases import NAMES, line_of, plan_line, why_not
from handlers.periods_typed import typed_period
from handlers.telling import day_of
from handlers.turn import Replies, Turn
from handlers.whom import nobody

STEPS = {
    "-w": (timedelta(weeks=-1), _("photo a week earlier")),
    "-d": (timedelta(days=-1), _("a day earlier")),
    "d": (timedelta(days=1), _("a day later")),
    "w": (timedelta(weeks=1), _("a week later")),
}
"""By how much a button moves a photo, and what it says."""


def periods(turn: Turn, words_: str) -> Replies:
    """Answer `/periods`, with or without what a coach wants to change behind it."""
    kept = _programmes(turn)
    if not kept:
        return [Reply(nobody(turn))]
    if not words_.strip():
        return [_shown(turn, track) for track in kept]
    own = [track for track in kept if Role.COACH in track.roles]
    if not own:
        return [Reply(_("The coach keeps the periods; you see them with /periods."))]
    if len(own) > 1:
        return [Reply(_("You coach several programmes: use the buttons of /periods, please."))]
    return _kept(turn, own[0], lambda: typed_period(turn, own[0], words_))


def _programmes(turn: Turn) -> list[Track]:
    """Give each programme around this person by one of its tracks, as a coach if possible."""
    found: dict[int, Track] = {}
    for track in sorted(turn.tracks, key=lambda one: Role.COACH not in one.roles):
        found.setdefault(track.programme_id, track)
    return list(found.values())


def _kept(turn: Turn, track: Track, keep: Callable[[], Sayable | None]) -> Replies:
    """Change periods and show them; say why where they cannot be so."""
    try:
        said = keep()
    except (Unfit, AlreadyTaken) as problem:
        return [Reply(_("{why} Nothing was changed.", why=why_not(problem)))]
    shown = _shown(turn, track)
    return [replace(shown, text=words(said, shown.text, by="\n\n"))]


def tapped_period(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Show one period with what can be done about it."""
    found = _own(turn, arguments[0])
    return [_one(turn, *found, edit=True)] if found else [Reply(nobody(turn))]


def _own(turn: Turn, period_id: str) -> tuple[Track, Period] | None:
    """Find a period that this person keeps: each tap is authorised here again."""
    period = turn.uow.periods.one(int(period_id))
    own = (track for track in _programmes(turn) if Role.COACH in track.roles)
    track = next((one for one in own if period and one.programme_id == period.programme_id), None)
    return (track, period) if track and period else None


def tapped_period_move(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Move a photo by a day or a week, and show the period again."""
    found = _own(turn, arguments[0])
    if found is None or found[1].photo_at is None:
        return [Reply(nobody(turn))]
    track, period = found
    by, _label = STEPS[arguments[1]]
    dates = Dates(period.opens_at, found[1].photo_at + by, period.choose_from, period.choose_until)
    try:
        moved = move_period(turn.uow, period, dates, turn.at)
    except (Unfit, AlreadyTaken) as problem:
        return [Reply(_("{why} Nothing was changed.", why=why_not(problem)))]
    return [_one(turn, track, moved, edit=True)]


def tapped_period_cancel(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Ask whether cancelling is meant, and then cancel."""
    found = _own(turn, arguments[0])
    if found is None:
        return [Reply(nobody(turn))]
    track, period = found
    if arguments[1] == "ask":
        sure = Button(_("yes, cancel {period}", period=period.name), f"pk:{period.id}:yes")
        back = Button(_("‹ back"), f"pe:{period.id}")
        question = _("Cancel {period}? Everybody who knows of it is told.", period=period.name)
        return [Reply(question, ((sure,), (back,)), edit=True)]
    return _kept(turn, track, lambda: _cancelled(turn, period))


def _cancelled(turn: Turn, period: Period) -> Sayable:
    cancel_period(turn.uow, period, turn.at)
    return _("{period} was cancelled.", period=period.name)


def tapped_usual(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Add the usual three of this school year to a programme that has none."""
    wanted = int(arguments[0])
    track = next((one for one in _programmes(turn) if one.programme_id == wanted), None)
    if track is None or Role.COACH not in track.roles:
        return [Reply(nobody(turn))]
    return _kept(turn, track, lambda: _usual(turn, track))


def _usual(turn: Turn, track: Track) -> Sayable:
    home = turn.uow.periods.home(track.programme_id)
    voice = Voice(turn.person.language, turn.person.time_zone)
    names = tuple(voice.say(name) for name in NAMES)
    today = day_of(turn, turn.at)
    added = add_proposed(
        turn.uow, home.organisation_id, track.programme_id, names, today, home.zone
    )
    return _n("{count} period added.", "{count} periods added.", len(added))


def _shown(turn: Turn, track: Track) -> Reply:
    """Show a programme's periods, and to its coach the plan and what can be changed."""
    known = turn.uow.periods.of(track.programme_id)
    coach = Role.COACH in track.roles
    return Reply(lines(*_lines(turn, track, known)), tuple(_buttons(track, known)) if coach else ())


def _lines(turn: Turn, track: Track, known: Sequence[Period]) -> Iterator[Sayable]:
    yield turn.programme(track).title
    taken = _taken(turn, track)
    yield from (line_of(one, turn.at, taken=one.id in taken) for one in known)
    if not known:
        yield _("No periods were agreed yet.")
    if Role.COACH in track.roles:
        yield plan_line(turn.uow.periods.plan(track.programme_id))
        yield _(
            "To add one exactly, type: /periods add Period 4; 2027-01-08; 2027-03-26 16:00. "
            "To move its photo: /periods move Period 4; 2027-04-02 16:00"
        )


def _taken(turn: Turn, track: Track) -> set[int]:
    return {one.head.period_id for one in turn.uow.photos.of_programme(track.programme_id)}


def _buttons(track: Track, known: Sequence[Period]) -> Iterator[tuple[Button, ...]]:
    if not known:
        yield (Button(_("add the usual three"), f"pu:{track.programme_id}"),)
    for one in known:
        if one.standing:
            yield (Button(_("change {period}", period=one.name), f"pe:{one.id}"),)


def _one(turn: Turn, track: Track, period: Period, *, edit: bool) -> Reply:
    taken = period.id in _taken(turn, track)
    text = line_of(period, turn.at, taken=taken)
    if taken or period.cancelled:
        return Reply(text, edit=edit)
    rows = []
    if period.photo_at is not None:
        moves = [Button(label, f"pm:{period.id}:{step}") for step, (_by, label) in STEPS.items()]
        rows += [tuple(moves[:2]), tuple(moves[2:])]
    rows.append((Button(_("cancel it"), f"pk:{period.id}:ask"),))
    return Reply(text, tuple(rows), edit=edit)
