"""A teacher scores a class group in one line: '6A 10.3 v' at once, '6A 10 all v' after a tap."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.domain.school.tracks import Role, Track
from bot.messages import Listed, Reply, Sayable, _, _n, lines, listed
from bot.use_cases.scoring.foresee_class_group import foresee_class_group
from bot.use_cases.scoring.score_class_group import ScoredGroup, score_class_group
from bot.use_cases.scoring.seeing.see_colleague import see_colleague
from bot.use_cases.scoring.store_scores import Sayings
from handlers.scoring.confirm import notes_line, undo_button, values_line
from handlers.scoring.sayings import read_sayings, too_much
from handlers.scoring.taps import ScoreLineForGroup
from handlers.talking.meaning.shorthand import TypedLine
from handlers.talking.meaning.target import Group
from handlers.talking.meaning.tokens import Misread
from handlers.talking.meaning.whom import LineWaiting, PutAway
from handlers.talking.phrases import ROLE_WORD, an_indicator, first_name
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.worded import Worded


def taught_in(group: Group) -> list[Track]:
    """List the tracks of a class group on which this person scores as the teacher."""
    return [track for track in group.tracks if track.scoring_role is Role.TEACHER]


def score_group(turn: Turn, line: TypedLine, group: Group, *, shown_first: bool = False) -> Replies:
    """Record a line for every student of a class group whom this teacher teaches.

    One indicator is stored at once; of more, or where all were meant without a name, it is
    `shown_first` who would be changed. A line without
    a name is from then on about nobody. Raises Misread.
    """
    turn.forget()
    tracks = taught_in(group)
    if not tracks:
        return [Reply(_("Only a teacher scores a whole class group."))]
    if len({track.programme_id for track in tracks}) > 1:
        return [Reply(_("This class group follows several programmes; score per student instead."))]
    if not any(part.body for part in line.parts):
        return [Reply(_no_marks(turn, group, tracks[0]))]
    sayings = read_group_line(turn, line, group)
    if (reason := too_much(sayings, len(tracks))) is not None:
        raise Misread(reason)
    if not shown_first and len(sayings) == 1 and len(sayings[0].scores) == 1:
        return [score_for_group(turn, group, sayings)]
    text = f"{group.name} {line.text}" if shown_first else line.text
    waiting = LineWaiting(line=text, track=tracks[0].id, asks="group", source=turn.said.ref)
    return [ask_for_group(turn, group, sayings, waiting)]


def read_group_line(turn: Turn, line: TypedLine, group: Group) -> list[Sayings]:
    """Read what a line says of every student of a class group. Raises Misread."""
    return read_sayings(line, turn.programme(taught_in(group)[0]), turn.at)


def _no_marks(turn: Turn, group: Group, track: Track) -> Sayable:
    example = f"{group.name} {an_indicator(turn.programme(track))} v"
    return lines(
        _("Whom I should score is clear, but not what. Nothing was stored."),
        _("For the whole class group, such as: {example}", example=example),
    )


def ask_for_group(
    turn: Turn, group: Group, sayings: Sequence[Sayings], waiting: LineWaiting
) -> Reply:
    """Show for whom something would be stored and what would change, and wait for a tap."""
    tracks = taught_in(group)
    foreseen = foresee_class_group(turn.uow, [turn.seat(track) for track in tracks], sayings)
    stored = [track for track in tracks if track.id not in foreseen.skipped]
    serial = turn.ask(waiting)
    text = lines(
        *say_of(group.name, sayings),
        _n(
            "For {count} student: {names}",
            "For {count} students: {names}",
            len(stored),
            names=_names(stored),
        )
        if stored
        else None,
        say_changing(stored, foreseen.changed),
        _skipping(tracks, foreseen.skipped),
        _("Nothing was stored yet."),
    )
    cancel = button(_("✕ cancel"), PutAway(serial))
    if not stored:
        return Reply(text, ((cancel,),))
    store = button(_("store for {group}", group=group.name), ScoreLineForGroup(serial))
    return Reply(text, ((store,), (cancel,)))


def score_for_group(
    turn: Turn, group: Group, sayings: Sequence[Sayings], *, edit: bool = False
) -> Reply:
    """Record sayings for every student of the group; where they contradict, they are left out."""
    tracks = taught_in(group)
    if (reason := too_much(sayings, len(tracks))) is not None:
        return Reply(lines(reason, _("Nothing was stored.")), edit=edit)
    numbers = ", ".join(str(said.competence.number) for said in sayings)
    occasion = turn.occasion(f"{group.name} · {numbers}")
    scored = score_class_group(turn.uow, [turn.seat(track) for track in tracks], sayings, occasion)
    turn.forget()
    reply = Reply(_told(turn, group, sayings, scored), edit=edit)
    if scored.entry is None:
        return reply
    turn.recorded.append(scored.entry.id)
    return replace(reply, buttons=((undo_button(scored.entry),),))


def _told(turn: Turn, group: Group, sayings: Sequence[Sayings], scored: ScoredGroup) -> Sayable:
    return lines(
        *say_of(group.name, sayings),
        _n("Stored for {count} student", "Stored for {count} students", len(scored.stored))
        if scored.stored
        else _("Nothing was stored."),
        _skipping(taught_in(group), scored.skipped),
        _overtaking(turn, group, scored),
        _("As {role}: {author}", role=ROLE_WORD[Role.TEACHER], author=turn.person.name),
    )


def _overtaking(turn: Turn, group: Group, scored: ScoredGroup) -> Sayable | None:
    """Say of whom a colleague said otherwise, which counts no more."""
    entry = scored.entry
    if entry is None:
        return None
    found = [
        track
        for track in taught_in(group)
        if track.shared
        and track.id in scored.stored
        and see_colleague(turn.uow, turn.seat(track), entry, scored.counting[track.id])
    ]
    if not found:
        return None
    return _("Of {names} a colleague said otherwise; yours counts now.", names=_names(found))


def say_of(name: str, sayings: Sequence[Sayings]) -> list[Sayable | None]:
    """Say what is said of a class group or a student: competence, values and notes."""
    said: list[Sayable | None] = []
    worded = Worded()
    for of_it in sayings:
        said.append(f"{name} · {of_it.competence.number} {of_it.competence.title}")
        said.append(values_line(of_it.competence, of_it.scores, worded))
        said.append(notes_line(of_it.competence, of_it.notes))
    return said


def say_changing(tracks: Sequence[Track], changed: dict[int, int]) -> Sayable | None:
    """Say for whom what stands would change, and how many marks of it; None for nobody."""
    names = listed(
        f"{first_name(track)} ({changed[track.id]})" for track in tracks if track.id in changed
    )
    return _("What stands there now would change for: {names}", names=names) if names else None


def _skipping(tracks: Sequence[Track], skipped: Collection[int]) -> Sayable | None:
    names = _names([track for track in tracks if track.id in skipped])
    if not names:
        return None
    return _("Not stored for {names}: it would contradict what stands there.", names=names)


def _names(tracks: Sequence[Track]) -> Listed:
    return listed(map(first_name, tracks))
