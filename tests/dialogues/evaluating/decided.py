"""A period whose photo was taken, with a rule for the result at the workplace."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from bot.domain.evaluating.exact import WorkplacePoints
from bot.domain.evaluating.workplace_rule import RuleKind, WorkplaceRule
from bot.domain.periods.period import Dates
from bot.ports.evaluating.workplace import NewResult
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.periods.add_period import add_period
from tests.dialogues.clock import tick
from tests.dialogues.school import School

TO_REACH = Fraction(50)


def photograph(
    school: School, *, last: bool, points: str = "", share: bool = False
) -> dict[str, str]:
    """Take the photo of a period; Jonas was given `points` out of 100 at his workplace, if any.

    Else what counts is the share that he acquired there, where that is asked for.

    Gives what people were told of it, as far as they are on our own platforms.
    """
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (organisation,) = uow.catalogue.list_organisations()
        dates = Dates(school.at - timedelta(days=20), school.at + timedelta(hours=1))
        period = add_period(uow, organisation.id, 1, "Three", dates)
        uow.periods.change(replace(period, last=last))
        if share:
            rule = WorkplaceRule(RuleKind.SHARE, TO_REACH)
            uow.workplace_results.set_rule(1, rule, None, school.at)
        if points:
            rule = WorkplaceRule(RuleKind.ENTERED, TO_REACH)
            uow.workplace_results.set_rule(1, rule, None, school.at)
            mentor = school.people["m1"].person_id
            (track,) = (
                own.id for own in uow.tracks.list_of(mentor) if own.student == "Jonas Peeters"
            )
            given = WorkplacePoints(Fraction(points), Fraction(100))
            entered = NewResult(organisation.id, track, period.id, given, mentor)
            uow.workplace_results.enter(entered, school.at)
    school.later(hours=2)
    return {who: "\n".join(own.text for own in shown) for who, shown in tick(school).items()}
