"""What periods tell everybody: one begins, is moved or cancelled, its photo comes or was taken."""

from collections import Counter
from collections.abc import Iterator, Sequence

from bot.domain.periods.period import Period
from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.colours import Colour
from bot.messages import Button, MessageKind, Moment, Sayable, _, _n, lines, words
from bot.ports.telling.errands import Errand
from bot.showing.colour_words import COLOUR_LETTER
from bot.use_cases.reporting.see_photo import photo_of_period, see_photo
from bot.use_cases.reporting.see_report import Report, see_report
from handlers.talking.phrases import COLOUR_SQUARE, ROLE_WORD, first_name
from handlers.talking.telling import MessagePart, periods_of
from handlers.talking.turn import Turn

NAMED = 10
"""Students whose colours one message sums up; a report shows the others."""

_REPORT = ((Button(_("report"), "go:report"),),)


def opened(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say that a period began, until when it lasts and what is asked."""
    periods = [one for one in periods_of(turn, errands) if one.is_open(turn.at)]
    if not periods:
        return None
    asked = (
        _("Until then everybody says how each indicator stands, a little at a time: /open")
        if turn.scored_tracks
        else None
    )
    may_choose = any(track.scoring_role is Role.STUDENT for track in turn.tracks)
    choices = [choice_line(one) for one in periods if may_choose and one.is_choosing(turn.at)]
    return MessagePart(lines(*[_opened(one) for one in periods], asked, *choices))


def choice_line(period: Period) -> Sayable:
    """Say until when students can choose, and how."""
    return _(
        "Until {when} you can choose what {period} evaluates: /choose",
        when=Moment(period.choose_until or period.opens_at),
        period=period.name,
    )


def _opened(period: Period) -> Sayable:
    if period.photo_at is None:
        return _("{period} has begun. It has no deadline.", period=period.name)
    return _(
        "{period} has begun. Its photo is taken on {when}.",
        period=period.name,
        when=Moment(period.photo_at),
    )


def moved(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say that a period has other dates."""
    periods = [one for one in periods_of(turn, errands) if one.standing]
    return MessagePart(lines(*[_moved(one) for one in periods])) if periods else None


def _moved(period: Period) -> Sayable:
    if period.photo_at is None:
        return _("{period} no longer has a deadline.", period=period.name)
    return _(
        "{period} was moved: its photo is now taken on {when}.",
        period=period.name,
        when=Moment(period.photo_at),
    )


def cancelled(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say that a period does not take place."""
    names = [one.name for one in periods_of(turn, errands) if one.cancelled]
    if not names:
        return None
    said = [
        _("{period} was cancelled: there will be no photo. What was scored stays.", period=name)
        for name in names
    ]
    return MessagePart(lines(*said))


def rehearsal(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say what a photo would look like if it were taken now, in the person's own perspective."""
    said = [
        lines(
            _("If the photo of {period} were taken now:", period=period.name),
            *standing(turn, tracks),
        )
        for period in periods_of(turn, errands)
        if period.is_open(turn.at) and (tracks := _tracks_of(turn, period))
    ]
    return MessagePart(lines(*said), _REPORT, MessageKind.REHEARSAL) if said else None


def taken(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say that a photo was taken, and what it shows of the person's own perspective."""
    said: list[Sayable] = []
    buttons: list[tuple[Button, ...]] = []
    for period in periods_of(turn, errands):
        photo = photo_of_period(turn.uow, period)
        tracks = _tracks_of(turn, period)
        if photo is None or not tracks:
            continue
        seen = [see_photo(turn.uow, turn.person.id, one, photo) for one in tracks]
        reports = [one.report for one in seen if one is not None]
        if reports:
            said.append(_("The photo of {period} was taken.", period=period.name))
            said += _summed(reports, len(reports))
            first = reports[0].track
            buttons.append((Button(_("see the photo"), f"ph:{first.id}:{photo.id}"),))
    return MessagePart(lines(*said), tuple(buttons), MessageKind.PHOTO) if said else None


def _tracks_of(turn: Turn, period: Period) -> list[Track]:
    return [one for one in turn.tracks if one.programme_id == period.programme_id]


def standing(turn: Turn, tracks: Sequence[Track]) -> Iterator[Sayable]:
    """Sum up the colours of each student as they stand; who is not named is not read."""
    reports = [see_report(turn.uow, turn.person.id, one) for one in tracks[:NAMED]]
    return _summed(reports, len(tracks))


def _summed(reports: Sequence[Report], students: int) -> Iterator[Sayable]:
    """Sum up the colours of each student, by the perspective of whoever reads it."""
    for report in reports[:NAMED]:
        role = report.track.scoring_role
        shown = [role] if role else list(report.perspectives)
        for one in shown:
            yield words(_name(report.track, one, coach=role is None), _counts(report, one), by=" ")
    more = students - NAMED
    if more > 0:
        yield _n("and {count} more student", "and {count} more students", more)


def _name(track: Track, role: Role, *, coach: bool) -> Sayable:
    who = first_name(track)
    return words(who, ROLE_WORD[role], by=" · ") if coach else f"{who}:"


def _counts(report: Report, role: Role) -> Sayable:
    found = Counter(row.colours[role] for row in report.rows)
    return words(
        *(
            words(COLOUR_SQUARE[one], COLOUR_LETTER[one], str(found[one]), by="")
            for one in reversed(Colour)
            if found[one]
        ),
        by=" · ",
    )
