"""A school's log of acts, held against what was signed of it and what is known outside of it.

Whoever writes to the database can change lines, and every digest behind them; what was signed, and
noted elsewhere when it was, tells of it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.administering.rights_acts import KeptRightsAct, digest_of_act


class ChainState(StrEnum):
    """What is found of a school's log."""

    WHOLE = "whole"
    CHANGED = "changed"
    """A line is other than its digest says, or does not follow on the one before it."""
    MISSING = "missing"
    """A line is gone from between others."""
    ADDED = "added"
    """A line behind the newest one that was signed does not follow on it."""
    CUT = "cut"
    """Lines at the end are gone: more is known to have been signed."""
    REMADE = "remade"
    """All lines fit each other, and are not those that were signed."""
    UNNOTED = "unnoted"
    """A line carries our signature, and the list beside the key, or a part of it, is gone."""
    UNSEALED = "unsealed"
    """A line is known to have been signed, and its signature is gone."""
    FORGED = "forged"
    """A signature does not fit its line."""
    OTHER_KEY = "other key"
    """It was signed with another key than this installation's."""


@dataclass(frozen=True, slots=True)
class SealedLine:
    """A line that carries a signature: whether that `fits`, and is our `own` key's."""

    number: int
    fits: bool
    own: bool


@dataclass(frozen=True, slots=True)
class CheckedChain:
    """What is found of one log: how many lines it has, and up to which it is signed.

    `at` is the line at which it breaks; 0 where it is whole.
    """

    lines: int
    signed: int
    state: ChainState
    at: int = 0

    @property
    def good(self) -> bool:
        """Say whether it is whole."""
        return self.state is ChainState.WHOLE

    @property
    def unsigned(self) -> int:
        """Count the lines that the clock signs with its next tick."""
        return max(self.lines - self.signed, 0)


def list_lost(sealed: Iterable[int], known: Collection[int]) -> list[int]:
    """List the lines that were signed and must be known outside the database, and are not.

    The newest one may be missing: a process that dies notes it with its next tick.
    """
    numbers = sorted(sealed)
    return [number for number in numbers[:-1] if number not in known]


def check_chain(
    lines: Iterable[KeptRightsAct],
    sealed: Collection[SealedLine],
    known: Mapping[int, str],
    *,
    noted: bool = True,
) -> CheckedChain:
    """Check a log from its first line on.

    `known` gives the digests of lines that are known outside the database to have been signed; of a
    sample none is `noted` there.
    """
    signed = max((*(own.number for own in sealed), *known, 0))
    before, last, remade = "", 0, 0
    for expected, line in enumerate(lines, 1):
        if line.number != expected:
            return CheckedChain(last, signed, ChainState.MISSING, expected)
        if line.before != before or line.digest != digest_of_act(expected, line.act, before):
            state = ChainState.CHANGED if expected <= signed else ChainState.ADDED
            return CheckedChain(last, signed, state, expected)
        if not remade and known.get(expected, line.digest) != line.digest:
            remade = expected
        before, last = line.digest, expected
    found = {
        ChainState.REMADE: remade,
        ChainState.CUT: last + 1 if last < signed else 0,
        ChainState.FORGED: min((own.number for own in sealed if not own.fits), default=0),
        ChainState.OTHER_KEY: min((own.number for own in sealed if not own.own), default=0),
        ChainState.UNNOTED: min(
            list_lost((own.number for own in sealed if own.own and own.fits), known), default=0
        )
        if noted
        else 0,
        ChainState.UNSEALED: min(known.keys() - {own.number for own in sealed}, default=0),
    }
    state, at = next(((state, at) for state, at in found.items() if at), (ChainState.WHOLE, 0))
    return CheckedChain(last, signed, state, at)
