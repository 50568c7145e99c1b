"""One student's result at the workplace: the arithmetic line by line, in a photo or as it stands.

Source: document 004, chapter 2 §8.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from bot.domain.evaluating.workplace_result import ResultLine, ResultStanding
from bot.domain.evaluating.workplace_rule import RuleKind
from bot.domain.school.tracks import Role, Track
from bot.domain.school.visibility import ResultSight, result_sight_of
from bot.messages import Button, Day, Reply, Sayable, _, _n, colon, lines, words
from bot.ports.evaluating.workplace import EnteredResult
from bot.ports.periods.photos import Photo
from bot.showing.words.scores.results import (
    NO_RESULT,
    number_words,
    percent_words,
    shortfall_words,
    sum_words,
)
from bot.use_cases.evaluating.deliberating.enter_result import may_enter
from bot.use_cases.evaluating.deliberating.see_result import SeenResult, see_result
from bot.use_cases.reporting.see_photo import photo_among, photos_of
from handlers.evaluating.deciding.decision import lead_to_decision, say_beside_result
from handlers.evaluating.deliberating.taps import (
    EnterResult,
    ShowResult,
    ShowResults,
    ShowWorkplaceRule,
)
from handlers.evaluating.phrases import say_ended_since, say_photo, say_rule
from handlers.talking.meaning.whom import nobody
from handlers.talking.naming.in_role import in_role
from handlers.talking.phrases import colour_cell, full_name
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn

ENTERED = 6
"""Results that were entered which are shown, the newest first; all are kept."""

OURS = _(
    "The source says “10 % or more”, and not of what; here it is percentage points of the "
    "workplace’s own total, which is ours. This signals; people decide."
)
_AT_LAST = {
    ResultStanding.NOMINATED: _("Insufficient at the workplace: nominated for deliberation."),
    ResultStanding.CANNOT_QUALIFY: _(
        "10 percentage points or more below: cannot be qualified, whatever the scores on campus "
        "and the totals are."
    ),
}
_BEFORE = {
    ResultStanding.NOMINATED: _(
        "At the last photo this would lead to nomination for deliberation."
    ),
    ResultStanding.CANNOT_QUALIFY: _(
        "10 percentage points or more below: at the last photo this would mean that the student "
        "cannot be qualified, whatever the scores on campus and the totals are."
    ),
}
"""What a result leads to, for whoever sees that."""


def show_result(turn: Turn, track: Track, photo: Photo | None) -> Reply:
    """Show the result of a track in a photo, or as it stands now."""
    seen = see_result(turn.uow, turn.person.id, track, photo, turn.at)
    if seen is None:
        return Reply(nobody(turn))
    turn.remember(track)
    taken = photos_of(turn.uow, track)
    first = lines(*_say(turn, seen, taken), *say_beside_result(turn, track))
    said = words(first, lines(*_say_arithmetic(turn, seen)), by="\n\n") if seen.stated else first
    return Reply(said, tuple(_ways(turn, seen, taken)))


def _say(turn: Turn, seen: SeenResult, taken: Sequence[Photo]) -> Iterator[Sayable]:
    yield words(full_name(seen.track), seen.programme.title, _("result at the workplace"), by=" · ")
    yield say_when(seen.photo, last=seen.last)
    if seen.track.looks_back:
        yield say_ended_since(seen.track)
    yield from say_outcome(seen)
    yield from _say_others(turn, seen, taken)


def _say_arithmetic(turn: Turn, seen: SeenResult) -> Iterator[Sayable]:
    """Say below the result how it comes about, line by line."""
    if seen.stated is not None:
        yield say_rule(seen.stated)
    yield from (_say_line(seen, line) for line in seen.result.lines)
    if seen.counts_entered:
        named = partial(in_role, turn, track_id=seen.track.id, role=Role.COACH)
        yield from say_entered(seen.entered, named)


def say_when(photo: Photo | None, *, last: bool) -> Sayable:
    """Say of which photo something is, or that it is how it stands now."""
    if photo is None:
        return _("As it stands now.")
    return words(say_photo(photo), _("It is the last one.") if last else None)


def _say_line(seen: SeenResult, line: ResultLine) -> Sayable:
    competence = seen.programme.competence_by_id(line.competence_id)
    title = f"{competence.number} {competence.title}:" if competence else ""
    if seen.result.rule is not None and seen.result.rule.kind is RuleKind.WEIGHTED:
        counts: Sayable = _("{part} of {whole}", part=line.counted, whole=line.weight)
    else:
        counts = _("counts") if line.counted else _("does not count yet")
    return words(colour_cell(line.colour), title, counts)


def say_entered(
    entered: Sequence[EnteredResult], named: Callable[[str], Sayable] = str
) -> Iterator[Sayable]:
    """Say what was entered, by whom, as they are `named`, and when: the first counts."""
    for place, own in enumerate(entered[:ENTERED]):
        given = _(
            "{points} of {total}",
            points=number_words(own.given.points),
            total=number_words(own.given.total),
        )
        who = named(own.author)
        if own.in_name_of:
            who = _("{name}, in the name of {mentor}", name=who, mentor=own.in_name_of)
        told = words(words(colon(given), who), Day(own.said_at), by=", ")
        yield told if not place else words(_("before:"), told)


def say_outcome(seen: SeenResult) -> Iterator[Sayable]:
    """Say what it sums up to, how far that is from the mark, and to whom it matters, what of it."""
    result = seen.result
    if result.missing is not None or result.rule is None:
        yield NO_RESULT[result.missing] if result.missing else ""
        return
    yield _("Result: {sum}", sum=sum_words(result))
    mark = percent_words(result.rule.to_reach)
    yield _("To reach: {mark}, {shortfall}.", mark=mark, shortfall=shortfall_words(result))
    if result.fewest_open and not seen.last:
        yield _n(
            "At least {count} competence more has to be acquired at work.",
            "At least {count} competences more have to be acquired at work.",
            result.fewest_open,
        )
    leads_to = _AT_LAST if seen.last else _BEFORE
    if seen.standing in leads_to:
        yield leads_to[seen.standing]
        yield OURS


def _say_others(turn: Turn, seen: SeenResult, taken: Sequence[Photo]) -> Iterator[Sayable]:
    """Say in one line how it was at each photo, and is now."""
    moments: list[Photo | None] = [*taken, None]
    if seen.stated is None or len(moments) < 2:
        return
    said = []
    for photo in moments:
        other = see_result(turn.uow, turn.person.id, seen.track, photo, turn.at)
        if other is not None:
            percent = other.result.percent
            shown = "–" if percent is None else words(number_words(percent), "%")
            said.append(words(colon(photo.name if photo else _("now")), shown))
    yield words(*said, by=" · ")


def _ways(turn: Turn, seen: SeenResult, taken: Sequence[Photo]) -> Iterator[tuple[Button, ...]]:
    track = seen.track
    if seen.period is not None and may_enter(turn.uow, track, seen.period, turn.at):
        label = _("enter a result for {period}", period=seen.period.name)
        yield (button(label, EnterResult(track.id, seen.period.id, None)),)
    here = seen.photo.id if seen.photo else 0
    yield from lead_to_others(taken, here, lambda photo: ShowResult(track.id, photo))
    if Role.COACH in track.roles and not track.looks_back:
        yield (button(_("the rule"), ShowWorkplaceRule(track.programme_id)),)
    if result_sight_of(track.roles) is ResultSight.ALL:
        yield from lead_to_decision(turn, track)
        yield (button(_("‹ the class"), ShowResults(track.id, here, 0)),)


def lead_to_others(
    taken: Sequence[Photo], here: int, tap: Callable[[int], Tap]
) -> Iterator[tuple[Button, ...]]:
    """Lead to the other photos, and to how it stands now, which is photo 0."""
    for photo in taken:
        if photo.id != here:
            yield (button(photo.name, tap(photo.id)),)
    if here:
        yield (button(_("as it stands now"), tap(0)),)


def tapped_result(turn: Turn, tap: ShowResult) -> Replies:
    """Show the result of the student of a button, in its photo or as it stands now."""
    track = turn.council_track(tap.track)
    if track is None:
        return [Reply(nobody(turn))]
    return [show_result(turn, track, photo_among(photos_of(turn.uow, track), tap.photo))]
