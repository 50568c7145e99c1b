"""What was learned before, as a picture draws it: a stripe beside the views, and none of them."""

from dataclasses import dataclass

from bot.domain.school.frameworks import PriorRule


@dataclass(frozen=True, slots=True)
class LearnedStripe:
    """How many of a competence's indicators were learned before, and how that counts.

    It is `acquired` where by the programme's rule the whole competence is. It is one for all views:
    added to one of them, it would tell whether that view marked what was learned before.
    """

    count: int
    indicators: int
    rule: PriorRule = PriorRule.SHOWN
    acquired: bool = False
