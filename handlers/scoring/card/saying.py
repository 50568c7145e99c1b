"""What the rows of a card say: each tap is stored at once, and the card shows what is stored."""

from collections.abc import Mapping
from dataclasses import replace

from bot.domain.scoring.film import Mark, Score
from bot.messages import Reply, _
from bot.use_cases.scoring.seeing.see_own_marks import see_own_marks
from bot.use_cases.scoring.store_scores import Contradiction, Sayings
from bot.use_cases.scoring.take_back_score import Scale, take_back_score
from bot.use_cases.scoring.undo_entry import LostSight
from handlers.scoring.card.showing import show_card
from handlers.scoring.card.state import Card, CardPlace, part_with, parts_of
from handlers.scoring.card.taps import (
    CoverOnCard,
    FinishCard,
    MarkOnCard,
    NotHereOnCard,
    TakeBackOnCard,
)
from handlers.scoring.tapping.saying import moved_on, store_tapped
from handlers.scoring.tapping.steps import finish, place_of
from handlers.talking.turn import Replies, Turn


def card_place(turn: Turn, indicator: int | None = None) -> CardPlace | None:
    """Find the card that is open, if this person may still score there, and has the indicator."""
    place = place_of(turn, indicator)
    if place is None or not isinstance(place.steps, Card):
        return None
    return CardPlace(place.steps, place.track, place.competence, place.standing)


def tapped_mark(turn: Turn, tap: MarkOnCard) -> Replies:
    """Store how an indicator is shown; after the last of all, ask how often."""
    place = card_place(turn, tap.indicator)
    if place is None:
        return moved_on(turn)
    said = say_on_card(turn, place, {tap.indicator: Score(turn.at, mastery=tap.mastery)})
    completes = said.steps.marked and not place.steps.marked and not said.steps.holding
    return show_card(turn, _asking_often(turn, said) if completes else said, edit=True)


def tapped_cover(turn: Turn, tap: CoverOnCard) -> Replies:
    """Store how often an indicator came up, with the mastery that was held back for it."""
    place = card_place(turn, tap.indicator)
    if place is None:
        return moved_on(turn)
    held = place.steps.held_of(tap.indicator)
    score = Score(turn.at, mastery=held, coverage=tap.coverage)
    said = say_on_card(turn, place, {tap.indicator: score})
    if place.steps.view == "often" and not _has_lacking(turn, said):
        said = _asking_often(turn, said)
    return show_card(turn, said, edit=True)


def tapped_card_not_here(turn: Turn, tap: NotHereOnCard) -> Replies:
    """Store that this actor cannot see the indicator here."""
    place = card_place(turn, tap.indicator)
    if place is None:
        return moved_on(turn)
    said = say_on_card(turn, place, {tap.indicator: Score(turn.at, not_here=True)})
    return show_card(turn, said, edit=True)


def tapped_take_back(turn: Turn, tap: TakeBackOnCard) -> Replies:
    """Take back what this card said of an indicator: what was said before stands again."""
    place = card_place(turn, tap.indicator)
    if place is None:
        return moved_on(turn)
    card = place.steps
    if card.held_of(tap.indicator):
        return show_card(turn, _moved(place, card.released([tap.indicator])), edit=True)
    seat, scale = turn.seat(place.track), Scale(tap.scale)
    try:
        taken = take_back_score(turn.uow, seat, card.entry, tap.indicator, scale, turn.at)
    except LostSight:
        return moved_on(turn)
    if taken is not None:
        card = card.without(tap.indicator, None if taken.whole else scale)
        card = replace(card, entry=taken.entry.id if taken.entry else None)
        turn.recorded += [taken.entry.id] if taken.entry else []
    return show_card(turn, _moved(place, card), edit=True)


def tapped_finish_card(turn: Turn, _tap: FinishCard) -> Replies:
    """End with the summary, unless something is held back that is not stored yet."""
    place = card_place(turn)
    if place is None:
        return moved_on(turn)
    held = [own for own in place.competence.indicators if str(own.id) in place.steps.holding]
    if not held:
        return [finish(turn, place)]
    numbers = ", ".join(f"{place.competence.number}.{own.number}" for own in held)
    part = part_with(place.competence, {own.id for own in held}) or 0
    asked = _("{numbers} never came up until now. How often is it now?", numbers=numbers)
    shown = show_card(turn, _moved(place, place.steps.turned(part, "marks")), edit=True)
    return [Reply(asked, over=True), *shown]


def say_on_card(turn: Turn, place: CardPlace, scores: Mapping[int, Score]) -> CardPlace:
    """Store scores; one that contradicts what stands is held back until its coverage is said."""
    try:
        return _store(turn, place, scores)
    except Contradiction as clash:
        held = {own: mastery for own in clash.shown if (mastery := scores[own].mastery)}
        wrong = {*clash.shown, *clash.never}
    rest = {own: score for own, score in scores.items() if own not in wrong}
    place = _moved(place, place.steps.holding_back(held))
    return _store(turn, place, rest) if rest else place


def _store(turn: Turn, place: CardPlace, scores: Mapping[int, Score]) -> CardPlace:
    said = Sayings(place.competence, scores)
    entry, _marks = store_tapped(turn, place.track, said, place.entry)
    card = place.steps.released(scores).with_said(scores, entry)
    return _moved(place, replace(card, reading=0))


def _moved(place: CardPlace, card: Card) -> CardPlace:
    return CardPlace(card, place.track, place.competence)


def lacking(turn: Turn, place: CardPlace) -> set[int]:
    """Find the indicators of which nobody said how often, and no tally gives it."""
    marks = see_own_marks(turn.uow, turn.seat(place.track), place.competence)
    return {own for own in place.steps.order if marks.get(own, Mark()).coverage is None}


def _has_lacking(turn: Turn, place: CardPlace) -> bool:
    part = parts_of(place.competence)[place.steps.part]
    return not lacking(turn, place).isdisjoint(own.id for own in part)


def _asking_often(turn: Turn, place: CardPlace) -> CardPlace:
    """Go on with how often, in the first part that lacks it; stay where none does."""
    part = part_with(place.competence, lacking(turn, place))
    return place if part is None else _moved(place, place.steps.turned(part, "often"))
