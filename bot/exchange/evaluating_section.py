"""What a programme states for itself in an organisation's file: its rule, and what it keeps."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from bot.domain.evaluating.exact import read_percent
from bot.domain.evaluating.workplace_rule import RuleKind, SaidWeights
from bot.domain.importing.drafts import tidy
from bot.domain.rights.retention import MOST_MONTHS, Keeping
from bot.domain.school.frameworks import PriorRule, Setting
from bot.exchange.reading.shapes import FileSection
from bot.messages import _


@dataclass(frozen=True, slots=True)
class WorkplaceRuleDraft:
    """A rule as a file has it, for the programme of a framework; weights go by number."""

    framework: str
    kind: RuleKind
    to_reach: Fraction
    weights: SaidWeights


def read_workplace_rules(top: FileSection) -> Iterator[WorkplaceRuleDraft]:
    """Read the rules of all programmes that state one. Raises Refused."""
    for programme in top.tables("programme"):
        if "workplace" in programme.values:
            section = programme.table("workplace")
            section.only("rule", "to_reach", "weights")
            yield WorkplaceRuleDraft(
                tidy(programme.text("framework")),
                _kind(section),
                _to_reach(section),
                _weights(section.table("weights")),
            )


def read_keepings(top: FileSection) -> Iterator[tuple[str, Keeping]]:
    """Read for how many months programmes keep records, by framework, where they say so."""
    for programme in top.tables("programme"):
        if "retention" in programme.values or "photo_retention" in programme.values:
            usual = Keeping()
            keeping = Keeping(
                programme.number("retention") if "retention" in programme.values else usual.months,
                programme.number("photo_retention")
                if "photo_retention" in programme.values
                else usual.photo_months,
            )
            if not keeping.fits:
                raise programme.refused(
                    _(
                        "retention is a number of months from 1 to {most}, and photos are kept no "
                        "shorter",
                        most=MOST_MONTHS,
                    )
                )
            yield tidy(programme.text("framework")), keeping


def read_setting(programme: FileSection) -> Setting | None:
    """Read in which education a programme stands, None where it does not say. Raises Refused."""
    value = programme.text("setting", "")
    if value in ("", *Setting):
        return Setting(value) if value else None
    raise programme.refused(
        _("a setting is compulsory, entrepreneurial or higher, not {value}", value=value)
    )


def read_prior_rule(programme: FileSection) -> PriorRule | None:
    """Read what counts of what was learned before, None where nothing is said. Raises Refused."""
    value = programme.text("prior_learning", "")
    if value in ("", *PriorRule):
        return PriorRule(value) if value else None
    raise programme.refused(
        _("prior_learning is shown, covered or acquired, not {value}", value=value)
    )


def _kind(section: FileSection) -> RuleKind:
    value = section.text("rule")
    if value in [*RuleKind]:
        return RuleKind(value)
    problem = _("a rule is share, weighted or entered, not {value}", value=value)
    raise section.refused(problem)


def _to_reach(section: FileSection) -> Fraction:
    read = read_percent(section.text("to_reach"))
    if read is None:
        place = f"{section.where}.to_reach"
        raise section.refused(_('{place} is a text with a number such as "62.5"', place=place))
    return read


def _weights(section: FileSection) -> SaidWeights:
    others = section.number("rest") if "rest" in section.values else None
    numbers = [number for number in section.values if number != "rest"]
    for number in numbers:
        if not (number.isascii() and number.isdecimal() and len(number) < 5):
            place = f"{section.where}.{number}"
            raise section.refused(_("{place} is not the number of a competence", place=place))
    return SaidWeights({int(number): section.number(number) for number in numbers}, others)
