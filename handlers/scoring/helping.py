"""What helps a student, said to who is about to score and may read it."""

from bot.domain.school.tracks import Role, Track
from bot.messages import Sayable, _, lines
from bot.use_cases.supporting.measures.see_measures import see_measures
from handlers.talking.phrases import first_name
from handlers.talking.turn import Turn

SHOWN = 3
"""Things that help which are shown before scoring; /helps shows all."""


def say_helps(turn: Turn, track: Track) -> Sayable | None:
    """Say what helps the student of a track; None where nothing is shared, or it is oneself."""
    if Role.STUDENT in track.roles:
        return None
    measures = see_measures(turn.uow, track)
    if not measures:
        return None
    more = len(measures) - SHOWN
    return lines(
        _("What helps {student}:", student=first_name(track)),
        *(f"· {measure.words}" for measure in measures[:SHOWN]),
        _("… and {count} more: /helps", count=more) if more > 0 else None,
    )
