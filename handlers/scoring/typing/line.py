"""Scoring by a typed line: read it, find who is meant, record it, confirm it."""

from collections.abc import Sequence

from bot.domain.school.frameworks import Programme
from bot.domain.school.tracks import Track
from bot.domain.scoring.film import Score
from bot.domain.scoring.scales import Coverage, Mastery
from bot.messages import Button, Reply, Sayable, _, lines
from bot.use_cases.scoring.record_scores import Contradiction, Sayings, record_scores
from handlers.scoring.confirm import confirmation
from handlers.scoring.group import score_group
from handlers.scoring.list_indicators import list_indicators
from handlers.scoring.marks import competence_of, read_marks
from handlers.scoring.tapping.menu import choose_student, open_competences
from handlers.scoring.tapping.steps import begin_at
from handlers.talking.phrases import first_name, of_competence
from handlers.talking.route import About
from handlers.talking.shorthand import LinePart, Misread, TypedLine, complaint, read_line
from handlers.talking.target import Group, Target, group_in_front, groups_of
from handlers.talking.turn import Replies, Turn
from handlers.talking.whom import LineWaiting, Sought, nobody

Resolve = Sequence[Coverage]
"""How contradictions are settled: S or R goes with what is shown, N takes the mastery away."""


def seek_score(turn: Turn, words: str) -> Sought[Target, TypedLine] | Replies:
    """Read whom `/score` is about; with nothing behind it, ask by buttons."""
    if not words.strip():
        return choose_student(turn) if turn.scored_tracks else [Reply(nobody(turn))]
    return seek_line(turn, words)


def seek_line(turn: Turn, text: str) -> Sought[Target, TypedLine] | Replies:
    """Read whom a line of scores is about: a student, or a class group."""
    if not turn.scored_tracks:
        return [Reply(nobody(turn))]
    group, rest = group_in_front(turn, text)
    try:
        line = read_line(rest)
    except Misread as misread:
        return [Reply(complaint(rest, misread))]
    return Sought(line.name, (*turn.scored_tracks, *groups_of(turn)), line, sure=group)


def score(turn: Turn, target: Target, line: TypedLine) -> Replies:
    """Answer a line of scores; nothing is stored unless all of it is understood."""
    try:
        return _said_of(turn, line, target)
    except Misread as misread:
        return [Reply(complaint(line.text, misread))]


SCORES: About[Target, TypedLine] = About(seek_line, score)


def _said_of(turn: Turn, line: TypedLine, target: Track | Group) -> Replies:
    if isinstance(target, Group):
        return score_group(turn, line, target)
    if target.scoring_role is None:
        return [Reply(nobody(turn))]
    turn.remember(target)
    if not line.parts:
        return open_competences(turn, target)
    programme = turn.programme(target)
    first = line.parts[0]
    if len(line.parts) == 1 and not first.body:
        competence = competence_of(first, programme)
        if first.indicator is None:
            return list_indicators(turn, target, competence)
        return begin_at(turn, target, competence, first)
    return record_line(turn, line, target, programme)


def record_line(
    turn: Turn, line: TypedLine, track: Track, programme: Programme, resolve: Resolve = ()
) -> Replies:
    """Record a line that names its marks, or ask where it contradicts what stands."""
    sayings = [_sayings(turn, part, programme, resolve) for part in line.parts]
    numbers = ", ".join(str(said.competence.number) for said in sayings)
    occasion = turn.occasion(f"{first_name(track)} · {numbers}")
    try:
        entry, recorded = record_scores(turn.uow, turn.seat(track), programme, sayings, occasion)
    except Contradiction as contradiction:
        return _ask_about(turn, line, track, contradiction, resolve)
    turn.close()
    turn.recorded.append(entry.id)
    return [confirmation(turn, track, recorded, entry)]


def _sayings(turn: Turn, part: LinePart, programme: Programme, resolve: Resolve) -> Sayings:
    competence = competence_of(part, programme)
    said = read_marks(part, competence)
    ids = {indicator.number: indicator.id for indicator in competence.indicators}
    scores = {
        ids[number]: _score(turn, mastery, coverage, resolve)
        for number, (mastery, coverage) in said.marks.items()
        if mastery or coverage
    }
    notes = {ids[number] if number else None: text for number, text in said.notes.items()}
    if not scores and not notes:
        raise Misread(_("What do you want to say of this?"), part.token)
    return Sayings(competence, scores, notes)


def _score(
    turn: Turn, mastery: Mastery | None, coverage: Coverage | None, resolve: Resolve
) -> Score:
    if Coverage.NOT_YET in resolve and coverage is Coverage.NOT_YET and mastery is None:
        return Score(turn.at, not_here=True)
    if mastery is not None and mastery.acquired and coverage is None:
        coverage = next((one for one in resolve if one.covered), None)
    return Score(turn.at, mastery=mastery, coverage=coverage)


def _ask_about(
    turn: Turn, line: TypedLine, track: Track, clash: Contradiction, settled: Resolve
) -> Replies:
    settling = [coverage.value for coverage in settled]
    serial = turn.ask(LineWaiting(line=line.text, track=track.id, settled=settling))
    numbers = [
        f"{clash.competence.number}.{indicator.number}"
        for indicator in clash.competence.indicators
        if indicator.id in (clash.shown or clash.never)
    ]
    question, buttons = _settling(bool(clash.shown), serial)
    return [
        Reply(
            lines(
                of_competence(track, clash.competence),
                lines(", ".join(numbers), question),
                _("Nothing was stored yet."),
            ),
            (buttons, (Button(_("✕ cancel"), f"no:{serial}"),)),
        )
    ]


def _settling(shown: bool, serial: int) -> tuple[Sayable, tuple[Button, ...]]:
    if shown:
        return (
            _("You now say it is shown, but it stands as 'never' come up. How often did it?"),
            (
                Button(_("sometimes"), f"cx:{serial}:S"),
                Button(_("regularly"), f"cx:{serial}:R"),
            ),
        )
    return (
        _("You now say it never came up, but it stands as shown. Take that mastery away?"),
        (Button(_("yes, not applicable here"), f"cx:{serial}:N"),),
    )


def tapped_settling(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Record a waiting line with its contradiction settled."""
    waiting = turn.asked(LineWaiting)
    track = turn.track(waiting.track) if waiting else None
    if waiting is None or track is None or track.scoring_role is None:
        return [Reply(nobody(turn))]
    line = read_line(waiting.line)
    before = [Coverage(value) for value in waiting.settled]
    settled = [*before, Coverage(arguments[0])]
    return record_line(turn, line, track, turn.programme(track), settled)
