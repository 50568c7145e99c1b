"""Entering a result at the workplace: the mentor does, or the coach in a mentor's name."""

from bot.domain.evaluating.exact import WorkplacePoints, read_points
from bot.domain.periods.period import Period
from bot.domain.school.tracks import Role, Track
from bot.messages import Button, Reply, _, lines
from bot.ports.periods.photos import Photo
from bot.use_cases.evaluating.deliberating.enter_result import NoEntry, enter_result, may_enter
from bot.use_cases.evaluating.deliberating.see_result import period_of
from bot.use_cases.reporting.see_photo import photo_of_period
from handlers.evaluating.deliberating.asked import ResultAwaited
from handlers.evaluating.deliberating.shown import show_result
from handlers.evaluating.deliberating.taps import EnterResult
from handlers.evaluating.phrases import one_answer
from handlers.scoring.taps import UndoEntry
from handlers.talking.phrases import full_name
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

CANNOT = _("A result cannot be entered there. Nothing was stored.")
HOW = _("Type points out of a total, such as 41/80 or 12 of 20, or hundredths such as 62.5 %.")


def tapped_enter(turn: Turn, tap: EnterResult) -> Replies:
    """Ask a coach in whose name, then whoever enters it for the result."""
    found = _find(turn, tap.track, tap.period)
    if found is None:
        return [Reply(CANNOT)]
    track, period = found
    if tap.person is None and Role.COACH in track.roles:
        return [offer(turn, _ask_whose(turn, track, period))]
    asked = ResultAwaited(track=track.id, period=period.id, person=tap.person or 0)
    turn.ask(asked)
    return [_ask(track, period)]


def _find(turn: Turn, track_id: int, period_id: int) -> tuple[Track, Period] | None:
    """Find where this person may enter a result: each tap is authorised here again."""
    track, period = turn.track(track_id), turn.uow.periods.find(period_id)
    if track is None or period is None or not may_enter(turn.uow, track, period, turn.at):
        return None
    return track, period


def _ask_whose(turn: Turn, track: Track, period: Period) -> Reply:
    question = _(
        "{student}, {period}: in whose name is the result?",
        student=full_name(track),
        period=period.name,
    )
    rows: list[tuple[Button, ...]] = [
        (button(name, EnterResult(track.id, period.id, person)),)
        for person, name in turn.uow.workplace_results.list_mentors(track.id)
        if person != turn.person.id
    ]
    rows.append((button(_("in my own"), EnterResult(track.id, period.id, 0)),))
    return Reply(question, tuple(rows))


def _ask(track: Track, period: Period) -> Reply:
    question = _(
        "{student}, {period}: what is the result at the workplace?",
        student=full_name(track),
        period=period.name,
    )
    return Reply(lines(question, HOW))


def is_result(text: str) -> bool:
    """Say whether words are a result, or meant as one."""
    return read_points(text) is not None or one_answer(text)


def take_result(turn: Turn, asked: ResultAwaited, text: str) -> Replies:
    """Take a result in."""
    found = _find(turn, asked.track, asked.period)
    if found is None:
        return [Reply(CANNOT)]
    track, period = found
    given = read_points(text)
    if given is None:
        turn.keep(asked)
        not_read = _("I do not read a part of a total in that. Nothing was stored.")
        return [Reply(lines(not_read, HOW))]
    turn.close()
    return [_enter(turn, track, period, given, asked.person)]


def enter(turn: Turn, track: Track, photo: Photo | None, given: WorkplacePoints) -> Reply:
    """Take a result in that was typed with the command: for a photo's period, or the newest."""
    period = period_of(turn.uow, track.programme_id, photo, turn.at)
    return _enter(turn, track, period, given, 0) if period else Reply(CANNOT)


def _enter(turn: Turn, track: Track, period: Period, given: WorkplacePoints, person: int) -> Reply:
    try:
        entry = enter_result(
            turn.uow, turn.person, track, period, given, turn.at, for_id=person or None
        )
    except NoEntry:
        return Reply(CANNOT)
    shown = show_result(turn, track, _photo(turn, track, period))
    noted = _("Noted for {period}.", period=period.name)
    undo = (button(_("↩ Undo"), UndoEntry(entry)),)
    return Reply(lines(noted, shown.text), (undo, *shown.buttons))


def _photo(turn: Turn, track: Track, period: Period) -> Photo | None:
    photo = photo_of_period(turn.uow, period)
    return photo if photo and turn.uow.photos.has_track(photo.id, track.id) else None


def stand_result(turn: Turn, asked: ResultAwaited) -> Reply | None:
    """Ask for the result once more."""
    found = _find(turn, asked.track, asked.period)
    return _ask(*found) if found else None
