"""Flexible evaluation: a student chooses course components, teacher and coach see who chose what.

Source: document 004, chapter 2 §8 (evaluation); where there is no window, nothing is chosen.
"""

from collections.abc import Iterator, Sequence

from bot.domain.periods.period import Period
from bot.domain.school.tracks import Role, Track
from bot.messages import Button, Moment, Reply, Sayable, _, colon, lines, words
from bot.ports.telling.errands import Errand
from bot.use_cases.evaluating.choosing.choose_component import (
    ChoiceOver,
    choose_component,
    list_choosing,
)
from bot.use_cases.evaluating.choosing.see_card import see_card
from bot.use_cases.evaluating.choosing.see_evaluations import list_evaluated
from handlers.evaluating.choosing.card import MEANING, label, say_card
from handlers.evaluating.choosing.late import show_choices
from handlers.evaluating.choosing.listed import lead_to_prepared
from handlers.evaluating.choosing.taps import ChooseComponent
from handlers.periods.tell_periods import invite_to_choose, list_periods
from handlers.talking.meaning.target import Group, Target, groups_of, parts_of
from handlers.talking.meaning.whom import Sought, Unclear, nobody
from handlers.talking.phrases import first_name
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Replies, Turn

NOTHING = _("There is nothing to choose at the moment.")
NOTHING_CHOSEN = _("There is nothing chosen to see here.")


def seek_choice(turn: Turn, words_: str) -> Sought[Target, None]:
    """Read whose choice `/choose` is about: the own one, a student's or that of class groups.

    Raises Unclear with the answer where nobody else can be meant.
    """
    own = [track for track in turn.tracks if track.scoring_role is Role.STUDENT]
    if own:
        raise Unclear(*_show_own(turn, own))
    if any(track.ended_at or track.held for track in turn.tracks):
        raise Unclear(Reply(nobody(turn)))
    groups = groups_of(turn)
    if not groups or not words_.strip():
        raise Unclear(_show_groups(turn, groups))
    students = [track for group in groups for track in group.tracks]
    return Sought(words_.strip(), [*groups, *students], None)


def show_choice(turn: Turn, target: Target, _nothing: None) -> Replies:
    """Answer `/choose` about a student, or about a class group."""
    if isinstance(target, Group):
        return [_show_groups(turn, [target])]
    return show_choices(turn, target)


def _show_own(turn: Turn, tracks: Sequence[Track]) -> Replies:
    """Show a student what can be chosen; where nothing can, what counts."""
    open_ = [(track, own) for track in tracks for own in list_choosing(turn.uow, track, turn.at)]
    if open_:
        return [_ask(turn, track, period, edit=False) for track, period in open_]
    standing = [
        _say_standing(turn, track, period)
        for track in tracks
        for period in list_evaluated(turn.uow, track.programme_id, turn.at)
    ]
    return [Reply(lines(NOTHING, *standing))]


def _ask(turn: Turn, track: Track, period: Period, *, edit: bool) -> Reply:
    card = see_card(turn.uow, turn.person.id, track, period)
    if card is None:
        return Reply(NOTHING)
    rows = tuple(
        (
            button(
                label(card, own),
                ChooseComponent(period.id, track.id, own.component.id),
            ),
        )
        for own in card.components
    )
    question = _(
        "{period}: on which course components do you want to be evaluated? Tap to choose; you "
        "can change it until {until}.",
        period=period.name,
        until=Moment(period.choose_until or turn.at),
    )
    return Reply(say_card(card, question, MEANING), rows, edit=edit)


def _say_standing(turn: Turn, track: Track, period: Period) -> Sayable | None:
    card = see_card(turn.uow, turn.person.id, track, period)
    if card is None:
        return None
    over = _("The choice for {period} is over; it stands.", period=period.name)
    return say_card(card, over)


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


def _show_groups(turn: Turn, groups: Sequence[Group]) -> Reply:
    shown = [part for group in groups for part in _show_group(turn, group)]
    if not shown:
        return Reply(NOTHING_CHOSEN)
    rows: list[tuple[Button, ...]] = []
    for _said, part, period in shown:
        rows.append(lead_to_prepared(f"{part.name} · {period.name}", part.tracks[0], period))
    return Reply(lines(*(said for said, _group, _period in shown)), tuple(rows))


def _show_group(turn: Turn, group: Group) -> Iterator[tuple[Sayable, Group, Period]]:
    for part in parts_of(group):
        for period in list_evaluated(turn.uow, part.tracks[0].programme_id, turn.at):
            yield lines(*_show_chosen(turn, part, period)), part, period


def _show_chosen(turn: Turn, part: Group, period: Period) -> Iterator[Sayable]:
    chosen = turn.uow.choices.read_chosen(period, [track.id for track in part.tracks])
    yield f"{part.name} · {period.name}"
    for track in part.tracks:
        titles = [
            component.title
            for component in turn.programme(track).components
            if component.id in chosen.get(track.id, ())
        ]
        yield words(colon(first_name(track)), ", ".join(titles) or _("nothing chosen yet"))


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
