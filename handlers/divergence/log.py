"""The log of a track: what its coaches did about what stood apart, read back by its coaches."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from bot.domain.divergence.interventions import NOTED, InterventionKind
from bot.domain.folding import fold
from bot.domain.school.frameworks import Programme
from bot.domain.school.tracks import Role, Track
from bot.messages import Moment, Quoted, Reply, Sayable, Table, Text, _, _n, lines, words
from bot.ports.divergence import Intervention
from bot.showing.words.intervening.interventions import HELPED_WORD
from bot.use_cases.divergence.record_intervention import see_log
from bot.use_cases.divergence.talks.see_talk import moment_logged
from handlers.divergence.named import KIND_WORD
from handlers.divergence.taps import ExportLog, ShowLog
from handlers.talking.meaning.whom import Sought, Unclear, nobody
from handlers.talking.naming.in_role import in_role
from handlers.talking.paging import pages_of, turning
from handlers.talking.phrases import first_name
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

_EXPORT = frozenset({"export", "exporteer", "exporter", "exportieren"})
"""The word for a file, in every language from everybody."""

INTERVENTION_WORD: Mapping[str, Text] = {
    InterventionKind.SEEN: _("seen"),
    InterventionKind.PUT_OFF: _("put off"),
    InterventionKind.ASKED: _("asked"),
    InterventionKind.ANSWERED: _("answered"),
    InterventionKind.TALK_PLANNED: _("talk planned"),
    InterventionKind.RESOLVED: _("resolved"),
    NOTED: _("intervention"),
}


def seek_log(turn: Turn, words: str) -> Sought[Track, bool]:
    """Read whose log `/log` asks for, and whether as a file: it is the coach's."""
    said = words.split()
    named = [word for word in said if fold(word) not in _EXPORT]
    if not turn.coached_tracks:
        text = _("The log is for coaches: you are the coach of nobody at the moment.")
        raise Unclear(Reply(text))
    return Sought(" ".join(named), turn.coached_tracks, len(named) < len(said))


def show_log(turn: Turn, track: Track, as_file: bool) -> Replies:
    """Answer `/log` about a student; 'export' brings it as a file."""
    turn.remember(track)
    return [(_exported if as_file else _shown)(turn, track)]


def tapped_export(turn: Turn, tap: ExportLog) -> Replies:
    """Bring a log as a file: for a coach of its track only."""
    track = turn.track(tap.track)
    if track is None or track not in turn.coached_tracks:
        return [Reply(nobody(turn))]
    return [_exported(turn, track)]


def tapped_log(turn: Turn, tap: ShowLog) -> Replies:
    """Show another page of a log: for a coach of its track only."""
    track = turn.track(tap.track)
    if track is None or track not in turn.coached_tracks:
        return [Reply(nobody(turn))]
    return [_shown(turn, track, tap.page, edit=True)]


def _shown(turn: Turn, track: Track, page: int = 0, *, edit: bool = False) -> Reply:
    log = see_log(turn.uow, turn.person, track)
    if not log:
        return Reply(_("Nothing was done about {student} yet.", student=first_name(track)))
    programme = turn.programme(track)
    pages = pages_of([_line(turn, programme, entry) for entry in reversed(log)])
    page = min(page, len(pages) - 1)
    ways = turning(pages, page, lambda other: ShowLog(track.id, other))
    head = _("What was done about {student}, the newest first:", student=first_name(track))
    export = (button(_("as a file"), ExportLog(track.id)),)
    return Reply(lines(head, *pages[page]), (*((ways,) if ways else ()), export), edit=edit)


def _exported(turn: Turn, track: Track) -> Reply:
    log = see_log(turn.uow, turn.person, track)
    if not log:
        return _shown(turn, track)
    zone, programme = ZoneInfo(turn.person.time_zone), turn.programme(track)
    table = Table(
        title=_("Log of {student}", student=track.student),
        columns=(
            _("when"),
            _("competence"),
            _("about"),
            _("what"),
            _("in words"),
            _("by whom"),
        ),
        rows=tuple(_row(turn, programme, entry, zone) for entry in log),
        zone=turn.uow.worlds.read_zone(track.id),
    )
    text = _n(
        "The log of {student} as a file: {count} line. It holds what people wrote.",
        "The log of {student} as a file: {count} lines. It holds what people wrote.",
        len(log),
        student=first_name(track),
    )
    return Reply(text, files=(table,))


def _row(
    turn: Turn, programme: Programme, entry: Intervention, zone: ZoneInfo
) -> tuple[Sayable, ...]:
    return (
        entry.at.astimezone(zone).strftime("%Y-%m-%d %H:%M"),
        _competence(programme, entry),
        KIND_WORD[entry.about] if entry.about else "",
        words(_word(entry), _helped(entry), by=", "),
        entry.text,
        _author(turn, entry),
    )


def _author(turn: Turn, entry: Intervention) -> Sayable:
    """Name who did it: as teacher who answered, as coach for the rest, where they have both."""
    if entry.role is not None:
        return in_role(turn, entry.author, entry.track_id, entry.role)
    answered = entry.kind == InterventionKind.ANSWERED
    return in_role(turn, entry.author, entry.track_id, Role.TEACHER if answered else Role.COACH)


def _competence(programme: Programme, entry: Intervention) -> str:
    competence = programme.competence_by_id(entry.competence_id or 0)
    return f"{competence.number} {competence.title}" if competence else ""


def _word(entry: Intervention) -> Sayable:
    """Say what was done; a kind of another version of the program goes by its own name."""
    return INTERVENTION_WORD.get(entry.kind, entry.kind)


def _helped(entry: Intervention) -> Sayable | None:
    return HELPED_WORD[entry.helped] if entry.helped else None


def _line(turn: Turn, programme: Programme, entry: Intervention) -> Sayable:
    said: Sayable = Quoted(entry.text) if entry.text else ""
    if entry.kind == InterventionKind.TALK_PLANNED:  # its text is the moment of the talk
        said = Moment(moment_logged(entry.text, turn.person.time_zone))
    about, what = _competence(programme, entry), words(_word(entry), said, _helped(entry))
    return words(Moment(entry.at), about, what, _author(turn, entry), by=" · ")
