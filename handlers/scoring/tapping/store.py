"""What a button says, stored at once in the entry that its dialogue began."""

from collections.abc import Mapping

from bot.domain.school.tracks import Track
from bot.domain.scoring.film import Mark
from bot.use_cases.scoring.store_scores import Sayings, store_scores
from handlers.talking.phrases import first_name
from handlers.talking.turn import Turn


def store_tapped(
    turn: Turn, track: Track, said: Sayings, entry_id: int | None
) -> tuple[int, Mapping[int, Mark]]:
    """Store a saying under the entry of the dialogue, or a new one; raises Contradiction.

    Gives the entry and the marks that it leaves, by indicator.
    """
    occasion = turn.occasion(f"{first_name(track)} · {said.competence.number}", entry_id)
    entry, (marks,) = store_scores(turn.uow, turn.seat(track), [said], occasion)
    turn.recorded.append(entry.id)
    return entry.id, marks
