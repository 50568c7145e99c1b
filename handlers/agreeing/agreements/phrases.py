"""How agreements, their kinds and their steps are said."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from bot.domain.agreeing.agreements import AgreedPlace, AgreementStanding, PlacementAgreement
from bot.domain.agreeing.kinds import AgreementKind
from bot.domain.agreeing.steps import SIGNATURES, AgreementStep, OwedStep, OwingParty
from bot.domain.days import opening
from bot.domain.school.tracks import Person
from bot.messages import Day, Rounded, Sayable, Text, _, _n, words
from handlers.talking.turn import Turn

KIND_NAME: dict[AgreementKind, Text] = {
    AgreementKind.OAO: _("paid agreement (OAO)"),
    AgreementKind.SAO: _("unpaid agreement (SAO)"),
    AgreementKind.ENGAGEMENT: _("engagement statement"),
    AgreementKind.THREE_PARTY: _("three-party agreement"),
}
PARTY_WORD: dict[OwingParty, Text] = {
    OwingParty.STUDENT: _("student"),
    OwingParty.GUARDIAN: _("guardian"),
    OwingParty.COMPANY: _("company"),
    OwingParty.SCHOOL: _("school"),
}
STEP_WORD: dict[AgreementStep, Text] = {
    AgreementStep.RECOGNISED: _("recognition of the workplace"),
    AgreementStep.TRAINING_PLAN: _("agreed training plan"),
    AgreementStep.INSURED: _("insurance against accidents at work"),
    AgreementStep.WORK_POST: _("safety at the work post"),
    AgreementStep.LEGAL: _("social and legal conditions"),
    AgreementStep.EDUCATIONAL: _("educational conditions"),
    AgreementStep.GOALS: _("goals"),
    AgreementStep.EVALUATION: _("how it is evaluated"),
    AgreementStep.COMPETENCES: _("competences at the beginning and the end"),
    AgreementStep.MATERIALS: _("materials and who organises what"),
    AgreementStep.CONTENT: _("content and guidance"),
    AgreementStep.ENGAGEMENTS: _("what each partner engages to do"),
    AgreementStep.PRESENCE: _("when the student is present"),
    AgreementStep.ACCIDENTS: _("insurance against accidents"),
    AgreementStep.LIABILITY: _("liability"),
    AgreementStep.DISPUTES: _("what is done about disputes"),
    AgreementStep.CONFIDENTIAL: _("confidentiality"),
    AgreementStep.SAFETY: _("safety and health"),
    AgreementStep.MENTOR_TRAINING: _("who trains the mentors"),
    AgreementStep.ABSENCE: _("what is done about absence"),
    AgreementStep.EARLY_END: _("what is done where it ends early"),
    AgreementStep.COSTS: _("allowance and costs"),
    AgreementStep.SIGNED_STUDENT: _("signature of the student"),
    AgreementStep.SIGNED_GUARDIAN: _("signature of the guardian"),
    AgreementStep.SIGNED_COMPANY: _("signature of the company"),
    AgreementStep.SIGNED_SCHOOL: _("signature of the school"),
    AgreementStep.EVALUATED: _("evaluation by the partners"),
}
NOT_YOUR_AGREEMENT = _("That agreement is not one of yours.")
AGREEMENT_OVER = _("Nothing was changed: that agreement is over.")
UNKNOWN_SETTING = _(
    "Nobody has said in which education this programme stands, so I do not know which agreement is "
    "needed. Who runs Kompaan for the school says it: /admin, “agreements”."
)
UNKNOWN_HOURS = _(
    "How many hours a week at the workplace, on average? From 20 on it is a paid agreement (OAO), "
    "below that an unpaid one (SAO)."
)


def placed_at(place: AgreedPlace) -> Sayable:
    """Name a placement: whose, and where."""
    return _("{student} at {workplace}", student=place.student, workplace=place.workplace)


def say_date(day: date, reader: Person) -> Day:
    """Show a day to somebody."""
    return Day(opening(day, reader.time_zone))


def say_span(standing: AgreementStanding, own: PlacementAgreement, reader: Person) -> Sayable:
    """Say of which kind an agreement is, and from when until when."""
    days = say_days(own.starts_on, standing.last_day(own), reader)
    return words(KIND_NAME[own.kind], days, by=", ")


def say_days(first: date, last: date, reader: Person) -> Sayable:
    """Write from which until which day."""
    return words(say_date(first, reader), "–", say_date(last, reader))


def say_needed(place: AgreedPlace) -> Sayable:
    """Say which agreement is needed, or why that is not known."""
    needed = place.needed
    if needed is None:
        return UNKNOWN_HOURS if place.setting else UNKNOWN_SETTING
    kind = KIND_NAME[needed]
    if needed in (AgreementKind.OAO, AgreementKind.SAO) and place.weekly_hours is not None:
        hours = say_hours_a_week(place.weekly_hours)
        return _("Needed at {hours}: {kind}.", hours=hours, kind=kind)
    return _("Needed: {kind}.", kind=kind)


def say_hours_a_week(hours: Fraction) -> Sayable:
    """Write a number of hours a week."""
    return _("{hours} hours a week", hours=hours_shown(hours))


def hours_shown(hours: Fraction) -> Rounded:
    """Write a number of hours, with the tenth where there is one."""
    return Rounded(float(hours), 0 if hours.denominator == 1 else 1)


def say_owed(owed: OwedStep, reader: Person, today: date) -> Sayable:
    """Write one open step: what, who owes it, and by when."""
    sign = "⚠" if owed.due_on < today else "·"
    by = _("by {day}", day=say_date(owed.due_on, reader))
    party = None if owed.step in SIGNATURES else PARTY_WORD[owed.by]
    return words(sign, words(STEP_WORD[owed.step], party, by, by=" · "))


def say_state(standing: AgreementStanding, reader: Person, today: date) -> Iterator[Sayable]:
    """Say in a few words what there is to do about the agreement of a placement."""
    place, needed = standing.place, standing.place.needed
    if place.is_over(today):
        yield _("the placement is over")
        return
    if needed is None:
        yield _("hours a week not known") if place.setting else _("education not known")
    if standing.is_missing(today):
        yield _say_none(standing, reader, today)
        return
    if needed and standing.is_of_another_kind(today):
        yield _("now needed: {kind}", kind=KIND_NAME[needed])
    if owed := standing.owed_now(today):
        yield _say_missing([STEP_WORD[step.step] for step in owed])
    last = standing.ends_without_next(today)
    if last is not None and standing.asks_for_next(today):
        yield _("ends on {day}, and nothing follows", day=say_date(last, reader))
    elif holding := standing.holding(today):
        yield _("runs until {day}", day=say_date(standing.last_day(holding[-1]), reader))


def name_steps(steps: Sequence[Sayable]) -> Sayable:
    """Name the first step, and how many more there are."""
    more = len(steps) - 1
    if not more:
        return steps[0]
    return _n("{what} and {count} more", "{what} and {count} more", more, what=steps[0])


def _say_none(standing: AgreementStanding, reader: Person, today: date) -> Sayable:
    needed, due = standing.place.needed, standing.missing_by()
    kind = KIND_NAME[needed] if needed else _("agreement")
    if due is None:
        return _("{kind} missing", kind=kind)
    day = say_date(due, reader)
    if due < today:
        return _("{kind} missing since {day}", kind=kind, day=day)
    return _("{kind} missing, by {day}", kind=kind, day=day)


def _say_missing(steps: Sequence[Sayable]) -> Sayable:
    if len(steps) == 1:
        return _("{what} is missing", what=steps[0])
    return _n(
        "{what} and {count} more are missing",
        "{what} and {count} more are missing",
        len(steps) - 1,
        what=steps[0],
    )


def which_of(
    turn: Turn, standing: AgreementStanding, agreement: PlacementAgreement
) -> Sayable | None:
    """Say which of the agreements of a placement a button is about; nothing where there is one."""
    if len(standing.holding(turn.today)) < 2:
        return None
    return _("from {day}", day=Day(opening(agreement.starts_on, turn.person.time_zone)))
