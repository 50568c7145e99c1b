"""How a test fills in a card: by the code of a button, since signs stand in many rows."""

from typing import Any

from bot.ports import Shown
from tests.dialogues.school import School


def open_card(school: School, who: str = "m1", number: int = 10) -> Shown:
    """Open the card of one of Jonas's competences by the menu."""
    school.say(who, "/score jonas")
    label = next(label for label in school.buttons(who) if f" {number} " in label)
    return school.tap(who, label)[-1]


def row_of(shown: Shown, number: int) -> list[dict[str, Any]]:
    """Find the row of an indicator by the number on its first button."""
    return next(row for row in shown.buttons if row[0]["label"] == str(number))


def code_of(shown: Shown, number: int, label: str) -> str:
    """Find the code of a button in an indicator's row, whether it is chosen or not.

    A radio button that is filled cannot be tapped: another one takes back what it said.
    """
    row = row_of(shown, number)[1:]
    found = next(own for own in row if label in own["label"])
    back = [own["code"] for own in row if "take back" in own["label"]]
    return str(back[0] if found.get("chosen") and back else found["code"])


def mark(school: School, shown: Shown, number: int, label: str, who: str = "m1") -> Shown:
    """Tap in an indicator's row, and give the card as it then is."""
    return school.tap(who, code_of(shown, number, label))[-1]


def line_of(shown: Shown, number: int) -> str:
    """Find the line of an indicator."""
    return next(line for line in shown.text.split("\n") if line.startswith(f"{number}. "))
