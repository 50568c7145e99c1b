"""The log of a track: what its coaches did about what stood apart, read back by its coaches."""

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from bot.domain.folding import fold
from bot.domain.school.frameworks import Programme
from bot.domain.school.tracks import Track
from bot.messages import Button, Moment, Reply, Sayable, Table, _, _n, lines, words
from bot.ports.divergence import Intervention
from handlers.divergence.tell_digest import KIND_WORD
from handlers.talking.phrases import first_name
from handlers.talking.turn import Replies, Turn
from handlers.talking.whom import Sought, nobody

SHOWN = 20
"""The newest of a log in one message; a file has all of it."""

_EXPORT = frozenset({"export", "exporteer", "exporter", "exportieren"})
"""The word for a file, in every language from everybody."""

DONE = {
    "seen": _("seen"),
    "put off": _("put off"),
    "asked": _("asked"),
    "answered": _("answered"),
    "talk planned": _("talk planned"),
    "resolved": _("resolved"),
}


def seek_log(turn: Turn, words: str) -> Sought[Track, bool] | Replies:
    """Read whose log `/log` asks for, and whether as a file: it is the coach's."""
    said = words.split()
    named = [word for word in said if fold(word) not in _EXPORT]
    if not turn.coached_tracks:
        return [Reply(_("The log is for coaches: you are the coach of nobody at the moment."))]
    return Sought(" ".join(named), turn.coached_tracks, len(named) < len(said))


def log(turn: Turn, track: Track, as_file: bool) -> Replies:
    """Answer `/log` about a student; 'export' brings it as a file."""
    turn.remember(track)
    return [(_exported if as_file else _shown)(turn, track)]


def tapped_export(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Bring a log as a file: for a coach of its track only."""
    track = next((one for one in turn.coached_tracks if one.id == int(arguments[0])), None)
    return [_exported(turn, track) if track else Reply(nobody(turn))]


def _shown(turn: Turn, track: Track) -> Reply:
    done = turn.uow.interventions.list_of_track(track.id)
    export = ((Button(_("as a file"), f"lx:{track.id}"),),) if done else ()
    return Reply(lines(*_log(turn, track, done)), export)


def _exported(turn: Turn, track: Track) -> Reply:
    done = turn.uow.interventions.list_of_track(track.id)
    if not done:
        return _shown(turn, track)
    zone, programme = ZoneInfo(turn.person.time_zone), turn.programme(track)
    table = Table(
        title=_("Log of {student}", student=track.student),
        columns=(_("when"), _("competence"), _("about"), _("what"), _("in words"), _("by whom")),
        rows=tuple(_row(programme, one, zone) for one in done),
    )
    text = _n(
        "The log of {student} as a file: {count} line. It holds what people wrote.",
        "The log of {student} as a file: {count} lines. It holds what people wrote.",
        len(done),
        student=first_name(track),
    )
    return Reply(text, files=(table,))


def _row(programme: Programme, one: Intervention, zone: ZoneInfo) -> tuple[Sayable, ...]:
    return (
        one.at.astimezone(zone).strftime("%Y-%m-%d %H:%M"),
        _number(programme, one),
        KIND_WORD[one.about] if one.about else "",
        DONE.get(one.kind, one.kind),
        one.text,
        one.author,
    )


def _number(programme: Programme, one: Intervention) -> str:
    competence = programme.competence_by_id(one.competence_id or 0)
    return str(competence.number) if competence else ""


def _log(turn: Turn, track: Track, done: Sequence[Intervention]) -> Iterator[Sayable]:
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
    said = f"“{one.text}”" if one.text else ""
    what = words(_number(programme, one), DONE.get(one.kind, one.kind), said)
    return words(Moment(one.at), what, one.author, by=" · ")
