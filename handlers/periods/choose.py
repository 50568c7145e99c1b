"""Flexible evaluation: a student chooses course components, teacher and coach see who chose what.

Source: document 004, chapter 2 §8 (evaluation); where there is no window, nothing is chosen.
"""

from collections.abc import Iterator, Sequence

from bot.domain.periods.period import Period
from bot.domain.school.tracks import Role, Track
from bot.domain.school.visibility import SEES_CLASS_GROUP
from bot.messages import Button, Moment, Reply, Sayable, _, lines, words
from bot.ports.telling.errands import Errand
from handlers.periods.tell_periods import choice_line
from handlers.talking.phrases import first_name
from handlers.talking.target import groups_of
from handlers.talking.telling import MessagePart, periods_of
from handlers.talking.turn import Replies, Turn

CHOSEN, OPEN = "☑", "☐"


def choose(turn: Turn, words_: str) -> Replies:
    """Answer `/choose`: a student's own choice, or that of the students of a class group."""
    own = [track for track in turn.tracks if track.scoring_role is Role.STUDENT]
    if own:
        shown = [
            _asked(turn, track, period, edit=False)
            for track in own
            for period in _choosing(turn, track)
        ]
        return shown or [Reply(_("There is nothing to choose at the moment."))]
    return [Reply(lines(*_of_groups(turn, words_.strip())))]


def _choosing(turn: Turn, track: Track) -> list[Period]:
    """List the periods in whose window we are; a programme without components has none."""
    if not turn.programme(track).components:
        return []
    periods = turn.uow.periods.list_of(track.programme_id)
    return [one for one in periods if one.standing and one.is_choosing(turn.at)]


def _asked(turn: Turn, track: Track, period: Period, *, edit: bool) -> Reply:
    chosen = turn.uow.choices.read_chosen(period, [track.id]).get(track.id, ())
    rows = tuple(
        (
            Button(
                words(CHOSEN if one.id in chosen else OPEN, one.title),
                f"ch:{period.id}:{track.id}:{one.id}",
            ),
        )
        for one in turn.programme(track).components
    )
    text = _(
        "{period}: on which course components do you want to be evaluated? Tap to choose; you "
        "can change it until {until}.",
        period=period.name,
        until=Moment(period.choose_until or turn.at),
    )
    return Reply(text, rows, edit=edit)


def tapped_choice(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Choose a component, or no longer; after the window the choice stands."""
    period_id, track_id, component_id = map(int, arguments)
    track, period = turn.track(track_id), turn.uow.periods.find(period_id)
    if track is None or period is None or track.scoring_role is not Role.STUDENT:
        return [Reply(_("There is nothing to choose at the moment."))]
    if period not in _choosing(turn, track):
        return [Reply(_("The choice for {period} is over; it stands.", period=period.name))]
    if any(one.id == component_id for one in turn.programme(track).components):
        turn.uow.choices.toggle(period, track, component_id)
    return [_asked(turn, track, period, edit=True)]


def _of_groups(turn: Turn, wanted: str) -> Iterator[Sayable]:
    groups = [one for one in groups_of(turn) if wanted.casefold() in ("", one.name.casefold())]
    said = [part for one in groups for part in _of_group(turn, one.name, one.tracks)]
    yield from said or [_("There is nothing chosen to see here.")]


def _of_group(turn: Turn, name: str, tracks: Sequence[Track]) -> Iterator[Sayable]:
    seen = [track for track in tracks if track.roles & SEES_CLASS_GROUP]
    for programme_id in dict.fromkeys(track.programme_id for track in seen):
        own = [track for track in seen if track.programme_id == programme_id]
        for period in turn.uow.periods.list_of(programme_id):
            if period.standing and period.choose_until is not None:
                yield from _chosen(turn, name, period, own)


def _chosen(turn: Turn, name: str, period: Period, tracks: Sequence[Track]) -> Iterator[Sayable]:
    chosen = turn.uow.choices.read_chosen(period, [track.id for track in tracks])
    yield f"{name} · {period.name}"
    for track in tracks:
        titles = [
            one.title
            for one in turn.programme(track).components
            if one.id in chosen.get(track.id, ())
        ]
        yield words(f"{first_name(track)}:", ", ".join(titles) or _("nothing chosen yet"))


def to_choose(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Remind a student who has chosen nothing that the window ends."""
    parts = [
        choice_line(period)
        for period in periods_of(turn, errands)
        for track in turn.tracks
        if track.scoring_role is Role.STUDENT
        and period in _choosing(turn, track)
        and not turn.uow.choices.read_chosen(period, [track.id]).get(track.id)
    ]
    return MessagePart(lines(*parts)) if parts else None
