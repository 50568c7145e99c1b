"""The buttons about what was learned before."""

from bot.domain.scoring.prior import LearnedHow
from handlers.talking.routing.tap import Tap


class ListClaims(Tap, code="evl"):
    """Show what is claimed on a track."""

    track: int


class ShowClaim(Tap, code="evs"):
    """Show a claim."""

    claim: int


class BeginClaim(Tap, code="evb"):
    """Ask which competence was learned before."""

    track: int


class ClaimCompetence(Tap, code="evc"):
    """Begin a claim on a competence."""

    track: int
    competence: int


class ChooseIndicators(Tap, code="evi"):
    """Show which indicators a claim is about."""

    claim: int


class ToggleIndicator(Tap, code="evt"):
    """Let a claim be about an indicator, or no longer."""

    claim: int
    indicator: int


class AskHow(Tap, code="evq"):
    """Ask how it was learned."""

    claim: int


class SayHow(Tap, code="evh"):
    """Say how it was learned."""

    claim: int
    how: LearnedHow


class SayWhere(Tap, code="evp"):
    """Say at which placement one worked already, or 0 for somewhere else."""

    claim: int
    placement: int


class WriteClaim(Tap, code="evw"):
    """Write in own words what was learned."""

    claim: int


class AddEvidence(Tap, code="eve"):
    """Name what shows it."""

    claim: int


class DropEvidence(Tap, code="evn"):
    """Take all references of a claim away."""

    claim: int


class SendClaim(Tap, code="evg"):
    """Send a claim to who decides."""

    claim: int


class WithdrawClaim(Tap, code="evx"):
    """Take a claim back: asked first (0), then done (1)."""

    claim: int
    sure: int


class AppealClaim(Tap, code="eva"):
    """Write why a claim should be looked at anew."""

    claim: int


class ConfirmClaim(Tap, code="evy"):
    """Confirm a claim."""

    claim: int


class ConfirmWhy(Tap, code="evk"):
    """Confirm a claim, and say why."""

    claim: int


class RefuseClaim(Tap, code="evr"):
    """Refuse a claim, and say why."""

    claim: int


class TakeBackVerdict(Tap, code="evu"):
    """Take back what one said of a claim."""

    claim: int
