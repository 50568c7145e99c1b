"""Who decides on a claim, and when it is decided (ours).

One teacher and one coach of the track say so, each for their role. In the first round a refusal
ends it; when it was appealed both are heard before anything is decided. Somebody who is both
speaks for both roles only where nobody else has the other one.
"""

from collections.abc import Collection, Mapping, Sequence

from bot.domain.recognising.claims import DECIDES, ClaimVerdict
from bot.domain.school.tracks import Role

Holders = Mapping[Role, Collection[int]]
"""Who has each role on a track, by the identities of people."""


def roles_needed(holders: Holders) -> tuple[Role, ...]:
    """List the roles that have to say something: those that somebody has."""
    return tuple(role for role in DECIDES if holders.get(role))


def roles_to_say(holders: Holders, person_id: int, said: Collection[Role]) -> tuple[Role, ...]:
    """List for which roles somebody speaks next; none where they have no say, or it was said.

    It is about a claim that is open: where all who are there have spoken already, the one that was
    waited for has gone since, and whoever is there speaks again, so that it comes to an end.
    """
    needed = roles_needed(holders)
    left = [role for role in needed if role not in said] or needed
    own = [role for role in left if person_id in holders[role]]
    alone = tuple(role for role in own if set(holders[role]) == {person_id})
    return alone or tuple(own[:1])


def settle(
    needed: Sequence[Role], said: Mapping[Role, ClaimVerdict], *, again: bool
) -> ClaimVerdict | None:
    """Say what comes of a claim; None as long as it is open.

    `again` says that it was appealed: then all are heard first.
    """
    refused = ClaimVerdict.REFUSED in said.values()
    if refused and not again:
        return ClaimVerdict.REFUSED
    if not needed or any(role not in said for role in needed):
        return None
    return ClaimVerdict.REFUSED if refused else ClaimVerdict.CONFIRMED
