"""One claim, with what somebody can do about it."""

from bot.domain.recognising.claims import PriorClaim
from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Role, Track
from bot.domain.school.visibility import ClaimSight, claim_sight_of
from bot.messages import Button, Reply, Sayable, _, lines, listed
from bot.use_cases.recognising.decide_claim import says_next
from handlers.recognising.phrases import NOT_YOUR_CLAIM, tell_claim
from handlers.recognising.taps import (
    AddEvidence,
    AppealClaim,
    AskHow,
    ChooseIndicators,
    ConfirmClaim,
    ConfirmWhy,
    ListClaims,
    RefuseClaim,
    SendClaim,
    ShowClaim,
    TakeBackVerdict,
    WithdrawClaim,
    WriteClaim,
)
from handlers.talking.phrases import ROLE_WORD
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn


def tapped_claim(turn: Turn, tap: ShowClaim) -> Replies:
    """Show a claim with what this person can do about it."""
    return show_claim(turn, tap.claim)


def show_claim(turn: Turn, claim_id: int, before: Sayable | None = None) -> Replies:
    """Show a claim with what this person can do about it, below what comes `before`."""
    found = find_claim(turn, claim_id)
    if found is None:
        return [Reply(NOT_YOUR_CLAIM)]
    claim, track, competence = found
    own = Role.STUDENT in track.roles
    shown = (
        *tell_claim(claim, competence, track.student, own=own),
        _answers(turn, claim, competence),
    )
    if own:
        return [offer(turn, Reply(lines(before, *shown), _own_ways(claim)))]
    roles = says_next(turn.uow, claim, turn.person)
    as_who = _("You speak as {roles}.", roles=say_roles(roles)) if roles else None
    return [offer(turn, Reply(lines(before, *shown, as_who), _ways(turn, claim, roles)))]


def _answers(turn: Turn, claim: PriorClaim, competence: Competence) -> Sayable | None:
    """Name the indicators of it that answers are evidence for, as this viewer may read those."""
    found = {
        indicator
        for indicator, _said_at in turn.uow.answer_reads.list_evidence(
            turn.person.id, claim.track_id
        )
    }
    numbers = [
        f"{competence.number}.{own.number}"
        for own in competence.indicators
        if own.id in found & claim.indicators
    ]
    if not numbers:
        return None
    return _("Evidence in answers (/reflect): {list}", list=", ".join(numbers))


def find_claim(turn: Turn, claim_id: int) -> tuple[PriorClaim, Track, Competence] | None:
    """Find a claim that this person sees in full, with its track and its competence."""
    claim = turn.uow.claim_reads.find_seen(turn.person.id, claim_id)
    track = turn.track(claim.track_id) if claim else None
    if claim is None or track is None or claim_sight_of(track.roles) < ClaimSight.SENT:
        return None
    competence = turn.programme(track).competence_by_id(claim.competence_id)
    return (claim, track, competence) if competence else None


def say_roles(roles: tuple[Role, ...]) -> Sayable:
    """Name roles."""
    return listed([ROLE_WORD[role] for role in roles])


def _own_ways(claim: PriorClaim) -> tuple[tuple[Button, ...], ...]:
    if claim.sent_at is None:
        return (
            (button(_("send"), SendClaim(claim.id)),),
            (
                button(_("indicators …"), ChooseIndicators(claim.id)),
                button(_("how I learned it …"), AskHow(claim.id)),
            ),
            (
                button(_("my words …"), WriteClaim(claim.id)),
                button(_("what shows it …"), AddEvidence(claim.id)),
            ),
            (button(_("drop it"), WithdrawClaim(claim.id, 1)),),
        )
    rows = []
    if claim.can_be_appealed:
        rows.append((button(_("ask to look anew …"), AppealClaim(claim.id)),))
    if claim.waits:
        rows.append((button(_("take it back"), WithdrawClaim(claim.id, 0)),))
    return (*rows, (button(_("all claims"), ListClaims(claim.track_id)),))


def _ways(turn: Turn, claim: PriorClaim, roles: tuple[Role, ...]) -> tuple[tuple[Button, ...], ...]:
    rows: list[tuple[Button, ...]] = []
    if roles:
        rows.append((button(_("confirm"), ConfirmClaim(claim.id)),))
        rows.append(
            (
                button(_("confirm and say why …"), ConfirmWhy(claim.id)),
                button(_("refuse …"), RefuseClaim(claim.id)),
            )
        )
    if any(own.person_id == turn.person.id for own in claim.said_now):
        rows.append((button(_("take back what I said"), TakeBackVerdict(claim.id)),))
    return (*rows, (button(_("all claims"), ListClaims(claim.track_id)),))
