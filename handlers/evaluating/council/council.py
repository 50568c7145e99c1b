"""The class council in the chat: which page is asked, of a student or of a class."""

from collections.abc import Sequence

from bot.domain.school.tracks import Track
from bot.domain.school.visibility import SEES_COUNCIL_PAGE
from bot.messages import Button, Reply, Sayable, _, lines
from bot.ports.periods.photos import Photo
from bot.use_cases.evaluating.council.see_class_page import (
    ClassPage,
    photos_of_class,
    see_class_page,
)
from bot.use_cases.evaluating.council.see_council_page import CouncilPage, see_council_page
from bot.use_cases.reporting.see_photo import choose_photo, photo_among, photos_of
from handlers.evaluating.council.class_page import describe_class_page
from handlers.evaluating.council.phrases import bring
from handlers.evaluating.council.student_page import describe_council_page
from handlers.evaluating.council.taps import ShowCouncilClass, ShowCouncilPage
from handlers.evaluating.council.told import tell_class, tell_page
from handlers.talking.meaning.seeking import part_period
from handlers.talking.meaning.target import Group, Target, groups_of, part_of_group, parts_of
from handlers.talking.meaning.whom import Sought, Unclear, nobody
from handlers.talking.paging import in_pages
from handlers.talking.phrases import first_name
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

PHOTOS = 4
"""Other photos that are offered as buttons."""

STUDENTS = 24
"""Students of a class that are offered as buttons; the others are named after the command."""

ABREAST = 3
"""Students beside each other in a row of buttons."""

NOT_YOURS = _("The pages for the class council are for teachers and coaches.")


def seek_council(turn: Turn, words: str) -> Sought[Target, str]:
    """Read of whom, and perhaps of which period, `/council` asks a page.

    Raises Unclear where this person opens none.
    """
    groups = groups_of(turn, turn.council_tracks)
    if not groups:
        raise Unclear(Reply(NOT_YOURS))
    own = [track for track in turn.council_tracks if track.roles & SEES_COUNCIL_PAGE]
    among: tuple[Target, ...] = (*own, *groups)
    name, period = part_period(turn, words, among)
    if name or turn.about_id in {track.id for track in own}:
        return Sought(name, among, period)
    return Sought("", groups, period)


def show_council(turn: Turn, target: Target, period: str) -> Replies:
    """Answer `/council` about a student or a class: at the photo that is named, or the newest."""
    if isinstance(target, Group):
        return [_class_at(turn, part, period, None) for part in parts_of(target)]
    return [_page_at(turn, target, period, None)]


def tapped_council_page(turn: Turn, tap: ShowCouncilPage) -> Replies:
    """Bring the page of the student and photo of a button."""
    track = turn.council_track(tap.track)
    if track is None:
        return [Reply(nobody(turn))]
    return [_page_at(turn, track, "", tap.photo, hand_round=tap.readers == "all")]


def tapped_council_class(turn: Turn, tap: ShowCouncilClass) -> Replies:
    """Bring the page of the class and photo of a button."""
    part = part_of_group(turn, tap.track, turn.council_tracks)
    return [Reply(nobody(turn)) if part is None else _class_at(turn, part, "", tap.photo)]


def _choose(taken: Sequence[Photo], period: str, photo_id: int | None) -> Photo | None:
    """Choose the photo of a button, or of the period that was named."""
    return photo_among(taken, photo_id) if photo_id else choose_photo(taken, period)


def _page_at(
    turn: Turn, track: Track, period: str, photo_id: int | None, *, hand_round: bool = False
) -> Reply:
    """Bring a student's page at a photo, with what else can be asked for."""
    if not track.roles & SEES_COUNCIL_PAGE:
        return Reply(NOT_YOURS)
    turn.remember(track)
    taken = photos_of(turn.uow, track)
    photo = _choose(taken, period, photo_id)
    if photo is not None:
        page = _see(turn, track, photo, hand_round=hand_round)
        if page is not None:
            document = describe_council_page(page, turn.at, turn.person.name)
            buttons = _beside_page(track, page, taken)
            return bring(lines(*tell_page(page)), document, buttons)
    return Reply(_none_yet(first_name(track), period))


def _see(turn: Turn, track: Track, photo: Photo, *, hand_round: bool) -> CouncilPage | None:
    who, at = turn.person.id, turn.at
    return see_council_page(turn.uow, who, track, photo, at, hand_round=hand_round)


def _none_yet(who: Sayable, period: str) -> Sayable:
    if period:
        return _("There is no photo of {student} of {period}.", student=who, period=period)
    return _("A page for the class council is of a photo, and there is none of {who} yet.", who=who)


def _beside_page(
    track: Track, page: CouncilPage, taken: Sequence[Photo]
) -> tuple[tuple[Button, ...], ...]:
    shown = page.seen.photo
    whole = button(_("the whole class"), ShowCouncilClass(track.id, shown.id))
    other = (
        button(_("with all that I may read"), ShowCouncilPage(track.id, shown.id, "me"))
        if page.hand_round
        else button(_("to hand round"), ShowCouncilPage(track.id, shown.id, "all"))
    )
    others = [photo for photo in taken if photo.id != shown.id][-PHOTOS:]
    return (
        (whole,) if track.looks_back else (other, whole),
        *((button(own.name, ShowCouncilPage(track.id, own.id, "me")),) for own in others),
    )


def _class_at(turn: Turn, group: Group, period: str, photo_id: int | None) -> Reply:
    """Bring the page of a class at a photo, with its students as buttons."""
    taken = photos_of_class(turn.uow, group.tracks)
    photo = _choose(taken, period, photo_id)
    page = see_class_page(turn.uow, turn.person.id, group.tracks, photo, turn.at) if photo else None
    if page is None:
        return Reply(_none_yet(group.name, period))
    document = describe_class_page(page, group.name, turn.at, turn.person.name)
    return bring(lines(*tell_class(page, group.name)), document, _beside_class(page, taken))


def _beside_class(page: ClassPage, taken: Sequence[Photo]) -> tuple[tuple[Button, ...], ...]:
    tracks = [line.seen.report.track for line in page.lines]
    students = [
        button(first_name(track), ShowCouncilPage(track.id, page.photo.id, "me"))
        for track in tracks[:STUDENTS]
    ]
    others = [photo for photo in taken if photo.id != page.photo.id][-PHOTOS:]
    return (
        *in_pages(students, ABREAST),
        *((button(own.name, ShowCouncilClass(tracks[0].id, own.id)),) for own in others),
    )
