"""A teacher and a coach confirm a claim or refuse it; each can take that back."""

from bot.domain.recognising.claims import ClaimVerdict
from bot.domain.school.tracks import Role
from bot.messages import Reply, Sayable, Text, _, colon, lines, words
from bot.use_cases.recognising.decide_claim import (
    Decided,
    NoReason,
    NoSay,
    decide_claim,
    says_next,
    take_back_verdict,
)
from bot.use_cases.recognising.write_claim import TooLongClaim
from handlers.recognising.asked import ClaimReasonAwaited
from handlers.recognising.phrases import NOT_YOUR_CLAIM, say_what
from handlers.recognising.shown import find_claim, say_roles, show_claim
from handlers.recognising.taps import (
    ConfirmClaim,
    ConfirmWhy,
    RefuseClaim,
    ShowClaim,
    TakeBackVerdict,
)
from handlers.recognising.writing import say_too_long
from handlers.talking.rights.held import say_held_on
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

_WHY: dict[ClaimVerdict, Text] = {
    ClaimVerdict.CONFIRMED: _("Why do you confirm it? The student reads it."),
    ClaimVerdict.REFUSED: _("Why do you refuse it? The student reads it, and can appeal once."),
}


def tapped_confirm(turn: Turn, tap: ConfirmClaim) -> Replies:
    """Confirm a claim, without a reason."""
    return _decide(turn, tap.claim, ClaimVerdict.CONFIRMED, None)


def tapped_confirm_why(turn: Turn, tap: ConfirmWhy) -> Replies:
    """Ask why it is confirmed."""
    return _ask_why(turn, tap.claim, ClaimVerdict.CONFIRMED)


def tapped_refuse(turn: Turn, tap: RefuseClaim) -> Replies:
    """Ask why it is refused."""
    return _ask_why(turn, tap.claim, ClaimVerdict.REFUSED)


def typed_reason(turn: Turn, question: ClaimReasonAwaited, text: str) -> Replies:
    """Keep what somebody says of a claim, with the reason."""
    return _decide(turn, question.claim, ClaimVerdict(question.verdict), text.strip())


def tapped_take_back(turn: Turn, tap: TakeBackVerdict) -> Replies:
    """Take back what one said: the claim is open again."""
    if find_claim(turn, tap.claim) is None:
        return [Reply(NOT_YOUR_CLAIM)]
    taken = take_back_verdict(turn.uow, turn.person, tap.claim, turn.at)
    return show_claim(turn, tap.claim, _taken_back(turn, tap.claim, taken=taken))


def _taken_back(turn: Turn, claim_id: int, *, taken: bool) -> Sayable:
    claim = turn.uow.claim_reads.find_seen(turn.person.id, claim_id)
    if not taken:
        return _("There is nothing to take back.")
    if claim is not None and claim.outcome is ClaimVerdict.REFUSED:
        return _("Taken back. It stays refused, by what another one said.")
    return _("Taken back: it is open again.")


def _ask_why(turn: Turn, claim_id: int, verdict: ClaimVerdict) -> Replies:
    found = find_claim(turn, claim_id)
    if found is None:
        return [Reply(NOT_YOUR_CLAIM)]
    claim, track, competence = found
    if (held := say_held_on(turn, track)) is not None:
        return [Reply(held)]
    if not says_next(turn.uow, claim, turn.person):
        return show_claim(turn, claim_id, _NO_SAY)
    what = say_what(claim, competence)
    text = lines(words(colon(track.student), what), _WHY[verdict])
    return await_words(turn, ClaimReasonAwaited(claim=claim_id, verdict=verdict.value), text)


_NO_SAY = _("There is nothing left for you to say of it.")


def _decide(turn: Turn, claim_id: int, verdict: ClaimVerdict, reason: str | None) -> Replies:
    found = find_claim(turn, claim_id)
    if found is None:
        turn.close()
        return [Reply(NOT_YOUR_CLAIM)]
    if (held := say_held_on(turn, found[1])) is not None:
        return [Reply(held)]
    try:
        decided = decide_claim(turn.uow, turn.person, claim_id, verdict, reason, turn.at)
    except NoSay:
        return show_claim(turn, claim_id, _NO_SAY)
    except NoReason:
        return _ask_why(turn, claim_id, verdict)
    except TooLongClaim as long:
        return [Reply(say_too_long(long, reason or ""))]
    turn.close()
    undo = (button(_("↩ Undo"), TakeBackVerdict(claim_id)),)
    return [
        Reply(
            lines(_said(verdict, decided.roles), _comes_of_it(decided)),
            (undo, (button(_("see the claim"), ShowClaim(claim_id)),)),
        )
    ]


def _said(verdict: ClaimVerdict, roles: tuple[Role, ...]) -> Sayable:
    if verdict is ClaimVerdict.CONFIRMED:
        return _("Confirmed as {roles}.", roles=say_roles(roles))
    return _("Refused as {roles}.", roles=say_roles(roles))


def _comes_of_it(decided: Decided) -> Sayable:
    outcome = decided.claim.outcome
    if outcome is None:
        return _("It is decided once the other one has spoken as well.")
    if outcome is ClaimVerdict.CONFIRMED:
        return _("It is recognised now, and the student hears it.")
    if decided.claim.can_be_appealed:
        return _("It is refused now; the student hears why, and can appeal once.")
    return _("It is refused now, also after the appeal; the student hears why.")
