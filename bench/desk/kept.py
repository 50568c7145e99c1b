"""What has a date in the year that is played, kept beside the product: it asks the desk nothing."""

from dataclasses import dataclass, field
from datetime import date

from bot.domain.dated import Matter


@dataclass(slots=True)
class Thing:
    """One thing with a date: since when it is there, its last day, and since when it is done."""

    matter: Matter
    about: int
    due_on: date
    made_on: date
    done_on: date | None = None

    @property
    def key(self) -> str:
        """Name it as what is told of it does."""
        return f"{self.matter}:{self.about}:{self.due_on}"

    def stands(self, day: date) -> bool:
        """Say whether it is open at the end of a day."""
        return self.made_on <= day and (self.done_on is None or self.done_on > day)


@dataclass(slots=True)
class Kept:
    """Everything with a date that there was."""

    things: list[Thing] = field(default_factory=list)

    def begin(self, matter: Matter, about: int, due_on: date, today: date) -> None:
        """Note that there is something with a date from today on."""
        self.things.append(Thing(matter, about, due_on, today))

    def end(self, matter: Matter, about: int, today: date, due_on: date | None = None) -> None:
        """Note that what was open of it is done, or has another day; of one day alone if named."""
        for thing in self.things:
            same = thing.matter is matter and thing.about == about and thing.done_on is None
            if same and due_on in (None, thing.due_on):
                thing.done_on = today
