"""What was read of a competence, as scores and notes to store."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.school.frameworks import Competence
from bot.domain.scoring.film import Score
from bot.domain.scoring.scales import Coverage, Mastery
from bot.messages import _
from bot.use_cases.scoring.store_scores import Sayings
from handlers.scoring.marks import SaidOfCompetence, read_marks
from handlers.talking.meaning.shorthand import LinePart
from handlers.talking.meaning.tokens import Misread

Settled = Sequence[Coverage]
"""How contradictions are settled: S or R goes with what is shown, N takes the mastery away."""


def read_sayings(
    part: LinePart, competence: Competence, at: datetime, settled: Settled = ()
) -> Sayings:
    """Read what a part of a line says of its competence; raises Misread, and so for nothing."""
    sayings = sayings_of(read_marks(part, competence), competence, at, settled)
    if not sayings.scores and not sayings.notes:
        raise Misread(_("What do you want to say of this?"), part.token)
    return sayings


def sayings_of(
    said: SaidOfCompetence, competence: Competence, at: datetime, settled: Settled = ()
) -> Sayings:
    """Turn marks and notes by indicator number into what is stored at an instant."""
    ids = {indicator.number: indicator.id for indicator in competence.indicators}
    scores = {
        ids[number]: _score(at, mastery, coverage, settled)
        for number, (mastery, coverage) in said.marks.items()
        if mastery or coverage
    }
    notes = {ids[number] if number else None: text for number, text in said.notes.items()}
    return Sayings(competence, scores, notes)


def _score(
    at: datetime, mastery: Mastery | None, coverage: Coverage | None, settled: Settled
) -> Score:
    if Coverage.NOT_YET in settled and coverage is Coverage.NOT_YET and mastery is None:
        return Score(at, not_here=True)
    if mastery is not None and mastery.acquired and coverage is None:
        coverage = next((often for often in settled if often.covered), None)
    return Score(at, mastery=mastery, coverage=coverage)
