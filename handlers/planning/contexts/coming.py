"""Say which contexts come up at a workplace: from when, until when; by tapping or by typing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.days import last_instant, opening
from bot.domain.folding import every_way, fold
from bot.domain.school.frameworks import Context
from bot.domain.school.tracks import Placement, Track
from bot.messages import Day, Reply, Sayable, _, lines, words
from bot.ports.acts import Doer
from bot.ports.planning.contexts import Span
from bot.use_cases.planning.contexts.change_coming import drop_coming, set_coming
from bot.use_cases.planning.contexts.see_contexts import find_planned, list_planned
from handlers.planning.contexts.asked import SpanAwaited
from handlers.planning.contexts.shown import show_contexts
from handlers.planning.contexts.taps import DropContext, PlanContext, ShowContexts
from handlers.planning.phrases import with_undo
from handlers.talking.meaning.near_days import named_days
from handlers.talking.meaning.shorthand import reads_as_scores
from handlers.talking.meaning.words import keyword_of
from handlers.talking.phrases import first_name
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

STARTS = (0, 1, 2, 4)
"""In how many weeks it may begin, by tapping."""
LASTS = (1, 2, 4, 8)
"""How many weeks it may last, by tapping."""
LONGEST = timedelta(days=366)

WEEK = timedelta(weeks=1)
FROM = {"from", "vanaf", "van", "des", "depuis", "ab", "vom", "starting", "partir"}
NEXT = {"next", "volgende", "prochaine", "suivante",
        *every_way(("nächste", "nächsten", "nächster", "kommende", "kommenden"))}  # fmt: skip
SOME_DAY = date(2026, 1, 5)
"""Seen from here, where it only matters whether words name a day."""
AFTER_FROM = 2
"""Weeks that it lasts where only its first day is said."""

NOT_YOURS = _("The mentor or the coach says what work comes up; /contexts shows it.")
NO_DAYS = _(
    "I read no days in that. Type them like this: from 30/11 until 11/12. Nothing was stored."
)
NO_SUCH = _("There is no such context in this programme.")

Place = tuple[Track, Context]


def plan_typed(turn: Turn, track: Track, written: str) -> Replies:
    """Answer a context's number behind `/contexts`, with or without when it comes up."""
    number, _blank, when = written.partition(" ")
    digits = number.rstrip(".:,")
    context = turn.programme(track).context(int(digits)) if digits.isdecimal() else None
    planned = list_planned(turn.uow, turn.person.id, track)
    if not planned:
        return [Reply(NOT_YOURS)]
    if context is None:
        return [Reply(NO_SUCH)]
    turn.remember(track)
    if len(planned) > 1:
        return [_ask_where(track, context, planned)]
    placement = planned[0].id
    if not when.strip(" :,"):
        return [_ask_start(turn, placement, (track, context))]
    if keyword_of(when) in ("none", "no"):
        return tapped_drop(turn, DropContext(placement, context.id))
    return _store_typed(turn, placement, (track, context), when)


def _ask_where(track: Track, context: Context, planned: Sequence[Placement]) -> Reply:
    rows = tuple((button(own.workplace, PlanContext(own.id, context.id)),) for own in planned)
    named = words(first_name(track), f"{context.number} {context.title}", by=" · ")
    return Reply(lines(named, _("At which workplace? Tap it.")), rows)


def _find(turn: Turn, placement_id: int, context_id: int) -> Place | None:
    """Find a placement's track and a context that this person may plan: each tap asks anew."""
    track = find_planned(turn.uow, turn.person.id, turn.tracks, placement_id)
    contexts = turn.programme(track).contexts if track else ()
    context = next((own for own in contexts if own.id == context_id), None)
    return (track, context) if track and context else None


def tapped_plan(turn: Turn, tap: PlanContext) -> Replies:
    """Ask from when, then until when, and keep it."""
    place = _find(turn, tap.placement, tap.context)
    if place is None:
        return [Reply(NOT_YOURS)]
    if tap.begins is None:
        return [replace(_ask_start(turn, tap.placement, place), edit=True)]
    if tap.weeks not in LASTS or abs(tap.begins - turn.today) > LONGEST:
        return [replace(_ask_end(turn, tap.placement, place, tap.begins), edit=True)]
    turn.close()
    return _store(turn, tap.placement, place, tap.begins, _last_day(tap.begins, tap.weeks))


def tapped_drop(turn: Turn, tap: DropContext) -> Replies:
    """Let a context come up no more."""
    place = _find(turn, tap.placement, tap.context)
    if place is None:
        return [Reply(NOT_YOURS)]
    track, context = place
    by = Doer(turn.person.id, turn.at)
    entry = drop_coming(turn.uow, by, tap.placement, tap.context, _title(track, context))
    said = _("{context} comes up no more.", context=f"{context.number} {context.title}")
    return [_shown_after(turn, track, said if entry else None, entry)]


def typed_span(turn: Turn, question: SpanAwaited, text: str) -> Replies:
    """Read typed days as when a context comes up."""
    place = _find(turn, question.placement, question.context)
    turn.close()
    if place is None:
        return [Reply(NOT_YOURS)]
    return _store_typed(turn, question.placement, place, text)


def reads_as_days(text: str) -> bool:
    """Say whether words hold a day and are no line of scores."""
    return bool(named_days(text, SOME_DAY)) and not reads_as_scores(text)


def stand_at_span(turn: Turn, question: SpanAwaited) -> Reply | None:
    """Ask again when it comes up."""
    place = _find(turn, question.placement, question.context)
    return _ask_start(turn, question.placement, place) if place else None


def read_days(written: str, today: date) -> tuple[date, date] | None:
    """Read from when until when: both days, only the last, only the first, or next week."""
    days, said = named_days(written, today), fold(written).split()
    if len(days) > 1:
        return days[0], days[-1]
    if not days:
        return None
    if not NEXT.isdisjoint(said):
        return days[0] - timedelta(days=days[0].weekday()), days[0]
    if not FROM.isdisjoint(said):
        return days[0], _last_day(days[0], AFTER_FROM)
    return today, days[0]


def _store_typed(turn: Turn, placement_id: int, place: Place, written: str) -> Replies:
    days = read_days(written, turn.today)
    if days is None or days[0] > days[1] or days[1] < turn.today or days[1] - days[0] > LONGEST:
        return [Reply(NO_DAYS)]
    return _store(turn, placement_id, place, *days)


def _store(turn: Turn, placement_id: int, place: Place, first: date, last: date) -> Replies:
    track, context = place
    zone = turn.person.time_zone
    span = Span(opening(first, zone), last_instant(last, zone))
    by = Doer(turn.person.id, turn.at)
    entry = set_coming(turn.uow, by, placement_id, context.id, span, _title(track, context))
    said = _(
        "{context} comes up from {first} to {last}.",
        context=f"{context.number} {context.title}",
        first=Day(span.begins_at),
        last=Day(span.ends_at),
    )
    return [_shown_after(turn, track, said, entry)]


def _title(track: Track, context: Context) -> str:
    return f"{first_name(track)} · {context.number} {context.title}"


def _shown_after(turn: Turn, track: Track, said: Sayable | None, entry: int | None) -> Reply:
    """Show the contexts after a change, which can be undone."""
    shown = show_contexts(turn, track, edit=bool(turn.said.tap))
    return with_undo(replace(shown, text=lines(said, shown.text)), entry)


def _ask_start(turn: Turn, placement_id: int, place: Place) -> Reply:
    track, context = place
    turn.ask(SpanAwaited(placement=placement_id, context=context.id))
    monday = turn.today - timedelta(days=turn.today.weekday())
    starts = [max(turn.today, monday + weeks * WEEK) for weeks in STARTS]
    labels = (_("from today"), _("from next week"))
    rows = [
        (
            button(
                labels[at] if at < len(labels) else _("from {day}", day=_day(turn, begins)),
                PlanContext(placement_id, context.id, begins),
            ),
        )
        for at, begins in enumerate(starts)
    ]
    rows.append((button(_("‹ back"), ShowContexts(track.id)),))
    text = words(first_name(track), f"{context.number} {context.title}", by=" · ")
    question = _("From when does it come up? Tap, or type: from 30/11 until 11/12")
    return Reply(lines(text, question), tuple(rows))


def _ask_end(turn: Turn, placement_id: int, place: Place, begins: date) -> Reply:
    track, context = place
    turn.ask(SpanAwaited(placement=placement_id, context=context.id))
    rows = [
        (
            button(
                _("until {day}", day=_day(turn, _last_day(begins, weeks))),
                PlanContext(placement_id, context.id, begins, weeks),
            ),
        )
        for weeks in LASTS
    ]
    rows.append((button(_("‹ back"), PlanContext(placement_id, context.id)),))
    text = words(first_name(track), f"{context.number} {context.title}", by=" · ")
    return Reply(lines(text, _("From {day}, until when?", day=_day(turn, begins))), tuple(rows))


def _last_day(begins: date, weeks: int) -> date:
    """Find the Sunday of the last of so many weeks."""
    return begins + weeks * WEEK - timedelta(days=begins.weekday() + 1)


def _day(turn: Turn, day: date) -> Day:
    return Day(opening(day, turn.person.time_zone))
