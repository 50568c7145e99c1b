"""Lines of the log that were written together: what one message tells of."""

from collections.abc import Collection, Sequence
from itertools import takewhile

from bot.domain.administering.rights_acts import RightsAct, RightsActKind
from handlers.talking.turn import Turn


def read_together(turn: Turn, number: int, kinds: Collection[RightsActKind]) -> Sequence[RightsAct]:
    """Read the lines from a number on that are of these kinds, of one instant and one person."""
    school = turn.person.organisation_id
    first = turn.uow.rights_acts.find_line(school, number)
    if first is None:
        return ()
    found = (line.act for line in turn.uow.rights_acts.list_of(school, number - 1))

    def is_of_it(act: RightsAct) -> bool:
        return act.kind in kinds and (act.at, act.by_id) == (first.act.at, first.act.by_id)

    return list(takewhile(is_of_it, found))


def name_of(turn: Turn, person_id: int) -> str:
    """Name somebody in the log as they are called now."""
    person = turn.uow.people.find(person_id)
    return person.name if person else "—"
