"""The command for programmes: listed, and set."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from fractions import Fraction
from typing import Any

import click

from bot.cli.arguments.programmes import every_programme, find_programme, unknown_programme
from bot.cli.arguments.times import at_option, instant_of
from bot.domain.evaluating.exact import read_percent
from bot.domain.evaluating.workplace_rule import RuleKind, SaidWeights, read_weights
from bot.domain.rights.retention import MOST_MONTHS, Keeping
from bot.domain.school.frameworks import CutOff, PriorRule, Programme, Setting
from bot.messages import Text, _, _n
from bot.refusal import Refused
from bot.showing.words.scores.results import percent_words
from bot.storage.school.programmes import set_blind_first, set_cut_off
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.administering.add_framework import add_framework
from bot.use_cases.agreeing.set_education import set_education
from bot.use_cases.evaluating.deliberating.state_rule import UnfitRule, make_rule, state_rule
from bot.use_cases.recognising.set_prior_rule import list_prior_rules, set_prior_rule
from bot.use_cases.rights.set_keeping import set_keeping
from bot.wiring import House, in_words, open_house
from handlers.administering.education import SETTING_WORD
from handlers.evaluating.phrases import explain_unfit

CUT_OFF_WORD = {
    CutOff.AT_LEAST: _("acquired from 80 % on"),
    CutOff.MORE_THAN: _("acquired above 80 %"),
}
RULE_CELL = {
    RuleKind.SHARE: _("workplace: {mark} of the competences"),
    RuleKind.WEIGHTED: _("workplace: {mark} of the competences by weight"),
    RuleKind.ENTERED: _("workplace: {mark} of the points"),
}
PRIOR_CELL = {
    PriorRule.COVERED: _("learned before: counts as come up"),
    PriorRule.ACQUIRED: _("learned before: counts as acquired"),
}
"""How a programme counts, as a word of a list; the options say it by their own."""


class MarkParam(click.ParamType[Fraction]):
    """A mark in percent such as 50, 62,5 or 200/3."""

    name = "percent"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Fraction:
        """Read the mark exactly, or refuse it with an example."""
        read = value if isinstance(value, Fraction) else read_percent(str(value))
        if read is None:
            self.fail(
                in_words(_("'{value}' is not a number such as 62.5", value=value)), param, ctx
            )
        return read


class WeightsParam(click.ParamType[SaidWeights]):
    """Weights such as '8=2, rest=1'."""

    name = "weights"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> SaidWeights:
        """Read the weights, or refuse them with an example."""
        read = value if isinstance(value, SaidWeights) else read_weights(str(value))
        if read is None:
            problem = _("'{value}' is not such as 8=2, rest=1", value=value)
            self.fail(in_words(problem), param, ctx)
        return read


@click.command()
@click.argument("code", required=False)
@click.option("--cut-off", type=click.Choice([known.value for known in CutOff]))
@click.option("--blind-first/--open", "blind_first", default=None)
@click.option(
    "--workplace",
    type=click.Choice([known.value for known in RuleKind]),
    help="How the result at the workplace comes about; --to-reach says the mark.",
)
@click.option("--to-reach", type=MarkParam(), metavar="PERCENT", help="Of the workplace's total.")
@click.option(
    "--weights", type=WeightsParam(), metavar="WEIGHTS", help="Such as '8=2, rest=1', by number."
)
@click.option(
    "--retention",
    type=click.IntRange(1, MOST_MONTHS),
    metavar="MONTHS",
    help="That records are kept after a track ends.",
)
@click.option(
    "--photo-retention",
    type=click.IntRange(1, MOST_MONTHS),
    metavar="MONTHS",
    help="That photos and decisions keep their words.",
)
@click.option(
    "--setting",
    type=click.Choice([known.value for known in Setting]),
    help="In which education it stands: it says which agreement a placement needs.",
)
@click.option(
    "--prior-learning",
    "prior_rule",
    type=click.Choice([known.value for known in PriorRule]),
    help="What counts of what a student had learned before: shown alone, covered, or acquired.",
)
@click.option(
    "--add-framework",
    metavar="CODE",
    multiple=True,
    help="Whose competences it has as well; a number that is taken goes behind all.",
)
@at_option
def programme(
    code: str | None,
    cut_off: str | None,
    blind_first: bool | None,
    retention: int | None,
    photo_retention: int | None,
    at: datetime | None,
    **stated: Any,
) -> None:
    """List the programmes; with CODE, set how they count, and how the workplace's result is made.

    Acquired begins at 80 %, or above it. Where it is blind first, nobody is told while they score
    that somebody else says otherwise; where it is open, a question may say so. The result at the
    workplace has no rule until it is stated: the share of the training plan's competences that are
    acquired in the mentor's view, the same by weights, or entered by people. What a student had
    learned before, and people confirmed, is shown, and counts as the programme says.
    """
    if (stated["workplace"] is None) != (stated["to_reach"] is None):
        raise click.UsageError(in_words(_("Give --workplace and --to-reach together.")))
    others = stated.pop("add_framework")
    setting, prior_rule = stated.pop("setting"), stated.pop("prior_rule")
    house = open_house()
    with house.transaction() as uow:
        if code is not None:
            _set(house, uow, code, cut_off, blind_first)
            _join(house, uow, code, instant_of(house, at), others)
            _place(house, uow, code, instant_of(house, at), setting, prior_rule)
            if retention is not None or photo_retention is not None:
                _keep(house, uow, code, instant_of(house, at), retention, photo_retention)
            if stated["workplace"] is not None:
                _state(house, uow, code, instant_of(house, at), **stated)
        for known in every_programme(house, uow):
            if code in (None, known.code):
                click.echo("\t".join(_cells(house, uow, known)))


def _set(
    house: House, uow: StoredUnitOfWork, code: str, cut_off: str | None, blind_first: bool | None
) -> None:
    school = house.organisation(uow).id if cut_off or blind_first is not None else 0
    if cut_off is not None and not set_cut_off(uow.connection, school, code, CutOff(cut_off)):
        raise unknown_programme(house, uow, code)
    if blind_first is not None and not set_blind_first(
        uow.connection, school, code, blind_first=blind_first
    ):
        raise unknown_programme(house, uow, code)


def _join(
    house: House, uow: StoredUnitOfWork, code: str, at: datetime, others: Sequence[str]
) -> None:
    """Let the competences of other frameworks join it, and print the numbers that they have."""
    for other in others:
        found = find_programme(house, uow, code)
        joined, _entry = add_framework(uow, house.organisation(uow).id, found.id, other, at)
        for own in joined:
            click.echo(f"{other} {own.own} → {own.number}\t{own.title}")


def _place(
    house: House,
    uow: StoredUnitOfWork,
    code: str,
    at: datetime,
    setting: str | None,
    prior_rule: str | None,
) -> None:
    """Say in which education it stands, and what counts of what was learned before."""
    school = house.organisation(uow).id
    if prior_rule is not None:
        codes = {own.code: own.programme_id for own in list_prior_rules(uow, school)}
        if code not in codes:
            raise unknown_programme(house, uow, code)
        set_prior_rule(uow, school, codes[code], PriorRule(prior_rule), at)
    if setting is not None:
        set_education(uow, school, find_programme(house, uow, code).id, Setting(setting), at)


def _keep(
    house: House,
    uow: StoredUnitOfWork,
    code: str,
    at: datetime,
    months: int | None,
    photo_months: int | None,
) -> None:
    found = find_programme(house, uow, code)
    known = uow.retentions.read_keeping(found.id)
    keeping = Keeping(months or known.months, photo_months or known.photo_months)
    if not keeping.fits:
        raise Refused(
            _(
                "Photos are kept no shorter than what was said: {months} and {photos} months.",
                months=keeping.months,
                photos=keeping.photo_months,
            )
        )
    set_keeping(uow, house.organisation(uow).id, found.id, keeping, at)


def _state(
    house: House,
    uow: StoredUnitOfWork,
    code: str,
    at: datetime,
    *,
    workplace: str,
    to_reach: Fraction,
    weights: SaidWeights | None,
) -> None:
    found = find_programme(house, uow, code)
    try:
        state_rule(uow, found, make_rule(found, RuleKind(workplace), to_reach, weights), at)
    except UnfitRule as unfit:
        raise Refused(explain_unfit(unfit)) from None


def _cells(house: House, uow: StoredUnitOfWork, known: Programme) -> Iterator[str]:
    """List what a programme is and how it counts; the workplace's rule where one is stated."""
    yield from (known.code, known.title)
    count = len(known.competences)
    yield house.say(_n("{count} competence", "{count} competences", count))
    keeping = uow.retentions.read_keeping(known.id)
    kept = _n(
        "kept {count} month, photos {photos}",
        "kept {count} months, photos {photos}",
        keeping.months,
        photos=keeping.photo_months,
    )
    yield house.say(kept)
    yield house.say(CUT_OFF_WORD[known.cut_off])
    yield house.say(_("blind first") if known.blind_first else _("not blind first"))
    setting = uow.agreements.read_setting(known.id)
    if setting is not None:
        yield house.say(SETTING_WORD[setting])
    if known.prior_rule is not PriorRule.SHOWN:
        yield house.say(PRIOR_CELL[known.prior_rule])
    stated = uow.workplace_results.read_rule(known.id)
    if stated is not None:
        mark = percent_words(stated.rule.to_reach)
        yield house.say(Text(RULE_CELL[stated.rule.kind].key, {"mark": mark}))
