"""The buttons of a card: a row for each indicator in sight, then its controls."""

from dataclasses import dataclass
from typing import Literal

from bot.domain.school.frameworks import Indicator
from bot.domain.scoring.scales import Coverage, Mastery
from bot.messages import Button, Sayable, _
from handlers.scoring.card.choices import OnCard, as_buttons, choices_of
from handlers.scoring.card.state import Card
from handlers.scoring.card.taps import (
    AskOneByOne,
    CoverAll,
    FinishCard,
    MarkAll,
    ReadWhole,
    RepeatAll,
    TurnCard,
)
from handlers.scoring.taps import ShowNorm, WriteNote
from handlers.talking.routing.tap import button

ButtonRow = tuple[Button, ...]

A_ROW = 7
"""Numbers in a row, where a note is about one of them."""

ALL_TIMES = {Coverage.SOMETIMES: _("all 1 to 3 times"), Coverage.REGULARLY: _("all 4 or more")}


@dataclass(frozen=True, slots=True)
class Controls:
    """How many parts there are, and whether there are marks to say again."""

    parts: int
    repeats: bool


def rows_of(card: Card, serial: int, seen: list[OnCard], controls: Controls) -> list[ButtonRow]:
    """Make all rows of a card in its view."""
    if card.view == "notes":
        return _note_rows(card, serial, seen)
    rows = [
        (_number(serial, row.indicator), *as_buttons(row, choices_of(card, serial, row)))
        for row in seen
        if asks(card, row)
    ]
    return [*rows, *control_rows(card, serial, controls)]


def asks(card: Card, row: OnCard) -> bool:
    """Say whether a row asks something: how often, a tally says itself."""
    return not (card.view == "often" and row.mark.tally)


def _number(serial: int, indicator: Indicator) -> Button:
    says = f"{indicator.number}. {indicator.text}"
    return button(str(indicator.number), ReadWhole(serial, indicator.id), says=says)


def control_rows(card: Card, serial: int, controls: Controls) -> list[ButtonRow]:
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
        button(_("all ◐ with help"), MarkAll(serial, Mastery.WITH_SUPPORT)),
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
