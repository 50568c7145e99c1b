"""What a typed line says of a student, recorded under one entry."""

from collections.abc import Sequence

from bot.domain.school.tracks import Track
from bot.ports import Entry
from bot.use_cases.scoring.record_scores import Recorded, record_scores
from bot.use_cases.scoring.store_scores import Sayings
from handlers.talking.phrases import first_name
from handlers.talking.turn import Turn


def record_typed(
    turn: Turn, track: Track, sayings: Sequence[Sayings]
) -> tuple[Entry, list[Recorded]]:
    """Record a line under the numbers of its competences; what was asked is then at an end.

    Raises Contradiction, with nothing stored.
    """
    numbers = ", ".join(str(said.competence.number) for said in sayings)
    occasion = turn.occasion(f"{first_name(track)} · {numbers}")
    entry, recorded = record_scores(
        turn.uow, turn.seat(track), turn.programme(track), sayings, occasion
    )
    turn.close()
    turn.recorded.append(entry.id)
    return entry, recorded
