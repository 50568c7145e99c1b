"""Evaluation periods in the chat: everybody sees them, and the coach keeps them by tapping."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.domain.periods.period import Period
from bot.domain.school.tracks import Track
from bot.messages import Button, Reply, Sayable, _, _n, words
from bot.use_cases.periods.keep_periods import (
    AlreadyTaken,
    Dates,
    Unfit,
    add_period,
    add_proposed,
    cancel_period,
    move_period,
)
from handlers.periods.phrases import NAMES, why_not
from handlers.periods.shown import (
    STEPS,
    Proposal,
    coached_programmes,
    own_words,
    programmes,
    proposed_next,
    show_period,
    show_periods,
)
from handlers.periods.typed import PAST, typed_period
from handlers.talking.telling import day_of
from handlers.talking.turn import Replies, Turn
from handlers.talking.whom import nobody

NOT_YOURS = _("The coach keeps the periods; you see them with /periods.")


def periods(turn: Turn, words_: str) -> Replies:
    """Answer `/periods`, with or without what a coach wants to change behind it."""
    kept = programmes(turn)
    if not kept:
        return [Reply(nobody(turn))]
    if not words_.strip():
        return [show_periods(turn, track) for track in kept]
    own = coached_programmes(turn)
    if not own:
        return [Reply(NOT_YOURS)]
    track, written = _parted(turn, own, words_)
    if track is None:
        codes = ", ".join(turn.programme(one).code for one in own)
        return [
            Reply(
                _(
                    "You coach several programmes: begin with the code of one ({codes}). "
                    "Nothing was changed.",
                    codes=codes,
                )
            )
        ]
    return _kept(turn, track, lambda: typed_period(turn, track, written))


def _parted(turn: Turn, own: Sequence[Track], written: str) -> tuple[Track | None, str]:
    """Part a programme's code from what follows it; with one programme it may be left out."""
    code, _space, rest = written.strip().partition(" ")
    for track in own:
        if turn.programme(track).code.casefold() == code.casefold():
            return track, rest
    return (own[0] if len(own) == 1 else None), written


def _kept(turn: Turn, track: Track, keep: Callable[[], Sayable | None]) -> Replies:
    """Change periods and show them; say why where they cannot be so."""
    try:
        said = keep()
    except (Unfit, AlreadyTaken) as problem:
        return [Reply(_("{why} Nothing was changed.", why=why_not(problem)))]
    shown = show_periods(turn, track)
    return [replace(shown, text=words(said, shown.text, by="\n\n"))]


def tapped_period(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Show one period with what can be done about it."""
    found = _own(turn, arguments[0])
    return [show_period(turn, *found)] if found else [Reply(NOT_YOURS)]


def _own(turn: Turn, period_id: str) -> tuple[Track, Period] | None:
    """Find a period that this person keeps: each tap is authorised here again."""
    period = turn.uow.periods.find(int(period_id))
    track = _coached(turn, period.programme_id) if period else None
    return (track, period) if track and period else None


def _coached(turn: Turn, programme_id: int) -> Track | None:
    return next((one for one in coached_programmes(turn) if one.programme_id == programme_id), None)


def tapped_period_move(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Move a photo by a day or a week, and show the period again."""
    found = _own(turn, arguments[0])
    if found is None or found[1].photo_at is None:
        return [Reply(NOT_YOURS)]
    track, period = found
    by, _label = STEPS[arguments[1]]
    photo_at = found[1].photo_at + by
    if photo_at <= turn.at:
        return [Reply(PAST)]
    dates = Dates(period.opens_at, photo_at, period.choose_from, period.choose_until)
    try:
        moved = move_period(turn.uow, period, dates, turn.at)
    except (Unfit, AlreadyTaken) as problem:
        return [Reply(_("{why} Nothing was changed.", why=why_not(problem)))]
    return [show_period(turn, track, moved)]


def tapped_period_cancel(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Ask whether cancelling is meant, and then cancel."""
    found = _own(turn, arguments[0])
    if found is None:
        return [Reply(NOT_YOURS)]
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
    track = _coached(turn, int(arguments[0]))
    if track is None:
        return [Reply(NOT_YOURS)]
    return _kept(turn, track, lambda: _usual(turn, track))


def _usual(turn: Turn, track: Track) -> Sayable:
    home = turn.uow.periods.read_home(track.programme_id)
    names = tuple(own_words(turn, name) for name in NAMES)
    today = day_of(turn, turn.at)
    added = add_proposed(
        turn.uow, home.organisation_id, track.programme_id, names, today, home.zone
    )
    return _n("{count} period added.", "{count} periods added.", len(added))


def tapped_next(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Add the period that was proposed; one that was added meanwhile is not added twice."""
    track = _coached(turn, int(arguments[0]))
    if track is None:
        return [Reply(NOT_YOURS)]
    proposal = proposed_next(turn, track, turn.uow.periods.list_of(track.programme_id))
    if proposal is None or proposal.stamp != arguments[1]:
        return [show_periods(turn, track)]
    return _kept(turn, track, lambda: _following(turn, track, proposal))


def _following(turn: Turn, track: Track, proposal: Proposal) -> Sayable:
    organisation_id = turn.uow.periods.read_home(track.programme_id).organisation_id
    period = add_period(
        turn.uow, organisation_id, track.programme_id, proposal.name, proposal.dates
    )
    return _("{period} was added.", period=period.name)
