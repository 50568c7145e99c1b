"""The words for what was recognised as learned before: beside the views, never one of them."""

from collections.abc import Iterator, Mapping

from bot.domain.recognising.claims import ClaimVerdict
from bot.domain.school.frameworks import CutOff, PriorRule, Programme
from bot.domain.scoring.prior import LearnedHow, PriorLearning
from bot.messages import LearnedStripe, Sayable, Text, _, listed, words

HOW_WORD: dict[LearnedHow, Text] = {
    LearnedHow.FORMAL: _("formal"),
    LearnedHow.NON_FORMAL: _("non-formal"),
    LearnedHow.INFORMAL: _("informal"),
}
VERDICT_WORD: dict[ClaimVerdict, Text] = {
    ClaimVerdict.CONFIRMED: _("confirmed"),
    ClaimVerdict.REFUSED: _("refused"),
}
ACQUIRED_BEFORE = _("acquired before")
"""What a full stripe means."""

_COUNTS_WORD: dict[PriorRule, Text | None] = {
    PriorRule.SHOWN: None,
    PriorRule.COVERED: _("counts as come up"),
    PriorRule.ACQUIRED: _("counts as acquired"),
}


def say_prior(prior: PriorLearning | None) -> Sayable | None:
    """Say how much of a competence was learned before, how, and what it counts as."""
    if prior is None:
        return None
    said = _(
        "learned before: {count} of {total} ({hows})",
        count=len(prior.indicators),
        total=prior.total,
        hows=listed([HOW_WORD[how] for how in prior.hows]),
    )
    return words("+", words(said, _COUNTS_WORD[prior.rule], by=", "))


def stripe_of(prior: PriorLearning | None, cut_off: CutOff) -> LearnedStripe | None:
    """Describe what a picture draws of what was learned before; None where nothing was."""
    if prior is None:
        return None
    acquired = prior.is_acquired(cut_off)
    return LearnedStripe(len(prior.indicators), prior.total, prior.rule, acquired)


def stripe_meaning(rule: PriorRule) -> Sayable:
    """Say what a stripe means in a programme with this rule."""
    return words(_("learned before"), _COUNTS_WORD[rule], by=", ")


def stripe_words(stripe: LearnedStripe | None) -> Sayable | None:
    """Say how much a stripe shows, and how it counts."""
    if stripe is None:
        return None
    said = _("learned before {count} of {total}", count=stripe.count, total=stripe.indicators)
    return words(said, _COUNTS_WORD[stripe.rule], by=", ")


def say_acquired_before(
    programme: Programme, prior: Mapping[int, PriorLearning]
) -> Iterator[Sayable]:
    """Name the competences that what was learned before makes acquired, by the programme's rule."""
    numbers = [
        f"{own.number}"
        for own in programme.competences
        if own.id in prior and prior[own.id].is_acquired(programme.cut_off)
    ]
    if numbers:
        yield _("Acquired by what was learned before: {numbers}.", numbers=", ".join(numbers))
