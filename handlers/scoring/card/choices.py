"""What can be chosen of an indicator on a card: a mark, how often, or to take it back."""

from dataclasses import dataclass
from typing import Literal

from bot.domain.school.frameworks import Indicator
from bot.domain.scoring.film import Mark
from bot.domain.scoring.scales import Coverage, Mastery
from bot.messages import Button, ChoiceRow, Sayable, _, words
from handlers.scoring.card.state import Card
from handlers.scoring.card.taps import CoverOnCard, MarkOnCard, NotHereOnCard, TakeBackOnCard
from handlers.talking.phrases import MASTERY_BUTTON, MASTERY_SIGN
from handlers.talking.routing.tap import Tap, button

TIMES = {Coverage.SOMETIMES: _("1 to 3 times"), Coverage.REGULARLY: _("4 or more")}
NEVER = _("never")
NOT_HERE = _("not here")
TAKE_BACK = _("↩ take back")


@dataclass(frozen=True, slots=True)
class OnCard:
    """An indicator in sight, one's own mark on it, and whether it still waits for an answer."""

    indicator: Indicator
    mark: Mark
    waits: bool


@dataclass(frozen=True, slots=True)
class CardChoice:
    """One choice: its short label, its words, and whether it holds now.

    `tap` says the same however often it is tapped; `back` takes back what this card said.
    """

    label: Sayable
    meaning: Sayable
    tap: Tap
    holds: bool = False
    back: Tap | None = None


def choices_of(card: Card, serial: int, row: OnCard) -> tuple[CardChoice, ...]:
    """List what can be chosen of an indicator, in the view that the card has."""
    held = card.held_of(row.indicator.id)
    if held:
        sign = words(MASTERY_SIGN[held], "✕", by=" ")
        let_go = TakeBackOnCard(serial, row.indicator.id, "mastery")
        return (*_times(card, serial, row, None), CardChoice(sign, TAKE_BACK, let_go))
    if card.view == "often":
        return (*_times(card, serial, row, row.mark.coverage), *_third(card, serial, row))
    holding = None if row.waits else row.mark.mastery
    return tuple(
        _choice(
            card,
            MarkOnCard(serial, row.indicator.id, mastery),
            mastery is holding,
            sign,
            MASTERY_BUTTON[mastery],
        )
        for mastery, sign in MASTERY_SIGN.items()
    )


def as_buttons(row: OnCard, choices: tuple[CardChoice, ...]) -> tuple[Button, ...]:
    """Make a button of each; a second tap on the one that holds takes back what the card said."""
    about = f"{row.indicator.number}. {row.indicator.text}:"
    return tuple(
        button(own.label, own.back or own.tap, own.holds, words(about, own.meaning))
        for own in choices
    )


def as_options(text: Sayable, choices: tuple[CardChoice, ...]) -> ChoiceRow:
    """Make choices in words of which one holds, and another one that takes it back."""
    options = [button(own.meaning, own.tap, own.holds) for own in choices]
    back = next((own.back for own in choices if own.back), None)
    return ChoiceRow(text, (*options, *((button(TAKE_BACK, back, False),) if back else ())))


def _times(
    card: Card, serial: int, row: OnCard, holding: Coverage | None
) -> tuple[CardChoice, ...]:
    return tuple(
        _choice(card, CoverOnCard(serial, row.indicator.id, often), often is holding, label, label)
        for often, label in TIMES.items()
    )


def _third(card: Card, serial: int, row: OnCard) -> tuple[CardChoice, ...]:
    """Offer what goes with what is said: what is shown came up."""
    own, mark = row.indicator.id, row.mark
    if mark.mastery is not None and mark.mastery.acquired:
        return ()
    if mark.mastery is Mastery.NOT_SHOWN:
        never = CoverOnCard(serial, own, Coverage.NOT_YET)
        return (_choice(card, never, mark.coverage is Coverage.NOT_YET, NEVER, NEVER),)
    here = mark.not_here and not row.waits
    return (_choice(card, NotHereOnCard(serial, own), here, NOT_HERE, NOT_HERE),)


def _choice(
    card: Card,
    tap: MarkOnCard | CoverOnCard | NotHereOnCard,
    holds: bool,
    label: Sayable,
    meaning: Sayable,
) -> CardChoice:
    """Make a choice; where it holds and this card said it, it can be taken back."""
    said, scale = _saying(tap)
    taken = holds and card.says(tap.indicator, said)
    back = TakeBackOnCard(tap.serial, tap.indicator, scale) if taken else None
    return CardChoice(label, meaning, tap, holds, back)


def _saying(
    tap: MarkOnCard | CoverOnCard | NotHereOnCard,
) -> tuple[str, Literal["mastery", "coverage"]]:
    if isinstance(tap, CoverOnCard):
        return tap.coverage, "coverage"
    return ("-" if isinstance(tap, NotHereOnCard) else tap.mastery), "mastery"
