"""Taking an organisation's file into a school: what it names is brought there, the rest stays."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.domain.importing.changes import Changes
from bot.domain.rights.retention import Keeping
from bot.exchange.evaluating_section import WorkplaceRuleDraft
from bot.exchange.organisation_file import OrganisationDraft
from bot.exchange.period_section import PeriodDraft
from bot.i18n.choosing import choose_manner
from bot.messages import Text, _
from bot.ports.importing import OrganisationRow
from bot.refusal import Refused
from bot.showing.words.scores.results import RULE_WORD, percent_words
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.administering.add_person import add_person
from bot.use_cases.administering.files.take_in_framework import take_in_framework
from bot.use_cases.administering.files.take_in_roster import take_in_roster
from bot.use_cases.administering.make_administrator import make_administrator
from bot.use_cases.evaluating.deliberating.state_rule import UnfitRule, make_rule, state_rule
from bot.use_cases.importing.activities.import_activities import import_activities
from bot.use_cases.importing.change_organisation import change_organisation
from bot.use_cases.importing.import_programme import import_programme_details
from bot.use_cases.importing.import_roster import RosterReport
from bot.use_cases.importing.programmes import framework_called
from bot.use_cases.inducting.name_coach import make_teachers_coach
from bot.use_cases.inducting.of_staff import NotOfStaff
from bot.use_cases.periods.add_period import add_period
from bot.use_cases.periods.mark_last import mark_last
from bot.use_cases.periods.move_period import move_period
from bot.use_cases.periods.refusals import AlreadyTaken, Decided, Unfit
from bot.use_cases.rights.set_keeping import set_forget_days, set_keeping
from bot.wiring import House
from bot.wiring.composing import working_days
from handlers.evaluating.phrases import explain_unfit
from handlers.periods.phrases import why_not


@dataclass(slots=True)
class OrganisationReport:
    """What came of a file: the changes under the name of each thing, and what is worth a word."""

    changes: list[tuple[str, Changes]] = field(default_factory=list)
    roster: RosterReport | None = None
    activities: RosterReport | None = None
    notices: list[Text] = field(default_factory=list)


def take_in_organisation(
    house: House,
    uow: StoredUnitOfWork,
    school: OrganisationRow,
    draft: OrganisationDraft,
    at: datetime,
    *,
    reword: bool,
) -> OrganisationReport:
    """Bring a school to what an organisation's file says; what it does not name stays.

    Raises Refused for what breaks a rule; then nothing of the file is kept.
    """
    report = OrganisationReport()
    if draft.care or draft.addresses or draft.roles:
        manner = choose_manner(school.manner, school.language, draft.addresses, draft.roles)
        change_organisation(uow, school, at, care=draft.care or None, manner=manner)
    for framework in draft.frameworks:
        changes = take_in_framework(uow, school.id, framework, at, reword=reword)
        report.changes.append((f"{framework.code} {framework.title}", changes))
    for programme in draft.programmes:
        changes = import_programme_details(uow.catalogue, school.id, programme)
        report.changes.append((programme.framework, changes))
    if draft.rows:
        report.roster = take_in_roster(uow, school, draft.rows, at)
    if draft.activities:
        report.activities = import_activities(uow, uow.catalogue, school.id, draft.activities, at)
    works = working_days(house.settings.holidays)
    for period in replace(draft, time_zone=school.time_zone).periods(at, works):
        report.notices.append(_agree(uow, school, period, at))
    report.notices += _make_administrators(uow, school, draft, at)
    report.notices += _name_coaches(uow, school, draft, at)
    report.notices += state_rules(uow, school.id, draft.workplace_rules, at)
    report.notices += [_keep(uow, school, code, keeping, at) for code, keeping in draft.keepings]
    if draft.forget_days is not None:
        set_forget_days(uow, school.id, draft.forget_days, at)
    report.notices += _not_taken(draft, school)
    return report


def _make_administrators(
    uow: StoredUnitOfWork, school: OrganisationRow, draft: OrganisationDraft, at: datetime
) -> Iterator[Text]:
    """Make those administrators whom the file names; it ends none."""
    for school_id, name in draft.administrators:
        person = add_person(uow, school.id, school_id, name)
        if make_administrator(uow, person, at):
            yield _("{name} is an administrator from now on.", name=person.name)


def _name_coaches(
    uow: StoredUnitOfWork, school: OrganisationRow, draft: OrganisationDraft, at: datetime
) -> Iterator[Text]:
    """Name those whom the file lets coach the teachers; it ends none. Raises Refused."""
    for school_id, name in draft.teachers_coaches:
        person = add_person(uow, school.id, school_id, name)
        try:
            if make_teachers_coach(uow, person, at):
                yield _("{name} coaches the teachers from now on.", name=person.name)
        except NotOfStaff:
            raise Refused(_("{name} is a student or a mentor, and coaches no teachers.",
                            name=person.name)) from None  # fmt: skip


def _not_taken(draft: OrganisationDraft, school: OrganisationRow) -> Iterator[Text]:
    """Tell what of the file a school does not take over."""
    if draft.name and draft.name != school.name:
        yield _(
            "The school stays {name}, with its own language and time zone: its settings say so.",
            name=school.name,
        )
    if draft.happened:
        yield _("The history was not read: in a school everybody speaks for themselves.")


def _agree(
    uow: StoredUnitOfWork, school: OrganisationRow, wanted: PeriodDraft, at: datetime
) -> Text:
    """Add a period, or move the one of that name where the file has its days; tell which."""
    programme = _programme(uow, school.id, wanted.framework)
    dates = wanted.dates
    known = next(
        (
            period
            for period in uow.periods.list_of(programme)
            if period.name.casefold() == wanted.name.casefold() and period.standing
        ),
        None,
    )
    try:
        if known is None:
            add_period(uow, school.id, programme, wanted.name, dates, last=bool(wanted.last))
            return _("{period}: added.", period=wanted.name)
        if wanted.last is not None:
            known = mark_last(uow, known, last=wanted.last)
        if not dates.choose_from:
            dates = replace(dates, choose_from=known.choose_from, choose_until=known.choose_until)
        if dates == known.dates or not wanted.dated:
            return _("{period}: stays as it is.", period=wanted.name)
        move_period(uow, known, dates, at)
    except Unfit as unfit:
        raise Refused(_("{period}: {why}", period=wanted.name, why=why_not(unfit))) from None
    except Decided as decided:
        return _("{period}: {why}", period=wanted.name, why=why_not(decided))
    except AlreadyTaken:
        return _("{period}: its photo was taken, so it stays as it is.", period=wanted.name)
    return _("{period}: moved.", period=wanted.name)


def state_rules(
    uow: StoredUnitOfWork, school: int, drafts: Iterable[WorkplaceRuleDraft], at: datetime
) -> list[Text]:
    """State the rules of a file; tell what each is. Raises Refused."""
    return [_state(uow, school, draft, at) for draft in drafts]


def _state(uow: StoredUnitOfWork, school: int, wanted: WorkplaceRuleDraft, at: datetime) -> Text:
    """State the rule of a programme's result at the workplace; tell what it is."""
    programme = uow.tracks.read_programme(_programme(uow, school, wanted.framework))
    try:
        rule = make_rule(programme, wanted.kind, wanted.to_reach, wanted.weights)
        state_rule(uow, programme, rule, at)
    except UnfitRule as unfit:
        raise Refused(explain_unfit(unfit)) from None
    return _(
        "{programme}: the result at the workplace is {rule}, {mark} to reach.",
        programme=programme.title,
        rule=RULE_WORD[rule.kind],
        mark=percent_words(rule.to_reach),
    )


def _keep(
    uow: StoredUnitOfWork, school: OrganisationRow, code: str, keeping: Keeping, at: datetime
) -> Text:
    """Set for how long a programme keeps records; tell for how long."""
    programme = uow.tracks.read_programme(_programme(uow, school.id, code))
    set_keeping(uow, school.id, programme.id, keeping, at)
    return _(
        "{programme}: what was said is kept for {months} months after a track ends, photos for "
        "{photos}.",
        programme=programme.title,
        months=keeping.months,
        photos=keeping.photo_months,
    )


def _programme(uow: StoredUnitOfWork, school: int, code: str) -> int:
    """Find the programme of a framework, which was made by the file's own part about it."""
    framework = framework_called(uow.catalogue.frameworks.list_all(school), code)
    programmes = {row.code: row.id for row in uow.catalogue.programmes.list_all(school)}
    if framework is None or framework.code not in programmes:
        raise Refused(_("There is no framework {code}: import it first.", code=code))
    return programmes[framework.code]
