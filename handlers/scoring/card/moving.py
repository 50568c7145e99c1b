"""Around a card: its parts and views, a whole text, and the way to one question after the other."""

from dataclasses import replace

from bot.domain.scoring.film import Mark
from bot.i18n import voice_of
from bot.messages import Reply, Sayable, lines
from bot.use_cases.scoring.like_asking import like_asking
from bot.use_cases.scoring.seeing.see_own_marks import see_own_marks
from handlers.scoring.card.saying import card_place
from handlers.scoring.card.showing import show_card
from handlers.scoring.card.state import Card, CardPlace
from handlers.scoring.card.taps import AskOnCard, AskOneByOne, ReadWhole, TurnCard
from handlers.scoring.tapping.question import last_mark
from handlers.scoring.tapping.saying import moved_on
from handlers.scoring.tapping.state import StepsPlace
from handlers.scoring.tapping.steps import in_order, place_of, show_steps
from handlers.talking.turn import Replies, Turn

OVER = 200
"""Letters of a note over the chat."""


def tapped_turn(turn: Turn, tap: TurnCard) -> Replies:
    """Show another part of the card, or another view."""
    place = card_place(turn)
    if place is None:
        return moved_on(turn)
    card = place.steps.turned(tap.part, tap.view)
    return show_card(turn, CardPlace(card, place.track, place.competence), edit=True)


def tapped_whole(turn: Turn, tap: ReadWhole) -> Replies:
    """Show the whole text of an indicator: over the chat where it fits there, else on the card."""
    place = card_place(turn, tap.indicator)
    indicator = place.steps.indicator(place.competence) if place else None
    if place is None or indicator is None:
        return moved_on(turn)
    text = f"{place.competence.number}.{indicator.number} {indicator.text}"
    marks = see_own_marks(turn.uow, turn.seat(place.track), place.competence)
    last = last_mark(marks.get(indicator.id, Mark()), shared=place.track.shared)
    voice = voice_of(turn.person, turn.at)
    notes: tuple[Sayable, ...] = (lines(text, last), text)
    for note in notes:
        if len(voice.say(note)) <= OVER:
            return [Reply(note, over=True)]
    card = replace(place.steps, reading=indicator.id)
    return show_card(turn, CardPlace(card, place.track, place.competence), edit=True)


def tapped_one_by_one(turn: Turn, _tap: AskOneByOne) -> Replies:
    """Go on with one question after the other, from the first that the card did not answer."""
    place = card_place(turn)
    if place is None:
        return moved_on(turn)
    like_asking(turn.uow, turn.person.id, one_by_one=True)
    card = place.steps
    order = in_order(turn, place.track, place.competence)
    left = next((at for at, own in enumerate(order) if str(own) not in card.said), 0)
    steps = card.as_steps(order, left)
    return show_steps(turn, StepsPlace(steps, place.track, place.competence), edit=True)


def tapped_on_card(turn: Turn, _tap: AskOnCard) -> Replies:
    """Go on with the card, which shows what was said so far; the few of several have none."""
    place = place_of(turn)
    if place is None or place.steps.competences:
        return moved_on(turn)
    like_asking(turn.uow, turn.person.id, one_by_one=False)
    card = Card.of_steps(place.steps, place.competence)
    return show_card(turn, CardPlace(card, place.track, place.competence), edit=True)
