"""People of the school: found by name or id, with whether they came and what can be done."""

from collections.abc import Iterator
from itertools import chain

from bot.domain.folding import fold
from bot.domain.joining.accounts import JoiningPlatform
from bot.domain.languages import LANGUAGES
from bot.domain.school.tracks import Person, Role
from bot.messages import Button, Reply, Sayable, _, _n, lines, listed, words
from handlers.administering.asked import PersonSought
from handlers.administering.taps import (
    ChangeStarter,
    ChangeTeachersCoach,
    ChangeTeam,
    CloseDevices,
    FindPeople,
    InviteSomebody,
    ShowPerson,
    ShowPlacements,
)
from handlers.talking.phrases import ROLE_WORD, short
from handlers.talking.places.invitation import WAY_NAMES
from handlers.talking.routing.doors import BeginHandover, ChooseSector, OpenAdmin
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

AT_MOST = 8
"""People shown at once; more of a name finds the others."""

GONE = _("Nobody of your school is meant by that any more.")
BACK = _("‹ administration")


def tapped_find(turn: Turn, _tap: FindPeople) -> Replies:
    """Ask for whom to look."""
    turn.ask(PersonSought())
    return [Reply(_("Whom do you look for? Type a name, a part of it, or the school's id."))]


def take_name(turn: Turn, _question: PersonSought, text: str) -> Replies:
    """Look for whom was typed."""
    turn.close()
    return find_called(turn, text)


def find_called(turn: Turn, text: str) -> Replies:
    """Show who is called so; one alone at once with what can be done."""
    wanted = text.strip()
    school = turn.person.organisation_id
    found = turn.uow.school_people.list_called(school, fold(wanted), AT_MOST + 1)
    if len(found) == 1:
        return [draw_person(turn, found[0])]
    if not found:
        nobody = _("Nobody here is called '{name}'.", name=short(wanted))
        return [Reply(nobody, ((button(_("find somebody"), FindPeople()), _back()),))]
    text_ = lines(
        _("Who is meant?"),
        _("There are more: type more of the name.") if len(found) > AT_MOST else None,
    )
    rows = [
        (button(f"{short(person.name)} · {person.school_id[:12]}", ShowPerson(person.id)),)
        for person in found[:AT_MOST]
    ]
    return [Reply(text_, (*rows, (_back(),)))]


def tapped_person(turn: Turn, tap: ShowPerson) -> Replies:
    """Show somebody."""
    person = find_here(turn, tap.person)
    return [draw_person(turn, person, edit=True) if person else Reply(GONE)]


def find_here(turn: Turn, person_id: int) -> Person | None:
    """Find somebody of this administrator's own school."""
    return turn.uow.school_people.find(turn.person.organisation_id, person_id)


def draw_person(
    turn: Turn, person: Person, *, edit: bool = False, said: Sayable | None = None
) -> Reply:
    """Show who somebody is, where they came in, and what can be done."""
    roles = turn.uow.school_people.list_roles(person.id)
    chats = turn.uow.accounts.list_of(person.id)
    devices = sum(own.is_open(turn.at) for own in turn.uow.sessions.list_of(person.id))
    came = listed([WAY_NAMES[JoiningPlatform(chat.platform)] for chat in chats])
    runs = turn.uow.administrators.is_one(person.id)
    coaches = turn.uow.teachers_coaches.is_one(person.id)
    starter = turn.uow.starters.find(person.id)
    new = starter is not None and not starter.ended
    sector = turn.uow.sectors.find_spoken_for(person.id)
    named = [
        *([_("administrator")] if runs else []),
        *([_("coach of the teachers")] if coaches else []),
        *([_("new to dual learning")] if new else []),
        *([_("speaks for {sector}", sector=sector.name)] if sector else []),
    ]
    text = lines(
        said,
        words(person.name, words("(", person.school_id, ")", by="")),
        listed([*(ROLE_WORD[role] for role in roles), *named])
        if roles or named
        else _("around nobody at the moment"),
        _("Language: {language}", language=LANGUAGES[person.language]),
        _("Came in on: {chats}", chats=came) if chats else _("Did not come in anywhere yet."),
        _n("{count} device on the page", "{count} devices on the page", devices)
        if devices
        else None,
    )
    placed = bool(turn.uow.endings.list_of_student(person.id))
    offered = _offered(
        person, devices=devices, placed=placed, runs=runs, hands_over=Role.COACH in roles
    )
    if Role.STUDENT not in roles:
        offered = chain(offered, _of_teachers(person, coaches=coaches, new=new))
    if not roles and not named:
        offered = chain(offered, [button(_("speaks for a sector"), ChooseSector(person.id))])
    return Reply(text, (*((own,) for own in offered), (_back(),)), edit=edit)


def _offered(
    person: Person, *, devices: int, placed: bool, runs: bool, hands_over: bool
) -> Iterator[Button]:
    yield button(_("make a link"), InviteSomebody(person.id))
    if devices:
        yield button(_("phone lost: close all"), CloseDevices(person.id, "ask"))
    if placed:
        yield button(_("placements"), ShowPlacements(person.id))
    if hands_over:
        yield button(_("students to another coach"), BeginHandover(person.id))
    change = ChangeTeam(person.id, "end" if runs else "make", "ask")
    yield button(_("no administrator any more") if runs else _("make an administrator"), change)


def _of_teachers(person: Person, *, coaches: bool, new: bool) -> Iterator[Button]:
    tap = ChangeTeachersCoach(person.id, "end" if coaches else "make", "ask")
    yield button(_("teachers’ coach no more") if coaches else _("make teachers’ coach"), tap)
    marked = ChangeStarter(person.id, "end" if new else "make")
    yield button(_("not new any more") if new else _("new to dual learning"), marked)


def _back() -> Button:
    return button(BACK, OpenAdmin())
