"""What was read of a competence, as scores and notes to store."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.school.frameworks import Competence, Programme
from bot.domain.scoring.ceilings import MOST_COMPETENCES, MOST_SCORES
from bot.domain.scoring.film import Score
from bot.domain.scoring.scales import Coverage, Mastery
from bot.messages import Text, _
from bot.use_cases.scoring.store_scores import Sayings
from handlers.scoring.marks import SaidOfCompetence, competence_of, read_marks
from handlers.talking.meaning.shorthand import TypedLine
from handlers.talking.meaning.tokens import Misread

Settled = Sequence[Coverage]
"""How contradictions are settled: S or R goes with what is shown, N takes the mastery away."""

SAY_WHAT = _("What do you want to say of this?")


def read_sayings(
    line: TypedLine, programme: Programme, at: datetime, settled: Settled = ()
) -> list[Sayings]:
    """Read what a line says, competence by competence in the order in which they are named.

    Raises Misread, and so for nothing, for what is not there, and for two values for one indicator
    in whichever parts of the line they stand.
    """
    said: dict[int, tuple[Competence, SaidOfCompetence]] = {}
    for part in line.parts:
        competence = competence_of(part, programme)
        if not part.body:
            raise Misread(SAY_WHAT, part.token)
        _known, of_it = said.setdefault(competence.id, (competence, SaidOfCompetence()))
        before = _size(of_it)
        read_marks(part, competence, of_it)
        if _size(of_it) == before:
            raise Misread(SAY_WHAT, part.token)
    return [sayings_of(of_it, competence, at, settled) for competence, of_it in said.values()]


def _size(said: SaidOfCompetence) -> int:
    return len(said.named) + len(said.of_all) + len(said.notes)


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
    scores |= {ids[number]: Score(at, not_here=True) for number in said.not_here}
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


def too_much(sayings: Sequence[Sayings], students: int = 1) -> Text | None:
    """Say that so much of so many students is too much for one message; None where it is not."""
    scores = students * sum(len(said.scores) for said in sayings)
    competences = students * len(sayings)
    if scores <= MOST_SCORES and competences <= MOST_COMPETENCES:
        return None
    return _(
        "That is too much for one message: {scores} scores of {competences} competences, of all "
        "students together. I store {most_scores} of {most_competences} at most. "
        "Say it in several messages, such as a competence at a time.",
        scores=scores,
        competences=competences,
        most_scores=MOST_SCORES,
        most_competences=MOST_COMPETENCES,
    )


def join_sayings(before: Sequence[Sayings], more: Sequence[Sayings]) -> list[Sayings] | None:
    """Join what is said of one track, so that each indicator is scored once.

    None where it gives two values or notes for one indicator.
    """
    joined = {said.competence.id: said for said in before}
    for said in more:
        other = joined.get(said.competence.id)
        if other is not None:
            if _clash(other, said):
                return None
            said = _both(other, said)
        joined[said.competence.id] = said
    return list(joined.values())


def _both(one: Sayings, other: Sayings) -> Sayings:
    scores = dict(one.scores)
    for indicator, score in other.scores.items():
        before = scores.get(indicator)
        scores[indicator] = _one_score(before, score) if before else score
    return Sayings(one.competence, scores, {**one.notes, **other.notes})


def _one_score(one: Score, other: Score) -> Score:
    """Make one score of two that are of other scales."""
    return replace(
        one,
        mastery=one.mastery or other.mastery,
        coverage=one.coverage or other.coverage,
        tally=one.tally or other.tally,
    )


def _clash(one: Sayings, other: Sayings) -> bool:
    both = one.scores.keys() & other.scores.keys()
    return bool(one.notes.keys() & other.notes.keys()) or any(
        _scales(one.scores[indicator]) & _scales(other.scores[indicator]) for indicator in both
    )


def _scales(score: Score) -> set[str]:
    if score.not_here:  # which says something of both scales
        return {"mastery", "coverage", "tally"}
    said = {"mastery": score.mastery, "coverage": score.coverage, "tally": score.tally or None}
    return {scale for scale, value in said.items() if value is not None}
