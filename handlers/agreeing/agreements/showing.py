"""Finding an agreement of which somebody is the coach, and showing it once it was changed."""

from bot.domain.agreeing.agreements import AgreementStanding, PlacementAgreement
from bot.use_cases.agreeing.agreements.see_agreements import find_agreement, see_coached
from handlers.agreeing.agreements.agreements import coached_now
from handlers.talking.turn import Turn


def found_agreement(
    turn: Turn, agreement: int
) -> tuple[AgreementStanding, PlacementAgreement] | None:
    """Find an agreement at a placement that this person coaches."""
    standings = see_coached(turn.uow, turn.person, coached_now(turn), turn.today)
    return find_agreement(standings, agreement)
