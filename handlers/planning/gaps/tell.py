"""Four weeks before a photo or the end: what is planned nowhere and came up nowhere."""

from collections.abc import Iterator, Sequence

from bot.domain.planning.gaps import Gap
from bot.domain.school.tracks import Role, Track
from bot.messages import Button, Day, Quoted, Sayable, _, _n, colon, lines, words
from bot.ports.telling.errands import Errand
from bot.use_cases.planning.gaps.see_gaps import see_gaps
from handlers.planning.contexts.taps import ShowContexts
from handlers.talking.phrases import first_name, more_students, name_few, short
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn

STUDENTS = 3
"""Students named in the message."""

NAMED = 3
"""Competences named of one student."""

LETTERS = 28


def tell_gaps(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say the gaps of each student whose time has come, with what could be done."""
    found = {track: gaps for errand in errands for track, gaps in _gaps(turn, errand)}
    if not found:
        return None
    deadline = Day(min(errand.expires_at for errand in errands))
    head = _(
        "Until {day} there is still time: planned nowhere, and come up nowhere yet:", day=deadline
    )
    named = [_say(track, gaps) for track, gaps in [*found.items()][:STUDENTS]]
    more = more_students(len(found) - STUDENTS) if len(found) > STUDENTS else None
    buttons = tuple(_ways(found))
    brief = _n(
        "{count} student lacks something that is planned nowhere.",
        "{count} students lack something that is planned nowhere.",
        len(found),
    )
    text = lines(head, *named, more, _what_to_do(found))
    return MessagePart(text, buttons, brief=brief)


def _gaps(turn: Turn, errand: Errand) -> Iterator[tuple[Track, tuple[Gap, ...]]]:
    track = turn.track(errand.about_id)
    if track is None or track.ended_at is not None:
        return
    gaps = see_gaps(turn.uow, turn.person.id, track, turn.programme(track), turn.at)
    if gaps:
        yield track, gaps


def _say(track: Track, gaps: Sequence[Gap]) -> Sayable:
    own = Role.STUDENT in track.roles
    named = name_few([_name(gap) for gap in gaps], NAMED)
    return named if own else words(colon(first_name(track)), named)


def _name(gap: Gap) -> Sayable:
    said = words(gap.competence.number, Quoted(short(gap.competence.title, LETTERS)))
    if not gap.contexts:
        return said
    would = " / ".join(f"{own.number} {short(own.title, LETTERS)}" for own in gap.contexts[:2])
    return _("{competence} (work that brings it: {contexts})", competence=said, contexts=would)


def _what_to_do(found: dict[Track, tuple[Gap, ...]]) -> Sayable:
    if any(Role.STUDENT in track.roles for track in found):
        return _("Talk about it at work or at school: where could you do this?")
    return _("It can be planned at work or on campus, or work can come up that brings it.")


def _ways(found: dict[Track, tuple[Gap, ...]]) -> Iterator[tuple[Button, ...]]:
    """Offer the work that would bring it, where there is such."""
    for track, gaps in [*found.items()][:STUDENTS]:
        if any(gap.contexts for gap in gaps):
            label = _("the work of {student}", student=first_name(track))
            yield (button(label, ShowContexts(track.id)),)
