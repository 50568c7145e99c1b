"""What stands open on what was handed over, for the new coach, on one page."""

from collections.abc import Iterator

from bot.domain.days import opening
from bot.domain.supporting.handovers import Handover
from bot.messages import Day, Moment, Reply, Sayable, _, colon, lines, words
from bot.use_cases.desk.list_desk import coached_by
from bot.use_cases.desk.see_open import see_open_matters
from bot.use_cases.supporting.handover.look_at import look_at_handover
from handlers.supporting.handover.phrases import STANDS_NO_MORE, say_day, say_open
from handlers.supporting.handover.taps import CallOffHandover, OpenHandover
from handlers.talking.menu import RunCommand
from handlers.talking.phrases import ROLE_WORD
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

SHOWN = 8
"""Students of whom it is said in one message."""

EACH = 4
"""Visits, and promises, named of one student."""


def tapped_open(turn: Turn, tap: OpenHandover) -> Replies:
    """Show each student with what stands open, and note that the new coach looked.

    What came otherwise and was not looked at yet goes along: it was told in the same message.
    """
    said = turn.uow.handovers.list_together(tap.handover)
    came = turn.uow.handovers.list_coming_to(turn.person.id)
    together = list({own.id: own for own in (*said, *came)}.values())
    coached = {track.id for track in coached_by(turn.tracks)}
    mine = [
        own
        for own in together
        if own.stands and own.wish.to_id == turn.person.id and own.wish.track_id in coached
    ]
    if not mine:
        return [_planned(turn, list(said))]
    look_at_handover(turn.uow, turn.person.id, mine, turn.at)
    text = lines(*(said for own in mine[:SHOWN] for said in _student(turn, own)))
    if len(mine) > SHOWN:
        text = lines(text, _("Those were the first {count}: /desk shows all that has a date.",
                             count=SHOWN))  # fmt: skip
    rows = (
        (button(_("alerts"), RunCommand("alerts")), button(_("report"), RunCommand("report"))),
        (button(_("my desk"), RunCommand("desk")),),
    )
    return [Reply(text, rows)]


def _planned(turn: Turn, together: list[Handover]) -> Reply:
    coming = [
        own
        for own in together
        if own.is_planned and turn.person.id in (own.wish.to_id, own.wish.from_id, own.wish.by_id)
    ]
    if not coming or coming[0].wish.due_on is None:
        return Reply(STANDS_NO_MORE)
    to = turn.uow.people.find(coming[0].wish.to_id)
    text = lines(
        *(
            _(
                "Planned: {student} goes to {name} on {day}.",
                student=own.student,
                name=to.name if to else "—",
                day=say_day(coming[0].wish.due_on, turn.person),
            )
            for own in coming
        )
    )
    return Reply(text, ((button(_("call it off"), CallOffHandover(coming[0].id)),),))


def _student(turn: Turn, own: Handover) -> Iterator[Sayable]:
    track = turn.track(own.wish.track_id)
    matters = see_open_matters(turn.uow, turn.person, [track] if track else [], turn.at)
    yield words(colon(own.student), say_open(matters))
    for visit in matters.visits[:EACH]:
        if visit.planned_for is not None:
            yield words("•", _("visit: {when}", when=Moment(visit.planned_for)))
    for promise in matters.promises[:EACH]:
        due = Day(opening(promise.due_on, turn.person.time_zone)) if promise.due_on else None
        until = _("until {day}", day=due) if due else None
        yield words("•", words(ROLE_WORD[promise.owed_by], promise.words, until, by=" · "))
    for dated in matters.dated[:EACH]:
        day = say_day(dated.due_on, turn.person) if dated.due_on else _("at once")
        yield words("•", colon(day), turn.table.dated[dated.matter].says(turn, dated))
