"""What is waiting for me: open indicators per student, with a button that starts exactly that."""

from bot.domain.tracks import Track
from bot.messages import Button, Reply, Sayable, _, _n, lines
from bot.use_cases.list_open import OpenTrack, list_open
from handlers.phrases import first_name, short
from handlers.turn import Replies, Turn

AT_MOST = 8


def open_(turn: Turn, _words: str) -> Replies:
    """Answer `/open`."""
    found = [_open_of(turn, track) for track in turn.scored_tracks]
    waiting = [one for one in found if one.count]
    if not waiting:
        return [Reply(_("Nothing is waiting for you. Well done."))]
    serial = turn.ask("score", {})
    rows = tuple(
        (
            Button(
                _("start: {student}", student=first_name(one.track)), f"st:{serial}:{one.track.id}"
            ),
        )
        for one in waiting[:AT_MOST]
    )
    return [Reply(lines(*map(_line, waiting)), rows)]


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
