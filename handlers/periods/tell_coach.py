"""What a coach is told unasked: who has not scored before a photo, and who cannot be reached."""

from collections.abc import Iterator, Sequence

from bot.domain.periods.period import Period
from bot.domain.school.tracks import PERSPECTIVES, Track
from bot.domain.scoring.focus import A_FEW
from bot.messages import MessageKind, Moment, Sayable, _, _n, colon, lines, listed, words
from bot.ports.telling.errands import Errand
from bot.use_cases.scoring.seeing.count_open import count_open
from handlers.periods.tell_periods import list_periods
from handlers.talking.phrases import ROLE_WORD, and_more, first_name, more_students
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn

NAMED = 12
"""People named in one line; of more only the number."""

LINES = 4
"""Lines about students in one message: those of whom the same is open share one."""


def tell_missing(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say whose views are missing before a photo, and who is not there to be asked."""
    said = [part for period in list_periods(turn, errands) for part in _say_missing(turn, period)]
    return MessagePart(lines(*said), kind=MessageKind.REMINDER) if said else None


def _say_missing(turn: Turn, period: Period) -> Iterator[Sayable]:
    begun = (track for track in turn.coached_tracks if not track.held)
    tracks = [track for track in begun if track.programme_id == period.programme_id]
    if period.photo_at is None or not period.is_open(turn.at) or not tracks:
        return
    waiting = [(track, open_) for track in tracks if (open_ := _say_by_role(turn, track, period))]
    when = Moment(period.photo_at)
    if not waiting:
        yield _(
            "Everybody is ready for the photo of {period}: {when}.", period=period.name, when=when
        )
    else:
        yield _("Before the photo of {period} ({when}), still open:", period=period.name, when=when)
    named = _group_alike(waiting)[:LINES]
    for what, names in named:
        yield words(colon(_list(names)), what)
    if more := len(waiting) - sum(len(names) for _what, names in named):
        yield more_students(more)
    yield from _say_away(turn, tracks)


def _group_alike(
    waiting: Sequence[tuple[Track, Sequence[Sayable]]],
) -> list[tuple[Sayable, list[str]]]:
    """Put the students together of whom the same is open."""
    alike: list[tuple[Sayable, list[str]]] = []
    for track, open_ in waiting:
        what = words(*open_, by=", ")
        known = next((names for said, names in alike if said == what), None)
        if known is None:
            alike.append((what, [first_name(track)]))
        else:
            known.append(first_name(track))
    return alike


def _say_by_role(turn: Turn, track: Track, period: Period) -> list[Sayable]:
    programme = turn.programme(track)
    total = sum(len(competence.indicators) for competence in programme.competences)
    counts = {
        role: count_open(turn.uow, turn.person.id, track, role, programme, period.opens_at)
        for role in PERSPECTIVES
    }
    return [
        words(ROLE_WORD[role], _say_left(count, total)) for role, count in counts.items() if count
    ]


def _say_left(count: int, total: int) -> Sayable:
    """Say how far somebody is: a few are counted, of more only whether anything was said."""
    if count == total:
        return _("nothing yet")
    return _n("{count} left", "{count} left", count) if count <= A_FEW else _("in part")


def _say_away(turn: Turn, tracks: Sequence[Track]) -> Iterator[Sayable]:
    """Name who around these tracks never came in, and who cannot be reached any more."""
    if turn.person.sample:
        return  # the sample's people talk on the page
    never, blocked = turn.uow.accounts.list_out_of_reach([track.id for track in tracks])
    if never:
        yield _("Not with me yet: {names}.", names=_list(never))
    if blocked:
        yield _("Out of reach, since they left or blocked me: {names}.", names=_list(blocked))


def _list(names: Sequence[str]) -> Sayable:
    return and_more(", ".join(names[:NAMED]), len(names) - NAMED)


def tell_unreachable(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say who cannot be reached any more, and what helps."""
    names = _names(turn, errands)
    if not names:
        return None
    said = _n(
        "{names} can no longer be reached here: the chat was left or blocked, or not opened for "
        "half a year. A new invitation brings them back.",
        "{names} can no longer be reached here: their chats were left or blocked, or not opened "
        "for half a year. New invitations bring them back.",
        len(names),
        names=listed(names),
    )
    return MessagePart(said)


def tell_unmailed(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say whose e-mail comes back, and what helps."""
    names = _names(turn, errands)
    if not names:
        return None
    said = _n(
        "E-mail to {names} comes back, so nothing calls them to what waits in their chat. They can "
        "give another address in /settings, or the school can in its list.",
        "E-mail to {names} comes back, so nothing calls them to what waits in their chats. They "
        "can give another address in /settings, or the school can in its list.",
        len(names),
        names=listed(names),
    )
    return MessagePart(said)


def tell_reached(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say who is reached again, to whom heard that they were not."""
    names = _names(turn, errands)
    if not names:
        return None
    said = _n(
        "{names} can be reached here again.",
        "{names} can be reached here again.",
        len(names),
        names=listed(names),
    )
    return MessagePart(said)


def _names(turn: Turn, errands: Sequence[Errand]) -> list[str]:
    people = [turn.uow.people.find(errand.about_id) for errand in errands if errand.about_id]
    return [person.name for person in people if person is not None]
