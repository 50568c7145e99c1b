"""How what was learned before is said."""

from collections.abc import Iterator, Sequence

from bot.domain.recognising.claims import ClaimEvidence, ClaimVerdict, PriorClaim, SaidVerdict
from bot.domain.school.frameworks import Competence, PriorRule
from bot.domain.scoring.prior import LearnedHow
from bot.messages import Quoted, Sayable, Text, _, _n, colon, lines, listed, words
from bot.showing.words.prior import VERDICT_WORD
from handlers.talking.phrases import ROLE_WORD, spans

HOW_WORD: dict[LearnedHow, Text] = {
    LearnedHow.FORMAL: _("formal: in a course with a certificate"),
    LearnedHow.NON_FORMAL: _("non-formal: in a training without a certificate"),
    LearnedHow.INFORMAL: _("informal: by doing"),
}
HOW_LABEL: dict[LearnedHow, Text] = {
    LearnedHow.FORMAL: _("course with certificate"),
    LearnedHow.NON_FORMAL: _("training without one"),
    LearnedHow.INFORMAL: _("by doing"),
}
RULE_TOLD: dict[PriorRule, Text] = {
    PriorRule.SHOWN: _("In this programme it is shown, and counts for nothing else."),
    PriorRule.COVERED: _("In this programme it counts as what has come up."),
    PriorRule.ACQUIRED: _("In this programme it counts as acquired."),
}
FILE_WORD: dict[str, Text] = {"photo": _("photo"), "voice": _("voice note")}

NOT_YOUR_CLAIM = _("That is not there any more, or it is not yours to see.")


def say_what(claim: PriorClaim, competence: Competence) -> Sayable:
    """Say of which competence, and of which indicators of it."""
    numbers = [own.number for own in competence.indicators if own.id in claim.indicators]
    title = f"{competence.number} {competence.title}"
    if len(numbers) == len(competence.indicators):
        return _("{competence}, all of it", competence=title)
    return _n(
        "{competence}, indicator {numbers}",
        "{competence}, indicators {numbers}",
        len(numbers),
        competence=title,
        numbers=", ".join(spans(numbers)),
    )


def say_state(claim: PriorClaim) -> Sayable:
    """Say how a claim stands."""
    if claim.sent_at is None:
        return _("not sent yet")
    if claim.outcome is ClaimVerdict.CONFIRMED:
        return _("✓ recognised")
    if claim.outcome is ClaimVerdict.REFUSED:
        return _("✗ refused") if claim.can_be_appealed else _("✗ refused, also after the appeal")
    said = [words(colon(ROLE_WORD[own.role]), VERDICT_WORD[own.verdict]) for own in claim.said_now]
    open_ = _("is looked at anew") if claim.round > 1 else _("waits for an answer")
    return words(open_, words("(", listed(said), ")", by="") if said else None)


def tell_claim(
    claim: PriorClaim, competence: Competence, student: str, *, own: bool = False
) -> Iterator[Sayable]:
    """Write out a claim: what of, how, where, the words, what shows it, and what was said of it.

    `own` says that it is told to the student themselves.
    """
    what = say_what(claim, competence)
    yield (
        _("You say to have learned this before: {what}", what=what)
        if own
        else _("{student} says to have learned this before: {what}", student=student, what=what)
    )
    if claim.how:
        yield words(colon(_("How")), HOW_WORD[claim.how])
    if claim.workplace:
        yield _(
            "Where: at {workplace}, the own employer, which is now the workplace as well.",
            workplace=claim.workplace,
        )
    if claim.words:
        yield words(colon(_("In own words")), Quoted(claim.words))
    if claim.evidence:
        yield colon(_("What shows it"))
        yield from (words("•", _reference(own)) for own in claim.evidence)
    yield from _said(claim.verdicts, 1)
    if claim.appealed_at:
        yield words(colon(_("Why it should be looked at anew")), Quoted(claim.appeal))
        yield from _said(claim.verdicts, 2)
    yield words(colon(_("How it stands")), say_state(claim))


def _reference(evidence: ClaimEvidence) -> Sayable:
    file = FILE_WORD.get(evidence.kind)
    return words(file, Quoted(evidence.words) if evidence.words else None)


def _said(verdicts: Sequence[SaidVerdict], of_round: int) -> Iterator[Sayable]:
    for own in verdicts:
        if own.round == of_round:
            said = words(ROLE_WORD[own.role], own.person)
            why = Quoted(own.reason) if own.reason else None
            yield words(colon(said), VERDICT_WORD[own.verdict], why)


def say_rule(rule: PriorRule) -> Sayable:
    """Say how it counts, and that nobody's scores change by it."""
    return lines(RULE_TOLD[rule], _("What anybody scored, or will score, does not change by it."))
