"""What periods tell everybody: one begins, is moved or cancelled, its photo comes or was taken."""

from collections import Counter
from collections.abc import Iterator, Sequence

from bot.domain.periods.period import Period
from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.colours import Colour, verdicts_differ
from bot.messages import Button, MessageKind, Moment, Sayable, _, _n, lines, words
from bot.ports.telling.errands import Errand
from bot.showing.caption import who_what
from bot.showing.words.scores.colours import COLOUR_MEANING
from bot.use_cases.reporting.see_photo import photo_of_period, see_photo
from bot.use_cases.reporting.see_report import Report, ReportRow, see_report
from handlers.periods.resting import say_resting
from handlers.talking.menu import RunCommand
from handlers.talking.phrases import ROLE_WORD, first_name, more_students
from handlers.talking.routing.doors import ShowEndView, ShowOverview, ShowPhoto
from handlers.talking.routing.tap import button
from handlers.talking.telling import Depiction, MessagePart
from handlers.talking.turn import Turn

NAMED = 3
"""Students of whom one message says how they stand; a report shows the others."""

READ = 40
"""Students who are looked at to choose those."""

_REPORT = ((button(_("report"), RunCommand("report")),),)


def list_periods(turn: Turn, errands: Sequence[Errand], *, ended: bool = False) -> list[Period]:
    """Find the periods that errands are about, each once, in the order of their opening.

    Where all that this person has to do with one has ended, it is left out, unless `ended`.
    """
    ids = {errand.about_id for errand in errands if errand.about_id is not None}
    found = (turn.uow.periods.find(period_id) for period_id in ids)
    own = (track for track in turn.tracks if not track.held)
    running = {track.programme_id for track in own if ended or track.ended_at is None}
    periods = (period for period in found if period and period.programme_id in running)
    return sorted(periods, key=lambda period: (period.opens_at, period.id))


def tell_opened(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say that a period began, until when it lasts and what is asked."""
    periods = [period for period in list_periods(turn, errands) if period.is_open(turn.at)]
    if not periods:
        return None
    asked = (
        _("Until then everybody scores the indicators, a few at a time: /open")
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


def _in_brief(period: Period, students: int) -> Sayable:
    return _n(
        "What the photo of {period} would show now of your student: /report",
        "What the photo of {period} would show now of your {count} students: /report",
        students,
        period=period.name,
    )


def rehearse_photo(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say what a photo would look like if it were taken now, in the person's own perspective."""
    said: list[Sayable] = []
    brief: list[Sayable] = []
    buttons: list[tuple[Button, ...]] = []
    depicted: list[Depiction] = []
    for period in list_periods(turn, errands):
        tracks = [track for track in _list_tracks(turn, period) if track.ended_at is None]
        tracks = tracks if period.is_open(turn.at) else []
        if tracks:
            reports = [see_report(turn.uow, turn.person.id, track) for track in tracks[:READ]]
            said.append(_("This is how the photo of {period} would look now:", period=period.name))
            said += _sum_up(reports, len(tracks))
            said += say_resting(turn, [report.track for report in _choose(reports)], period)
            # The others' colours stay behind a button: who is about to score says first.
            alone = next((report.track.scoring_role for report in reports), None)
            depicted += [Depiction(reports, alone=alone)] if len(tracks) <= READ else []
            if len(tracks) > 1:
                brief.append(_in_brief(period, len(tracks)))
            buttons += [
                (button(_overview_of(report.track), ShowOverview(report.track.id)),)
                for report in _choose(reports)
                if report.track.scoring_role is None
            ]
    if not said:
        return None
    return MessagePart(
        lines(*said),
        (*buttons, *_REPORT),
        MessageKind.REHEARSAL,
        brief=lines(*brief) if brief else "",
        depicts=_first(depicted),
    )


def _overview_of(track: Track) -> Sayable:
    return _("overview: {student}", student=first_name(track))


def tell_taken(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say that a photo was taken, and what it shows of the person's own perspective."""
    said: list[Sayable] = []
    buttons: list[tuple[Button, ...]] = []
    depicted: list[Depiction] = []
    for period in list_periods(turn, errands, ended=True):
        photo = photo_of_period(turn.uow, period)
        tracks = _list_tracks(turn, period)
        if photo is None or not tracks:
            continue
        seen = (see_photo(turn.uow, turn.person.id, track, photo) for track in tracks[:READ])
        reports = [shown.report for shown in seen if shown is not None]
        if reports:
            said.append(_("The photo of {period} was taken.", period=period.name))
            said += _sum_up(reports, len(tracks))
            if len(tracks) > NAMED:
                said.append(_("The photo of another student: /photo and the name."))
            depicted += [Depiction(reports, photo)] if len(tracks) <= READ else []
            buttons += [
                (button(_see_of(report.track, len(reports)), ShowPhoto(report.track.id, photo.id)),)
                for report in _choose(reports)
            ]
            buttons += _take_along(period, reports)
    if not said:
        return None
    return MessagePart(lines(*said), tuple(buttons), MessageKind.PHOTO, depicts=_first(depicted))


def _take_along(period: Period, reports: Sequence[Report]) -> list[tuple[Button, ...]]:
    """Offer a student the end view, once the last photo was taken."""
    own = [report.track for report in reports if Role.STUDENT in report.track.roles]
    label = _("what you take along")
    return [(button(label, ShowEndView(track.id)),) for track in own if period.last]


def _first(depicted: Sequence[Depiction]) -> Depiction | None:
    """Choose the one picture that goes along, of the period that is told of first."""
    return depicted[0] if depicted else None


def _see_of(track: Track, students: int) -> Sayable:
    if students == 1:
        return _("see the photo")
    return _("see the photo: {student}", student=first_name(track))


def _list_tracks(turn: Turn, period: Period) -> list[Track]:
    own = (track for track in turn.tracks if not track.held)
    return [track for track in own if track.programme_id == period.programme_id]


def sum_up(turn: Turn, tracks: Sequence[Track], named: int) -> Iterator[Sayable]:
    """Sum up in words how so many students stand."""
    compares = any(track.scoring_role is None for track in tracks)
    read = tracks[: READ if compares else named]
    reports = [see_report(turn.uow, turn.person.id, track) for track in read]
    return _sum_up(reports, len(tracks), named)


def _sum_up(reports: Sequence[Report], students: int, most: int = NAMED) -> Iterator[Sayable]:
    """Say of a few students how they stand: who scores counts the own colours, a coach compares."""
    named = _choose(reports, most)
    for report in named:
        own = report.track.scoring_role
        said = _count_colours(report, own) if own else _say_apart(report)
        whose = _("Your own view:") if own is Role.STUDENT else f"{first_name(report.track)}:"
        yield words(whose, said)
    if students > len(named):
        yield more_students(students - len(named))


def _choose(reports: Sequence[Report], most: int = NAMED) -> Sequence[Report]:
    """Choose who is named: of a coach's students those of whom the views differ most."""
    return sorted(reports, key=lambda report: -len(_list_apart(report)))[:most]


def _list_apart(report: Report) -> Sequence[ReportRow]:
    """List the competences on which a coach sees one say acquired and another not."""
    if report.track.scoring_role is not None:
        return ()
    return [row for row in report.rows if verdicts_differ(row.sides.values())]


def _say_apart(report: Report) -> Sayable:
    apart = _list_apart(report)
    if not apart:
        return _("the views differ on no competence")
    row = apart[0]
    colours = (
        who_what(ROLE_WORD[role], colour)
        for role, colour in row.colours.items()
        if colour is not Colour.GREY
    )
    return _n(
        "the views differ on {competence} ({colours})",
        "the views differ on {count} competences, such as {competence} ({colours})",
        len(apart),
        competence=f"{row.competence.number} {row.competence.title}",
        colours=words(*colours, by=" · "),
    )


def _count_colours(report: Report, role: Role) -> Sayable:
    """Count the competences of each colour, from the best on; the first number says of what."""
    found = Counter(row.colours[role] for row in report.rows)
    first, *others = [colour for colour in reversed(Colour) if found[colour]] or [Colour.GREY]
    if first is Colour.GREY:
        return COLOUR_MEANING[first]
    counted = _n("{count} competence", "{count} competences", found[first])
    rest = (_count(colour, found[colour]) for colour in others)
    return words(words(counted, COLOUR_MEANING[first]), *rest, by=" · ")


def _count(colour: Colour, count: int) -> Sayable:
    if colour is Colour.GREY:
        return _("{count} not scored yet", count=count)
    return words(str(count), COLOUR_MEANING[colour])
