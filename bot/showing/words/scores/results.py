"""The words for a result at the workplace: exact numbers, what counts, and how it stands."""

from fractions import Fraction

from bot.domain.evaluating.exact import cut
from bot.domain.evaluating.workplace_result import NoResult, ResultStanding, WorkplaceResult
from bot.domain.evaluating.workplace_rule import RuleKind
from bot.messages import Sayable, _, words

RULE_WORD = {
    RuleKind.SHARE: _(
        "the share of the competences pursued at work that are acquired in the mentor’s view"
    ),
    RuleKind.WEIGHTED: _(
        "the competences pursued at work that are acquired in the mentor’s view, each by its weight"
    ),
    RuleKind.ENTERED: _("points out of a total, which people enter"),
}
"""How a result comes about."""

STANDING_WORD = {
    ResultStanding.REACHED: _("reached"),
    ResultStanding.NOMINATED: _("nominated for deliberation"),
    ResultStanding.CANNOT_QUALIFY: _("cannot be qualified"),
    ResultStanding.UNKNOWN: _("not known"),
}
"""What a result leads to, for whoever sees that."""

AHEAD_WORD = STANDING_WORD | {
    ResultStanding.NOMINATED: _("would be nominated for deliberation"),
    ResultStanding.CANNOT_QUALIFY: _("could not be qualified like this"),
}
"""What it would lead to, as long as it is not the last photo."""

NO_RESULT = {
    NoResult.NO_RULE: _(
        "This programme has not stated how the result at the workplace comes about, so there is "
        "none: nothing is assumed."
    ),
    NoResult.NO_PLAN: _("No training plan pursues anything at work, so there is nothing to count."),
    NoResult.NO_WEIGHT: _("A competence that is pursued at work has no weight in the rule."),
    NoResult.NO_SCORE: _(
        "No mentor has scored any of what is pursued at work, so there is no result yet."
    ),
    NoResult.NOT_ENTERED: _("Nobody has entered a result yet."),
}
"""Why there is no result."""

BRIEFLY_NO_RESULT = {
    NoResult.NO_RULE: _("no rule"),
    NoResult.NO_PLAN: _("no training plan"),
    NoResult.NO_WEIGHT: _("a weight is missing"),
    NoResult.NO_SCORE: _("no mentor’s score"),
    NoResult.NOT_ENTERED: _("nothing entered"),
}
"""Why there is none, in a line about one of several students."""


def number_words(number: Fraction) -> Sayable:
    """Say a number with its decimals cut; where some were, '…' says so."""
    shown = cut(number)
    if not shown.decimals:
        return str(shown.whole)
    whole, decimals = str(shown.whole), shown.decimals
    if shown.more:
        return _("{whole}.{decimals}…", whole=whole, decimals=decimals)
    return _("{whole}.{decimals}", whole=whole, decimals=decimals)


def percent_words(number: Fraction, *, exactly: bool = True) -> Sayable:
    """Say hundredths; where decimals were cut the exact fraction stands beside."""
    return _with_fraction(number, words(number_words(number), "%"), exactly=exactly)


def points_words(number: Fraction, *, exactly: bool = True) -> Sayable:
    """Say percentage points; where decimals were cut the exact fraction stands beside."""
    if number == 1:
        return _("1 percentage point")
    said = _("{number} percentage points", number=number_words(number))
    return _with_fraction(number, said, exactly=exactly)


def _with_fraction(number: Fraction, said: Sayable, *, exactly: bool) -> Sayable:
    if not exactly or not cut(number).more:
        return said
    return words(said, _("(exactly {fraction})", fraction=str(number)))


def sum_words(result: WorkplaceResult, *, exactly: bool = True) -> Sayable:
    """Say what a result sums up to: '2 of 5 = 40 %'; nothing where it is not known."""
    if result.percent is None:
        return ""
    counted = _(
        "{points} of {total}",
        points=number_words(result.points),
        total=number_words(result.total),
    )
    return words(counted, "=", percent_words(result.percent, exactly=exactly))


def shortfall_words(result: WorkplaceResult, *, exactly: bool = True) -> Sayable:
    """Say how far a result is below the mark to reach, or that it is reached."""
    if not result.shortfall:
        return _("reached")
    return _("{points} below", points=points_words(result.shortfall, exactly=exactly))
