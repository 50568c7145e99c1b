"""What periods tell everybody: one begins, is moved or cancelled, its photo comes or was taken."""

from collections import Counter
from collections.abc import Iterator, Sequence

from bot.domain.periods.period import Period
from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.colours import Colour
from bot.messages import Button, MessageKind, Moment, Sayable, _, lines, words
from bot.ports.telling.errands import Errand
from bot.showing.colour_words import COLOUR_LETTER
from bot.use_cases.reporting.see_photo import photo_of_period, see_photo
from bot.use_cases.reporting.see_report import Report, see_report
from handlers.talking.menu import RunCommand
from handlers.talking.phrases import COLOUR_SQUARE, ROLE_WORD, first_name, more_students
from handlers.talking.routing.doors import ShowPhoto
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn

NAMED = 10
"""Students whose colours one message sums up; a report shows the others."""

_REPORT = ((button(_("report"), RunCommand("report")),),)


def list_periods(turn: Turn, errands: Sequence[Errand]) -> list[Period]:
    """Find the periods that errands are about, each once, in the order of their opening."""
    ids = {errand.about_id for errand in errands if errand.about_id is not None}
    found = (turn.uow.periods.find(period_id) for period_id in ids)
    periods = (period for period in found if period is not None)
    return sorted(periods, key=lambda period: (period.opens_at, period.id))


def tell_opened(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say that a period began, until when it lasts and what is asked."""
    periods = [period for period in list_periods(turn, errands) if period.is_open(turn.at)]
    if not periods:
        return None
    asked = (
        _("Until then everybody says how each indicator stands, a little at a time: /open")
        if turn.scored_tracks
        else None
    )
    may_choose = any(track.scoring_role is Role.STUDENT for track in turn.tracks)
    choices = [
        invite_to_choose(period) for period in periods if may_choose and period.is_choosing(turn.at)
    ]
    return MessagePart(lines(*map(_say_opened, periods), asked, *choices))


def invite_to_choose(period: Period) -> Sayable:
    """Say until when students can choose, and how."""
    return _(
        "Until {when} you can choose what {period} evaluates: /choose",
        when=Moment(period.choose_until or period.opens_at),
        period=period.name,
    )


def _say_opened(period: Period) -> Sayable:
    if period.photo_at is None:
        return _("{period} has begun. It has no deadline.", period=period.name)
    return _(
        "{period} has begun. Its photo is taken on {when}.",
        period=period.name,
        when=Moment(period.photo_at),
    )


def tell_moved(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say that a period has other dates."""
    periods = [period for period in list_periods(turn, errands) if period.standing]
    return MessagePart(lines(*map(_say_moved, periods))) if periods else None


def _say_moved(period: Period) -> Sayable:
    if period.photo_at is None:
        return _("{period} no longer has a deadline.", period=period.name)
    return _(
        "{period} was moved: its photo is now taken on {when}.",
        period=period.name,
        when=Moment(period.photo_at),
    )


def tell_cancelled(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say that a period does not take place."""
    names = [period.name for period in list_periods(turn, errands) if period.cancelled]
    if not names:
        return None
    said = [
        _("{period} was cancelled: there will be no photo. What was scored stays.", period=name)
        for name in names
    ]
    return MessagePart(lines(*said))


def rehearse_photo(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say what a photo would look like if it were taken now, in the person's own perspective."""
    said = [
        lines(
            _("If the photo of {period} were taken now:", period=period.name),
            *sum_up(turn, tracks),
        )
        for period in list_periods(turn, errands)
        if period.is_open(turn.at) and (tracks := _list_tracks(turn, period))
    ]
    return MessagePart(lines(*said), _REPORT, MessageKind.REHEARSAL) if said else None


def tell_taken(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say that a photo was taken, and what it shows of the person's own perspective."""
    said: list[Sayable] = []
    buttons: list[tuple[Button, ...]] = []
    for period in list_periods(turn, errands):
        photo = photo_of_period(turn.uow, period)
        tracks = _list_tracks(turn, period)
        if photo is None or not tracks:
            continue
        seen = (see_photo(turn.uow, turn.person.id, track, photo) for track in tracks)
        reports = [shown.report for shown in seen if shown is not None]
        if reports:
            said.append(_("The photo of {period} was taken.", period=period.name))
            said += _sum_up(reports, len(reports))
            first = reports[0].track
            buttons.append((button(_("see the photo"), ShowPhoto(first.id, photo.id)),))
    return MessagePart(lines(*said), tuple(buttons), MessageKind.PHOTO) if said else None


def _list_tracks(turn: Turn, period: Period) -> list[Track]:
    return [track for track in turn.tracks if track.programme_id == period.programme_id]


def sum_up(turn: Turn, tracks: Sequence[Track]) -> Iterator[Sayable]:
    """Sum up the colours of each student as they stand; who is not named is not read."""
    reports = [see_report(turn.uow, turn.person.id, track) for track in tracks[:NAMED]]
    return _sum_up(reports, len(tracks))


def _sum_up(reports: Sequence[Report], students: int) -> Iterator[Sayable]:
    """Sum up the colours of each student, by the perspective of whoever reads it."""
    for report in reports[:NAMED]:
        own = report.track.scoring_role
        for role in [own] if own else report.perspectives:
            name = _name(report.track, role, coach=own is None)
            yield words(name, _count_colours(report, role), by=" ")
    more = students - NAMED
    if more > 0:
        yield more_students(more)


def _name(track: Track, role: Role, *, coach: bool) -> Sayable:
    who = first_name(track)
    return words(who, ROLE_WORD[role], by=" · ") if coach else f"{who}:"


def _count_colours(report: Report, role: Role) -> Sayable:
    found = Counter(row.colours[role] for row in report.rows)
    return words(
        *(
            words(COLOUR_SQUARE[colour], COLOUR_LETTER[colour], str(found[colour]), by="")
            for colour in reversed(Colour)
            if found[colour]
        ),
        by=" · ",
    )
