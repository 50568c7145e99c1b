"""`/deliberation`: the results of a class group at the workplace, worst first."""

from collections.abc import Iterator, Sequence

from bot.domain.evaluating.exact import WorkplacePoints, read_points
from bot.domain.evaluating.workplace_result import NoResult, ResultStanding
from bot.domain.school.tracks import Role, Track
from bot.domain.school.visibility import ResultSight, result_sight_of
from bot.messages import Button, Reply, Sayable, _, colon, lines, words
from bot.ports.acts import Doer
from bot.ports.periods.photos import Photo
from bot.showing.words.scores.results import (
    AHEAD_WORD,
    BRIEFLY_NO_RESULT,
    NO_RESULT,
    STANDING_WORD,
    shortfall_words,
    sum_words,
)
from bot.use_cases.evaluating.deliberating.see_result import SeenResult, see_results
from bot.use_cases.periods.mark_last import mark_last
from bot.use_cases.periods.refusals import Decided
from bot.use_cases.reporting.see_photo import photo_among
from handlers.evaluating.deliberating.entering import enter
from handlers.evaluating.deliberating.shown import OURS, lead_to_others, say_when, show_result
from handlers.evaluating.deliberating.taps import (
    MarkLastPhoto,
    ShowResult,
    ShowResults,
    ShowWorkplaceRule,
)
from handlers.evaluating.phrases import say_rule
from handlers.periods.period import NOT_YOURS
from handlers.periods.phrases import explain_refusal
from handlers.talking.meaning.target import Group, Target, groups_of, part_of_group, parts_of
from handlers.talking.meaning.whom import Sought, nobody
from handlers.talking.paging import turning
from handlers.talking.phrases import full_name
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

PAGE = 8
"""Students on one message, each with a button."""

NO_LAST = _(
    "No photo is marked as the last, after which the class council decides: the coach marks it "
    "with /periods."
)
_WORST_FIRST = (
    ResultStanding.CANNOT_QUALIFY,
    ResultStanding.NOMINATED,
    ResultStanding.UNKNOWN,
    ResultStanding.REACHED,
)


def seek_results(turn: Turn, words_: str) -> Sought[Target, WorkplacePoints | None]:
    """Read of whom `/deliberation` asks, a class group or a student, and perhaps a result."""
    groups: Sequence[Target] = groups_of(turn, turn.council_tracks)
    parts = words_.split()
    # A student looks at an ended track of before by its decision and end view alone.
    own = [track for track in turn.council_tracks if track.looks_back or turn.track(track.id)]
    for at in range(len(parts)):
        if (given := read_points(" ".join(parts[at:]))) is not None:
            return Sought(" ".join(parts[:at]), own, given)
    if not parts:
        return Sought("", groups or own, None)
    return Sought(" ".join(parts), (*groups, *own), None)


def answer_results(turn: Turn, target: Target, given: WorkplacePoints | None) -> Replies:
    """Answer `/deliberation` about a class group, by programme, or about a student."""
    if isinstance(target, Track):
        photo = _newest_last(turn, target)
        if given is not None:
            return [enter(turn, target, photo, given)]
        return [show_result(turn, target, photo)]
    parts = parts_of(target)
    return [_show(turn, part, _newest_last(turn, part.tracks[0]), 0) for part in parts]


def _newest_last(turn: Turn, track: Track) -> Photo | None:
    """Find the newest photo where it is the last one; before that, it is how it stands now."""
    taken = turn.uow.photos.list_of_programme(track.programme_id)
    if not taken:
        return None
    period = turn.uow.periods.find(taken[-1].head.period_id)
    return taken[-1] if period and period.last else None


def _part(turn: Turn, track_id: int) -> Group | None:
    return part_of_group(turn, track_id, turn.council_tracks)


def tapped_results(turn: Turn, tap: ShowResults) -> Replies:
    """Show a page of the class group of a button."""
    part = _part(turn, tap.track)
    if part is None:
        return [Reply(nobody(turn))]
    photo = _find_photo(turn, part.tracks[0], tap.photo)
    return [_show(turn, part, photo, tap.page)]


def _find_photo(turn: Turn, track: Track, photo_id: int) -> Photo | None:
    """Find a photo of a track's programme; None for how it stands now."""
    return photo_among(turn.uow.photos.list_of_programme(track.programme_id), photo_id)


def _is_coached(part: Group) -> bool:
    return any(Role.COACH in track.roles for track in part.tracks)


def tapped_last_photo(turn: Turn, tap: MarkLastPhoto) -> Replies:
    """Say of a photo that was taken whether it is the last, as its coach."""
    part = _part(turn, tap.track)
    photo = _find_photo(turn, part.tracks[0], tap.photo) if part else None
    period = turn.uow.periods.find(photo.head.period_id) if photo else None
    if part is None or photo is None or period is None or not _is_coached(part):
        return [Reply(NOT_YOURS)]
    try:
        mark_last(turn.uow, period, last=bool(tap.last), by=Doer(turn.person.id, turn.at))
    except Decided as decided:
        return [Reply(explain_refusal(decided))]
    return [_show(turn, part, photo, 0)]


def _show(turn: Turn, part: Group, photo: Photo | None, page: int) -> Reply:
    when = photo.head.as_of if photo else turn.at
    there = (track for track in part.tracks if track.was_there(when))
    own = [track for track in there if result_sight_of(track.roles) is ResultSight.ALL]
    seen = sorted(
        see_results(turn.uow, turn.person.id, own, photo, turn.at).values(), key=_worst_first
    )
    first = min(page, max(len(seen) - 1, 0) // PAGE) * PAGE
    shown = seen[first : first + PAGE]
    listed = lines(*_say(turn, part, photo, seen), *(say_briefly(own) for own in shown))
    text = words(listed, lines(*_say_why(turn, part, seen)), by="\n\n")
    return Reply(text, tuple(_rows(turn, part, photo, shown, first // PAGE, len(seen))))


def _worst_first(seen: SeenResult) -> tuple[object, ...]:
    result = seen.result
    return _WORST_FIRST.index(result.standing), -result.shortfall, seen.track.student


def _say(
    turn: Turn, part: Group, photo: Photo | None, seen: Sequence[SeenResult]
) -> Iterator[Sayable]:
    programme = turn.programme(part.tracks[0])
    yield words(part.name, programme.title, _("result at the workplace"), by=" · ")
    period = turn.uow.periods.find(photo.head.period_id) if photo else None
    last = period is not None and period.last
    yield say_when(photo, last=last)
    if not last and any(own.result.shortfall for own in seen):
        yield _("It is a warning: nothing is decided before the last photo.")


def _say_why(turn: Turn, part: Group, seen: Sequence[SeenResult]) -> Iterator[Sayable]:
    """Say below the students by which rule they are listed, and after which photo it counts."""
    programme_id = part.tracks[0].programme_id
    stated = turn.uow.workplace_results.read_rule(programme_id)
    yield say_rule(stated) if stated else NO_RESULT_HERE
    if any(own.result.standing is ResultStanding.CANNOT_QUALIFY for own in seen):
        yield OURS
    if not any(own.last and own.standing for own in turn.uow.periods.list_of(programme_id)):
        yield NO_LAST


NO_RESULT_HERE = lines(
    NO_RESULT[NoResult.NO_RULE],
    _("Its coach can state it here, the school in its file or on the command line."),
)


def say_briefly(seen: SeenResult) -> Sayable:
    """Say in one line how a student's result stands, and what it leads to."""
    name, result = full_name(seen.track), seen.result
    if result.missing:
        why = words(colon(STANDING_WORD[result.standing]), BRIEFLY_NO_RESULT[result.missing])
        return words(colon(name), why)
    below = shortfall_words(result, exactly=False)
    said = words(sum_words(result, exactly=False), below, by=", ")
    if result.standing is ResultStanding.REACHED:
        return words(colon(name), said)
    leads_to = (STANDING_WORD if seen.last else AHEAD_WORD)[result.standing]
    return words(colon(name), colon(said), leads_to)


def _rows(
    turn: Turn,
    part: Group,
    photo: Photo | None,
    shown: Sequence[SeenResult],
    page: int,
    count: int,
) -> Iterator[tuple[Button, ...]]:
    here, track = photo.id if photo else 0, part.tracks[0]
    for own in shown:
        yield (button(full_name(own.track), ShowResult(own.track.id, here)),)
    pages = range(0, count, PAGE)
    turns = turning(pages, page, lambda other: ShowResults(track.id, here, other))
    if turns:
        yield turns
    taken = turn.uow.photos.list_of_programme(track.programme_id)
    yield from lead_to_others(taken, here, lambda other: ShowResults(track.id, other, 0))
    if _is_coached(part):
        yield from _mark(turn, track, photo)
    if any(Role.COACH in own.roles and not own.looks_back for own in part.tracks):
        yield (button(_("the rule"), ShowWorkplaceRule(track.programme_id)),)


def _mark(turn: Turn, track: Track, photo: Photo | None) -> Iterator[tuple[Button, ...]]:
    """Let a coach mark a photo that was taken; before that the periods do."""
    period = turn.uow.periods.find(photo.head.period_id) if photo else None
    if photo is not None and period is not None:
        label = _("it is not the last photo") if period.last else _("this is the last photo")
        yield (button(label, MarkLastPhoto(track.id, photo.id, int(not period.last))),)
