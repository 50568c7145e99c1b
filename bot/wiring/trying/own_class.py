"""A school's own class to try: imported like any, and living by a clock like the sample's."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.domain.school.tracks import Role
from bot.exchange.period_section import Agreed, dated
from bot.i18n import voice_of
from bot.messages import _
from bot.platforms.sample_page.chat import OwnClass
from bot.ports.importing import Catalogue, OrganisationRow, TrackRow
from bot.refusal import Refused
from bot.settings import Settings, read_settings
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_framework import import_framework
from bot.use_cases.importing.import_programme import import_programme_details
from bot.use_cases.importing.import_roster import RosterReport, import_roster
from bot.wiring import House
from bot.wiring.composing import working_days
from bot.wiring.organisation import OrganisationReport, take_in_organisation
from bot.wiring.sample import agree_periods
from bot.wiring.trying.class_files import ClassFiles
from handlers.periods.phrases import name_of

COUNT = (
    "language", "organisation", "organisation_language", "time_zone", "holidays", "http_port",
    "repertoire_file",
)  # fmt: skip
"""The settings that count for a class to try. No other does: nothing of it reaches a platform."""

PERIODS = ((-30, 20), (23, 90), (93, 160))
"""The days from now on which its periods open, and their photos are taken, where no file has any.

One is always under way, whatever the season, and its first reminder comes within a week.
"""

CONTAINER_SIGNS = (Path("/.dockerenv"), Path("/run/.containerenv"))
"""What Docker and Podman put into a container. Elsewhere the whole network could open the page."""

ALL_ADDRESSES = ""
"""Where a container listens: what is published of it comes in from outside."""

_NO_CONTAINER = _("--in-container is for containers alone: here all of the network could look on.")

EASY = range(3, 14)
"""How many indicators a competence has that fits into one line of the guide."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of the files of a class; without a line that is good there is none to show."""

    roster: RosterReport
    organisations: tuple[OrganisationReport, ...] = ()
    shown: OwnClass | None = None
    people: int = 0


def house_to_try(folder: Path, port: int | None, *, in_container: bool = False) -> House:
    """Open an installation in a folder, on loopback alone; the school's own stays untouched.

    In a container that is loopback outside, by how its port is published, so inside all listens.
    Raises Refused for a wrong setting, and where no container is.
    """
    told = read_settings()
    settings = Settings.model_construct(
        **{name: getattr(told, name) for name in COUNT},
        database_url=f"sqlite:///{folder / 'kompaan.db'}",
        signing_key_file=str(folder / "kompaan.key"),
    )
    if port is not None:
        settings.http_port = port
    if in_container:
        if not any(sign.exists() for sign in CONTAINER_SIGNS):
            raise Refused(_NO_CONTAINER)
        settings.http_host, settings.http_allowed_hosts = ALL_ADDRESSES, "localhost,127.0.0.1"
    return House(settings)


def load_class(house: House, files: ClassFiles, language: str, at: datetime) -> Loaded:
    """Import a class in one transaction, with periods where its files have none.

    Raises Refused for what the imports refuse, and for a database that holds anything else.
    """
    house.migrate()  # what was kept may be of an older version
    house.prepare()
    with house.transaction() as uow:
        school = _organisation(house, uow, language)
        for framework in files.frameworks:
            import_framework(uow.catalogue, school.id, framework)
        for programme in files.programmes:
            import_programme_details(uow.catalogue, school.id, programme)
        roster = import_roster(uow.catalogue, school, files.rows)
        if roster.failed:
            uow.connection.rollback()
            return Loaded(roster)
        organisations = tuple(
            take_in_organisation(house, uow, school, draft, at, reword=False)
            for draft in files.organisations
        )
        _propose_periods(house, uow, school, at)
        count = len(uow.catalogue.people.list_all(school.id))
        return Loaded(roster, organisations, _begins(uow.catalogue, school), count)


def _organisation(house: House, uow: StoredUnitOfWork, language: str) -> OrganisationRow:
    """Found the class's organisation, or find it in what was kept. Raises Refused."""
    rows = uow.catalogue.list_organisations()
    if len(rows) > 1 or any(not row.sample for row in rows):
        problem = _("There is a school in this folder already: keep the class in another one.")
        raise Refused(problem)
    name, zone = house.settings.organisation, house.settings.time_zone
    founded = OrganisationRow(name, language, zone, sample=True)
    return rows[0] if rows else uow.catalogue.add_organisation(founded)


def _propose_periods(
    house: House, uow: StoredUnitOfWork, school: OrganisationRow, at: datetime
) -> None:
    """Add periods to the programmes that have none, so that there is a photo to come."""
    works, voice = working_days(house.settings.holidays), voice_of(school)
    for programme in uow.catalogue.programmes.list_all(school.id):
        if any(period.standing for period in uow.periods.list_of(programme.id)):
            continue
        agreed = [
            Agreed(
                programme.code,
                voice.say(name_of(number)),
                opens,
                photo,
                last=number == len(PERIODS),
            )
            for number, (opens, photo) in enumerate(PERIODS, 1)
        ]
        agree_periods(uow, school.id, dated(agreed, school.time_zone, at, works))


def _begins(catalogue: Catalogue, school: OrganisationRow) -> OwnClass:
    """Choose whom the page shows first: a student with as many others around as can be."""
    around: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for link in catalogue.involvements.list_all(school.id):
        around[link.track_id].setdefault(link.role, link.person_id)
    tracks = catalogue.tracks.list_all(school.id)
    track = max(tracks, key=lambda track: len(set(around[track.id].values())))
    people = {person.id: person for person in catalogue.people.list_all(school.id)}
    others = (around[track.id].get(role) for role in (Role.MENTOR, Role.TEACHER, Role.COACH))
    shown = dict.fromkeys((track.student_id, *filter(None, others)))
    competence, indicators = _competence(catalogue, school, track)
    return OwnClass(
        school.language,
        tuple(people[person].school_id for person in shown),
        people[track.student_id].name,
        competence,
        indicators,
    )


def _competence(catalogue: Catalogue, school: OrganisationRow, track: TrackRow) -> tuple[int, int]:
    """Choose the first competence of a track that is quickly scored; with its indicators' count."""
    counts = Counter(row.competence_id for row in catalogue.indicators.list_all(school.id))
    members = [
        row
        for row in catalogue.members.list_all(school.id)
        if row.programme_id == track.programme_id
    ]
    chosen = min(members, key=lambda row: (counts[row.competence_id] not in EASY, row.number))
    return chosen.number, counts[chosen.competence_id]
