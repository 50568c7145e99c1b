"""Evaluation periods in the chat: everybody sees them, and the coach keeps them by tapping."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.domain.days import day_of
from bot.domain.periods.period import Period, is_usually_last
from bot.domain.school.tracks import Track
from bot.messages import Reply, Sayable, _, _n, lines, words
from bot.ports.acts import Doer
from bot.use_cases.periods.add_period import add_period, add_usual_periods
from bot.use_cases.periods.cancel_period import cancel_period
from bot.use_cases.periods.mark_last import mark_last
from bot.use_cases.periods.move_period import move_period
from bot.use_cases.periods.refusals import AlreadyTaken, Decided, Unfit
from handlers.periods.phrases import NAMES, explain_refusal
from handlers.periods.shown import (
    STEPS,
    Proposal,
    list_coached_programmes,
    list_programmes,
    propose_period,
    say_for_good,
    show_period,
    show_periods,
)
from handlers.periods.taps import (
    AddProposedPeriod,
    AddUsualPeriods,
    CancelPeriod,
    MarkLast,
    MovePhoto,
    ShowPeriod,
    SureOfYear,
)
from handlers.periods.typed import PAST, UnsureYear, keep_typed_period
from handlers.talking.meaning.whom import LineWaiting, PutAway, nobody
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

NOT_YOURS = _("The coach keeps the periods; you see them with /periods.")


def keep_periods(turn: Turn, words_: str) -> Replies:
    """Answer `/periods`, with or without what a coach wants to change behind it."""
    known = list_programmes(turn)
    if not known:
        return [Reply(nobody(turn))]
    if not words_.strip():
        return [show_periods(turn, track) for track in known]
    own = list_coached_programmes(turn)
    if not own:
        return [Reply(NOT_YOURS)]
    track, written = _part(turn, own, words_)
    if track is None:
        codes = ", ".join(turn.programme(track).code for track in own)
        return [
            Reply(
                _(
                    "You coach several programmes: begin with the code of one ({codes}). "
                    "Nothing was changed.",
                    codes=codes,
                )
            )
        ]
    return _keep_typed(turn, track, written)


def _keep_typed(turn: Turn, track: Track, written: str, *, sure: bool = False) -> Replies:
    """Keep a period as typed, or ask whether another school year is meant."""
    try:
        return _keep(turn, track, lambda: keep_typed_period(turn, track, written, sure=sure))
    except UnsureYear as unsure:
        serial = turn.ask(LineWaiting(line=written, track=track.id))
        dates = unsure.dates
        year = day_of(dates.photo_at or dates.opens_at, turn.person.time_zone).year
        question = _("That is in another school year than this one. Is {year} meant?", year=year)
        ways = (
            (button(_("yes, {year}", year=year), SureOfYear(serial)),),
            (button(_("✕ cancel"), PutAway(serial)),),
        )
        return [Reply(lines(question, _("Nothing was changed yet.")), ways)]


def tapped_year(turn: Turn, tap: SureOfYear) -> Replies:
    """Keep the period that waits, in the year that it was typed with."""
    waiting = turn.asked(LineWaiting)
    track = turn.track(waiting.track) if waiting else None
    if waiting is None or track is None or track not in list_coached_programmes(turn):
        return [Reply(NOT_YOURS)]
    turn.close()
    return _keep_typed(turn, track, waiting.line, sure=True)


def _part(turn: Turn, own: Sequence[Track], written: str) -> tuple[Track | None, str]:
    """Part a programme's code from what follows it; with one programme it may be left out."""
    code, _space, rest = written.strip().partition(" ")
    for track in own:
        if turn.programme(track).code.casefold() == code.casefold():
            return track, rest
    return (own[0] if len(own) == 1 else None), written


def _keep(turn: Turn, track: Track, change: Callable[[], Sayable]) -> Replies:
    """Change periods and show them; say why where they cannot be so."""
    try:
        said = change()
    except (Unfit, AlreadyTaken) as problem:
        return [Reply(explain_refusal(problem))]
    shown = show_periods(turn, track)
    return [replace(shown, text=words(said, shown.text, by="\n\n"))]


def tapped_period(turn: Turn, tap: ShowPeriod) -> Replies:
    """Show one period with what can be done about it."""
    found = _find_own(turn, tap.period)
    return [show_period(turn, *found)] if found else [Reply(NOT_YOURS)]


def _find_own(turn: Turn, period_id: int) -> tuple[Track, Period] | None:
    """Find a period that this person keeps: each tap is authorised here again."""
    period = turn.uow.periods.find(period_id)
    track = _find_coached(turn, period.programme_id) if period else None
    return (track, period) if track and period else None


def _find_coached(turn: Turn, programme_id: int) -> Track | None:
    coached = list_coached_programmes(turn)
    return next((track for track in coached if track.programme_id == programme_id), None)


def tapped_move(turn: Turn, tap: MovePhoto) -> Replies:
    """Move a photo by a day or a week, and show the period again."""
    found = _find_own(turn, tap.period)
    if found is None or found[1].photo_at is None:
        return [Reply(NOT_YOURS)]
    track, period = found
    by, _label = STEPS[tap.step]
    photo_at = found[1].photo_at + by
    if photo_at <= turn.at:
        return [Reply(PAST)]
    try:
        moved = move_period(
            turn.uow, period, replace(period.dates, photo_at=photo_at), turn.at, turn.person.id
        )
    except (Unfit, AlreadyTaken) as problem:
        return [Reply(explain_refusal(problem))]
    return [show_period(turn, track, moved)]


def tapped_cancel(turn: Turn, tap: CancelPeriod) -> Replies:
    """Ask whether cancelling is meant, and then cancel."""
    found = _find_own(turn, tap.period)
    if found is None:
        return [Reply(NOT_YOURS)]
    track, period = found
    if tap.sure == "ask":
        sure = button(_("yes, cancel {period}", period=period.name), CancelPeriod(period.id, "yes"))
        back = button(_("‹ back"), ShowPeriod(period.id))
        question = _("Cancel {period}? Everybody who knows of it is told.", period=period.name)
        return [offer(turn, Reply(question, ((sure,), (back,)), edit=True))]
    return _keep(turn, track, lambda: _cancel(turn, period))


def _cancel(turn: Turn, period: Period) -> Sayable:
    cancel_period(turn.uow, period, turn.at, turn.person.id)
    return _("{period} was cancelled.", period=period.name)


def tapped_last(turn: Turn, tap: MarkLast) -> Replies:
    """Say of a period whether the class council decides after its photo."""
    found = _find_own(turn, tap.period)
    if found is None or found[1].cancelled:
        return [Reply(NOT_YOURS)]
    track, period = found
    by = Doer(turn.person.id, turn.at)
    try:
        marked = mark_last(turn.uow, period, last=bool(tap.last), by=by)
    except Decided as decided:
        return [Reply(explain_refusal(decided))]
    return [show_period(turn, track, marked)]


def tapped_usual(turn: Turn, tap: AddUsualPeriods) -> Replies:
    """Add the usual three of this school year to a programme that has none."""
    track = _find_coached(turn, tap.programme)
    if track is None:
        return [Reply(NOT_YOURS)]
    return _keep(turn, track, lambda: _add_usual(turn, track))


def _add_usual(turn: Turn, track: Track) -> Sayable:
    home = turn.uow.periods.read_home(track.programme_id)
    names = tuple(say_for_good(turn, name) for name in NAMES)
    by = Doer(turn.person.id, turn.at)
    added = add_usual_periods(turn.uow, home, track.programme_id, names, turn.today, by)
    return _n("{count} period added.", "{count} periods added.", len(added))


def tapped_proposed(turn: Turn, tap: AddProposedPeriod) -> Replies:
    """Add the period that was proposed; one that was added meanwhile is not added twice."""
    track = _find_coached(turn, tap.programme)
    if track is None:
        return [Reply(NOT_YOURS)]
    proposal = propose_period(turn, track, turn.uow.periods.list_of(track.programme_id))
    if proposal is None or proposal.opens != tap.opens:
        return [show_periods(turn, track)]
    return _keep(turn, track, lambda: _add_proposed(turn, track, proposal))


def _add_proposed(turn: Turn, track: Track, proposal: Proposal) -> Sayable:
    home = turn.uow.periods.read_home(track.programme_id)
    period = add_period(
        turn.uow,
        home.organisation_id,
        track.programme_id,
        proposal.name,
        proposal.dates,
        Doer(turn.person.id, turn.at),
        last=is_usually_last(proposal.dates.opens_at, home.zone),
    )
    return _("{period} was added.", period=period.name)
