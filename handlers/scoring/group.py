"""A teacher scores one indicator for a whole class group in one line: '6A 10.3 v'."""

from dataclasses import dataclass, replace

from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Role
from bot.domain.scoring.film import Score
from bot.messages import Reply, _, _n, lines
from bot.ports import Entry
from bot.use_cases.scoring.record_scores import Contradiction, Occasion, Sayings, store_scores
from handlers.scoring.confirm import undo_button, values_line
from handlers.scoring.marks import SaidOfCompetence, read_marks
from handlers.talking.phrases import ROLE_WORD, first_name
from handlers.talking.shorthand import Misread, TypedLine
from handlers.talking.target import Group
from handlers.talking.turn import Replies, Turn


@dataclass(frozen=True, slots=True)
class _Stored:
    """For how many students what was stored, and for whom not."""

    students: int
    skipped: list[str]
    scores: dict[int, Score]


def score_group(turn: Turn, line: TypedLine, group: Group) -> Replies:
    """Record one indicator for every student of a class group whom this teacher teaches."""
    tracks = [track for track in group.tracks if track.scoring_role is Role.TEACHER]
    if not tracks:
        return [Reply(_("Only a teacher scores a whole class group."))]
    if len(line.parts) != 1 or line.parts[0].indicator is None or not line.parts[0].body:
        return [
            Reply(
                _(
                    "For a class group, one indicator at a time, such as: {group} 10.3 v. "
                    "Nothing was stored.",
                    group=group.name,
                )
            )
        ]
    programmes = {track.programme_id for track in tracks}
    if len(programmes) > 1:
        return [Reply(_("This class group follows several programmes; score per student instead."))]
    programme = turn.programme(tracks[0])
    part = line.parts[0]
    competence = programme.competence(part.competence)
    if competence is None:
        raise Misread(
            _("There is no competence {number} in this programme.", number=part.competence),
            part.token,
        )
    return [score_for_group(turn, group, competence, read_marks(part, competence))]


def score_for_group(
    turn: Turn, group: Group, competence: Competence, said: SaidOfCompetence, *, edit: bool = False
) -> Reply:
    """Record one saying for every student of the group; where it contradicts, it is left out."""
    tracks = [track for track in group.tracks if track.scoring_role is Role.TEACHER]
    ids = {indicator.number: indicator.id for indicator in competence.indicators}
    scores = {
        ids[number]: Score(turn.at, mastery=mastery, coverage=coverage)
        for number, (mastery, coverage) in said.marks.items()
    }
    notes = {ids[number] if number else None: text for number, text in said.notes.items()}
    sayings = [Sayings(competence, scores, notes)]
    occasion: Occasion | Entry = turn.occasion(f"{group.name} · {competence.number}")
    skipped = []
    for track in tracks:
        try:
            occasion, _marks = store_scores(turn.uow, turn.seat(track), sayings, occasion)
        except Contradiction:
            skipped.append(first_name(track))
    outcome = _Stored(len(tracks) - len(skipped), skipped, scores)
    return replace(_confirm(turn, group, competence, outcome, occasion), edit=edit)


def _confirm(
    turn: Turn,
    group: Group,
    competence: Competence,
    outcome: _Stored,
    entry: Occasion | Entry,
) -> Reply:
    stored, skipped = outcome.students, outcome.skipped
    text = lines(
        f"{group.name} · {competence.number} {competence.title}",
        _n("Stored for {count} student", "Stored for {count} students", stored),
        values_line(competence, outcome.scores),
        _(
            "Not stored for {names}: it would contradict what stands there.",
            names=", ".join(skipped),
        )
        if skipped
        else None,
        _("As {role}: {author}", role=ROLE_WORD[Role.TEACHER], author=turn.person.name),
    )
    if not isinstance(entry, Entry):
        return Reply(text)
    turn.recorded.append(entry.id)
    return Reply(text, ((undo_button(entry),),))
