"""The buttons of a card: a row for each indicator in sight, then its controls."""

from dataclasses import dataclass
from typing import Literal

from bot.domain.school.frameworks import Indicator
from bot.domain.scoring.film import Mark
from bot.domain.scoring.scales import Coverage, Mastery
from bot.messages import Button, Sayable, _, words
from handlers.scoring.card.state import Card
from handlers.scoring.card.taps import (
    AskOneByOne,
    CoverAll,
    CoverOnCard,
    FinishCard,
    MarkAll,
    MarkOnCard,
    NotHereOnCard,
    ReadWhole,
    RepeatAll,
    TakeBackOnCard,
    TurnCard,
)
from handlers.scoring.taps import ShowNorm, WriteNote
from handlers.talking.phrases import MASTERY_BUTTON, MASTERY_SIGN
from handlers.talking.routing.tap import Tap, button

ButtonRow = tuple[Button, ...]

A_ROW = 7
"""Numbers in a row, where a note is about one of them."""

TIMES = {Coverage.SOMETIMES: _("1 to 3 times"), Coverage.REGULARLY: _("4 or more")}
ALL_TIMES = {Coverage.SOMETIMES: _("all 1 to 3 times"), Coverage.REGULARLY: _("all 4 or more")}
NEVER = _("never")
NOT_HERE = _("not here")


@dataclass(frozen=True, slots=True)
class OnCard:
    """An indicator in sight, one's own mark on it, and whether it still waits for an answer."""

    indicator: Indicator
    mark: Mark
    waits: bool


@dataclass(frozen=True, slots=True)
class Controls:
    """How many parts there are, and whether there are marks to say again."""

    parts: int
    repeats: bool


def rows_of(card: Card, serial: int, seen: list[OnCard], controls: Controls) -> list[ButtonRow]:
    """Make all rows of a card in its view."""
    if card.view == "notes":
        return _note_rows(card, serial, seen)
    often = card.view == "often"
    rows = [
        _often_row(card, serial, row)
        if often or card.held_of(row.indicator.id)
        else _mark_row(card, serial, row)
        for row in seen
        if not (often and row.mark.tally)  # the tally says how often
    ]
    return [*rows, *filter(None, _control_rows(card, serial, controls))]


def _mark_row(card: Card, serial: int, row: OnCard) -> ButtonRow:
    indicator = row.indicator
    holds = None if row.waits else row.mark.mastery
    buttons = []
    for mastery, sign in MASTERY_SIGN.items():
        taken = mastery is holds and card.says(indicator.id, mastery)
        tap: Tap = (
            TakeBackOnCard(serial, indicator.id, "mastery")
            if taken
            else MarkOnCard(serial, indicator.id, mastery)
        )
        buttons.append(_choice(sign, tap, mastery is holds, row, MASTERY_BUTTON[mastery]))
    return (_number(serial, indicator), *buttons)


def _often_row(card: Card, serial: int, row: OnCard) -> ButtonRow:
    indicator, mark = row.indicator, row.mark
    held = card.held_of(indicator.id)
    holds = None if held else mark.coverage
    buttons = []
    for coverage, label in TIMES.items():
        here = coverage is holds
        taken = here and card.says(indicator.id, coverage)
        tap: Tap = (
            TakeBackOnCard(serial, indicator.id, "coverage")
            if taken
            else CoverOnCard(serial, indicator.id, coverage)
        )
        buttons.append(_choice(label, tap, here, row, label))
    return (_number(serial, indicator), *buttons, *_third(card, serial, row, held))


def _third(card: Card, serial: int, row: OnCard, held: Mastery | None) -> ButtonRow:
    """Offer what goes with what is said: what is shown came up; what is held can be let go."""
    indicator, mark = row.indicator, row.mark
    if held:
        sign = words(MASTERY_SIGN[held], "✕", by=" ")
        return (_choice(sign, TakeBackOnCard(serial, indicator.id, "mastery"), False, row, sign),)
    if mark.mastery is not None and mark.mastery.acquired:
        return ()
    if mark.mastery is Mastery.NOT_SHOWN:
        here = mark.coverage is Coverage.NOT_YET
        taken = here and card.says(indicator.id, Coverage.NOT_YET)
        never: Tap = (
            TakeBackOnCard(serial, indicator.id, "coverage")
            if taken
            else CoverOnCard(serial, indicator.id, Coverage.NOT_YET)
        )
        return (_choice(NEVER, never, here, row, NEVER),)
    here = mark.not_here and not row.waits
    not_here: Tap = (
        TakeBackOnCard(serial, indicator.id, "mastery")
        if here and card.says(indicator.id, "-")
        else NotHereOnCard(serial, indicator.id)
    )
    return (_choice(NOT_HERE, not_here, here, row, NOT_HERE),)


def _choice(label: Sayable, tap: Tap, chosen: bool, row: OnCard, meaning: Sayable) -> Button:
    says = words(f"{row.indicator.number}. {row.indicator.text}:", meaning)
    return button(label, tap, chosen, says)


def _number(serial: int, indicator: Indicator) -> Button:
    says = f"{indicator.number}. {indicator.text}"
    return button(str(indicator.number), ReadWhole(serial, indicator.id), says=says)


def _control_rows(card: Card, serial: int, controls: Controls) -> list[ButtonRow]:
    """Make the way to the other parts, then two rows of three."""
    aside = button(_("one by one"), AskOneByOne(serial))
    often = card.view == "often"
    other = button(_("‹ marks"), TurnCard(serial, card.part, "marks")) if often else None
    second = other or button(_("how often"), TurnCard(serial, card.part, "often"))
    return [
        (*_part_buttons(card, serial, controls.parts), aside),
        _often_all(serial) if often else _marks_all(serial, repeats=controls.repeats),
        (
            second,
            button(_("note"), TurnCard(serial, card.part, "notes")),
            button(_("done"), FinishCard(serial)),
        ),
    ]


def _part_buttons(card: Card, serial: int, parts: int) -> ButtonRow:
    buttons = []
    before, after = _("‹ part {number}", number=card.part), next_part(card.part + 2)
    view: Literal["often", "marks"] = "often" if card.view == "often" else "marks"
    if card.part > 0:
        buttons.append(button(before, TurnCard(serial, card.part - 1, view)))
    if card.part + 1 < parts:
        buttons.append(button(after, TurnCard(serial, card.part + 1, view)))
    return tuple(buttons)


def next_part(number: int) -> Sayable:
    """Say on a button that it leads to a part; typed, that part is meant wherever one is."""
    return _("part {number} ›", number=number)


def _marks_all(serial: int, *, repeats: bool) -> ButtonRow:
    before = (button(_("all as before"), RepeatAll(serial)),) if repeats else ()
    return (
        *before,
        button(_("all ✓ alone"), MarkAll(serial, Mastery.AUTONOMOUS)),
        button(_("all ◐ with support"), MarkAll(serial, Mastery.WITH_SUPPORT)),
    )


def _often_all(serial: int) -> ButtonRow:
    return tuple(button(label, CoverAll(serial, often)) for often, label in ALL_TIMES.items())


def _note_rows(card: Card, serial: int, seen: list[OnCard]) -> list[ButtonRow]:
    numbers = [
        button(
            str(row.indicator.number),
            WriteNote(serial, row.indicator.id),
            says=f"{row.indicator.number}. {row.indicator.text}",
        )
        for row in seen
    ]
    rows = [tuple(numbers[at : at + A_ROW]) for at in range(0, len(numbers), A_ROW)]
    back = button(_("‹ back"), TurnCard(serial, card.part, "marks"))
    return [*rows, (back, button(_("what do these mean?"), ShowNorm(serial)))]
