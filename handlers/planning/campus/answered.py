"""What stands on the buttons of the question after a lesson, typed instead of tapped."""

from collections.abc import Iterator
from typing import Literal

from bot.domain.planning.sessions import CampusSession, SessionState
from bot.messages import Text, _
from bot.ports.planning.campus import ClassHome
from handlers.planning.campus.asking import tapped_given
from handlers.planning.campus.finding import list_classes
from handlers.planning.campus.taps import SayGiven
from handlers.talking.routing.answered import Answered
from handlers.talking.turn import Turn
from handlers.talking.typed_taps import says

TYPED: tuple[tuple[Text, Literal["yes", "other", "no"]], ...] = (
    (_("yes, as planned"), "yes"),
    (_("not quite …"), "other"),
    (_("it was not given"), "no"),
)


def type_given(turn: Turn, text: str) -> Answered:
    """Answer words that stand on a button of that question, of the last lesson asked about."""
    how = next((how for label, how in TYPED if says(turn, label, text)), None)
    if how is None:
        return None
    asked = max(_list_asked(turn), key=lambda session: session.starts_at, default=None)
    return tapped_given(turn, SayGiven(asked.id, how)) if asked else None


def _list_asked(turn: Turn) -> Iterator[CampusSession]:
    """List the confirmed sessions of this teacher's that began and are not answered yet."""
    for track in list_classes(turn):
        home = ClassHome(turn.person.organisation_id, track.class_group_id, track.programme_id)
        for session in turn.uow.campus.list_sessions(turn.person.id, home):
            own = session.teacher_id == turn.person.id and session.starts_at <= turn.at
            if own and session.state is SessionState.CONFIRMED:
                yield session
