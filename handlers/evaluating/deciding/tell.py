"""What is told unasked: a shortfall at work, who is nominated, and that a student waits to hear.

At the last photo those who decide hear of it, and nobody else: a student hears it from a person.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from bot.domain.evaluating.workplace_result import ResultStanding
from bot.domain.periods.period import Period
from bot.domain.school.tracks import Role, Track
from bot.domain.school.visibility import SEES_NOMINATED
from bot.messages import Button, Quoted, Sayable, _, _n, colon, lines, listed, words
from bot.ports.periods.photos import Photo
from bot.ports.telling.errands import Errand
from bot.showing.words.scores.results import (
    STANDING_WORD,
    percent_words,
    shortfall_words,
    sum_words,
)
from bot.use_cases.evaluating.deciding.see_decisions import see_decisions
from bot.use_cases.evaluating.deliberating.see_result import SeenResult, see_results
from bot.use_cases.reporting.see_photo import photo_of_period
from handlers.evaluating.deciding.phrases import say_day
from handlers.evaluating.deciding.taps import NoteTold
from handlers.evaluating.deliberating.taps import ShowResult
from handlers.talking.phrases import first_name, more_students, name_few, short
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn

NAMED = 3
"""Students, and competences of one student, that one message names."""

LETTERS = 28

SHORT = frozenset({ResultStanding.NOMINATED, ResultStanding.CANNOT_QUALIFY})


def tell_shortfall(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Warn after a photo, which is not the last, of who stands below the mark at work."""
    found = [own for period in _periods(turn, errands, last=False) for own in _short(turn, period)]
    if not found:
        return None
    student = next((own for own in found if Role.STUDENT in own.track.roles), None)
    if student is not None:
        return _to_student(student)
    head = _("Below the mark to reach at work, in the photo of {period}:", period=_named(found))
    brief = _n(
        "{count} student is below the mark to reach at work: /deliberation",
        "{count} students are below the mark to reach at work: /deliberation",
        len(found),
    )
    goes_on = any(not own.track.looks_back for own in found)
    ends = _("There is time until the last photo.") if goes_on else None
    text = lines(head, *_list(found, _shortfall), ends)
    return MessagePart(text, tuple(_ways(found)), brief=brief)


def tell_nominated(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Name at the last photo who is nominated for deliberation, to those who decide."""
    periods = _periods(turn, errands, last=True)
    results = [own for period in periods for own in _results(turn, period)]
    results = [own for own in results if own.track.roles & SEES_NOMINATED]
    found = _worst_first(results)
    unknown = [own for own in results if own.result.standing is ResultStanding.UNKNOWN]
    if not found and not unknown:
        return None
    head = _("Nominated for deliberation, by the photo of {period}:", period=_named(found))
    listed = [head, *_list(found, _nomination)] if found else []
    rest = [_say_unknown(len(unknown)), _TOLD_NOBODY]
    brief = words(*_count_nominated(found), *rest)
    return MessagePart(lines(*listed, *rest), tuple(_ways(found)), brief=brief)


_TOLD_NOBODY = _("I tell the students and mentors nothing of this: /deliberation")


def _say_unknown(count: int) -> Sayable | None:
    if not count:
        return None
    return _n(
        "Of {count} student no result at work is known.",
        "Of {count} students no result at work is known.",
        count,
    )


def _count_nominated(found: Sequence[SeenResult]) -> Iterator[Sayable]:
    """Say of how many it is, and of how many the shortfall is the larger one."""
    cannot = sum(own.result.standing is ResultStanding.CANNOT_QUALIFY for own in found)
    if found:
        yield _n(
            "{count} student is nominated for deliberation.",
            "{count} students are nominated for deliberation.",
            len(found),
        )
    if cannot:
        yield _n(
            "{count} of them cannot be qualified.", "{count} of them cannot be qualified.", cannot
        )


def _periods(turn: Turn, errands: Sequence[Errand], *, last: bool) -> list[Period]:
    """Find the periods of errands that are, or are not, the last by now, the earliest first."""
    ids = {errand.about_id for errand in errands if errand.about_id is not None}
    found = (turn.uow.periods.find(period_id) for period_id in ids)
    standing = (period for period in found if period and period.standing and period.last is last)
    return sorted(standing, key=lambda period: (period.opens_at, period.id))


def _results(turn: Turn, period: Period) -> Iterator[SeenResult]:
    photo = photo_of_period(turn.uow, period)
    if photo is None:
        return
    tracks = [
        track
        for track in turn.council_tracks
        if track.programme_id == period.programme_id and _is_told(track, photo)
    ]
    if tracks:
        yield from see_results(turn.uow, turn.person.id, tracks, photo, turn.at).values()


def _is_told(track: Track, photo: Photo) -> bool:
    """Say whether a photo is told of a track: one that runs, and to its council one just ended."""
    return track.ended_at is None or (track.looks_back and track.was_there(photo.head.as_of))


def _short(turn: Turn, period: Period) -> list[SeenResult]:
    return _worst_first(_results(turn, period))


def _worst_first(results: Iterable[SeenResult]) -> list[SeenResult]:
    found = [own for own in results if own.result.standing in SHORT]
    return sorted(found, key=lambda own: (-own.result.shortfall, own.track.student))


def _named(found: Sequence[SeenResult]) -> Sayable:
    names = dict.fromkeys(own.photo.name for own in found if own.photo)
    return listed(names)


def _list(found: Sequence[SeenResult], say: Callable[[SeenResult], Sayable]) -> Iterator[Sayable]:
    for own in found[:NAMED]:
        yield words(colon(first_name(own.track)), say(own))
    if len(found) > NAMED:
        yield more_students(len(found) - NAMED)


def _shortfall(own: SeenResult) -> Sayable:
    return words(sum_words(own.result), shortfall_words(own.result), by=", ")


def _nomination(own: SeenResult) -> Sayable:
    cannot = own.result.standing is ResultStanding.CANNOT_QUALIFY
    return words(
        shortfall_words(own.result), STANDING_WORD[own.result.standing] if cannot else None, by=", "
    )


def _ways(found: Sequence[SeenResult]) -> Iterator[tuple[Button, ...]]:
    """Lead to how each came about."""
    for own in found[:NAMED]:
        label = _("result: {student}", student=first_name(own.track))
        yield (button(label, ShowResult(own.track.id, own.photo.id if own.photo else 0)),)


def _to_student(own: SeenResult) -> MessagePart:
    """Tell a student kindly how far it is, and what is still to be acquired at work."""
    result = own.result
    head = _(
        "At work, in the photo of {period}: {sum}; {mark} is asked for.",
        period=_named([own]),
        sum=sum_words(result),
        mark=percent_words(result.rule.to_reach) if result.rule else "",
    )
    photo = own.photo.id if own.photo else 0
    way = (button(_("how it comes about"), ShowResult(own.track.id, photo)),)
    ends = _("There is time until the last photo: talk with your mentor or coach about a chance.")
    return MessagePart(lines(head, _to_acquire(own), ends), (way,), brief=head)


def _to_acquire(own: SeenResult) -> Sayable | None:
    """Say what is still to be acquired at work, and how much of it reaches the mark."""
    still = [
        competence
        for line in own.result.open_lines
        if (competence := own.programme.competence_by_id(line.competence_id)) is not None
    ]
    if not still:
        return None
    titles = [words(own.number, Quoted(short(own.title, LETTERS))) for own in still]
    return _n(
        "{count} more acquired at work would reach it, of: {competences}.",
        "{count} more acquired at work would reach it, of: {competences}.",
        own.result.fewest_open,
        competences=name_few(titles, NAMED),
    )


def tell_untold(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Ask a coach whether somebody told a student of a decision, where nobody noted it."""
    found = [
        (track, decision)
        for errand in errands
        if (track := turn.council_track(errand.about_id)) is not None
        for decision in see_decisions(turn.uow, track)[:1]
        if str(decision.id) == errand.subject and decision.told is None
    ]
    if not found:
        return None
    said = [
        _(
            "Did somebody tell {student} what the council decided on {day}? It is not noted yet.",
            student=first_name(track),
            day=say_day(turn, decision.made.ruling.decided_on),
        )
        for track, decision in found[:NAMED]
    ]
    more = more_students(len(found) - NAMED) if len(found) > NAMED else None
    rows = tuple(
        (
            button(
                _("{student} was told …", student=first_name(track)),
                NoteTold(track.id, decision.id),
            ),
        )
        for track, decision in found[:NAMED]
    )
    return MessagePart(lines(*said, more), rows)
