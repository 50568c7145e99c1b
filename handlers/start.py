"""The first words: who the bot is, what it stores, and one first action."""

from bot.domain.tracks import Role
from bot.messages import Reply, Sayable, _, lines
from handlers.help import menu_button
from handlers.turn import Replies, Turn

FIRST_STEP = {
    Role.STUDENT: _("You say how you see your own work, and tally what you did."),
    Role.MENTOR: _("You score what you see at the workplace, in seconds, between two jobs."),
    Role.TEACHER: _("You score what you see on campus, and read what happens at the workplace."),
    Role.COACH: _("You see all views of your students, and where they differ."),
}


def start(turn: Turn, words: str) -> Replies:
    """Answer `/start`; somebody who is already known needs no code."""
    roles = {role for track in turn.tracks for role in track.roles}
    greeting: list[Sayable] = [
        _(
            "Hello {name}, I am Kompaan, your companion for dual learning.",
            name=turn.person.first_name,
        ),
        *[FIRST_STEP[role] for role in Role if role in roles],
        _(
            "I store what you score and write, with your name and the time, for your school. "
            "Who sees what is fixed: students see colours of others, never their notes."
        ),
    ]
    if words.strip():
        greeting.append(_("You are already known here, so the code is not needed."))
    return [Reply(lines(*greeting), menu_button(turn))]
