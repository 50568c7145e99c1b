"""What is waiting for me: open indicators per student, with a button that starts exactly that."""

from bot.domain.school.tracks import Track
from bot.messages import Button, Reply, Sayable, _, _n, lines
from bot.use_cases.scoring.list_open import OpenTrack, list_open
from handlers.scoring.tapping.asked import ScoreMenu
from handlers.talking.phrases import first_name, short
from handlers.talking.turn import Replies, Turn

AT_MOST = 8

_NOTHING = _("Nothing is waiting for you. Well done.")


def open_(turn: Turn, _words: str) -> Replies:
    """Answer `/open`."""
    waiting = _waiting(turn)
    if not waiting:
        return [Reply(_NOTHING)]
    serial = turn.ask(ScoreMenu())
    rows = tuple(
        (
            Button(
                _("start: {student}", student=first_name(one.track)), f"st:{serial}:{one.track.id}"
            ),
        )
        for one in waiting[:AT_MOST]
    )
    return [Reply(lines(*map(_line, waiting)), rows)]


def waiting_lines(turn: Turn) -> list[Sayable]:
    """Say what waits for this person, a line per student."""
    return [_line(one) for one in _waiting(turn)] or [_NOTHING]


def _waiting(turn: Turn) -> list[OpenTrack]:
    found = [_open_of(turn, track) for track in turn.scored_tracks]
    return [one for one in found if one.count]


def _open_of(turn: Turn, track: Track) -> OpenTrack:
    return list_open(
        turn.uow, turn.seat(track), track, turn.programme(track), turn.at, turn.since(track)
    )


def _line(one: OpenTrack) -> Sayable:
    first = one.competences[0].competence
    return _n(
        "{student}: {count} indicator is open, first {competence}",
        "{student}: {count} indicators are open, first {competence}",
        one.count,
        student=one.track.student,
        competence=f"{first.number} {short(first.title)}",
    )
