"""A teacher scores one indicator for a whole class group in one line: '6A 10.3 v'."""

from dataclasses import replace

from bot.domain.school.tracks import Role, Track
from bot.messages import Reply, Sayable, _, _n, lines
from bot.use_cases.scoring.score_class_group import ScoredGroup, score_class_group
from bot.use_cases.scoring.store_scores import Sayings
from handlers.scoring.confirm import undo_button, values_line
from handlers.scoring.sayings import read_sayings
from handlers.talking.meaning.shorthand import TypedLine
from handlers.talking.meaning.target import Group
from handlers.talking.meaning.tokens import Misread
from handlers.talking.phrases import ROLE_WORD, an_indicator, first_name
from handlers.talking.turn import Replies, Turn


def taught_in(group: Group) -> list[Track]:
    """List the tracks of a class group on which this person scores as the teacher."""
    return [track for track in group.tracks if track.scoring_role is Role.TEACHER]


def score_group(turn: Turn, line: TypedLine, group: Group) -> Replies:
    """Record one indicator for every student of a class group whom this teacher teaches."""
    tracks = taught_in(group)
    if not tracks:
        return [Reply(_("Only a teacher scores a whole class group."))]
    example = f"{group.name} {an_indicator(turn.programme(tracks[0]))} v"
    if len(line.parts) != 1 or line.parts[0].indicator is None or not line.parts[0].body:
        return [
            Reply(
                _(
                    "For a class group, one indicator at a time, such as: {example}. "
                    "Nothing was stored.",
                    example=example,
                )
            )
        ]
    if len({track.programme_id for track in tracks}) > 1:
        return [Reply(_("This class group follows several programmes; score per student instead."))]
    programme = turn.programme(tracks[0])
    part = line.parts[0]
    competence = programme.competence(part.competence)
    if competence is None:
        raise Misread(
            _("There is no competence {number} in this programme.", number=part.competence),
            part.token,
        )
    return [score_for_group(turn, group, read_sayings(part, competence, turn.at))]


def score_for_group(turn: Turn, group: Group, said: Sayings, *, edit: bool = False) -> Reply:
    """Record one saying for every student of the group; where it contradicts, it is left out."""
    tracks = taught_in(group)
    occasion = turn.occasion(f"{group.name} · {said.competence.number}")
    scored = score_class_group(turn.uow, [turn.seat(track) for track in tracks], said, occasion)
    reply = Reply(_told(turn, group, said, scored), edit=edit)
    if scored.entry is None:
        return reply
    turn.recorded.append(scored.entry.id)
    return replace(reply, buttons=((undo_button(scored.entry),),))


def _told(turn: Turn, group: Group, said: Sayings, scored: ScoredGroup) -> Sayable:
    skipped = [first_name(track) for track in taught_in(group) if track.id in scored.skipped]
    return lines(
        f"{group.name} · {said.competence.number} {said.competence.title}",
        _n("Stored for {count} student", "Stored for {count} students", len(scored.stored)),
        values_line(said.competence, said.scores),
        _(
            "Not stored for {names}: it would contradict what stands there.",
            names=", ".join(skipped),
        )
        if skipped
        else None,
        _("As {role}: {author}", role=ROLE_WORD[Role.TEACHER], author=turn.person.name),
    )
