"""The words for what was recognised as learned before: beside the views, never one of them."""

from collections.abc import Iterator, Mapping

from bot.domain.recognising.claims import ClaimVerdict
from bot.domain.school.frameworks import PriorRule, Programme
from bot.domain.scoring.prior import LearnedHow, PriorLearning
from bot.messages import Sayable, Text, _, listed, words

HOW_WORD: dict[LearnedHow, Text] = {
    LearnedHow.FORMAL: _("formal"),
    LearnedHow.NON_FORMAL: _("non-formal"),
    LearnedHow.INFORMAL: _("informal"),
}
VERDICT_WORD: dict[ClaimVerdict, Text] = {
    ClaimVerdict.CONFIRMED: _("confirmed"),
    ClaimVerdict.REFUSED: _("refused"),
}
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
