"""How much of what the photo would show rests on marks from before the period, said beside it."""

from collections.abc import Iterator, Sequence

from bot.domain.periods.period import Period
from bot.domain.school.tracks import Role, Track
from bot.messages import Sayable, _, _n, words
from bot.use_cases.scoring.seeing.see_resting import see_resting
from handlers.talking.phrases import first_name
from handlers.talking.turn import Turn


def say_resting(turn: Turn, tracks: Sequence[Track], period: Period) -> Iterator[Sayable]:
    """Say of each student who is scored how many colours rest on old marks; of none, nothing."""
    for track in tracks:
        if track.scoring_role is None:
            continue
        found = see_resting(turn.uow, turn.seat(track), turn.programme(track), period.opens_at)
        if not found.colours:
            continue
        said = _n(
            "{count} of {of} colours rests on marks from before {period}.",
            "{count} of {of} colours rest on marks from before {period}.",
            found.colours,
            of=found.of,
            period=period.name,
        )
        own = track.scoring_role is Role.STUDENT
        yield words(_("Your own view:") if own else f"{first_name(track)}:", said)
