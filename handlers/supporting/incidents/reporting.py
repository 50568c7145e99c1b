"""Reporting an incident at work: words, then one tap sends them."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from bot.domain.folding import fold
from bot.domain.school.tracks import Role, Track
from bot.domain.supporting.incidents import INCIDENT_BY, LONGEST_INCIDENT
from bot.messages import Day, Quoted, Reply, Sayable, _, colon, lines, listed
from bot.use_cases.supporting.incidents.tell_incident import (
    ToldIncident,
    has_coach,
    name_hearers,
    tell_incident,
)
from bot.use_cases.talking.whom_to_turn_to import whom_to_turn_to
from handlers.supporting.incidents.asked import IncidentAwaited, IncidentOffered, IncidentReady
from handlers.supporting.incidents.taps import ReportOf, SendIncident
from handlers.talking.meaning.names import first_words_of
from handlers.talking.meaning.whom import LINE_SHOWN, PutAway
from handlers.talking.ordinary.care import names_them
from handlers.talking.phrases import first_name, short
from handlers.talking.routing.doors import BeginIncident
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

NO_LINE = _("I am a program and no emergency line: is somebody in danger, or hurt? Call 112 first.")
NOT_YOU = _(
    "Nothing was sent: on a track that goes on, its student, a mentor or a teacher reports an "
    "incident here, and the coach reads it."
)
AT_MOST = 8
"""Students offered as buttons; a name behind the command finds the others."""


def show_incident(turn: Turn, said: str) -> Replies:
    """Answer `/incident`, with or without what happened behind it."""
    own = _reportable(turn)
    if not own:
        return [Reply(lines(NO_LINE, _turn_to(turn), NOT_YOU))]
    about = [turn.about] if turn.about in own else []
    meant = _named(own, said) or about or own
    track = meant[0] if len(meant) == 1 else None
    if track is None:
        rows = tuple((button(each.label, ReportOf(each.id)),) for each in meant[:AT_MOST])
        words = said.strip()[:LONGEST_INCIDENT]
        text = lines(NO_LINE, Quoted(words) if words else None, _("About which student is it?"))
        return [
            offer(
                turn, Reply(text, rows), partial(IncidentOffered, words=words, source=turn.said.ref)
            )
        ]
    return _written(turn, track, said) if said.strip() else _ask(turn, track)


def tapped_begin(turn: Turn, _tap: BeginIncident) -> Replies:
    """Begin a report."""
    return show_incident(turn, "")


def tapped_of(turn: Turn, tap: ReportOf) -> Replies:
    """Ask what happened, about the student of a button."""
    track = next((own for own in _reportable(turn) if own.id == tap.track), None)
    if track is None:
        return show_incident(turn, "")
    offered = turn.asked(IncidentOffered)
    if offered is None or not offered.words:
        return _ask(turn, track)
    turn.waits_no_more = True
    return _written(turn, track, offered.words, offered.source)


def typed_incident(turn: Turn, question: IncidentAwaited, text: str) -> Replies:
    """Show what was typed, to be sent with one tap."""
    track = next((own for own in _reportable(turn) if own.id == question.track), None)
    return _written(turn, track, text) if track else show_incident(turn, "")


def tapped_send(turn: Turn, tap: SendIncident) -> Replies:
    """Send what was written to the coaches, and say to whom it went."""
    ready = turn.asked(IncidentReady)
    if ready is not None and ready.number != tap.number:
        still = stand_ready(turn, ready)
        first = _("Nothing was sent by this tap: those words wait no more. These do:")
        return [Reply(lines(first, still.text), still.buttons)] if still else []
    track = next((own for own in _reportable(turn) if ready and own.id == ready.of_track), None)
    if ready is None or track is None:
        return [Reply(_("Nothing waits to be sent: /incident begins a report."))]
    told = tell_incident(turn.uow, turn.person, track, ready.words, turn.at)
    turn.waits_no_more = True
    turn.close()
    return [Reply(lines(*_say_told(turn, told), NO_LINE), edit=True)]


def _say_told(turn: Turn, told: ToldIncident) -> Iterator[Sayable]:
    """Say to whom it went and who finds it later; where nobody reads it now, whom to turn to."""
    if told.reached:
        names = listed(told.reached)
        yield _("Sent at once to {names}. I tell you when it was seen.", names=names)
    if told.waits:
        names = listed(told.waits)
        yield _("It waits here until {names} looks. I tell you when it was seen.", names=names)
    if told.unreached:
        yield _("Nothing here reaches {names}.", names=listed(told.unreached))
    for name, until in told.away.items():
        yield _("{name} is away up to and including {day}.", name=name, day=Day(until))
    if not told.is_read_now:
        yield _("Nobody reads this now. Do not wait for an answer here.")
        yield _turn_to(turn)


def may_report(turn: Turn) -> bool:
    """Say whether somebody may report an incident here, about anybody."""
    return bool(_reportable(turn))


def _reportable(turn: Turn) -> list[Track]:
    return [own for own in turn.tracks if own.roles & INCIDENT_BY and own.ended_at is None]


def _named(own: list[Track], said: str) -> list[Track]:
    """List the students whom what happened names, by a first name or more."""
    typed = set(re.findall(r"[^\W_]+", fold(said)))
    return [each for each in own if first_words_of(each.student) & typed]


def _ask(turn: Turn, track: Track) -> Replies:
    text = lines(NO_LINE, _who_reads(turn, track))
    return await_words(turn, IncidentAwaited(track=track.id), text)


def _who_reads(turn: Turn, track: Track) -> Sayable:
    if not has_coach(turn.uow, track):
        return _(
            "What happened at work with {student}? Type it. There is no coach now, so who runs "
            "Kompaan for your school reads your words and name.",
            student=first_name(track),
        )
    if Role.STUDENT in track.roles:
        return _(
            "What happened at work? Type it; your coach reads your words and name, and nobody else "
            "does."
        )
    return _(
        "What happened at work with {student}? Type it; the coach reads your words and name. "
        "{student} reads them only in the file with everything that is kept (/mydata).",
        student=first_name(track),
    )


def _written(turn: Turn, track: Track, said: str, source: str = "") -> Replies:
    text = said.strip()
    if len(text) > LONGEST_INCIDENT:
        long = _("Nothing was sent: {most} letters at most, and this has {count}. Say it shorter.",
                 most=LONGEST_INCIDENT, count=len(text))  # fmt: skip
        return await_words(turn, IncidentAwaited(track=track.id), long)
    turn.tell_of(track.student_id, source)
    ready = IncidentReady(of_track=track.id, words=text, number=turn.dialogue.serial + 1)
    turn.ask(ready)
    return [_ready(turn, track, ready)]


def stand_ready(turn: Turn, ready: IncidentReady) -> Reply | None:
    """Ask again whether what was written is sent; None where that cannot be any more."""
    track = next((own for own in _reportable(turn) if own.id == ready.of_track), None)
    return _ready(turn, track, ready) if track else None


def say_unsent_incident(_turn: Turn, ready: IncidentReady | IncidentOffered) -> Reply | None:
    """Say that what was written went to nobody."""
    if not ready.words:
        return None
    words = short(ready.words, LINE_SHOWN)
    return Reply(_("“{words}” was not sent: it still waited for an answer.", words=words))


def _ready(turn: Turn, track: Track, ready: IncidentReady) -> Reply:
    names = name_hearers(turn.uow, turn.person, track)
    about = None if Role.STUDENT in track.roles else colon(track.label)
    ask = (
        _("Not sent yet. Send it now to {names}, with your name?", names=listed(names))
        if names and has_coach(turn.uow, track)
        else _("Not sent yet. Send it now to who runs Kompaan for your school, with your name?")
    )
    asked = lines(about, Quoted(ready.words), _warning(turn, ready.words, names), ask)
    send = button(_("send it now"), SendIncident(ready.number))
    leave = button(_("no"), PutAway(turn.dialogue.serial))
    return Reply(asked, ((send,), (leave,)))


def _warning(turn: Turn, said: str, hearers: Sequence[str]) -> Sayable | None:
    """Warn who writes of somebody who would read it, and name others; None where that is nobody."""
    meant = [name for name in hearers if names_them(said, name, {Role.COACH})]
    if not meant:
        return None
    found = whom_to_turn_to(turn.uow, turn.person, turn.tracks, turn.at)
    others = [name for name in found.coaches if name not in meant and name not in found.away]
    if others:
        return _(
            "Your words name {names}, who would read this. You can talk with {others} instead, or "
            "with somebody you trust.",
            names=listed(meant),
            others=listed(others),
        )
    return _(
        "Your words name {names}, who would read this. You can talk with somebody else at school "
        "whom you trust instead.",
        names=listed(meant),
    )


def _turn_to(turn: Turn) -> Sayable:
    """Say whom to turn to: the school's own text, or the coaches by name."""
    found = whom_to_turn_to(turn.uow, turn.person, turn.tracks, turn.at)
    names = listed(name for name in found.coaches if name not in found.away)
    if found.own:
        return found.own
    if names:
        return _("Talk today with {names} at school, or with somebody you trust.", names=names)
    return _("Talk today with somebody at school whom you trust.")
