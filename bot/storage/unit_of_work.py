"""One transaction, and everything it can reach."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sqlalchemy import Connection
from typing_extensions import override

from bot.domain.coaching.repertoire import Repertoire
from bot.domain.joining.ways_in import WaysIn
from bot.domain.rights.looking import Glimpses
from bot.ports import UnitOfWork
from bot.ports.administering.handed_files import FileReader
from bot.storage.school.programmes import Cache
from bot.storage.school.tracks import StoredTracks

if TYPE_CHECKING:
    from bot.storage.administering.administrators import StoredAdministrators
    from bot.storage.administering.handed_files import StoredHandedFiles
    from bot.storage.administering.rights_acts import StoredRightsActs
    from bot.storage.administering.school_people import StoredSchoolPeople
    from bot.storage.agenda.topics import StoredTopics
    from bot.storage.agreeing.agreements import StoredAgreements
    from bot.storage.agreeing.mentor_courses import StoredMentorCourses
    from bot.storage.agreeing.recognitions import StoredRecognitions
    from bot.storage.agreeing.signatures import StoredSignatures
    from bot.storage.asking.named_answers import VisibleNamedAnswers
    from bot.storage.asking.questionnaires import StoredQuestionnaires
    from bot.storage.clock.ticks import StoredTicks
    from bot.storage.clock.worlds import StoredWorlds
    from bot.storage.coaching import StoredTips
    from bot.storage.desk.desks import StoredDesks
    from bot.storage.divergence.alerts import StoredAlerts
    from bot.storage.divergence.interventions import StoredInterventions
    from bot.storage.divergence.sittings import StoredSittings
    from bot.storage.divergence.thresholds import StoredThresholds
    from bot.storage.evaluating.choices import StoredChoices
    from bot.storage.evaluating.decisions import StoredDecisions
    from bot.storage.evaluating.visible_workplace import VisibleWorkplace
    from bot.storage.evaluating.workplace import StoredWorkplaceResults
    from bot.storage.importing.catalogue import StoredCatalogue
    from bot.storage.inducting.coaches import StoredTeachersCoaches
    from bot.storage.inducting.sessions import StoredInductions
    from bot.storage.inducting.starters import StoredStarters
    from bot.storage.intervening.interventions import StoredOwnInterventions
    from bot.storage.joining.accounts import StoredAccounts
    from bot.storage.joining.code_words import StoredCodeWords
    from bot.storage.joining.sessions import StoredSessions
    from bot.storage.matching.candidacies import StoredCandidacies
    from bot.storage.matching.intakes import StoredIntakes
    from bot.storage.matching.interviews import StoredInterviews
    from bot.storage.matching.visible_intakes import VisibleIntakes
    from bot.storage.periods.looks import StoredLooks
    from bot.storage.periods.period import StoredPeriods
    from bot.storage.periods.photos import StoredPhotos
    from bot.storage.periods.reminders import StoredReminders
    from bot.storage.periods.visible_film import VisibleFilm
    from bot.storage.planning.activities import StoredActivities
    from bot.storage.planning.campus import StoredCampus
    from bot.storage.planning.contexts import StoredContexts
    from bot.storage.planning.gaps import StoredGaps
    from bot.storage.planning.lessons import StoredLessons
    from bot.storage.planning.mirrors import StoredMirrors
    from bot.storage.planning.scenarios import StoredScenarios
    from bot.storage.planning.training_plans import StoredTrainingPlans
    from bot.storage.recognising.claims import StoredPriorClaims
    from bot.storage.recognising.visible_claims import VisibleClaims
    from bot.storage.reflecting.answers import StoredAnswers
    from bot.storage.reflecting.pace import StoredPaces
    from bot.storage.reflecting.prompts import StoredPrompts
    from bot.storage.reflecting.visible_answers import VisibleAnswers
    from bot.storage.rights.contesting.contests import StoredContests
    from bot.storage.rights.erasing import StoredErasing
    from bot.storage.rights.forgetting import StoredForgettings
    from bot.storage.rights.guardians import StoredGuardians
    from bot.storage.rights.notices import StoredNotices
    from bot.storage.rights.openings import StoredOpenings
    from bot.storage.rights.own_records import StoredOwnRecords
    from bot.storage.rights.retention import StoredRetentions
    from bot.storage.rights.take_aways import StoredTakeAways
    from bot.storage.school.alone import StoredAlone
    from bot.storage.school.endings import StoredEndings
    from bot.storage.school.offices import StoredOffices
    from bot.storage.school.people import StoredPeople
    from bot.storage.scoring.acts import StoredActs
    from bot.storage.scoring.ledger import StoredLedger
    from bot.storage.scoring.skips import StoredSkips
    from bot.storage.scoring.visible import VisibleReads
    from bot.storage.scoring.visible_class import VisibleClass
    from bot.storage.sector.modules import StoredSectorModules
    from bot.storage.sector.sectors import StoredSectors
    from bot.storage.sector.totals.books import StoredTotalsBooks
    from bot.storage.sector.totals.published import StoredTotals
    from bot.storage.sector.totals.regions import StoredRegions
    from bot.storage.supporting.absences import StoredAbsences
    from bot.storage.supporting.handovers import StoredHandovers
    from bot.storage.supporting.incidents import StoredIncidents
    from bot.storage.supporting.measures import StoredMeasures
    from bot.storage.supporting.stops import StoredStops
    from bot.storage.supporting.substitutes import StoredSubstitutes
    from bot.storage.talking.dialogues import StoredDialogues
    from bot.storage.talking.legends import StoredLegends
    from bot.storage.talking.question_lists import StoredQuestionLists
    from bot.storage.talking.transcripts import StoredTranscripts
    from bot.storage.talking.wordings import StoredWordings
    from bot.storage.telling.errands import StoredErrands
    from bot.storage.telling.holidays import StoredHolidays
    from bot.storage.telling.mail_addresses import StoredMailAddresses
    from bot.storage.telling.outbox import StoredOutbox
    from bot.storage.telling.reach import StoredReach
    from bot.storage.telling.sending_pace import StoredSendingPaces
    from bot.storage.telling.subscriptions import StoredSubscriptions
    from bot.storage.visiting.visits import StoredVisits

Made = TypeVar("Made")


class Part(Generic[Made]):
    """One part of the storage, made when it is first asked for."""

    def __init__(self, make: Callable[["StoredUnitOfWork"], Made]) -> None:
        """Name what makes it."""
        self._make = make

    def __set_name__(self, owner: type, name: str) -> None:
        """Remember under which name it is asked for."""
        self._name = name

    def __get__(self, uow: "StoredUnitOfWork", owner: type) -> Made:
        """Make the part, and leave it where it is found from now on."""
        part = self._make(uow)
        vars(uow)[self._name] = part
        return part


def _of(module: str, made: str) -> Callable[["StoredUnitOfWork"], Any]:
    """Make a part with a class of a module that is loaded then: only who asks pays for it."""
    load = cache(lambda: getattr(import_module(f"bot.storage.{module}"), made))
    return lambda uow: load()(uow.connection)


def _for_people(module: str, made: str) -> Callable[["StoredUnitOfWork"], Any]:
    """Make a part that reads for people, and so counts in what it gives out."""
    load = cache(lambda: getattr(import_module(f"bot.storage.{module}"), made))
    return lambda uow: load()(uow.connection, uow.glimpses)


class StoredUnitOfWork(UnitOfWork):
    """The storage as use cases and handlers see it, on one connection's transaction."""

    def __init__(
        self,
        connection: Connection,
        cache: Cache | None = None,
        reads_repertoire: Callable[[], Repertoire] = Repertoire,
        page_address: str = "",
        *,
        sends_mail: bool = False,
        ways_in: WaysIn | None = None,
        reads_files: FileReader | None = None,
    ) -> None:
        """Work on this connection, with programmes cached across transactions.

        What there is to ask and to advise comes from files; without them there is nothing. Where
        the page is, whether mail is sent, and by what people come in, are settings.
        """
        self.connection = connection
        self.cache: Cache = {} if cache is None else cache
        self.reads_repertoire = reads_repertoire
        self.page_at = page_address
        self.has_mail_server = sends_mail
        self.comes_in_by = ways_in or WaysIn(page_address)
        self.reads_files = reads_files or FileReader()

    @override
    @contextmanager
    def rehearsing(self) -> Iterator["StoredUnitOfWork"]:
        savepoint = self.connection.begin_nested()
        try:
            yield StoredUnitOfWork(
                self.connection,
                {},
                self.reads_repertoire,
                self.page_at,
                sends_mail=self.has_mail_server,
                ways_in=self.comes_in_by,
                reads_files=self.reads_files,
            )
        finally:
            savepoint.rollback()

    people: "Part[StoredPeople]" = Part(_of("school.people", "StoredPeople"))
    accounts: "Part[StoredAccounts]" = Part(_of("joining.accounts", "StoredAccounts"))
    sessions: "Part[StoredSessions]" = Part(_of("joining.sessions", "StoredSessions"))
    endings: "Part[StoredEndings]" = Part(_of("school.endings", "StoredEndings"))
    administrators: "Part[StoredAdministrators]" = Part(
        _of("administering.administrators", "StoredAdministrators")
    )
    offices: "Part[StoredOffices]" = Part(_of("school.offices", "StoredOffices"))
    absences: "Part[StoredAbsences]" = Part(_of("supporting.absences", "StoredAbsences"))
    handovers: "Part[StoredHandovers]" = Part(_of("supporting.handovers", "StoredHandovers"))
    incidents: "Part[StoredIncidents]" = Part(_of("supporting.incidents", "StoredIncidents"))
    measures: "Part[StoredMeasures]" = Part(_of("supporting.measures", "StoredMeasures"))
    stops: "Part[StoredStops]" = Part(_of("supporting.stops", "StoredStops"))
    substitutes: "Part[StoredSubstitutes]" = Part(
        _of("supporting.substitutes", "StoredSubstitutes")
    )
    prior_claims: "Part[StoredPriorClaims]" = Part(_of("recognising.claims", "StoredPriorClaims"))
    claim_reads: "Part[VisibleClaims]" = Part(_of("recognising.visible_claims", "VisibleClaims"))
    visits: "Part[StoredVisits]" = Part(_of("visiting.visits", "StoredVisits"))
    agreements: "Part[StoredAgreements]" = Part(_of("agreeing.agreements", "StoredAgreements"))
    signatures: "Part[StoredSignatures]" = Part(_of("agreeing.signatures", "StoredSignatures"))
    own_interventions: "Part[StoredOwnInterventions]" = Part(
        _for_people("intervening.interventions", "StoredOwnInterventions")
    )
    question_lists: "Part[StoredQuestionLists]" = Part(
        _of("talking.question_lists", "StoredQuestionLists")
    )
    questionnaires: "Part[StoredQuestionnaires]" = Part(
        _of("asking.questionnaires", "StoredQuestionnaires")
    )
    named_answers: "Part[VisibleNamedAnswers]" = Part(
        _for_people("asking.named_answers", "VisibleNamedAnswers")
    )
    desks: "Part[StoredDesks]" = Part(_of("desk.desks", "StoredDesks"))
    recognitions: "Part[StoredRecognitions]" = Part(
        _of("agreeing.recognitions", "StoredRecognitions")
    )
    mentor_courses: "Part[StoredMentorCourses]" = Part(
        _of("agreeing.mentor_courses", "StoredMentorCourses")
    )
    intakes: "Part[StoredIntakes]" = Part(_of("matching.intakes", "StoredIntakes"))
    candidacies: "Part[StoredCandidacies]" = Part(_of("matching.candidacies", "StoredCandidacies"))
    interviews: "Part[StoredInterviews]" = Part(_of("matching.interviews", "StoredInterviews"))
    intake_reads: "Part[VisibleIntakes]" = Part(_of("matching.visible_intakes", "VisibleIntakes"))
    teachers_coaches: "Part[StoredTeachersCoaches]" = Part(
        _of("inducting.coaches", "StoredTeachersCoaches")
    )
    starters: "Part[StoredStarters]" = Part(_of("inducting.starters", "StoredStarters"))
    inductions: "Part[StoredInductions]" = Part(_of("inducting.sessions", "StoredInductions"))
    sectors: "Part[StoredSectors]" = Part(_of("sector.sectors", "StoredSectors"))
    sector_modules: "Part[StoredSectorModules]" = Part(_of("sector.modules", "StoredSectorModules"))
    totals: "Part[StoredTotals]" = Part(_of("sector.totals.published", "StoredTotals"))
    totals_books: "Part[StoredTotalsBooks]" = Part(_of("sector.totals.books", "StoredTotalsBooks"))
    regions: "Part[StoredRegions]" = Part(_of("sector.totals.regions", "StoredRegions"))
    rights_acts: "Part[StoredRightsActs]" = Part(
        _of("administering.rights_acts", "StoredRightsActs")
    )
    code_words: "Part[StoredCodeWords]" = Part(_of("joining.code_words", "StoredCodeWords"))
    handed_files: "Part[StoredHandedFiles]" = Part(
        _of("administering.handed_files", "StoredHandedFiles")
    )
    school_people: "Part[StoredSchoolPeople]" = Part(
        _of("administering.school_people", "StoredSchoolPeople")
    )
    forgettings: "Part[StoredForgettings]" = Part(_of("rights.forgetting", "StoredForgettings"))
    erasing: "Part[StoredErasing]" = Part(_of("rights.erasing", "StoredErasing"))
    alone: "Part[StoredAlone]" = Part(_of("school.alone", "StoredAlone"))
    retentions: "Part[StoredRetentions]" = Part(_of("rights.retention", "StoredRetentions"))
    own_records: "Part[StoredOwnRecords]" = Part(_of("rights.own_records", "StoredOwnRecords"))
    take_aways: "Part[StoredTakeAways]" = Part(_of("rights.take_aways", "StoredTakeAways"))
    ledger: "Part[StoredLedger]" = Part(_of("scoring.ledger", "StoredLedger"))
    acts: "Part[StoredActs]" = Part(_of("scoring.acts", "StoredActs"))
    skips: "Part[StoredSkips]" = Part(_of("scoring.skips", "StoredSkips"))
    reads: "Part[VisibleReads]" = Part(_for_people("scoring.visible", "VisibleReads"))
    scoring_reads: "Part[VisibleReads]" = Part(_of("scoring.visible", "VisibleReads"))
    class_reads: "Part[VisibleClass]" = Part(_for_people("scoring.visible_class", "VisibleClass"))
    dialogues: "Part[StoredDialogues]" = Part(_of("talking.dialogues", "StoredDialogues"))
    legends: "Part[StoredLegends]" = Part(_of("talking.legends", "StoredLegends"))
    wordings: "Part[StoredWordings]" = Part(_of("talking.wordings", "StoredWordings"))
    transcripts: "Part[StoredTranscripts]" = Part(_of("talking.transcripts", "StoredTranscripts"))
    outbox: "Part[StoredOutbox]" = Part(_of("telling.outbox", "StoredOutbox"))
    sending_paces: "Part[StoredSendingPaces]" = Part(
        _of("telling.sending_pace", "StoredSendingPaces")
    )
    errands: "Part[StoredErrands]" = Part(_of("telling.errands", "StoredErrands"))
    mail_addresses: "Part[StoredMailAddresses]" = Part(
        _of("telling.mail_addresses", "StoredMailAddresses")
    )
    reach: "Part[StoredReach]" = Part(_of("telling.reach", "StoredReach"))
    subscriptions: "Part[StoredSubscriptions]" = Part(
        _of("telling.subscriptions", "StoredSubscriptions")
    )
    holidays: "Part[StoredHolidays]" = Part(_of("telling.holidays", "StoredHolidays"))
    periods: "Part[StoredPeriods]" = Part(_of("periods.period", "StoredPeriods"))
    choices: "Part[StoredChoices]" = Part(_of("evaluating.choices", "StoredChoices"))
    workplace_results: "Part[StoredWorkplaceResults]" = Part(
        _of("evaluating.workplace", "StoredWorkplaceResults")
    )
    workplace_reads: "Part[VisibleWorkplace]" = Part(
        _for_people("evaluating.visible_workplace", "VisibleWorkplace")
    )
    decisions: "Part[StoredDecisions]" = Part(_of("evaluating.decisions", "StoredDecisions"))
    reminders: "Part[StoredReminders]" = Part(_of("periods.reminders", "StoredReminders"))
    photos: "Part[StoredPhotos]" = Part(_of("periods.photos", "StoredPhotos"))
    film_reads: "Part[VisibleFilm]" = Part(_for_people("periods.visible_film", "VisibleFilm"))
    looks: "Part[StoredLooks]" = Part(_of("periods.looks", "StoredLooks"))
    worlds: "Part[StoredWorlds]" = Part(_of("clock.worlds", "StoredWorlds"))
    ticks: "Part[StoredTicks]" = Part(_of("clock.ticks", "StoredTicks"))
    topics: "Part[StoredTopics]" = Part(_of("agenda.topics", "StoredTopics"))
    sittings: "Part[StoredSittings]" = Part(_of("divergence.sittings", "StoredSittings"))
    alerts: "Part[StoredAlerts]" = Part(_of("divergence.alerts", "StoredAlerts"))
    thresholds: "Part[StoredThresholds]" = Part(_of("divergence.thresholds", "StoredThresholds"))
    interventions: "Part[StoredInterventions]" = Part(
        _of("divergence.interventions", "StoredInterventions")
    )
    lessons: "Part[StoredLessons]" = Part(_of("planning.lessons", "StoredLessons"))
    mirrors: "Part[StoredMirrors]" = Part(_of("planning.mirrors", "StoredMirrors"))
    scenarios: "Part[StoredScenarios]" = Part(_of("planning.scenarios", "StoredScenarios"))
    campus: "Part[StoredCampus]" = Part(_of("planning.campus", "StoredCampus"))
    gaps: "Part[StoredGaps]" = Part(_of("planning.gaps", "StoredGaps"))
    activities: "Part[StoredActivities]" = Part(_of("planning.activities", "StoredActivities"))
    training_plans: "Part[StoredTrainingPlans]" = Part(
        _of("planning.training_plans", "StoredTrainingPlans")
    )
    contexts: "Part[StoredContexts]" = Part(_of("planning.contexts", "StoredContexts"))
    prompts: "Part[StoredPrompts]" = Part(_of("reflecting.prompts", "StoredPrompts"))
    paces: "Part[StoredPaces]" = Part(_of("reflecting.pace", "StoredPaces"))
    answers: "Part[StoredAnswers]" = Part(_of("reflecting.answers", "StoredAnswers"))
    answer_reads: "Part[VisibleAnswers]" = Part(
        _for_people("reflecting.visible_answers", "VisibleAnswers")
    )
    tips: "Part[StoredTips]" = Part(_of("coaching", "StoredTips"))
    catalogue: "Part[StoredCatalogue]" = Part(_of("importing.catalogue", "StoredCatalogue"))

    notices: "Part[StoredNotices]" = Part(_of("rights.notices", "StoredNotices"))
    guardians: "Part[StoredGuardians]" = Part(_of("rights.guardians", "StoredGuardians"))
    contests: "Part[StoredContests]" = Part(_of("rights.contesting.contests", "StoredContests"))
    openings: "Part[StoredOpenings]" = Part(_of("rights.openings", "StoredOpenings"))
    glimpses: "Part[Glimpses]" = Part(lambda _uow: Glimpses())

    tracks: "Part[StoredTracks]" = Part(lambda uow: StoredTracks(uow.connection, uow.cache))
    repertoire: "Part[Repertoire]" = Part(lambda uow: uow.reads_repertoire())
    page_address: "Part[str]" = Part(lambda uow: uow.page_at)
    sends_mail: "Part[bool]" = Part(lambda uow: uow.has_mail_server)
    ways_in: "Part[WaysIn]" = Part(lambda uow: uow.comes_in_by)
    file_reader: "Part[FileReader]" = Part(lambda uow: uow.reads_files)
