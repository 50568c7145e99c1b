"""An administrator sets a round out: who leads it, and when nobody is taken in any more."""

from bot.domain.folding import fold
from bot.domain.matching.intakes import Intake
from bot.domain.school.tracks import Person
from bot.messages import Reply, Sayable, _, lines, listed
from bot.showing.matching.opened import say_wait
from bot.use_cases.inducting.of_staff import NotOfStaff
from bot.use_cases.matching.close_intake import WaitForWord, close_intake
from bot.use_cases.matching.name_leader import TakesPart, end_leader, name_leader
from handlers.matching.asked import LeaderAwaited
from handlers.matching.taps import (
    AddLeader,
    CloseIntake,
    EndLeader,
    ListIntakes,
    NameLeader,
    SetOutIntake,
)
from handlers.talking.phrases import short
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

FOUND = 8
"""People shown at once; more of a name finds the others."""

NOT_ADMINISTRATOR = _("Only who runs Kompaan for the school names who leads an intake.")


def _find(turn: Turn, intake_id: int) -> Intake | None:
    """Find a round of the school of this administrator."""
    if not turn.uow.administrators.is_one(turn.person.id):
        return None
    intake = turn.uow.intakes.find(intake_id)
    here = intake is not None and intake.organisation_id == turn.person.organisation_id
    return intake if here else None


def tapped_set_out(turn: Turn, tap: SetOutIntake) -> Replies:
    """Show who leads a round."""
    intake = _find(turn, tap.intake)
    return [show_setting_out(turn, intake) if intake else Reply(NOT_ADMINISTRATOR)]


def show_setting_out(turn: Turn, intake: Intake, said: Sayable | None = None) -> Reply:
    """Show who leads a round, and what can be changed; nobody's answers."""
    leaders = turn.uow.intakes.list_leaders(intake.id)
    named = [own for own in leaders if turn.uow.intakes.is_named(intake.id, own.id)]
    who = listed([own.name for own in leaders]) if leaders else None
    text = lines(
        said,
        intake.title,
        _("The intake is closed.") if intake.closed_at else None,
        _("Led by {names}.", names=who)
        if named and who
        else _("Nobody is named, so the coaches of the programme lead it: {names}", names=who)
        if who
        else _("Nobody leads it yet: name somebody."),
        _("Who leads it reads what candidates and companies answer. You do not, by this."),
    )
    rows = [
        (button(_("no longer: {name}", name=short(own.name, 28)), EndLeader(intake.id, own.id)),)
        for own in named
    ]
    close = () if intake.closed_at else (button(_("close the intake"), CloseIntake(intake.id, 0)),)
    more = (button(_("name who leads it"), AddLeader(intake.id)), *close)
    return offer(turn, Reply(text, (*rows, more, (button(_("‹ all intakes"), ListIntakes()),))))


def tapped_add(turn: Turn, tap: AddLeader) -> Replies:
    """Ask who leads a round."""
    intake = _find(turn, tap.intake)
    if intake is None:
        return [Reply(NOT_ADMINISTRATOR)]
    text = _(
        "Who leads the intake {intake}? Type a name, a part of it, or the id.", intake=intake.title
    )
    return await_words(turn, LeaderAwaited(intake=tap.intake), text)


def typed_leader(turn: Turn, question: LeaderAwaited, text: str) -> Replies:
    """Name who was typed, or ask which of several is meant."""
    turn.close()
    intake = _find(turn, question.intake)
    if intake is None:
        return [Reply(NOT_ADMINISTRATOR)]
    wanted = text.strip()
    found = turn.uow.school_people.list_called(intake.organisation_id, fold(wanted), FOUND + 1)
    if len(found) == 1:
        return [_name(turn, intake, found[0])]
    if not found:
        nobody = _("Nobody here is called '{name}'.", name=short(wanted))
        return [show_setting_out(turn, intake, nobody)]
    asked = lines(
        _("Who is meant?"),
        _("There are more: type more of the name.") if len(found) > FOUND else None,
    )
    rows = tuple(
        (button(f"{short(own.name, 26)} · {own.school_id[:12]}", NameLeader(intake.id, own.id)),)
        for own in found[:FOUND]
    )
    return [offer(turn, Reply(asked, rows))]


def tapped_name(turn: Turn, tap: NameLeader) -> Replies:
    """Name who is on the button."""
    intake = _find(turn, tap.intake)
    person = turn.uow.school_people.find(turn.person.organisation_id, tap.person)
    if intake is None or person is None:
        return [Reply(NOT_ADMINISTRATOR)]
    return [_name(turn, intake, person)]


def _name(turn: Turn, intake: Intake, person: Person) -> Reply:
    name = person.name
    try:
        named = name_leader(turn.uow, intake, person, turn.at, turn.person.id)
    except NotOfStaff:
        said = _("{name} is a student, a mentor or of a sector, and leads no intake. "
"Nothing was stored.",
                 name=name)  # fmt: skip
        return show_setting_out(turn, intake, said)
    except TakesPart:
        said = _("{name} takes part in this intake, and cannot lead it. Nothing was stored.",
                 name=name)  # fmt: skip
        return show_setting_out(turn, intake, said)
    said = _("{name} leads it from now on.", name=name) if named else _(
        "{name} leads it already.", name=name
    )  # fmt: skip
    return show_setting_out(turn, intake, said)


def tapped_end(turn: Turn, tap: EndLeader) -> Replies:
    """Let somebody no longer lead a round."""
    intake = _find(turn, tap.intake)
    person = turn.uow.school_people.find(turn.person.organisation_id, tap.person)
    if intake is None or person is None:
        return [Reply(NOT_ADMINISTRATOR)]
    end_leader(turn.uow, intake, person, turn.at, turn.person.id)
    said = _("{name} leads it no more.", name=person.name)
    return [show_setting_out(turn, intake, said)]


def tapped_close(turn: Turn, tap: CloseIntake) -> Replies:
    """Close a round, once that is sure."""
    intake = _find(turn, tap.intake)
    if intake is None:
        return [Reply(NOT_ADMINISTRATOR)]
    if not tap.sure:
        asked = _(
            "Close the intake? Nobody is taken in any more; who never answered, and places that "
            "are free, end with it."
        )
        yes = button(_("yes"), CloseIntake(intake.id, 1))
        no = button(_("no"), SetOutIntake(intake.id))
        return [offer(turn, Reply(asked, ((yes, no),)))]
    turn.ask(None)
    try:
        close_intake(turn.uow, intake, turn.at, turn.person.id)
    except WaitForWord as waits:
        said = say_wait(len(waits.names))
        return [show_setting_out(turn, intake, said)]
    return [show_setting_out(turn, turn.uow.intakes.find(intake.id) or intake)]
