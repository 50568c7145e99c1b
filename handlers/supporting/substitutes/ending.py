"""Ending it early, moving its last day, and the link for whoever stands in."""

from datetime import date, timedelta

from bot.domain.days import opening
from bot.domain.school.names import first_name_of
from bot.domain.supporting.substitutes import WrongEnd
from bot.messages import Day, Reply, _, lines
from bot.showing.substitutes import NOT_THAT_LONG
from bot.use_cases.joining.invite_person import invite_person
from bot.use_cases.supporting.substitutes.end_substitution import end_substitution, move_end
from bot.use_cases.supporting.substitutes.see_substitutes import (
    coached,
    end_of_day,
    find_changeable,
)
from handlers.scoring.taps import UndoEntry
from handlers.supporting.absence.taps import EndAbsence
from handlers.supporting.substitutes.asked import SubstituteDayAwaited
from handlers.supporting.substitutes.phrases import GONE, say_to_one
from handlers.supporting.substitutes.taps import AskOtherEnd, InviteSubstitute, MoveEnd
from handlers.talking.places.invitation import show_invitation
from handlers.talking.routing.doors import EndSubstitution
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words


def tapped_end(turn: Turn, tap: EndSubstitution) -> Replies:
    """Let somebody stand in no more."""
    own = find_changeable(turn.uow, turn.person.id, turn.tracks, tap.substitute, turn.at)
    if own is None:
        return [Reply(GONE)]
    entry = end_substitution(turn.uow, turn.person.id, own, turn.at)
    turn.close()
    first = own.first
    mine = first.absent_id == turn.person.id
    known = turn.uow.absences.list_known([first.absent_id], turn.at).get(first.absent_id)
    text = lines(
        _("{name} stands in no more. What they said stays, and what they were asked goes back.",
          name=first.person),
        _("{absent} is away up to and including {day}, and is asked nothing until then.",
          absent=first.absent, day=Day(known)) if known and not mine else None,
    )  # fmt: skip
    rows = [(button(_("↩ Undo"), UndoEntry(entry or 0)),)]
    if known and not mine:
        label = _("{name} is back", name=first_name_of(first.absent))
        rows.append((button(label, EndAbsence(first.absent_id)),))
    return [Reply(text, tuple(rows), edit=True)]


def tapped_other_end(turn: Turn, tap: AskOtherEnd) -> Replies:
    """Ask for another last day."""
    own = find_changeable(turn.uow, turn.person.id, turn.tracks, tap.substitute, turn.at)
    if own is None or own.first.track_id not in {track.id for track in coached(turn.tracks)}:
        return [Reply(GONE)]
    asked = SubstituteDayAwaited(substitute=tap.substitute, person=own.first.person_id)
    day = turn.day_of(own.first.last_second) + timedelta(days=7)
    label = _("up to and including {day}", day=_day(turn, day))
    text = lines(say_to_one(own, turn.person), _("Until when? Tap the last day, or type it."))
    return await_words(turn, asked, text, button(label, MoveEnd(tap.substitute, day)))


def tapped_move(turn: Turn, tap: MoveEnd) -> Replies:
    """Let somebody stand in up to and including another day."""
    return moved_to(turn, tap.substitute, tap.until)


def moved_to(turn: Turn, substitute: int, day: date) -> Replies:
    """Store another last day, or say why not."""
    own = find_changeable(turn.uow, turn.person.id, turn.tracks, substitute, turn.at)
    if own is None or own.first.track_id not in {track.id for track in coached(turn.tracks)}:
        return [Reply(GONE)]
    if not turn.today <= day <= turn.today + timedelta(days=365):
        return [Reply(NOT_THAT_LONG)]
    try:
        ends_at = end_of_day(turn.uow, own.first.track_id, day)
        entry = move_end(turn.uow, turn.person.id, own, ends_at, turn.at)
    except WrongEnd:
        return [Reply(NOT_THAT_LONG)]
    turn.close()
    now = find_changeable(turn.uow, turn.person.id, turn.tracks, substitute, turn.at) or own
    return [Reply(say_to_one(now, turn.person), ((button(_("↩ Undo"), UndoEntry(entry or 0)),),))]


def tapped_invite(turn: Turn, tap: InviteSubstitute) -> Replies:
    """Make a link for whoever stands in, which the coach sees once and hands over."""
    own = find_changeable(turn.uow, turn.person.id, turn.tracks, tap.substitute, turn.at)
    if own is None or own.first.track_id not in {track.id for track in coached(turn.tracks)}:
        return [Reply(GONE)]
    person = turn.uow.people.find(own.first.person_id)
    if person is None or person.sample:
        return [Reply(_("Links are for a real school: nobody comes into the sample by one."))]
    lasting = timedelta(days=turn.uow.ways_in.days)
    invited = invite_person(turn.uow, person, turn.at, lasting, turn.person.id)
    return [show_invitation(turn, invited)]


def _day(turn: Turn, day: date) -> Day:
    return Day(opening(day, turn.person.time_zone))
