"""A whole competence in one form, sent once: for platforms that can show one."""

from collections.abc import Mapping, Sequence

from bot.domain.school.frameworks import Competence, Indicator
from bot.domain.school.tracks import Track
from bot.domain.scoring.film import Mark, Score
from bot.domain.scoring.scales import Coverage, Mastery, contradicts
from bot.messages import Choice, Field, Form, Reply, _
from bot.showing.words.scores.marks import COVERAGE_WORD
from bot.use_cases.scoring.send_form import send_form
from bot.use_cases.scoring.store_scores import Contradiction, Sayings
from handlers.scoring.confirm import confirm_stored
from handlers.scoring.taps import SendForm
from handlers.talking.meaning.whom import nobody
from handlers.talking.phrases import MASTERY_BUTTON, first_name, of_competence
from handlers.talking.turn import Replies, Turn

NOT_HERE = "-"
"""The choice 'not applicable here' among the masteries."""

_MASTERIES = (
    *(Choice(mastery.value, label) for mastery, label in MASTERY_BUTTON.items()),
    Choice(NOT_HERE, _("n/a here")),
)
_COVERAGES = tuple(Choice(coverage.value, label) for coverage, label in COVERAGE_WORD.items())


def form_of(track: Track, competence: Competence, marks: Mapping[int, Mark]) -> Form:
    """Make the form of a competence, filled with one's own last marks."""
    fields = []
    for indicator in competence.indicators:
        mark = marks.get(indicator.id, Mark())
        mastery = NOT_HERE if mark.not_here else mark.mastery or ""
        coverage = "" if mark.not_here else mark.coverage or ""
        label = f"{indicator.number}. {indicator.text}"
        fields.append(Field(f"m{indicator.id}", label, _MASTERIES, mastery))
        if not mark.tally:  # else the tally says how often
            fields.append(Field(f"c{indicator.id}", _("how often"), _COVERAGES, coverage))
    code = SendForm(track.id, competence.id).written()
    return Form(code, of_competence(track, competence), tuple(fields))


def tapped_form(turn: Turn, tap: SendForm) -> Replies:
    """Record what a sent form says; nothing is stored where one answer contradicts another."""
    track = turn.scored_track(tap.track)
    competence = turn.programme(track).competence_by_id(tap.competence) if track else None
    if track is None or competence is None:
        return [Reply(nobody(turn))]
    scores = _scores(turn, competence)
    if not scores:
        return [Reply(_("Nothing was filled in, and nothing was stored."))]
    wrong = [indicator for indicator, score in scores.items() if _contradicts(score)]
    if wrong:
        return [_refused(competence, wrong)]
    return [_stored(turn, track, Sayings(competence, scores))]


def _stored(turn: Turn, track: Track, said: Sayings) -> Reply:
    occasion = turn.occasion(f"{first_name(track)} · {said.competence.number}")
    programme = turn.programme(track)
    try:
        entry, recorded = send_form(turn.uow, turn.seat(track), programme, said, occasion)
    except Contradiction as clash:
        return _refused(said.competence, (*clash.shown, *clash.never))
    turn.remember(track)
    turn.close()
    turn.recorded.append(entry.id)
    return confirm_stored(turn, track, recorded, entry, edit=True)


def _scores(turn: Turn, competence: Competence) -> dict[int, Score]:
    """Read what was filled in, by indicator."""
    form = turn.said.form or {}
    read = ((indicator.id, _score(turn, form, indicator)) for indicator in competence.indicators)
    return {indicator: score for indicator, score in read if score is not None}


def _score(turn: Turn, form: Mapping[str, str], indicator: Indicator) -> Score | None:
    mastery, coverage = form.get(f"m{indicator.id}", ""), form.get(f"c{indicator.id}", "")
    if mastery == NOT_HERE:
        return Score(turn.at, not_here=True)
    said = Score(
        turn.at,
        mastery=Mastery(mastery) if mastery in set(Mastery) else None,
        coverage=Coverage(coverage) if coverage in set(Coverage) else None,
    )
    return said if said.mastery or said.coverage else None


def _contradicts(score: Score) -> bool:
    return not score.not_here and contradicts(score.mastery, score.coverage)


def _refused(competence: Competence, indicators: Sequence[int]) -> Reply:
    number_of = {indicator.id: indicator.number for indicator in competence.indicators}
    return Reply(
        _(
            "{numbers}: it cannot be shown and never have come up. Nothing was stored.",
            numbers=", ".join(
                f"{competence.number}.{number_of[indicator]}" for indicator in indicators
            ),
        )
    )
