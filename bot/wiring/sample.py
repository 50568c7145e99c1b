"""Loading the sample organisation: imported like a school's own, its history told by chat."""

from datetime import datetime

from bot.exchange.organisation_file import read_organisation
from bot.messages import Incoming, _
from bot.ports.catalogue import OrganisationRow
from bot.refusal import Refused
from bot.use_cases.import_framework import import_framework
from bot.use_cases.import_programme import import_programme_details
from bot.use_cases.import_roster import import_roster
from bot.wiring import House
from handlers.answering import answer


def load_sample(house: House, at: datetime) -> bool:
    """Load the sample organisation into an empty database, its history told as it was said."""
    draft = read_organisation()
    with house.transaction() as uow:
        if uow.people.all():
            return False
        row = OrganisationRow(draft.name, draft.language, draft.time_zone, sample=True)
        organisation = uow.catalogue.add_organisation(row)
        for framework in draft.frameworks:
            import_framework(uow.catalogue, organisation.id, framework)
        for programme in draft.programmes:
            import_programme_details(uow.catalogue, organisation.id, programme)
        import_roster(uow.catalogue, organisation, draft.rows, strict=True)
        ids = {person.school_id: person.id for person in uow.people.all()}
        for number, said in enumerate(draft.history(at)):
            told = Incoming(f"sample:{number}", ids[said.by], said.said_at, text=said.says)
            if not answer(uow, told).recorded:
                raise Refused(_("The sample's line '{line}' stores nothing.", line=said.says))
    return True
