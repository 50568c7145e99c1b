"""What typed words mean on an open card: a row by its number, or a button with a digit on it."""

import re
from typing import Literal

from bot.domain.folding import fold
from bot.domain.scoring.scales import Coverage, Mastery
from bot.messages import _
from handlers.scoring.card.choices import TIMES
from handlers.scoring.card.rows import ALL_TIMES, next_part
from handlers.scoring.card.saying import card_place
from handlers.scoring.card.state import Card, CardPlace, parts_of
from handlers.scoring.card.taps import (
    CoverAll,
    CoverOnCard,
    MarkAll,
    MarkOnCard,
    NotHereOnCard,
    ReadWhole,
    TurnCard,
)
from handlers.talking.meaning.words import NOT_HERE
from handlers.talking.phrases import MASTERY_BUTTON, MASTERY_SIGN
from handlers.talking.routing.tap import Tap
from handlers.talking.turn import Turn
from handlers.talking.typed_taps import says

_ROW = re.compile(r"(?P<number>\d{1,2})\s*[.:)]?\s*(?P<said>(?:\D.*)?)")

_LETTERS = {
    **{mastery.value.lower(): mastery for mastery in Mastery},
    **{sign: mastery for mastery, sign in MASTERY_SIGN.items()},
}
_OFTEN = {often.value.lower(): often for often in TIMES}


def mean_on_card(turn: Turn, card: Card, text: str) -> Tap | None:
    """Find the button of a card that words with a digit mean; None for what is a line of its own.

    Once another student was spoken of, a number alone is not about this card.
    """
    place = card_place(turn)
    if place is None or turn.about is None or turn.about.id != card.track:
        return None
    text = text.strip(" .!")
    return _controls(turn, place, text) or _row(turn, place, text)


def _controls(turn: Turn, place: CardPlace, text: str) -> Tap | None:
    """Read what stands on the buttons below the rows."""
    serial, card = turn.dialogue.serial, place.steps
    view: Literal["often", "marks"] = "often" if card.view == "often" else "marks"
    for part in range(len(parts_of(place.competence))):
        if says(turn, next_part(part + 1), text):
            return TurnCard(serial, part, view)
    if says(turn, _("all ◐ with support"), text):  # what is too long for its button
        return MarkAll(serial, Mastery.WITH_SUPPORT)
    for often, label in ALL_TIMES.items():
        if view == "often" and says(turn, label, text):
            return CoverAll(serial, often)
    return None


def _row(turn: Turn, place: CardPlace, text: str) -> Tap | None:
    """Read the number of a row, with what is said of it, or alone: then its text is shown."""
    found = _ROW.fullmatch(text)
    number = int(found["number"]) if found else 0
    own = next((row.id for row in place.competence.indicators if row.number == number), None)
    if found is None or own is None:
        return None
    serial, said = turn.dialogue.serial, found["said"].strip()
    if not said:
        return ReadWhole(serial, own)
    if _is_whole(turn, place, number):
        return None  # the mark of a competence with one indicator
    if mastery := _mastery(turn, said):
        return MarkOnCard(serial, own, mastery)
    if often := _often(turn, said):
        return CoverOnCard(serial, own, often)
    return NotHereOnCard(serial, own) if NOT_HERE.fullmatch(fold(said)) else None


def _is_whole(turn: Turn, place: CardPlace, number: int) -> bool:
    """Say whether a letter behind this number is a line about a whole competence."""
    competences = turn.programme(place.track).competences
    return any(own.number == number and len(own.indicators) == 1 for own in competences)


def _mastery(turn: Turn, said: str) -> Mastery | None:
    named = (own for own, label in MASTERY_BUTTON.items() if says(turn, label, said))
    return _LETTERS.get(fold(said)) or next(named, None)


def _often(turn: Turn, said: str) -> Coverage | None:
    named = (own for own, label in TIMES.items() if says(turn, label, said))
    return _OFTEN.get(fold(said)) or next(named, None)
