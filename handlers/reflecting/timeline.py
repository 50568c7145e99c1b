"""A student's answers so far, the newest first: for the student, and for whoever may read them."""

from collections.abc import Iterable

from bot.domain.school.tracks import Role, Track
from bot.messages import Button, Moment, Reply, Sayable, _, lines, words
from bot.ports.reflecting.answers import Reflection
from handlers.reflecting.shown import describe
from handlers.reflecting.taps import ShowAnswer, ShowEarlier
from handlers.talking.meaning.whom import nobody
from handlers.talking.paging import pages_of
from handlers.talking.phrases import first_name
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

AT_MOST = 5
"""Answers in one message."""

LENGTH = 240
"""Characters of one message of an answer; tapping shows all of it."""

BRIEF = 1_500
"""How long an answer is here at most."""


def show_timeline(
    turn: Turn, track: Track, before: int | None = None, *, edit: bool = False
) -> Replies:
    """List the answers on a track that this person may read, from before one of them."""
    turn.remember(track)
    found = turn.uow.answer_reads.list_of_track(turn.person.id, track.id, AT_MOST + 1, before)
    page = found[:AT_MOST]
    if not page:
        return [Reply(_nothing(track), edit=edit)]
    rows = [(_open(answer),) for answer in page]
    if len(found) > AT_MOST:
        rows.append((button(_("earlier ›"), ShowEarlier(track.id, page[-1].id)),))
    own, unfinished = Role.STUDENT in track.roles, _("(not finished)")
    briefs = (_brief(describe(turn, answer, unfinished, LENGTH, own=own)) for answer in page)
    return [Reply(words(*briefs, by="\n\n"), tuple(rows), edit=edit)]


def _brief(said: Iterable[Sayable]) -> Sayable:
    first, *more = pages_of(list(said), BRIEF)
    return lines(*first, "…" if more else None)


def _nothing(track: Track) -> Sayable:
    if Role.STUDENT in track.roles:
        return _("You have no answers yet. /reflect asks you a question.")
    return _("{student} has shared no answers with you.", student=first_name(track))


def _open(answer: Reflection) -> Button:
    return button(Moment(answer.said_at), ShowAnswer(answer.id))


def tapped_earlier(turn: Turn, tap: ShowEarlier) -> Replies:
    """Go on with earlier answers."""
    track = turn.track(tap.track)
    if track is None:
        return [Reply(nobody(turn))]
    return show_timeline(turn, track, tap.before, edit=True)
