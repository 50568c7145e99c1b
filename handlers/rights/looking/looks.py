"""Who opened what is kept of a student, by day: for the student, and for the coach."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.domain.rights.looking import Opened
from bot.domain.school.tracks import Role, Track
from bot.messages import Day, Reply, Sayable, _, colon, lines, listed, words
from bot.showing.words.opened import OPENED_WORD, OPERATOR
from bot.use_cases.rights.looking.list_lookers import SEES_LOOKS, see_lookers
from handlers.rights.looking.taps import ShowLooks
from handlers.talking.meaning.whom import Unclear, nobody
from handlers.talking.paging import pages_of, turning
from handlers.talking.phrases import first_name
from handlers.talking.rights.held import day_said
from handlers.talking.turn import Replies, Turn

PAGE = 1_500
"""How long a page is, in UTF-16 units: a phone's height or two."""


def list_looked_at(turn: Turn) -> Sequence[Track]:
    """List the tracks of which this person sees who looked. Raises Unclear where there is none."""
    own = [track for track in turn.tracks if track.roles & SEES_LOOKS]
    if not own:
        text = _("Who looked is for students, and for the coaches of students.")
        raise Unclear(Reply(text))
    return own


def show_looks(turn: Turn, track: Track) -> Replies:
    """Answer `/looks`: who opened what of a student, the newest day first."""
    turn.remember(track)
    return [_shown(turn, track, 0)]


def tapped_looks(turn: Turn, tap: ShowLooks) -> Replies:
    """Turn to another page of it."""
    track = turn.track(tap.track)
    if track is None or not track.roles & SEES_LOOKS:
        return [Reply(nobody(turn))]
    return [_shown(turn, track, tap.page, edit=True)]


def _shown(turn: Turn, track: Track, page: int, *, edit: bool = False) -> Reply:
    found = see_lookers(turn.uow, track)
    own = Role.STUDENT in track.roles
    if not found:
        return Reply(_nobody_yet(track, own=own), edit=edit)
    days = [*_days(found, turn.person.time_zone)]
    pages = pages_of(days, PAGE)
    page = min(page, len(pages) - 1)
    ways = turning(pages, page, lambda other: ShowLooks(track.id, other))
    said = lines(_head(track, own=own), *pages[page], _what_counts() if page == 0 else None)
    return Reply(said, (ways,) if ways else (), edit=edit)


def _head(track: Track, *, own: bool) -> Sayable:
    if own:
        return _("Who opened what is kept of you, the newest day first:")
    return _(
        "Who opened what is kept of {student}, the newest day first:", student=first_name(track)
    )


def _nobody_yet(track: Track, *, own: bool) -> Sayable:
    if own:
        return _("Nobody has opened what is kept of you yet.")
    return _("Nobody has opened what is kept of {student} yet.", student=first_name(track))


def _what_counts() -> Sayable:
    return _("What I send by myself, without being asked, is not counted here.")


def _days(found: Sequence[Opened], zone: str) -> Iterator[Sayable]:
    """Say day by day who opened what, each person on a line."""
    for on, day in groupby(found, key=lambda opened: opened.on):
        yield lines(
            colon(Day(day_said(on, zone))),
            *(words("  ", _line(opened), by="") for opened in day),
        )


def _line(opened: Opened) -> Sayable:
    what = listed(OPENED_WORD[kind] for kind in opened.kinds)
    return words(opened.looker or OPERATOR, what, by=" – ")
