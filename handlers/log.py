"""The log of a track: what its coaches did about what stood apart, read back by its coaches."""

from collections.abc import Iterator

from bot.domain.frameworks import Programme
from bot.domain.tracks import Track
from bot.messages import Moment, Reply, Sayable, _, lines, words
from bot.ports.alerts import Intervention
from handlers.alerts import coached
from handlers.phrases import first_name
from handlers.turn import Replies, Turn
from handlers.whom import Group, Target, nobody, whom

SHOWN = 20
"""The newest of a log in one message; `kompaan interventions` exports all of it."""

DONE = {
    "seen": _("seen"),
    "put off": _("put off"),
    "asked": _("asked"),
    "talk planned": _("talk planned"),
    "resolved": _("resolved"),
}


def log(turn: Turn, words_: str, target: Target | None = None) -> Replies:
    """Answer `/log`, with or without a student's name behind it."""
    tracks = coached(turn)
    if not tracks:
        return [Reply(_("The log is for coaches: you are the coach of nobody at the moment."))]
    if target is None:
        found = whom(turn, words_.strip(), f"/log {words_}", tracks)
        if isinstance(found, list):
            return found
        target = found
    if isinstance(target, Group) or target not in tracks:
        return [Reply(nobody(turn))]
    turn.remember(target)
    return [Reply(lines(*_log(turn, target)))]


def _log(turn: Turn, track: Track) -> Iterator[Sayable]:
    done = turn.uow.interventions.of_track(track.id)
    if not done:
        yield _("Nothing was done about {student} yet.", student=first_name(track))
        return
    yield _("What was done about {student}:", student=first_name(track))
    programme = turn.programme(track)
    if len(done) > SHOWN:
        earlier = len(done) - SHOWN
        yield _("({count} earlier)", count=earlier)
    yield from (_line(programme, one) for one in done[-SHOWN:])


def _line(programme: Programme, one: Intervention) -> Sayable:
    competence = programme.competence_by_id(one.competence_id or 0)
    number = str(competence.number) if competence else ""
    said = f"“{one.text}”" if one.text else ""
    what = words(number, DONE.get(one.kind, one.kind), said)
    return words(Moment(one.at), what, one.author, by=" · ")
