"""What people hear of claims: who decides that one was made, its student what came of it."""

from bot.domain.recognising.claims import ClaimVerdict, PriorClaim, SaidVerdict
from bot.domain.school.tracks import Role
from bot.messages import Button, Quoted, Sayable, _, colon, lines, words
from bot.ports.telling.outbox import OutboxMessage
from bot.showing.words.prior import VERDICT_WORD
from bot.use_cases.recognising.decide_claim import says_next
from handlers.recognising.phrases import say_rule, say_what
from handlers.recognising.shown import find_claim
from handlers.recognising.taps import AppealClaim, ShowClaim
from handlers.talking.phrases import ROLE_WORD
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn


def tell_claim_made(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell who decides of a claim, or of an appeal; nothing where their word is not awaited."""
    found = find_claim(turn, message.about_id or 0)
    if found is None or not says_next(turn.uow, found[0], turn.person):
        return None
    claim, track, competence = found
    asked_at = claim.appealed_at or claim.sent_at
    if asked_at is None or message.made_at < asked_at:
        return None  # it was sent once more since, and another message tells of that
    what = say_what(claim, competence)
    if claim.round == 1:
        said = _("{student} says to have learned this before: {what}.", student=track.student,
                 what=what)  # fmt: skip
    else:
        said = _("{student} asks you to look anew at what was refused: {what}.",
                 student=track.student, what=what)  # fmt: skip
    return MessagePart(said, ((button(_("see the claim"), ShowClaim(claim.id)),),))


def tell_claim_settled(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell a student what came of a claim; in a message that told otherwise, that it is open."""
    found = find_claim(turn, message.about_id or 0)
    if found is None or Role.STUDENT not in found[1].roles:
        return None
    claim, track, competence = found
    if not message.ref and claim.told_by != message.id:
        return None  # what came of it then was taken back meanwhile, or is told by another one
    what = say_what(claim, competence)
    see = button(_("see the claim"), ShowClaim(claim.id))
    if claim.outcome is None:
        return MessagePart(_("It is open again what you claim: {what}.", what=what), ((see,),))
    why = [_why(own) for own in claim.said_now]
    if claim.outcome is ClaimVerdict.CONFIRMED:
        head = _("Recognised: you had learned {what} before.", what=what)
        text = lines(head, *why, say_rule(turn.programme(track).prior_rule))
        return MessagePart(text, ((see,),))
    return MessagePart(lines(_refused(claim, what), *why), _after(claim, see))


def _refused(claim: PriorClaim, what: Sayable) -> Sayable:
    if claim.can_be_appealed:
        return _("What you claim is refused: {what}. You can ask once to look at it anew.",
                 what=what)  # fmt: skip
    return _("What you claim is refused, also after your appeal: {what}.", what=what)


def _after(claim: PriorClaim, see: Button) -> tuple[tuple[Button, ...], ...]:
    appeal = button(_("ask to look anew …"), AppealClaim(claim.id))
    return ((see, appeal),) if claim.can_be_appealed else ((see,),)


def _why(said: SaidVerdict) -> Sayable:
    who = words(ROLE_WORD[said.role], said.person)
    return words(
        colon(who), VERDICT_WORD[said.verdict], Quoted(said.reason) if said.reason else None
    )
