"""A lost phone: what is said once somebody's chat is closed on all their devices."""

from collections.abc import Sized

from bot.domain.school.names import first_name_of
from bot.domain.school.tracks import Person
from bot.messages import Sayable, _, _n, lines


def say_closed(person: Person, ended: Sized) -> Sayable:
    """Say on how many devices it was closed, and that its owner reads so."""
    if not ended:
        return lines(_("The chat of {name} is open on no device.", name=person.name))
    said = _n(
        "The chat of {name} is closed on {count} device. Links that were not used yet no longer "
        "work.",
        "The chat of {name} is closed on {count} devices. Links that were not used yet no longer "
        "work.",
        len(ended),
        name=person.name,
    )
    return lines(said, _("{name} reads that you did so.", name=first_name_of(person.name)))
