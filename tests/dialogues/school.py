"""A small school, and a way to talk in it: the dialogues know no platform."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

from sqlalchemy import Connection, Engine, event, func, select

from bot.domain.coaching.repertoire import Repertoire
from bot.domain.importing.drafts import (
    CompetenceDraft,
    ContextDraft,
    FrameworkDraft,
    ProgrammeDraft,
    RosterRow,
)
from bot.domain.school.naming import Naming
from bot.exchange.handed import read_handed
from bot.messages import Answer, Incoming, OwnDataFile
from bot.platforms.attached import attached_of
from bot.platforms.transcript import KEPT, Speaker, Utterance, find_button, job_of
from bot.ports import JobOutcome, Shown, UnitOfWork
from bot.ports.administering.handed_files import FileReader
from bot.ports.importing import OrganisationRow
from bot.storage.batch import Unavailable, handle
from bot.storage.school.programmes import Cache
from bot.storage.scoring.system_reads import disagreements
from bot.storage.tables import entry, score
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_framework import import_framework
from bot.use_cases.importing.import_programme import import_programme_details
from bot.use_cases.importing.import_roster import import_roster
from bot.use_cases.rights.having.fetch_own_data import read_own_file
from handlers.answering import answer
from tests.dialogues.settled import let_it_be_told

Before = Callable[[UnitOfWork], None]
"""Is done in the transaction of an update, before it is answered."""

MORNING = datetime(2026, 10, 14, 8, 0, tzinfo=UTC)

FRAMEWORK = FrameworkDraft(
    "ELEC-1",
    "1",
    "Electrician",
    "",
    (
        CompetenceDraft(8, "Marks out routes", tuple(f"marks {n}" for n in range(1, 5))),
        CompetenceDraft(10, "Lays conduits", tuple(f"lays {n}" for n in range(1, 14))),
        CompetenceDraft(11, "Sets boxes", tuple(f"sets {n}" for n in range(1, 6))),
    ),
)

CONTEXT = ContextDraft(1, "Rough work", starts=(8,), develops=(10,))


def roster() -> list[RosterRow]:
    """Jonas and Noor with mentor Karim, Nicolas with mentor An; Els teaches them all."""
    rows = []
    for line, (student, name, group, workplace, mentor, mentor_name) in enumerate(
        [
            ("s1", "Jonas Peeters", "6E", "Elektro bv", "m1", "Karim Haddad"),
            ("s2", "Noor Aziz", "6E", "Elektro bv", "m1", "Karim Haddad"),
            ("s3", "Nicolas Maes", "7E", "Volta nv", "m2", "An Claes"),
        ],
        start=2,
    ):
        rows.append(
            RosterRow(
                line=line,
                framework="ELEC-1",
                class_group=group,
                student_id=student,
                student=name,
                workplace=workplace,
                mentor_id=mentor,
                mentor=mentor_name,
                teacher_id="t1",
                teacher="Els Wouters",
                coach_id="c1",
                coach="Lien Martens",
            )
        )
    return rows


@dataclass
class School:
    """Everybody's side of the conversation, on one of our own platforms."""

    engine: Engine
    language: str = "en"
    at: datetime = MORNING
    keys: Iterator[int] = field(default_factory=lambda: count(1))
    people: dict[str, Speaker] = field(default_factory=dict)
    repertoire: Repertoire = field(default_factory=Repertoire)
    programmes: Cache = field(default_factory=dict)
    sends_mail: bool = False
    page_address: str = ""

    def unit(self, connection: Connection, cache: Cache | None = None) -> StoredUnitOfWork:
        """Open a unit of work, with the programmes known so far, or in a cache."""
        return StoredUnitOfWork(
            connection,
            self.programmes if cache is None else cache,
            lambda: self.repertoire,
            self.page_address,
            sends_mail=self.sends_mail,
            reads_files=FileReader(read_handed),
        )

    def found(self) -> "School":
        """Found the school, unless the database is a copy of one in which it was."""
        with self.engine.begin() as connection:
            uow = StoredUnitOfWork(connection)
            there = uow.people.list_all()
            if not there:
                self.fill(uow)
                there = uow.people.list_all()
            self.people = {
                person.school_id: Speaker(person.id, person.organisation_id) for person in there
            }
        return self

    def fill(self, uow: StoredUnitOfWork) -> None:
        row = OrganisationRow("School", self.language, "Europe/Brussels", naming=Naming.FULL)
        school = uow.catalogue.add_organisation(row)
        import_framework(uow.catalogue, school.id, FRAMEWORK)
        details = ProgrammeDraft("ELEC-1", None, None, (CONTEXT,), ())
        import_programme_details(uow.catalogue, school.id, details)
        report = import_roster(uow.catalogue, school, roster())
        assert not report.rejected
        let_it_be_told(uow, self.at.date())

    def likes_one_by_one(self, who: str) -> None:
        """Let somebody be asked one indicator after the other, as by a setting."""
        with self.engine.begin() as connection:
            people = StoredUnitOfWork(connection).people
            people.like_one_by_one(self.people[who].person_id, likes=True)

    def later(self, **by: float) -> None:
        self.at += timedelta(**by)

    def say(self, who: str, text: str, key: str = "") -> list[Shown]:
        return self.utter(who, Utterance(key or f"k{next(self.keys)}", self.at, text=text))

    def tap(self, who: str, label: str) -> list[Shown]:
        with self.engine.begin() as connection:
            uow = StoredUnitOfWork(connection)
            recent = uow.transcripts.list_recent(self.people[who].person_id, KEPT)
        message, code = find_button(recent, label)
        return self.utter(who, Utterance(f"k{next(self.keys)}", self.at, tap=code, on=message.id))

    def tap_code(self, who: str, code: str) -> list[Shown]:
        """Send a button's code that nobody was given."""
        return self.utter(who, Utterance(f"k{next(self.keys)}", self.at, tap=code))

    def tap_codes(
        self, who: str, codes: Iterable[str], before: Before = lambda _uow: None
    ) -> Iterator[tuple[str, Shown]]:
        """Send codes that nobody was given, as a lane takes those that wait: many in a commit.

        Gives each with each of its answers.
        """

        def answered(uow: UnitOfWork, said: Incoming) -> Answer:
            before(uow)
            return answer(uow, said)

        taps = [Utterance(f"k{next(self.keys)}", self.at, tap=code) for code in codes]
        while taps:
            jobs = [job_of(answered, self.people[who], said) for said in taps[:50]]
            # So many as may share a commit are done.
            for said, outcome in zip(taps, handle(self.engine, self.unit, jobs), strict=False):
                for shown in _answers_of(outcome):
                    yield said.tap, shown
                taps = taps[1:]

    def buttons(self, who: str) -> list[str]:
        """List the labels on somebody's newest message."""
        with self.engine.begin() as connection:
            recent = StoredUnitOfWork(connection).transcripts.list_recent(
                self.people[who].person_id, 1
            )
        return buttons_of(list(recent))

    def send_file(self, who: str, name: str, data: bytes) -> list[Shown]:
        """Send a file that is no photo and no voice note."""
        attached = attached_of(data, name)
        assert attached is not None
        return self.utter(who, Utterance(f"k{next(self.keys)}", self.at, attached=attached))

    def utter(self, who: str, said: Utterance) -> list[Shown]:
        (outcome,) = handle(self.engine, self.unit, [job_of(answer, self.people[who], said)])
        return _answers_of(outcome)

    def lying(self, lies: OwnDataFile) -> bytes | None:
        """Fetch a file that lies ready for somebody."""
        with self.engine.begin() as connection:
            uow = self.unit(connection)
            return read_own_file(uow, lies.take_away, lies.person, self.at)

    def text(self, who: str, text: str) -> str:
        """Say something and give the answers as one text."""
        return "\n".join(message.text for message in self.say(who, text))

    def tapped(self, who: str, label: str) -> str:
        """Tap a button and give the answers as one text."""
        return "\n".join(message.text for message in self.tap(who, label))

    @property
    def scores(self) -> int:
        """Count the scores whose entry still stands."""
        with self.engine.begin() as connection:
            standing = select(func.count()).select_from(score).join(entry)
            return connection.execute(standing.where(entry.c.undone_at.is_(None))).scalar_one()

    @contextmanager
    def statements(self) -> Iterator[list[str]]:
        """Note what the database is asked meanwhile."""
        asked: list[str] = []

        def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
            asked.append(statement)

        event.listen(self.engine, "before_cursor_execute", note)
        yield asked
        event.remove(self.engine, "before_cursor_execute", note)

    def agrees(self) -> bool:
        with self.engine.begin() as connection:
            return not disagreements(connection)


def _answers_of(outcome: JobOutcome | Unavailable) -> list[Shown]:
    """What was answered to an update, which was not set aside."""
    assert isinstance(outcome, JobOutcome)
    assert not outcome.quarantined
    return [shown for shown in outcome.value if not shown.mine]


def buttons_of(messages: list[Shown]) -> list[str]:
    return [button["label"] for message in messages for row in message.buttons for button in row]
