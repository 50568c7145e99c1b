"""Sign the log of acts at its newest line, as the clock does once there are new lines."""

from collections.abc import Collection, Mapping

from bot.domain.administering.rights_acts import KeptRightsAct, first_broken
from bot.domain.periods.chain import Trace
from bot.ports import UnitOfWork
from bot.ports.periods.photos import Sign
from bot.ports.worlds import World


def list_to_sign(
    uow: UnitOfWork, world: World, known: Collection[Trace]
) -> Mapping[int, KeptRightsAct]:
    """Find the newest line of each school's log that is to be signed.

    Not of a log that does not follow on what is `known` outside the database to have been signed,
    or whose lines do not follow on each other: what was changed is never signed.
    """
    found: dict[int, KeptRightsAct] = {}
    for school in uow.rights_acts.list_unsigned(world):
        marks = {number: digest for (own, number), digest in known if own == school}
        sealed = (number for number, _seal in uow.rights_acts.list_seals(school))
        reached = max((*marks, *sealed), default=0)
        after = uow.rights_acts.find_line(school, reached) if reached else None
        if reached and (after is None or marks.get(reached, after.digest) != after.digest):
            continue
        lines = list(uow.rights_acts.list_of(school, reached))
        if lines and first_broken(lines, after) is None:
            found[school] = lines[-1]
    return found


def sign_acts(uow: UnitOfWork, world: World, sign: Sign, known: Collection[Trace] = ()) -> None:
    """Sign what is to be signed. Raises Refused where the key cannot be used."""
    for school, line in list_to_sign(uow, world, known).items():
        uow.rights_acts.seal(school, line.number, sign(line.digest))
