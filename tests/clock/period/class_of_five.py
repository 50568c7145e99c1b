"""A class of five on the real framework, the people around it, and all that is said to them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.domain.importing.drafts import ContextDraft, FrameworkDraft, ProgrammeDraft, RosterRow
from bot.domain.periods.period import Dates
from bot.exchange.qualification_json import parse_qualification
from bot.exchange.repertoire_file import read_repertoire
from bot.exchange.sample import read_sample
from bot.ports import Shown
from bot.ports.importing import OrganisationRow
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_framework import import_framework
from bot.use_cases.importing.import_programme import import_programme_details
from bot.use_cases.importing.import_roster import import_roster
from bot.use_cases.periods.add_period import add_period
from tests.clock.town import TOOLS
from tests.dialogues.clock import quiet_at, tick_and_look
from tests.dialogues.school import School

REAL = Path(__file__).parents[3] / "../shared/data/vks/BK-0138-3.json"
OPENS = datetime(2026, 9, 7, 6, tzinfo=UTC)  # a Monday, 8:00 in Brussels
PHOTO = datetime(2026, 11, 27, 15, tzinfo=UTC)  # a Friday, 16:00 in Brussels

STUDENTS = {
    "s1": ("Jonas Verlinde", "Elektro Maes bv", "m1"),
    "s2": ("Noor El Amrani", "Elektro Maes bv", "m1"),
    "s3": ("Nicolas Van den Broeck", "Volta nv", "m2"),
    "s4": ("Amir Haddad", "Lichthuis", "m3"),
    "s5": ("Emma Claes", "Lichthuis", "m3"),
}
MENTORS = {"m1": "Karim Benali", "m2": "An Wouters", "m3": "Dirk Smets"}
NAMES = {who: name for who, (name, *_) in STUDENTS.items()} | MENTORS
NAMES |= {"t1": "Els Peeters", "c1": "Lien Martens"}


def real_framework() -> FrameworkDraft:
    """Read the recognised qualification, where it is, else the electrician of the sample."""
    if REAL.is_file():
        return parse_qualification(REAL.read_text(encoding="utf-8"), REAL.name)
    return read_sample().frameworks[0]


@dataclass(frozen=True)
class Message:
    """One message to somebody: when, whether it was asked for, and all that can be read in it."""

    to: str
    at: datetime
    asked: str
    shown: Shown

    @property
    def unasked(self) -> bool:
        return not self.asked


@dataclass
class ClassOfFive(School):
    """Everybody's side of the conversation, each message kept in the order in which it came."""

    framework: FrameworkDraft = field(default_factory=real_framework)
    language: str = "nl"
    messages: list[Message] = field(default_factory=list)

    def fill(self, uow: StoredUnitOfWork) -> None:
        school = uow.catalogue.add_organisation(
            OrganisationRow("Technisch Instituut", self.language, "Europe/Brussels")
        )
        import_framework(uow.catalogue, school.id, self.framework)
        numbers = [competence.number for competence in self.framework.competences]
        contexts = (
            ContextDraft(1, "Ruwbouw", starts=tuple(numbers[:2]), develops=tuple(numbers[2:4])),
            ContextDraft(2, "Afwerking", starts=tuple(numbers[4:6]), develops=tuple(numbers[:2])),
        )
        details = ProgrammeDraft(self.framework.code, None, None, contexts, ())
        import_programme_details(uow.catalogue, school.id, details)
        assert not import_roster(uow.catalogue, school, self.roster()).rejected
        programme = uow.catalogue.programmes.list_all(school.id)[0]
        add_period(uow, school.id, programme.id, "Periode 1", Dates(OPENS, PHOTO))
        self.repertoire = read_repertoire()

    def found(self) -> "ClassOfFive":
        super().found()
        self.repertoire = read_repertoire()
        self.at = OPENS
        return self

    def roster(self) -> list[RosterRow]:
        return [
            RosterRow(
                line=line,
                framework=self.framework.code,
                class_group="6EA",
                student_id=student_id,
                student=student,
                workplace=workplace,
                mentor_id=mentor_id,
                mentor=MENTORS[mentor_id],
                teacher_id="t1",
                teacher=NAMES["t1"],
                coach_id="c1",
                coach=NAMES["c1"],
                lessons="mon 8:30, thu 13:00",
            )
            for line, (student_id, (student, workplace, mentor_id)) in enumerate(
                STUDENTS.items(), start=2
            )
        ]

    def says(self, who: str, text: str) -> list[Shown]:
        """Let somebody type something; the answers are kept, and the time goes on a little."""
        return self._hear(who, text, self.say(who, text))

    def taps(self, who: str, words: str) -> list[Shown]:
        """Let somebody tap the button of the newest message with these words; none, none."""
        label = next((label for label in self.buttons(who) if words in label.lower()), None)
        return self._hear(who, f"[{label}]", self.tap(who, label)) if label else []

    def until(self, at: datetime) -> None:
        """Let the clock tick until an instant; what arrives unasked is kept."""
        while self.at < at:
            self.at = min(at, self.at + timedelta(hours=3 if quiet_at(self.at) else 1))
            self.tick()

    def tick(self) -> None:
        names = {speaker.person_id: who for who, speaker in self.people.items()}
        for person, shown in tick_and_look(self.transaction, self.at, TOOLS):
            self.messages.append(Message(names[person], self.at, "", shown))

    @contextmanager
    def transaction(self) -> Iterator[StoredUnitOfWork]:
        with self.engine.begin() as connection:
            yield self.unit(connection)

    def _hear(self, who: str, said: str, answers: list[Shown]) -> list[Shown]:
        self.messages += [Message(who, self.at, said, shown) for shown in answers]
        self.at += timedelta(seconds=20)
        return answers

    def transcript(self) -> str:
        """Write down the whole conversation, message after message."""
        lines, before = [], None
        for message in self.messages:
            if (message.to, message.asked, message.at) != before or message.unasked:
                who = f"{message.at:%a %d %b %H:%M} UTC · {message.to}"
                lines.append(f"\n== {who} · {message.asked or '(unasked)'}")
            before = (message.to, message.asked, message.at)
            lines.append(written(message.shown))
        return "\n".join(lines) + "\n"


def written(shown: Shown) -> str:
    """Write one message as it is read: text, pictures in words, buttons."""
    buttons = ["  ".join(f"[{button['label']}]" for button in row) for row in shown.buttons]
    files = [f"({file['name']}: {file['alt']})" for file in shown.files]
    return "\n".join([shown.text, *files, *buttons])
