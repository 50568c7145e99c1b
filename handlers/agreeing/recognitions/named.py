"""Which workplace words begin with: by its name, a word of it, or who learns there."""

from collections.abc import Sequence
from typing import TypeVar

from bot.domain.folding import fold
from bot.ports.agreeing.recognitions import RecognisedPlace
from handlers.talking.meaning.names import Meant, meant_by

T = TypeVar("T")


def part_place(
    written: str, places: Sequence[RecognisedPlace]
) -> tuple[Sequence[RecognisedPlace], str]:
    """Part the workplaces that words begin with from the rest; none where no name is there.

    Of one workplace alone the name may be left out.
    """
    typed = written.split()
    for count in range(len(typed), 0, -1):
        if found := _named(" ".join(typed[:count]), places):
            return found, " ".join(typed[count:])
    return (places, written.strip()) if len(places) == 1 else ((), "")


def _named(name: str, places: Sequence[RecognisedPlace]) -> Sequence[RecognisedPlace]:
    """Find the workplaces of a name: its own whole, then words of it, then a student's."""
    whole = [
        place
        for place in places
        if fold(name) in (fold(place.workplace), fold(f"{place.workplace} · {place.programme}"))
    ]
    if whole or any(char.isdigit() for char in name):
        return whole
    own = meant_by(name, places, lambda place: place.workplace)
    learners = [(place, learner.student) for place in places for learner in place.learners]
    known = meant_by(name, learners, lambda pair: pair[1])
    return _all(own) or list(dict.fromkeys(place for place, _student in _all(known)))


def _all(meant: Meant[T]) -> Sequence[T]:
    return meant.several if meant.sure is None else (meant.sure,)
