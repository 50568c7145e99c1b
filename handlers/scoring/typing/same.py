"""Nothing changed: confirm one's last marks of a competence with 'same 10'."""

from bot.domain.school.tracks import Track
from bot.domain.scoring.film import said_again
from bot.messages import Reply, _
from bot.use_cases.scoring.see_own_marks import see_own_marks
from bot.use_cases.scoring.store_scores import Sayings
from handlers.scoring.confirm import confirm_stored
from handlers.scoring.marks import competence_of
from handlers.scoring.typing.line import record_typed
from handlers.talking.meaning.shorthand import TypedLine
from handlers.talking.meaning.tokens import Misread
from handlers.talking.phrases import of_competence
from handlers.talking.turn import Replies, Turn


def say_same(turn: Turn, track: Track, line: TypedLine) -> Replies:
    """Say the last marks of one or more competences again, as of now."""
    programme = turn.programme(track)
    if not line.parts:
        raise Misread(_("Which competence is the same? Such as: same 10."))
    marks = see_own_marks(turn.uow, turn.seat(track))
    sayings = []
    for part in line.parts:
        competence = competence_of(part, programme)
        ids = [indicator.id for indicator in competence.indicators]
        scores = said_again({own: marks[own] for own in ids if own in marks}, turn.at)
        if not scores:
            return [
                Reply(
                    _(
                        "{what}: you have not scored this yet, so there is nothing to confirm.",
                        what=of_competence(track, competence),
                    )
                )
            ]
        sayings.append(Sayings(competence, scores))
    entry, recorded = record_typed(turn, track, sayings)
    return [confirm_stored(turn, track, recorded, entry)]
