"""A whole competence in one form, sent once: for platforms that can show one."""

from collections.abc import Mapping, Sequence

from bot.domain.school.frameworks import Competence, Indicator
from bot.domain.school.tracks import Track
from bot.domain.scoring.film import Mark, Score
from bot.domain.scoring.scales import Coverage, Mastery, contradicts
from bot.messages import Choice, Field, Form, Reply, _
from bot.showing.mark_words import COVERAGE_WORD
from bot.use_cases.scoring.record_scores import Contradiction, Sayings, record_scores
from handlers.scoring.confirm import confirmation
from handlers.talking.phrases import MASTERY_BUTTON, first_name, of_competence
from handlers.talking.turn import Replies, Turn
from handlers.talking.whom import nobody

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
    for one in competence.indicators:
        mark = marks.get(one.id, Mark())
        mastery = NOT_HERE if mark.not_here else mark.mastery or ""
        coverage = "" if mark.not_here else mark.coverage or ""
        label = f"{one.number}. {one.text}"
        fields.append(Field(f"m{one.id}", label, _MASTERIES, mastery))
        if not mark.tally:  # else the tally says how often
            fields.append(Field(f"c{one.id}", _("come up"), _COVERAGES, coverage))
    return Form(f"sf:{track.id}:{competence.id}", of_competence(track, competence), tuple(fields))


def sent_form(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Record what a sent form says; nothing is stored where one answer contradicts another."""
    track = turn.track(int(arguments[0]))
    if track is None or track.scoring_role is None:
        return [Reply(nobody(turn))]
    programme = turn.programme(track)
    competence = programme.competence_by_id(int(arguments[1]))
    if competence is None:
        return [Reply(nobody(turn))]
    said = {one: _score(turn, turn.said.form or {}, one) for one in competence.indicators}
    scores = {one.id: score for one, score in said.items() if score is not None}
    if not scores:
        return [Reply(_("Nothing was filled in, and nothing was stored."))]
    wrong = [one.number for one, score in said.items() if score and _contradicts(score)]
    if wrong:
        return [_refused(competence, wrong)]
    occasion = turn.occasion(f"{first_name(track)} · {competence.number}")
    sayings = [Sayings(competence, scores)]
    try:
        entry, recorded = record_scores(turn.uow, turn.seat(track), programme, sayings, occasion)
    except Contradiction as clash:
        numbers = {one.id: one.number for one in competence.indicators}
        return [_refused(competence, [numbers[i] for i in (*clash.shown, *clash.never)])]
    turn.remember(track)
    turn.close()
    turn.recorded.append(entry.id)
    turn.uow.sittings.record_done(turn.person.id, track.id, turn.at)
    return [confirmation(turn, track, recorded, entry, edit=True)]


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


def _refused(competence: Competence, numbers: Sequence[int]) -> Reply:
    return Reply(
        _(
            "{numbers}: it cannot be shown and never have come up. Nothing was stored.",
            numbers=", ".join(f"{competence.number}.{number}" for number in numbers),
        )
    )
