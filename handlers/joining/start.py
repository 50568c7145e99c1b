"""The first words: who the bot is, what it stores, and one first action."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.domain.school.frameworks import Competence
from bot.domain.school.offices import Office
from bot.domain.school.tracks import Role, Track
from bot.messages import Button, Reply, Sayable, _, lines
from bot.use_cases.rights.noticing.note_told import note_told
from bot.use_cases.scoring.seeing.list_open import list_open
from handlers.scoring.helping import say_helps
from handlers.scoring.open import STUDENTS
from handlers.scoring.tapping.asked import ScoreMenu
from handlers.scoring.tapping.menu import open_competences
from handlers.scoring.tapping.steps import begin
from handlers.talking.meaning.whom import nobody
from handlers.talking.menu import RunCommand, menu_button
from handlers.talking.naming.code_words import say_code_word
from handlers.talking.phrases import first_name, short
from handlers.talking.rights.notice import say_notice
from handlers.talking.routing.doors import BeginScoring
from handlers.talking.routing.route import Words
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

NAMED = 24
"""Characters of a competence's title on the first button: with a name before it they still fit."""

START = Words("start begin", "commencer", "starten")
"""The words of the first command, in every language."""

FIRST_STEP = {
    Role.STUDENT: _("You say how you see your own work, and tally what you did."),
    Role.MENTOR: _("You score what you see at the workplace, in seconds, between two jobs."),
    Role.TEACHER: _("You score what you see on campus, and read what happens at the workplace."),
    Role.COACH: _("You see all views of your students, and where they differ."),
}


def _say_sector(turn: Turn) -> Sayable | None:
    sector = turn.uow.sectors.find_spoken_for(turn.person.id)
    if sector is None:
        return None
    return _("You speak here for {sector}: begin with /sector.", sector=sector.name)


FIRST_STEP_OF_OFFICE: Mapping[Office, Callable[[Turn], Sayable | None]] = {
    Office.ADMINISTRATION: lambda _turn: _(
        "You run Kompaan for your school: people, invitations, lost phones, rosters and "
        "frameworks. That shows you no scores. Begin with /admin."
    ),
    Office.INDUCTION: lambda _turn: _(
        "You coach the teachers who are new to dual learning, or are one: /starters shows their "
        "steps."
    ),
    Office.INTAKE: lambda _turn: _(
        "You take part in an intake, or lead one: /intake shows how it goes and where it stands."
    ),
    Office.SECTOR: _say_sector,
}


def greet(turn: Turn, words: str) -> Replies:
    """Answer `/start`, with what is kept; somebody who is already known needs no code."""
    roles = {role for track in turn.tracks for role in track.roles}
    greeting: list[Sayable | None] = [
        _(
            "Hello {name}, I am Kompaan, your companion for dual learning.",
            name=turn.person.first_name,
        ),
        *[FIRST_STEP[role] for role in Role if role in roles],
        *[say(turn) for office, say in FIRST_STEP_OF_OFFICE.items() if office in turn.offices],
        *say_notice(turn),
    ]
    note_told(turn.uow, turn.person, turn.at)
    if (word := say_code_word(turn)) is not None:
        greeting.append(word)
    if words.strip():
        # Not looked up: nobody learns here whether a code exists, and it stays whole for its owner.
        greeting.append(
            _(
                "You are already known here, so the code was not used. Is it somebody else's? "
                "It works in a chat of their own."
            )
        )
    return [Reply(lines(*greeting), _offer_first(turn))]


def _offer_first(turn: Turn) -> tuple[tuple[Button, ...], ...]:
    """Offer to begin at the first competence with something open; else the usual menu."""
    for track in turn.scored_tracks[:STUDENTS]:
        waiting = _list_open(turn, track)
        if waiting:
            what = f"{waiting[0].number} {short(waiting[0].title, NAMED)}"
            if track.scoring_role is not Role.STUDENT:
                what = f"{first_name(track)} · {what}"
            return (
                (button(_("begin: {what}", what=what), BeginScoring(track.id)),),
                (button(_("choose something else"), RunCommand("score")),),
            )
    return menu_button(turn)


def tapped_first(turn: Turn, tap: BeginScoring) -> Replies:
    """Begin at a student's first competence with something open, below the greeting."""
    track = turn.track(tap.track)
    if track is None or track.scoring_role is None:
        return [Reply(nobody(turn))]
    waiting = _list_open(turn, track)
    if not waiting:
        return open_competences(turn, track)
    turn.ask(ScoreMenu(track=track.id))  # closes the menu that may be live elsewhere
    asked = [replace(reply, edit=False) for reply in begin(turn, track, waiting[0])]
    helps = say_helps(turn, track)
    return asked if helps is None else [Reply(helps), *asked]


def _list_open(turn: Turn, track: Track) -> list[Competence]:
    programme = turn.programme(track)
    waiting = list_open(turn.uow, turn.seat(track), track, programme, turn.at, turn.since(track))
    return [open_.competence for open_ in waiting.competences]
