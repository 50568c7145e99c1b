"""Finding a person for the command line: by the school's id, or by an unambiguous name."""

from collections.abc import Sequence

from bot.domain.folding import fold
from bot.domain.school.tracks import Person
from bot.messages import _
from bot.refusal import Refused


def find_person(people: Sequence[Person], wanted: str) -> Person:
    """Find a person; real people go before the sample's. Raises Refused with a sentence."""
    for among in (
        [person for person in people if not person.sample],
        [person for person in people if person.sample],
    ):
        for fits in (_has_id, _has_name, _has_part):
            found = [person for person in among if fits(person, wanted)]
            if len(found) == 1:
                return found[0]
            if found:
                raise Refused(
                    _(
                        "'{wanted}' fits several people: {names}. Use the id.",
                        wanted=wanted,
                        names=", ".join(
                            f"{person.name} ({person.school_id})" for person in found[:8]
                        ),
                    )
                )
    raise Refused(
        _("Nobody is known as '{wanted}'. 'kompaan people' lists everybody.", wanted=wanted)
    )


def _has_id(person: Person, wanted: str) -> bool:
    return person.school_id == wanted


def _has_name(person: Person, wanted: str) -> bool:
    return fold(person.name) == fold(wanted)


def _has_part(person: Person, wanted: str) -> bool:
    parts = fold(person.name).split()
    return bool(wanted.strip()) and all(word in parts for word in fold(wanted).split())
