"""Flexible evaluation: a student chooses course components, teacher and coach see who chose what.

Source: document 004, chapter 2 §8 (evaluation); where there is no window, nothing is chosen.
"""

from collections.abc import Iterator, Sequence

from bot.domain.periods.period import Period
from bot.domain.school.tracks import Role, Track
from bot.domain.school.visibility import SEES_CLASS_GROUP
from bot.messages import Moment, Reply, Sayable, _, lines, words
from bot.ports.telling.errands import Errand
from bot.use_cases.evaluating.choosing.choose_component import (
    ChoiceOver,
    choose_component,
    list_choosing,
)
from handlers.evaluating.choosing.taps import ChooseComponent
from handlers.periods.tell_periods import invite_to_choose, list_periods
from handlers.talking.meaning.target import groups_of
from handlers.talking.meaning.whom import nobody
from handlers.talking.phrases import first_name
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Replies, Turn

CHOSEN, OPEN = "☑", "☐"

NOTHING = _("There is nothing to choose at the moment.")


def choose(turn: Turn, words_: str) -> Replies:
    """Answer `/choose`: a student's own choice, or that of the students of a class group."""
    own = [track for track in turn.tracks if track.scoring_role is Role.STUDENT]
    if own:
        shown = [
            _ask(turn, track, period, edit=False)
            for track in own
            for period in list_choosing(turn.uow, track, turn.at)
        ]
        return shown or [Reply(NOTHING)]
    if any(track.ended_at for track in turn.tracks):
        return [Reply(nobody(turn))]
    return [Reply(lines(*_show_groups(turn, words_.strip())))]


def _ask(turn: Turn, track: Track, period: Period, *, edit: bool) -> Reply:
    chosen = turn.uow.choices.read_chosen(period, [track.id]).get(track.id, ())
    rows = tuple(
        (
            button(
                words(CHOSEN if component.id in chosen else OPEN, component.title),
                ChooseComponent(period.id, track.id, component.id),
            ),
        )
        for component in turn.programme(track).components
    )
    text = _(
        "{period}: on which course components do you want to be evaluated? Tap to choose; you "
        "can change it until {until}.",
        period=period.name,
        until=Moment(period.choose_until or turn.at),
    )
    return Reply(text, rows, edit=edit)


def tapped_component(turn: Turn, tap: ChooseComponent) -> Replies:
    """Choose a component, or no longer; after the window the choice stands."""
    track, period = turn.track(tap.track), turn.uow.periods.find(tap.period)
    if track is None or period is None or track.scoring_role is not Role.STUDENT:
        return [Reply(NOTHING)]
    if period.programme_id != track.programme_id:  # another school's: not even its name is told
        return [Reply(NOTHING)]
    try:
        choose_component(turn.uow, track, period, tap.component, turn.at)
    except ChoiceOver:
        return [Reply(_("The choice for {period} is over; it stands.", period=period.name))]
    return [_ask(turn, track, period, edit=True)]


def _show_groups(turn: Turn, wanted: str) -> Iterator[Sayable]:
    said = [
        part
        for group in groups_of(turn)
        if wanted.casefold() in ("", group.name.casefold())
        for part in _show_group(turn, group.name, group.tracks)
    ]
    yield from said or [_("There is nothing chosen to see here.")]


def _show_group(turn: Turn, name: str, tracks: Sequence[Track]) -> Iterator[Sayable]:
    seen = [track for track in tracks if track.roles & SEES_CLASS_GROUP]
    for programme_id in dict.fromkeys(track.programme_id for track in seen):
        own = [track for track in seen if track.programme_id == programme_id]
        for period in turn.uow.periods.list_of(programme_id):
            if period.standing and period.choose_until is not None:
                yield from _show_chosen(turn, name, period, own)


def _show_chosen(
    turn: Turn, name: str, period: Period, tracks: Sequence[Track]
) -> Iterator[Sayable]:
    chosen = turn.uow.choices.read_chosen(period, [track.id for track in tracks])
    yield f"{name} · {period.name}"
    for track in tracks:
        titles = [
            component.title
            for component in turn.programme(track).components
            if component.id in chosen.get(track.id, ())
        ]
        yield words(f"{first_name(track)}:", ", ".join(titles) or _("nothing chosen yet"))


def remind_to_choose(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Remind a student who has chosen nothing that the window ends."""
    parts = [
        invite_to_choose(period)
        for period in list_periods(turn, errands)
        for track in turn.tracks
        if track.scoring_role is Role.STUDENT
        and period in list_choosing(turn.uow, track, turn.at)
        and not turn.uow.choices.read_chosen(period, [track.id]).get(track.id)
    ]
    return MessagePart(lines(*parts)) if parts else None
