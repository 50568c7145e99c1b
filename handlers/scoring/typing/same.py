"""Nothing changed: confirm one's last marks of a competence with 'same 10'."""

from bot.domain.school.tracks import Track
from bot.messages import Reply, _
from bot.use_cases.scoring.list_open import own_marks
from bot.use_cases.scoring.record_scores import Sayings, confirmed, record_scores
from handlers.scoring.confirm import confirmation
from handlers.scoring.marks import competence_of
from handlers.talking.phrases import first_name, of_competence
from handlers.talking.shorthand import Misread, TypedLine
from handlers.talking.turn import Replies, Turn


def same(turn: Turn, track: Track, line: TypedLine) -> Replies:
    """Say the last marks of one or more competences again, as of now."""
    programme = turn.programme(track)
    if not line.parts:
        raise Misread(_("Which competence is the same? Such as: same 10."))
    marks = own_marks(turn.uow, turn.seat(track))
    sayings = []
    for part in line.parts:
        competence = competence_of(part, programme)
        own = {one.id: marks[one.id] for one in competence.indicators if one.id in marks}
        scores = confirmed(own, turn.at)
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
    numbers = ", ".join(str(said.competence.number) for said in sayings)
    entry, recorded = record_scores(
        turn.uow,
        turn.seat(track),
        programme,
        sayings,
        turn.occasion(f"{first_name(track)} · {numbers}"),
    )
    turn.close()
    turn.recorded.append(entry.id)
    return [confirmation(turn, track, recorded, entry)]
