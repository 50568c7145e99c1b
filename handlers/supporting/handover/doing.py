"""What would go to another coach, from when, and then it is done."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from bot.domain.school.tracks import Person, Track
from bot.messages import Reply, Sayable, _, _n, lines, listed
from bot.use_cases.desk.see_open import see_open_matters
from bot.use_cases.supporting.handover.fit_to_coach import may_coach
from bot.use_cases.supporting.handover.hand_over import (
    HandedOver,
    NothingToHandOver,
    OddDay,
    Unfit,
    hand_over,
)
from bot.use_cases.supporting.handover.take_back import call_off
from handlers.scoring.taps import UndoEntry
from handlers.supporting.handover.asked import HandoverDayOffered
from handlers.supporting.handover.choosing import arranged_coach, is_teacher_too, list_meant
from handlers.supporting.handover.phrases import (
    NOT_YOURS,
    STANDS_NO_MORE,
    name_students,
    say_day,
    say_open,
)
from handlers.supporting.handover.taps import (
    CallOffHandover,
    ChooseNewCoach,
    HandOverFrom,
    HandOverNow,
    ShowHandover,
    count_days,
)
from handlers.talking.meaning.near_days import reaches
from handlers.talking.routing.offering import keep_offer
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn

FAR = 9999
"""Days that a button can count: a day behind them is too far away in any case."""


def tapped_show(turn: Turn, tap: ShowHandover) -> Replies:
    """Show what would go to somebody, and ask from when."""
    coach, to, tracks = _meant(turn, tap)
    if coach is None or to is None or not tracks:
        return [Reply(NOT_YOURS)]
    if not may_coach(turn.uow, coach, to):
        return [Reply(_unfit(to))]
    text = lines(*_preview(turn, coach, to, tracks))
    then = _next_month(turn.today)
    rows = (
        (button(_("now"), HandOverNow(coach.id, tap.track, to.id)),),
        (
            button(
                _("from {day}", day=say_day(then, turn.person)),
                HandOverFrom(coach.id, tap.track, to.id, count_days(then)),
            ),
        ),
        (button(_("somebody else"), ChooseNewCoach(coach.id, tap.track, 0)),),
    )
    asked = partial(HandoverDayOffered, coach=coach.id, track=tap.track, to=to.id)
    return [keep_offer(turn, Reply(text, rows), asked)]


def mean_first_day(turn: Turn, asked: HandoverDayOffered, text: str) -> Tap | None:
    """Read the first day of the new coach."""
    day = reaches(text, turn.today)
    if day is None:
        return None
    days = min(max(count_days(day), 0), FAR)
    return HandOverFrom(asked.coach, asked.track, asked.to, days)


def tapped_now(turn: Turn, tap: HandOverNow) -> Replies:
    """Hand over at once."""
    return _hand_over(turn, tap, None)


def tapped_from(turn: Turn, tap: HandOverFrom) -> Replies:
    """Hand over from a day on."""
    return _hand_over(turn, tap, tap.day)


def tapped_call_off(turn: Turn, tap: CallOffHandover) -> Replies:
    """Call off what is planned."""
    if not call_off(turn.uow, turn.person.id, tap.handover, turn.at):
        return [Reply(STANDS_NO_MORE)]
    return [Reply(_("Called off: everything stays as it is. Who had heard of it hears this."))]


def _hand_over(turn: Turn, tap: HandOverNow | HandOverFrom, first_day: date | None) -> Replies:
    coach, to, tracks = _meant(turn, tap)
    if coach is None or to is None:
        return [Reply(NOT_YOURS)]
    try:
        done = hand_over(turn.uow, turn.person, coach, to, tracks, turn.at, first_day)
    except NothingToHandOver:
        return [Reply(STANDS_NO_MORE)]
    except Unfit:
        return [Reply(_unfit(to))]
    except OddDay:
        day = say_day(first_day or turn.today, turn.person)
        return [Reply(_("Nothing was changed: {day} is over, or more than a year away.", day=day))]
    turn.close()
    undo = ((button(_("↩ Undo"), UndoEntry(done.entry)),),)
    return [Reply(lines(*_confirmed(turn, done, coach, to, first_day)), undo, edit=True)]


def _meant(
    turn: Turn, tap: ShowHandover | HandOverNow | HandOverFrom
) -> tuple[Person | None, Person | None, list[Track]]:
    coach = arranged_coach(turn, tap.coach)
    to = turn.uow.school_people.find(turn.person.organisation_id, tap.to)
    return coach, to, list_meant(turn, coach, tap.track) if coach else []


def _preview(turn: Turn, coach: Person, to: Person, tracks: list[Track]) -> Iterator[Sayable]:
    names = name_students([own.student for own in tracks])
    yield _("From {before} to {name}: {students}.",
            before=coach.name, name=to.name, students=names)  # fmt: skip
    if coach.id == turn.person.id:
        matters = see_open_matters(turn.uow, coach, tracks, turn.at)
        yield say_open(matters)
        if matters.goes_along:
            yield _("All of it goes along.")
        if matters.incidents:
            yield _n(
                "{count} incident that you did not say to see stays with you: /incident",
                "{count} incidents that you did not say to see stay with you: /incident",
                matters.incidents,
            )
        yield _n(
            "As coach you see nothing of this student any more.",
            "As coach you see nothing of them any more.",
            len(tracks),
        )
        if taught := is_teacher_too(tracks):
            yield _("You stay teacher of {names}, and see what a teacher sees.",
                    names=listed(taught))  # fmt: skip
    yield _("Students, mentors and teachers hear who the coach is. From when? Tap, or type a day.")


def _confirmed(
    turn: Turn, done: HandedOver, coach: Person, to: Person, first_day: date | None
) -> Iterator[Sayable]:
    names = name_students([own.student for own in done.tracks])
    if done.is_planned and (first_day is None or first_day <= turn.today):
        yield _(
            "{name} becomes coach of {students} within minutes: of so many I do it in parts. "
            "Everybody around hears it once, when all of it is done.",
            name=to.name,
            students=names,
        )
    elif done.is_planned and first_day is not None:
        yield _(
            "From {day} {name} is coach of {students}. Until then everything stays as it is.",
            day=say_day(first_day, turn.person),
            name=to.name,
            students=names,
        )
    else:
        yield _("{name} is coach of {students} now.", name=to.name, students=names)
    if done.told:
        yield _("I tell: {names}.", names=listed(done.told[:12]))
    if not done.is_planned and _has_another(turn, done, to):
        yield _("Who else is coach there stays coach.")
    yield _(
        "Does the school’s roster name coaches? Change it there too: reading it in again brings "
        "nobody back, and says so."
    )


def _has_another(turn: Turn, done: HandedOver, to: Person) -> bool:
    """Say whether one of the students has another coach beside the new one."""
    return any(
        coach != to.id
        for track in done.tracks
        for coach, _zone in turn.uow.alerts.list_coaches(track.id)
    )


def _unfit(to: Person) -> Sayable:
    return _(
        "{name} cannot become coach here: a coach is somebody of the school, and no student or "
        "mentor. Nothing was changed.",
        name=to.name,
    )


def _next_month(today: date) -> date:
    return (today.replace(day=1) + timedelta(days=32)).replace(day=1)
