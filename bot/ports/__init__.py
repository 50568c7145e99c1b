"""Protocols of the inside: what use cases and handlers may ask of the storage."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from bot.domain.coaching.repertoire import Repertoire
from bot.domain.days import EVER
from bot.domain.joining.ways_in import WaysIn
from bot.domain.rights.looking import Glimpses
from bot.domain.school.frameworks import Programme
from bot.domain.school.tracks import Person, Track
from bot.ports.acts import Acts
from bot.ports.administering.administrators import Administrators
from bot.ports.administering.handed_files import FileReader, HandedFiles
from bot.ports.administering.rights_acts import RightsActs
from bot.ports.administering.school_people import SchoolPeople
from bot.ports.agreeing.agreements import Agreements
from bot.ports.agreeing.mentor_courses import MentorCourses
from bot.ports.agreeing.recognitions import Recognitions
from bot.ports.agreeing.signatures import Signatures
from bot.ports.asking.named_answers import NamedAnswers
from bot.ports.asking.questionnaires import Questionnaires
from bot.ports.coaching import Tips
from bot.ports.desk.desks import Desks
from bot.ports.divergence import Alerts, ChosenThresholds, Interventions, Sittings
from bot.ports.evaluating.choices import Choices
from bot.ports.evaluating.decisions import Decisions
from bot.ports.evaluating.workplace import WorkplaceReads, WorkplaceResults
from bot.ports.importing import Catalogue
from bot.ports.inducting.coaches import TeachersCoaches
from bot.ports.inducting.sessions import Inductions
from bot.ports.inducting.starters import Starters
from bot.ports.intervening.interventions import OwnInterventions
from bot.ports.joining.accounts import Accounts
from bot.ports.joining.endings import Endings
from bot.ports.joining.sessions import Sessions
from bot.ports.matching.intakes import Candidacies, Intakes
from bot.ports.matching.interviews import IntakeReads, Interviews
from bot.ports.periods.period import Periods
from bot.ports.periods.photos import FilmReads, Looks, Photos
from bot.ports.periods.reminders import Reminders
from bot.ports.planning.activities import Activities
from bot.ports.planning.campus import Campus
from bot.ports.planning.contexts import Contexts, KeptContext
from bot.ports.planning.gaps import Gaps
from bot.ports.planning.lessons import Lessons
from bot.ports.planning.mirrors import Mirrors
from bot.ports.planning.scenarios import Scenarios
from bot.ports.planning.training_plans import TrainingPlans
from bot.ports.preferences import Preferences
from bot.ports.questions import QuestionLists
from bot.ports.recognising.claims import ClaimReads, PriorClaims
from bot.ports.reflecting.answers import AnswerReads, Answers
from bot.ports.reflecting.pace import Paces
from bot.ports.reflecting.prompts import Prompts
from bot.ports.rights.alone import Alone
from bot.ports.rights.contests import Contests
from bot.ports.rights.erasing import Erasing
from bot.ports.rights.forgetting import Forgettings
from bot.ports.rights.guardians import Guardians
from bot.ports.rights.having import OwnRecords, TakeAways
from bot.ports.rights.notices import Notices
from bot.ports.rights.openings import Openings
from bot.ports.rights.retention import Retentions
from bot.ports.school.code_words import CodeWords
from bot.ports.school.offices import Offices
from bot.ports.scoring import (
    ClassReads,
    Entry,
    Ledger,
    Reads,
    Seat,
    SeenColour,
    SeenMark,
    SeenNote,
    Skips,
)
from bot.ports.sector.modules import SectorModules
from bot.ports.sector.sectors import Sectors
from bot.ports.sector.totals.books import TotalsBooks
from bot.ports.sector.totals.published import Totals
from bot.ports.sector.totals.regions import Regions
from bot.ports.supporting.absences import Absences
from bot.ports.supporting.handovers import Handovers
from bot.ports.supporting.incidents import Incidents
from bot.ports.supporting.measures import Measures
from bot.ports.supporting.stops import Stops
from bot.ports.supporting.substitutes import Substitutes
from bot.ports.talking import Dialogue, Dialogues, Legends, Shown, Transcripts, Wordings
from bot.ports.telling.errands import Errands
from bot.ports.telling.holidays import Holidays
from bot.ports.telling.mail import MailAddresses
from bot.ports.telling.outbox import Outbox
from bot.ports.telling.reach import Reach
from bot.ports.telling.sending_pace import SendingPaces
from bot.ports.telling.subscriptions import Subscriptions
from bot.ports.ticks import Ticks
from bot.ports.topics import Topics
from bot.ports.visiting.visits import Visits
from bot.ports.worlds import Worlds

__all__ = [
    "Dialogue",
    "Dialogues",
    "Entry",
    "Job",
    "JobOutcome",
    "Ledger",
    "People",
    "Preferences",
    "Reads",
    "Seat",
    "SeenColour",
    "SeenMark",
    "SeenNote",
    "Shown",
    "Tracks",
    "Transcripts",
    "UnitOfWork",
]  # fmt: skip


class People(Protocol):
    """Who is known, and what each prefers."""

    def find_and_hold(self, person_id: int) -> Person | None:
        """Find a person by identity, locking the row where several processes serve people."""

    def find(self, person_id: int) -> Person | None:
        """Find a person without locking: for what writes nothing about them."""

    def read_care(self, organisation_id: int) -> str:
        """Read a school's own text for whoever tells of danger; empty where there is none."""

    def read_manner(self) -> str:
        """Read how the school speaks, as it is kept, for people not known yet; empty if usual.

        Nobody who is not known talks with the sample: that is looked at on this machine alone.
        """

    def set_language(self, person_id: int, language: str) -> None:
        """Change the language in which somebody is addressed."""

    def read_one_by_one(self, person_id: int) -> bool:
        """Read whether somebody wants to be asked one indicator after the other."""

    def like_one_by_one(self, person_id: int, *, likes: bool) -> None:
        """Keep whether somebody wants that."""

    def read_preferences(self, person_id: int) -> Preferences:
        """Read somebody's preferences."""

    def set_preferences(self, person_id: int, preferences: Preferences) -> None:
        """Replace somebody's preferences."""


class Tracks(Protocol):
    """Tracks as one person meets them, and the programmes they follow."""

    def list_of(self, person_id: int, at: datetime = EVER) -> Sequence[Track]:
        """List the tracks in which somebody has a role today, by student's name.

        At an instant (aware) nobody stands in any more whose day was over before it.
        """

    def list_for_council(
        self, person_id: int, council_since: datetime, at: datetime = EVER
    ) -> Sequence[Track]:
        """List the tracks of today, and those that have ended since an instant (aware).

        Those are the student's own, and of who was teacher or coach when all of it ended: they
        look back on what the class council needs (`Track.looks_back`), and on nothing else.
        """

    def list_coaches_around(self, person_id: int) -> Sequence[int]:
        """List the coaches of every track around which somebody is."""

    def read_programme(self, programme_id: int) -> Programme:
        """Read a programme with its competences, contexts and course components."""

    def keep_context(self, programme_id: int, kept: KeptContext) -> None:
        """Add a context to a programme, or bring the one with its number to what it says."""

    def remove_context(self, programme_id: int, number: int) -> None:
        """Take a context away on which nothing hangs."""

    def read_focus(self, track_id: int, at: datetime) -> frozenset[int]:
        """Read the indicators in focus at that instant."""

    def set_focus(
        self, seat: Seat, indicators: Collection[int], said_at: datetime, until: datetime
    ) -> None:
        """Replace the focus that this author set on a track."""

    def read_focus_of(self, track_id: int, author_id: int) -> list[tuple[int, str, str]]:
        """Read the focus that this author set: each indicator, since when and until, as text."""

    def put_focus(
        self, track_id: int, author_id: int, focus: Sequence[tuple[int, str, str]]
    ) -> None:
        """Put back the focus of an author as it was read."""


class UnitOfWork(Protocol):
    """Everything one transaction can reach."""

    people: People
    accounts: Accounts
    sessions: Sessions
    endings: Endings
    administrators: Administrators
    offices: Offices
    absences: Absences
    handovers: Handovers
    incidents: Incidents
    measures: Measures
    stops: Stops
    substitutes: Substitutes
    prior_claims: PriorClaims
    claim_reads: ClaimReads
    visits: Visits
    agreements: Agreements
    signatures: Signatures
    own_interventions: OwnInterventions
    question_lists: QuestionLists
    questionnaires: Questionnaires
    named_answers: NamedAnswers
    desks: Desks
    recognitions: Recognitions
    mentor_courses: MentorCourses
    intakes: Intakes
    candidacies: Candidacies
    interviews: Interviews
    intake_reads: IntakeReads
    teachers_coaches: TeachersCoaches
    sectors: Sectors
    sector_modules: SectorModules
    totals: Totals
    totals_books: TotalsBooks
    regions: Regions
    starters: Starters
    inductions: Inductions
    rights_acts: RightsActs
    school_people: SchoolPeople
    handed_files: HandedFiles
    file_reader: FileReader
    forgettings: Forgettings
    erasing: Erasing
    alone: Alone
    retentions: Retentions
    own_records: OwnRecords
    take_aways: TakeAways
    tracks: Tracks
    code_words: CodeWords
    ledger: Ledger
    acts: Acts
    skips: Skips
    reads: Reads
    scoring_reads: Reads
    """The same for people who score, who read there what they said themselves: nobody looks on."""
    openings: Openings
    contests: Contests
    guardians: Guardians
    notices: Notices
    glimpses: Glimpses
    class_reads: ClassReads
    dialogues: Dialogues
    legends: Legends
    wordings: Wordings
    transcripts: Transcripts
    outbox: Outbox
    periods: Periods
    reminders: Reminders
    worlds: Worlds
    ticks: Ticks
    topics: Topics
    photos: Photos
    film_reads: FilmReads
    sending_paces: SendingPaces
    errands: Errands
    reach: Reach
    subscriptions: Subscriptions
    mail_addresses: MailAddresses
    holidays: Holidays
    sittings: Sittings
    alerts: Alerts
    thresholds: ChosenThresholds
    interventions: Interventions
    choices: Choices
    workplace_results: WorkplaceResults
    workplace_reads: WorkplaceReads
    decisions: Decisions
    lessons: Lessons
    mirrors: Mirrors
    scenarios: Scenarios
    campus: Campus
    gaps: Gaps
    activities: Activities
    training_plans: TrainingPlans
    contexts: Contexts
    catalogue: Catalogue
    looks: Looks
    repertoire: Repertoire
    sends_mail: bool
    ways_in: WaysIn
    tips: Tips
    prompts: Prompts
    paces: Paces
    answers: Answers
    answer_reads: AnswerReads

    def rehearsing(self) -> AbstractContextManager["UnitOfWork"]:
        """Open another one in the same transaction, of which nothing stays afterwards."""

    page_address: str
    """Where the page of real people is, as links name it; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Job:
    """One update for a lane: what it does, and what a repeat of it gives instead.

    `update` is kept in quarantine if the work raises; it is never logged. Jobs of one `lane`
    (the person, unless another number is given) stay in order.
    """

    key: str
    person_id: int | None
    at: datetime
    work: Callable[[Any], Any]
    again: Callable[[Any], Any]
    update: Mapping[str, Any] = field(default_factory=dict)
    lane: int | None = None


@dataclass(frozen=True, slots=True)
class JobOutcome:
    """What a lane made of a job: its value once committed, or that it was set aside.

    `beyond` says that it was set aside since it asked for more than one update may cost.
    """

    value: Any = None
    quarantined: bool = False
    beyond: bool = False
