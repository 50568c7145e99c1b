"""What is waiting for me: open indicators per student, each with a button that starts it, and more.

What else waits is for each topic to say (`waits`).
"""

from bot.domain.school.tracks import Track
from bot.messages import Day, Reply, Sayable, _, _n, colon, lines, words
from bot.use_cases.scoring.seeing.list_open import OpenTrack, list_open
from handlers.scoring.tapping.asked import ScoreMenu
from handlers.scoring.taps import ChooseStudent
from handlers.talking.meaning.whom import nobody
from handlers.talking.phrases import ALL_OPEN, first_name, full_name, has_more, say_few
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

AT_MOST = 8
STUDENTS = 40
"""Students who are looked at for one answer: a class group and more; others by their names."""

_NOTHING = _("Nothing is waiting for you. Well done.")
_FOR_COACHES = _(
    "You score nothing. What has a date, and what is late: /desk. Where views differ: /alerts"
)


def show_open(turn: Turn, _words: str) -> Replies:
    """Answer `/open`."""
    waiting, besides = _waiting(turn), turn.table.list_waiting(turn)
    said, more = [part.text for part in besides], [row for part in besides for row in part.buttons]
    if not waiting:
        nothing = _NOTHING if turn.scored_tracks else _none_to_score(turn)
        told = said if said and not turn.coached_tracks else [*said, nothing]
        return [Reply(lines(*told, _others(turn), *say_away(turn)), tuple(more))]
    serial = turn.ask(ScoreMenu())
    rows = tuple(
        (
            button(
                _("start: {student}", student=first_name(found.track)),
                ChooseStudent(serial, found.track.id),
            ),
        )
        for found in waiting[:AT_MOST]
    )
    text = lines(*map(_line, waiting), _others(turn), *say_away(turn), *said)
    return [Reply(text, (*rows, *more))]


def _none_to_score(turn: Turn) -> Sayable:
    return _FOR_COACHES if turn.coached_tracks else nobody(turn)


def few_lines(turn: Turn) -> list[Sayable]:
    """Say with what this person may begin, a line per student."""
    waiting, besides = _waiting(turn), [part.text for part in turn.table.list_waiting(turn)]
    if not waiting:
        return besides or [_NOTHING]
    few: list[Sayable] = [words(colon(full_name(found.track)), say_few(found)) for found in waiting]
    if (others := _others(turn)) is not None:
        few.append(others)
    few += say_away(turn)
    few += besides
    return [*few, ALL_OPEN] if any(map(has_more, waiting)) else few


def say_away(turn: Turn) -> list[Sayable]:
    """Say which students are away and until when: of them nothing waits."""
    return [
        _("{student} is away up to and including {day}.", student=full_name(track), day=Day(until))
        for track in turn.scored_tracks[:STUDENTS]
        if (until := turn.away.get(track.student_id)) is not None
    ]


def _waiting(turn: Turn) -> list[OpenTrack]:
    found = [_open_of(turn, track) for track in turn.here(turn.scored_tracks)[:STUDENTS]]
    return [on_track for on_track in found if on_track.count]


def _others(turn: Turn) -> Sayable | None:
    """Say of how many students nothing was looked at, and how to ask for one of them."""
    count = len(turn.scored_tracks) - STUDENTS
    if count <= 0:
        return None
    return _n(
        "{count} more student: /score and the name.",
        "{count} more students: /score and a name.",
        count,
    )


def _open_of(turn: Turn, track: Track) -> OpenTrack:
    return list_open(
        turn.uow, turn.seat(track), track, turn.programme(track), turn.at, turn.since(track)
    )


def _line(waiting: OpenTrack) -> Sayable:
    first = waiting.competences[0].competence
    return _n(
        "{student}: {count} indicator is open, first {competence}",
        "{student}: {count} indicators are open, first {competence}",
        waiting.count,
        student=full_name(waiting.track),
        competence=f"{first.number} {first.title}",
    )
