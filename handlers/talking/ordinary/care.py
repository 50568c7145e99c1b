"""A person to turn to, for whoever tells of danger: the school's own text, or the coach by name.

Whoever the words themselves name, or whose role they name, is not recommended: it may be them.
Where that is a coach, nothing is offered that every coach would read.
"""

from collections.abc import Iterable, Sequence

from bot.domain.school.naming import openly, understood
from bot.domain.school.tracks import Role
from bot.domain.supporting.incidents import INCIDENT_BY
from bot.messages import Reply, Sayable, _, lines, listed
from bot.ports.talking import Awaited
from bot.use_cases.talking.whom_to_turn_to import Help, list_names_around, whom_to_turn_to
from handlers.talking.ordinary.danger import tells_of_danger, tells_of_fear, words_of
from handlers.talking.routing.doors import BeginIncident
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

NO_HELP = _(
    "What you write sounds serious. I am a program: I cannot help, and I raise no alarm with "
    "anybody. A person can help."
)
NOT_SENT = _(
    "What you write sounds serious. I am a program: I cannot help, and nothing was sent yet. A "
    "person can help."
)
"""The same, where an incident in these words waits to be sent."""

MOST_AROUND = 12
"""Tracks of which names are looked up, to know whom somebody is afraid of."""

LONG_NAME = 4
"""Letters of a name that is recognised with an ending behind it."""

ROLE_NAMES = {
    Role.COACH: ("coach", "coaches", "trajectbegeleider", "begeleider", "begeleidster",
                 "accompagnateur", "accompagnatrice", "begleiter", "lernbegleiter"),
    Role.MENTOR: ("mentor", "mentrix", "tutor", "tuteur", "tutrice", "ausbilder"),
    Role.TEACHER: ("leerkracht", "leraar", "lerares", "juf", "meester", "teacher", "prof",
                   "professeur", "enseignant", "lehrer", "lehrkraft", "lehrkraefte"),
}  # fmt: skip
"""Words for whoever may be meant, in four languages."""


def care(turn: Turn) -> Replies:
    """Name a person to turn to, where what was said tells of danger; else say nothing."""
    text = turn.said.text or turn.said.caption
    if turn.said.tap or not is_danger(turn, text):
        return []
    found = whom_to_turn_to(turn.uow, turn.person, turn.tracks, turn.at)
    not_meant = _not_meant(found, text)
    waits = turn.dialogue.asking is Awaited.INCIDENT_READY and turn.awaits_words
    here = [name for name in not_meant if name not in found.away]
    said = lines(NOT_SENT if waits else NO_HELP, found.own or _usual(here))
    if waits:  # its own question stands below, with the button that sends these words
        return [Reply(said)]
    may_report = len(not_meant) == len(found.coaches) and any(
        INCIDENT_BY & track.roles and not track.ended_at for track in turn.tracks
    )
    offered = ((button(_("report an incident to the coach"), BeginIncident()),),)
    return [Reply(said, offered if may_report else ())]


def is_danger(turn: Turn, text: str) -> bool:
    """Say whether words tell of danger, with the people around in mind whom they may name."""
    if tells_of_danger(text):
        return True
    if not tells_of_fear(text):
        return False
    around = list_names_around(turn.uow, turn.tracks[:MOST_AROUND])
    return tells_of_danger(text, [called for name in around for called in understood(name)])


def _not_meant(found: Help, text: str) -> Sequence[str]:
    """List the coaches whom the words do not name, by a name or by a role of theirs."""
    return [name for name, roles in found.coaches.items() if not names_them(text, name, roles)]


def names_them(text: str, name: str, roles: Iterable[Role]) -> bool:
    """Say whether words name somebody, by a name or by a role that they have."""
    said = words_of(text)
    return any(_says(said, words_of(called)) for called in understood(name)) or any(
        _says(said, ROLE_NAMES.get(role, ())) for role in roles
    )


def _says(said: Iterable[str], names: Iterable[str]) -> bool:
    """Say whether one of the words is one of the names, perhaps with an ending ('mentors')."""
    known = [name for name in names if len(name) > 1]
    return any(
        word == name or (len(name) >= LONG_NAME and word.startswith(name))
        for word in said
        for name in known
    )


def _usual(coaches: Sequence[str]) -> Sayable:
    names = listed(map(openly, coaches))
    talk = (
        _("Talk today with {names} at school, or with somebody you trust.", names=names)
        if names
        else _("Talk today with somebody at school whom you trust.")
    )
    return lines(talk, _("Is somebody in danger right now? Call 112."))
