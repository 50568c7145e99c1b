"""A student writes a claim: own words, what shows it, and then it is sent, or taken back."""

from bot.domain.recognising.claims import MOST_EVIDENCE, ClaimEvidence, PriorClaim
from bot.messages import Reply, Sayable, _, _n, lines, listed
from bot.use_cases.recognising.begin_claim import AlreadyClaimed, NobodyDecides
from bot.use_cases.recognising.send_claim import (
    NothingToAppeal,
    UnfinishedClaim,
    appeal_claim,
    send_claim,
    withdraw_claim,
)
from bot.use_cases.recognising.write_claim import (
    TooLongClaim,
    TooMuchEvidence,
    add_evidence,
    drop_evidence,
    find_unsent,
    say_words,
)
from handlers.recognising.asked import (
    ClaimAppealAwaited,
    ClaimEvidenceAwaited,
    ClaimWordsAwaited,
)
from handlers.recognising.phrases import NOT_YOUR_CLAIM
from handlers.recognising.shown import find_claim, show_claim
from handlers.recognising.taps import (
    AddEvidence,
    AppealClaim,
    DropEvidence,
    SendClaim,
    ShowClaim,
    WithdrawClaim,
    WriteClaim,
)
from handlers.talking.meaning.words import is_all
from handlers.talking.routing.answered import Answered
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.typed_taps import answer_tap
from handlers.talking.waiting import await_words

FILES = ("photo", "voice")
"""What a reference may be beside words."""

_TOLD = _("Your teacher and your coach will read it, and you: nobody else.")
_FILE_STAYS = _(
    "A photo or a voice note stays in this chat: who reads your claim reads that there is one, and "
    "asks you to show it."
)


def ask_words(turn: Turn, claim: PriorClaim) -> Replies:
    """Ask for the student's own words."""
    text = lines(
        _("What did you do, where and how long? Tell it in your own words, in one message."), _TOLD
    )
    return await_words(turn, ClaimWordsAwaited(claim=claim.id), text)


def tapped_write(turn: Turn, tap: WriteClaim) -> Replies:
    """Ask for the own words again; they take the place of those before."""
    claim = find_unsent(turn.uow, turn.person, tap.claim)
    return ask_words(turn, claim) if claim else [Reply(NOT_YOUR_CLAIM)]


def typed_words(turn: Turn, question: ClaimWordsAwaited, text: str) -> Replies:
    """Keep the own words, and ask what shows it."""
    claim = find_unsent(turn.uow, turn.person, question.claim)
    if claim is None:
        turn.close()
        return [Reply(NOT_YOUR_CLAIM)]
    try:
        say_words(turn.uow, claim, text.strip())
    except TooLongClaim as long:
        return [Reply(say_too_long(long, text))]
    return _ask_evidence(turn, claim)


def tapped_evidence(turn: Turn, tap: AddEvidence) -> Replies:
    """Ask for what shows it."""
    claim = find_unsent(turn.uow, turn.person, tap.claim)
    return _ask_evidence(turn, claim) if claim else [Reply(NOT_YOUR_CLAIM)]


def typed_evidence(turn: Turn, question: ClaimEvidenceAwaited, text: str) -> Answered:
    """Keep one reference in words, or see that this was all."""
    if is_all(text):
        return answer_tap(turn, ShowClaim(question.claim).written())
    return _keep(turn, question.claim, ClaimEvidence("text", text.strip(), source=turn.said.ref))


def evidence_file(turn: Turn) -> Replies | None:
    """Keep a reference to a photo or a voice note; None where none is awaited."""
    said, question = turn.said, turn.asked(ClaimEvidenceAwaited)
    if question is None or not turn.awaits_words or said.media not in FILES:
        return None
    return _keep(turn, question.claim, ClaimEvidence(said.media, said.caption, said.file, said.ref))


def tapped_drop_evidence(turn: Turn, tap: DropEvidence) -> Replies:
    """Take all references away, and ask anew."""
    claim = find_unsent(turn.uow, turn.person, tap.claim)
    if claim is None:
        return [Reply(NOT_YOUR_CLAIM)]
    drop_evidence(turn.uow, claim)
    return _ask_evidence(turn, claim, _("All of it is taken away."))


def _keep(turn: Turn, claim_id: int, evidence: ClaimEvidence) -> Replies:
    claim = find_unsent(turn.uow, turn.person, claim_id)
    if claim is None:
        turn.close()
        return [Reply(NOT_YOUR_CLAIM)]
    try:
        add_evidence(turn.uow, claim, evidence, turn.at)
    except TooLongClaim as long:
        return [Reply(say_too_long(long, evidence.words))]
    except TooMuchEvidence:
        return _ask_evidence(
            turn, claim, _("That was not stored: {most} at most.", most=MOST_EVIDENCE)
        )
    count = len(claim.evidence) + 1
    kept = _n("Kept: {count} reference.", "Kept: {count} references.", count)
    return _ask_evidence(turn, claim, lines(kept, _FILE_STAYS if evidence.file else None))


def _ask_evidence(turn: Turn, claim: PriorClaim, before: Sayable | None = None) -> Replies:
    text = lines(
        before,
        _(
            "What shows it? Name it, one thing a message: a certificate, a page of your portfolio, "
            "a link, somebody who can be asked. Or send a photo or a voice note."
        ),
    )
    ready = button(_("that is all"), ShowClaim(claim.id))
    anew = (button(_("begin again"), DropEvidence(claim.id)),) if before else ()
    return await_words(turn, ClaimEvidenceAwaited(claim=claim.id), text, ready, *anew)


def tapped_send(turn: Turn, tap: SendClaim) -> Replies:
    """Send a claim to the teacher and the coach."""
    found = find_claim(turn, tap.claim)
    claim = find_unsent(turn.uow, turn.person, tap.claim)
    if found is None or claim is None:
        return [Reply(NOT_YOUR_CLAIM)]
    try:
        named = send_claim(turn.uow, turn.person, claim, found[2], turn.at)
    except UnfinishedClaim:
        missing = _("Something is missing: how you learned it, and your own words.")
        return show_claim(turn, claim.id, missing)
    except AlreadyClaimed:
        return [Reply(_("A part of it was claimed before: /prior shows how it stands."))]
    except NobodyDecides:
        return [Reply(_("You have no teacher and no coach here who could confirm it."))]
    sent = _("Sent to {names}. I tell you what comes of it.", names=listed(named))
    return show_claim(turn, claim.id, sent)


def tapped_withdraw(turn: Turn, tap: WithdrawClaim) -> Replies:
    """Take a claim back, once its student is sure."""
    found = find_claim(turn, tap.claim)
    if found is None or turn.person.id != found[1].student_id:
        return [Reply(NOT_YOUR_CLAIM)]
    if not tap.sure:
        asked = _("Take it back? Nobody sees it any more, and you can claim it anew.")
        yes = button(_("yes, take it back"), WithdrawClaim(tap.claim, 1))
        return [Reply(asked, ((yes, button(_("no"), ShowClaim(tap.claim))),))]
    if not withdraw_claim(turn.uow, turn.person, found[0], turn.at):
        return show_claim(turn, tap.claim, _("It was decided meanwhile."))
    turn.close()
    return [Reply(_("Taken back."), edit=True)]


def tapped_appeal(turn: Turn, tap: AppealClaim) -> Replies:
    """Ask why it should be looked at anew."""
    found = find_claim(turn, tap.claim)
    if found is None or turn.person.id != found[1].student_id:
        return [Reply(NOT_YOUR_CLAIM)]
    if not found[0].can_be_appealed:
        return show_claim(turn, tap.claim)
    text = lines(
        _("Why should it be looked at anew? Say what was not seen, in one message."),
        _("This can be asked once. Then your teacher and your coach both say what they find."),
    )
    return await_words(turn, ClaimAppealAwaited(claim=tap.claim), text)


def typed_appeal(turn: Turn, question: ClaimAppealAwaited, text: str) -> Replies:
    """Keep the appeal, and tell who decides."""
    found = find_claim(turn, question.claim)
    if found is None or turn.person.id != found[1].student_id:
        turn.close()
        return [Reply(NOT_YOUR_CLAIM)]
    try:
        named = appeal_claim(turn.uow, turn.person, found[0], text.strip(), turn.at)
    except NothingToAppeal:
        return show_claim(turn, question.claim)
    except TooLongClaim as long:
        return [Reply(say_too_long(long, text))]
    sent = _("Sent to {names}. I tell you what comes of it.", names=listed(named))
    return show_claim(turn, question.claim, sent)


def say_too_long(long: TooLongClaim, text: str) -> Sayable:
    """Say that nothing was stored since it is too long."""
    return _(
        "Nothing was stored: {most} letters at most, and this has {count}. Say it shorter.",
        most=long.most,
        count=len(text.strip()),
    )
