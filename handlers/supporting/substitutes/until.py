"""Until when somebody stands in: with the last day it is stored."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.domain.days import opening
from bot.domain.school.names import first_name_of
from bot.domain.school.tracks import Role
from bot.domain.supporting.substitutes import Candidate, SubstituteRefused
from bot.messages import Button, Day, Reply, _, lines
from bot.showing.substitutes import NOT_THAT_LONG, say_substitution, say_why_not
from bot.use_cases.supporting.substitutes.name_substitute import (
    Named,
    name_substitute,
)
from bot.use_cases.supporting.substitutes.see_substitutes import (
    Replaceable,
    end_of_day,
    find_replaceable,
    list_candidates,
    needs_link,
)
from handlers.scoring.taps import UndoEntry
from handlers.supporting.substitutes.asked import SubstituteDayAwaited
from handlers.supporting.substitutes.ending import moved_to
from handlers.supporting.substitutes.phrases import NAMED, NOT_YOURS
from handlers.supporting.substitutes.taps import (
    AskUntilWhen,
    InviteSubstitute,
    ShowSubstitution,
    StandInUntil,
)
from handlers.talking.meaning.names import meant_by
from handlers.talking.meaning.near_days import reaches
from handlers.talking.phrases import ROLE_LETTER, name_few, short
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

FRIDAY = 4

ALIKE = 3
"""People called almost like a newcomer who have a button."""


def tapped_until_when(turn: Turn, tap: AskUntilWhen) -> Replies:
    """Ask until when somebody stands in."""
    role = Role.MENTOR if tap.role == ROLE_LETTER[Role.MENTOR] else Role.TEACHER
    own = find_replaceable(turn.uow, turn.tracks, tap.absent, role, tap.track)
    among = list_candidates(turn.uow, own) if own else ()
    known = next((who for who in among if who.person_id == tap.person), None)
    if own is None or known is None:
        return [Reply(NOT_YOURS)]
    return [ask_until(turn, own, tap.track, known)]


def ask_until(turn: Turn, own: Replaceable, track: int, who: Candidate) -> Reply:
    """Ask until when somebody stands in for another."""
    asked = SubstituteDayAwaited(
        absent=own.first.person_id,
        role=own.first.role.value,
        track=track,
        person=who.person_id,
        newcomer="" if who.person_id else who.name,
    )
    turn.ask(asked)
    return stand_day(turn, asked)


def stand_day(turn: Turn, asked: SubstituteDayAwaited) -> Reply:
    """Ask until which day somebody stands in; first the day until which another is away."""
    until = turn.uow.absences.list_known([asked.absent], turn.at).get(asked.absent)
    known = [turn.day_of(until)] if until else []
    days = [day for day in dict.fromkeys([*known, *_offered(turn)]) if day >= turn.today]
    rows = tuple(
        (button(_("up to and including {day}", day=_day(turn, day)),
                StandInUntil(turn.dialogue.serial, day)),)
        for day in days
        if not asked.substitute
    )  # fmt: skip
    who = asked.newcomer or _called(turn, asked.person)
    text = _("Until when does {name} stand in? Tap the last day, or type it.", name=who)
    if not asked.newcomer:
        return Reply(text, rows)
    new = _("Nobody of the school is called {name}: with the last day I add them.", name=who)
    return Reply(lines(new, text), (*rows, *_alike(turn, asked)))


def _alike(turn: Turn, asked: SubstituteDayAwaited) -> Iterator[tuple[Button, ...]]:
    """Offer who is called almost like a newcomer: the name may be a slip."""
    role = Role(asked.role)
    own = find_replaceable(turn.uow, turn.tracks, asked.absent, role, asked.track)
    known = list_candidates(turn.uow, own) if own else ()
    meant = meant_by(asked.newcomer, known, lambda who: who.name)
    for who in (*meant.several, *meant.near)[:ALIKE]:
        tap = AskUntilWhen(asked.absent, ROLE_LETTER[role], asked.track, who.person_id)
        yield (button(_("no, {name}", name=short(who.name)), tap),)


def typed_day(turn: Turn, asked: SubstituteDayAwaited, text: str) -> Replies:
    """Read the last day that is typed."""
    day = reaches(text, turn.today)
    if day is None:
        return [Reply(_("Type the last day, such as Friday or 18/12."))]
    if asked.substitute:
        return moved_to(turn, asked.substitute, day)
    return named_until(turn, asked, day)


def tapped_until(turn: Turn, tap: StandInUntil) -> Replies:
    """Name who stands in, as it was asked, up to and including a day."""
    asked = turn.asked(SubstituteDayAwaited)
    if asked is None or asked.substitute:
        return [Reply(_("Nothing waits to be stored: /substitute begins anew."))]
    return named_until(turn, asked, tap.until)


def named_until(turn: Turn, asked: SubstituteDayAwaited, day: date) -> Replies:
    """Store who stands in up to and including a day, or say why not."""
    own = find_replaceable(turn.uow, turn.tracks, asked.absent, Role(asked.role), asked.track)
    if own is None or not _may_stand_in(turn, own, asked):
        return [Reply(NOT_YOURS)]
    if not turn.today <= day <= turn.today + timedelta(days=365):
        return [Reply(NOT_THAT_LONG)]
    ends_at = end_of_day(turn.uow, own.first.track_id, day)
    who = asked.person or asked.newcomer
    try:
        named = name_substitute(turn.uow, turn.person.id, own, who, ends_at, turn.at)
    except SubstituteRefused as refused:
        return [Reply(say_why_not(refused, asked.newcomer or _called(turn, asked.person)))]
    turn.close()
    no_way_in = needs_link(turn.uow, named.substitution.first.person_id, turn.at)
    return [_named(named, is_new=no_way_in and not turn.person.sample)]


def _may_stand_in(turn: Turn, own: Replaceable, asked: SubstituteDayAwaited) -> bool:
    """Say whether it is a newcomer, or somebody of the school who could."""
    if not asked.person:
        return bool(asked.newcomer) and not turn.person.sample
    return asked.person in {who.person_id for who in list_candidates(turn.uow, own)}


def _named(named: Named, *, is_new: bool) -> Reply:
    first = named.substitution.first
    said = lines(
        say_substitution(named.substitution, name_few(named.substitution.students, NAMED)),
        _(
            "{absent} is noted as away and is asked nothing meanwhile. Both hear it, and so do "
            "the students.",
            absent=first_name_of(first.absent),
        ),
    )
    rows = [(button(_("↩ Undo"), UndoEntry(named.entry or 0)),)]
    if is_new:
        invite = _("invite {name}", name=short(first.person))
        rows.append((button(invite, InviteSubstitute(first.id)),))
    rows.append((button(_("change it"), ShowSubstitution(first.id)),))
    return Reply(said, tuple(rows))


def _offered(turn: Turn) -> list[date]:
    friday = turn.today + timedelta(days=(FRIDAY - turn.today.weekday()) % 7)
    return [friday, friday + timedelta(days=7), friday + timedelta(days=28)]


def _day(turn: Turn, day: date) -> Day:
    return Day(opening(day, turn.person.time_zone))


def _called(turn: Turn, person_id: int) -> str:
    person = turn.uow.people.find(person_id)
    return person.name if person else ""
