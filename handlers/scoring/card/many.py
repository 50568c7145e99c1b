"""The same for all that a card has not marked yet, in every part of it."""

from bot.domain.scoring.film import Mark, Score, said_again
from bot.domain.scoring.scales import contradicts
from bot.messages import Reply, _
from bot.use_cases.scoring.seeing.see_own_marks import see_own_marks
from bot.use_cases.scoring.seeing.see_own_sayings import see_own_sayings
from handlers.scoring.card.saying import card_place, say_on_card
from handlers.scoring.card.showing import show_card
from handlers.scoring.card.state import CardPlace
from handlers.scoring.card.taps import CoverAll, MarkAll, RepeatAll
from handlers.scoring.tapping.saying import moved_on, tell_not_own
from handlers.talking.turn import Replies, Turn

NOTHING_BEFORE = _("There is nothing of your own to repeat.")


def tapped_all(turn: Turn, tap: MarkAll) -> Replies:
    """Mark all that neither this card nor a line beside it has; where all are marked, every one."""
    place = card_place(turn)
    if place is None:
        return moved_on(turn)
    scores = {own: Score(turn.at, mastery=tap.mastery) for own in _unsaid(place, "mastery")}
    return show_card(turn, say_on_card(turn, place, scores), edit=True)


def tapped_all_covered(turn: Turn, tap: CoverAll) -> Replies:
    """Say how often of all of which neither this card nor a tally says it."""
    place = card_place(turn)
    if place is None:
        return moved_on(turn)
    marks = see_own_marks(turn.uow, turn.seat(place.track), place.competence)
    scores = {}
    for own in _unsaid(place, "coverage"):
        mark, held = marks.get(own, Mark()), place.steps.held_of(own)
        if not mark.tally and not mark.not_here and not contradicts(mark.mastery, tap.coverage):
            scores[own] = Score(turn.at, mastery=held, coverage=tap.coverage)
    place = say_on_card(turn, place, scores) if scores else place
    return show_card(turn, place, edit=True)


def tapped_repeat(turn: Turn, _tap: RepeatAll) -> Replies:
    """Say one's own last marks again of all that this card has not marked."""
    place = card_place(turn)
    if place is None:
        return moved_on(turn)
    card = place.steps
    left = [own for own in card.order if str(own) not in card.said and own not in card.typed]
    own = see_own_sayings(turn.uow, turn.seat(place.track), left)
    scores = said_again(own.marks, turn.at)
    if not scores:
        return [Reply(NOTHING_BEFORE, over=True)]
    shown = show_card(turn, say_on_card(turn, place, scores), edit=True)
    return [*shown, *tell_not_own(place, own)]


def _unsaid(place: CardPlace, scale: str) -> list[int]:
    """List of which this card says nothing on a scale; all of them where it said it of all."""
    at = 0 if scale == "mastery" else 1
    said = place.steps.said
    left = [
        own
        for own in place.steps.order
        if not (of := said.get(str(own), (None, None, False)))[at] and not of[2]
        if scale == "coverage" or own not in place.steps.typed
    ]
    return left or place.steps.order
