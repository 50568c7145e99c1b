"""A mentor with three students in the product itself: the taps and messages of a whole period.

What is tapped, typed and shown is counted in the conversation as it runs on our own platforms. The
first period is scored in lines, which are not counted; in the second the same answers are given in
twelve evenings, a sitting for each student: everything, two competences an evening, or the few that
matter, five at a time.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.simulated.evenings import EVENINGS, PROGRAMME, Actor, Drift, evening, opens
from bench.simulated.programme import PHOTO_AT, Views
from bot.domain.importing.drafts import CompetenceDraft, FrameworkDraft, RosterRow
from bot.domain.periods.period import Dates
from bot.domain.school.tracks import Role
from bot.domain.scoring.film import Mark
from bot.domain.scoring.scales import Mastery
from bot.platforms.transcript import Speaker, Utterance, job_of
from bot.ports import JobOutcome, Shown
from bot.ports.importing import OrganisationRow
from bot.settings import Settings
from bot.storage.batch import handle
from bot.use_cases.importing.import_framework import import_framework
from bot.use_cases.importing.import_roster import import_roster
from bot.use_cases.periods.add_period import add_period
from bot.wiring import House
from handlers.answering import answer

STUDENTS = ("Amber", "Bilal", "Celine")
AN_EVENING = 2
"""Competences that a sitting asks in full, so that all are asked in a period."""
FREQUENT = 2
"""Of every so many indicators one has come up regularly, the others sometimes."""

_MARKS = {Mastery.NOT_SHOWN: "✗ not", Mastery.WITH_SUPPORT: "◐ with", Mastery.AUTONOMOUS: "✓ alone"}


@dataclass(slots=True)
class Counted:
    """What a period cost: questions answered, taps, typed lines, and messages that were shown."""

    answers: int = 0
    taps: int = 0
    typed: int = 0
    messages: int = 0


@dataclass(slots=True)
class Mentor:
    """A mentor at a conversation, and what they saw last."""

    house: House
    speaker: Speaker
    at: datetime
    counted: Counted = field(default_factory=Counted)
    shown: Shown | None = None
    keys: Iterator[int] = field(default_factory=lambda: count(1))

    def say(self, text: str) -> None:
        """Type a line."""
        self.counted.typed += 1
        self._utter(Utterance(f"bench:{next(self.keys)}", self.at, text=text))

    def tap(self, label: str) -> None:
        """Tap the button of the newest message whose label holds this."""
        assert self.shown is not None
        code = next(code for name, code in self._buttons() if label in name)
        self.counted.taps += 1
        key = f"bench:{next(self.keys)}"
        self._utter(Utterance(key, self.at, tap=code, on=self.shown.id))

    def offers(self, label: str) -> bool:
        """Say whether the newest message has a button whose label holds this."""
        return any(label in name for name, _code in self._buttons())

    def _buttons(self) -> list[tuple[str, str]]:
        rows = self.shown.buttons if self.shown else []
        return [(button["label"], button["code"]) for row in rows for button in row]

    def _utter(self, said: Utterance) -> None:
        job = job_of(answer, self.speaker, said)
        (outcome,) = handle(self.house.engine, self.house.unit, [job])
        assert isinstance(outcome, JobOutcome)
        answers = [shown for shown in outcome.value if not shown.mine]
        self.counted.messages += sum(not shown.edited for shown in answers)
        self.shown = answers[-1]


def counted(ask: Callable[[Mentor, str, int, Actor], None], seed: int = 101) -> Counted:
    """Play a period of a mentor with three students, and count it."""
    with TemporaryDirectory() as folder:
        mentor = _found(Path(folder))
        actors = {name: _actor(seed, number) for number, name in enumerate(STUDENTS)}
        for name, actor in actors.items():
            _score_before(mentor, name, actor)
        mentor.counted = Counted()
        for number in range(EVENINGS):
            mentor.at = evening(1, number)
            for name, actor in actors.items():
                ask(mentor, name, number, actor)
        mentor.house.engine.dispose()
        return mentor.counted


def ask_everything(mentor: Mentor, name: str, number: int, actor: Actor) -> None:
    """Ask the next competences in full, one indicator after the other."""
    for competence in PROGRAMME.competences[number * AN_EVENING : (number + 1) * AN_EVENING]:
        mentor.say(f"/score {name}")
        while not mentor.offers(f" {competence.number} "):
            mentor.tap("more ›")
        mentor.tap(f" {competence.number} ")
        _answer_all(mentor, number, actor)


def ask_few(mentor: Mentor, name: str, number: int, actor: Actor) -> None:
    """Ask the few that matter, if any does."""
    mentor.say(f"/score {name}")
    if mentor.offers("the few that matter"):
        mentor.tap("the few that matter")
        _answer_all(mentor, number, actor)


def _answer_all(mentor: Mentor, number: int, actor: Actor) -> None:
    """Answer every question until the summary."""
    while mentor.offers("skip ›"):
        assert mentor.shown is not None
        heading, asked, *_more = mentor.shown.text.splitlines()
        place = int(heading.split(" · ")[1].split()[0]) - 1
        indicator = place * 100 + int(asked.partition(".")[0]) - 1
        if not mentor.offers("n/a here"):
            mentor.tap("regularly" if _is_frequent(indicator) else "sometimes")
            continue
        score = actor.answers(indicator, (1, number), Mark())
        mentor.counted.answers += 1
        if score is None or score.mastery is None:
            mentor.tap("skip ›" if score is None else "n/a here")
        else:
            mentor.tap(_MARKS[score.mastery])


def _score_before(mentor: Mentor, name: str, actor: Actor) -> None:
    """Type the whole first period, a line for each competence and each 'not here'."""
    mentor.at = evening(0, EVENINGS - 1)
    for competence in PROGRAMME.competences:
        letters = coverages = ""
        for indicator in competence.indicators:
            score = actor.answers(indicator.id, (0, EVENINGS - 1), Mark())
            mastery = score.mastery if score else None
            letters += mastery.value.lower() if mastery else "-"
            coverages += ("r" if _is_frequent(indicator.id) else "s") if mastery else "-"
            if score is not None and score.not_here:
                mentor.say(f"{name} {competence.number}.{indicator.number} n/a")
        if letters.strip("-"):
            mentor.say(f"{name} {competence.number} {letters} {coverages}")


def _is_frequent(indicator: int) -> bool:
    return indicator % FREQUENT == 0


def _actor(seed: int, number: int) -> Actor:
    return Actor(Views(seed, number), Role.MENTOR, f"{seed} {number}", Drift())


def _found(folder: Path) -> Mentor:
    """Found a school with one mentor, and let its second period be open."""
    house = House(Settings(database_url=f"sqlite:///{folder / 'k.db'}", _env_file=None))
    house.prepare()
    framework = FrameworkDraft(
        PROGRAMME.code,
        "1",
        PROGRAMME.title,
        "",
        tuple(
            CompetenceDraft(
                competence.number,
                f"competence {competence.number}",
                tuple(f"does {indicator.number}" for indicator in competence.indicators),
            )
            for competence in PROGRAMME.competences
        ),
    )
    with house.transaction() as uow:
        row = OrganisationRow("School", "en", "Europe/Brussels")
        school = uow.catalogue.add_organisation(row)
        import_framework(uow.catalogue, school.id, framework)
        import_roster(uow.catalogue, school, [*_roster()])
        dates = Dates(opens(1), PHOTO_AT + (opens(1) - opens(0)))
        add_period(uow, school.id, 1, "Two", dates)
        known = next(person for person in uow.people.list_all() if person.school_id == "m1")
    return Mentor(house, Speaker(known.id, known.organisation_id), opens(0))


def _roster() -> Iterator[RosterRow]:
    for number, name in enumerate(STUDENTS):
        yield RosterRow(
            line=number + 2,
            framework=PROGRAMME.code,
            class_group="6E",
            student_id=f"s{number}",
            student=f"{name} Simulated",
            workplace="Elektro bv",
            mentor_id="m1",
            mentor="Mentor Simulated",
            teacher_id="t1",
            teacher="Teacher Simulated",
            coach_id="c1",
            coach="Coach Simulated",
        )
