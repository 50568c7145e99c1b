"""Loading the sample organisation: imported like a school's own, its history told by chat.

There may be one in each language, side by side, each with its own people and clock.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.periods.period import Dates
from bot.exchange.period_section import PeriodDraft
from bot.exchange.sample import read_sample
from bot.messages import Incoming, _
from bot.ports.importing import OrganisationRow
from bot.ports.worlds import World
from bot.refusal import Refused
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.desk.look_at_desks import settle_looks
from bot.use_cases.importing.activities.import_activities import import_activities
from bot.use_cases.importing.import_framework import import_framework
from bot.use_cases.importing.import_programme import import_programme_details
from bot.use_cases.importing.import_roster import import_roster
from bot.use_cases.periods.add_period import add_period
from bot.use_cases.periods.refusals import Unfit
from bot.wiring import House
from bot.wiring.clock import tools_of
from bot.wiring.composing import working_days
from bot.wiring.organisation import state_rules
from handlers.answering import answer
from handlers.clock import Tick, run_world
from handlers.periods.phrases import why_not


def load_sample(house: House, at: datetime, language: str = "en") -> bool:
    """Load the sample in a language, its history told as it was said; says whether it was.

    Only into an empty database, or beside the sample in another language.
    """
    draft = read_sample(language)
    with house.transaction() as uow:
        if not _has_room(uow, language):
            return False
        row = OrganisationRow(
            draft.name, draft.language, draft.time_zone, sample=True, care=draft.care
        )
        organisation = uow.catalogue.add_organisation(row)
        for framework in draft.frameworks:
            import_framework(uow.catalogue, organisation.id, framework)
        for programme in draft.programmes:
            import_programme_details(uow.catalogue, organisation.id, programme)
        import_roster(uow.catalogue, organisation, draft.rows, strict=True)
        lists = draft.activities
        import_activities(uow, uow.catalogue, organisation.id, lists, at, strict=True)
        ids = {person.school_id: person.id for person in uow.people.list_sample(language)}
        world = World(True, at, language)
        for number, said in enumerate(draft.history(at)):
            told = Incoming(f"{world.here}:{number}", ids[said.by], said.said_at, text=said.says)
            if not answer(uow, told).recorded:
                raise Refused(_("The sample's line '{line}' stores nothing.", line=said.says))
        works = working_days(house.settings.holidays)
        agree_periods(uow, organisation.id, draft.periods(at, works))
        state_rules(uow, organisation.id, draft.workplace_rules, at)
        tick = Tick(world, tools_of(house), uow.worlds.list_zones(world))
    # What its history brings about is told by now, as it would be in a school that lives.
    run_world(house.transaction, tick)
    with house.transaction() as uow:
        settle_looks(uow, ids.values(), at)
    return True


def bring_sample(house: House, at: datetime, language: str) -> bool:
    """Load the sample in a language that somebody looks at, where there is one in another.

    Says whether it is there now.
    """
    with house.loading:
        with house.reading() as uow:
            samples = [row.language for row in uow.catalogue.list_organisations() if row.sample]
        return language in samples or (bool(samples) and load_sample(house, at, language))


def _has_room(uow: StoredUnitOfWork, language: str) -> bool:
    samples = [row.language for row in uow.catalogue.list_organisations() if row.sample]
    return language not in samples if samples else not uow.people.list_all()


def agree_periods(
    uow: StoredUnitOfWork, organisation_id: int, periods: Sequence[PeriodDraft]
) -> None:
    """Add the periods of a sample's programmes. Raises Refused."""
    programmes = {row.code: row.id for row in uow.catalogue.programmes.list_all(organisation_id)}
    for period in periods:
        dates = Dates(period.opens_at, period.photo_at)
        try:
            add_period(
                uow,
                organisation_id,
                programmes[period.framework],
                period.name,
                dates,
                last=bool(period.last),
            )
        except Unfit as unfit:
            problem = _("The sample's {period}: {why}", period=period.name, why=why_not(unfit))
            raise Refused(problem) from None
