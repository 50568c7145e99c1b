"""Twelve weeks as they go: what each of the four roles says and taps, week after week."""

import random
from datetime import timedelta
from zoneinfo import ZoneInfo

from tests.clock.period.class_of_five import OPENS, PHOTO, STUDENTS, ClassOfFive

WEEKS = 12
BRUSSELS = ZoneInfo("Europe/Brussels")
ANSWERS = (
    "Ik heb eerst het plan bekeken en dan pas geboord",
    "De kabel trekken ging vlot, maar de bocht was te krap",
    "Karim toonde het voor, daarna deed ik het zelf",
    "Volgende keer meet ik twee keer voor ik zaag",
)
NOTES = ("nog hulp nodig bij de bocht", "werkt netjes en zelfstandig", "let op de veiligheid")


class Play:
    """One class, its people's habits, and dice that always fall the same way."""

    def __init__(self, school: ClassOfFive) -> None:
        self.school = school
        self.dice = random.Random(12)
        self.competences = {
            competence.number: len(competence.indicators)
            for competence in school.framework.competences
        }

    def run(self) -> None:
        """Play the whole period, and a week after its photo."""
        self.first_day()
        for week in range(WEEKS):
            self.monday(week)
            self.tuesday(week)
            self.wednesday(week)
            self.thursday(week)
            self.friday(week)
        self.school.until(PHOTO + timedelta(days=1))
        self.after_the_photo()
        self.school.until(PHOTO + timedelta(days=7))

    def at(self, week: int, day: int, hour: int, minute: int = 0) -> None:
        """Let the time pass until an hour in Brussels of a day of a week (0 is Monday)."""
        first = OPENS.astimezone(BRUSSELS)
        then = (first + timedelta(weeks=week, days=day)).replace(hour=hour, minute=minute)
        self.school.until(max(self.school.at, then.astimezone(OPENS.tzinfo)))

    def first_day(self) -> None:
        self.school.tick()
        for who in self.school.people:
            self.school.says(who, "/start")
            self.school.says(who, "/hulp")
        self.school.says("t1", "/focus 6EA " + f"{self.numbers(0)[0]}.1")

    def monday(self, week: int) -> None:
        """Before class the teacher looks who lacks what; a student scores by taps."""
        self.at(week, 0, 12, 40)
        self.school.says("t1", "/klas 6EA")
        if week % 3 == 0:
            self.school.says("t1", "/lessen")
        self.at(week, 0, 18)
        self.by_taps("s3", None, self.numbers(week)[0], 4)

    def tuesday(self, week: int) -> None:
        """A day at work: students tally, one marks by a line, a mentor who likes buttons."""
        self.at(week, 1, 12, 15)
        self.by_taps("m3", self.dice.choice(("Amir", "Emma")), self.numbers(week)[1], 5)
        self.at(week, 1, 18, 5)
        first, second = self.numbers(week)[:2]
        self.school.says("s1", f"vandaag {first}.1 {second}.2")
        self.school.says("s2", f"{first} {self.marks(first, 'llvv')}")
        self.answer_questions("s1", "s2", "s4")

    def wednesday(self, week: int) -> None:
        """Mentors score by lines in their break; a note now and then."""
        self.at(week, 2, 12, 30)
        first, second = self.numbers(week)[:2]
        self.school.says("m1", f"jonas {first} {self.marks(first, 'lvvv')}")
        note = f' "{self.dice.choice(NOTES)}"' if week % 2 else ""
        self.school.says("m1", f"noor {second} all l{note}")
        self.school.says("m2", f"{first} {self.marks(first, 'xll-')}")
        if week % 4 == 1:
            self.school.says("m1", "/ongedaan")
        self.at(week, 2, 19)
        self.school.says("s4", f"vandaag {second}.1")
        self.school.says("s5", f"{second} {self.marks(second, 'vvv')}")
        self.answer_questions("s1", "s3")

    def thursday(self, week: int) -> None:
        """On campus: the teacher scores the class and some students; the coach reads along."""
        self.at(week, 3, 15)
        first, second = self.numbers(week)[:2]
        self.school.says("t1", f"6EA {first}.1 l")
        for student in ("jonas", "emma", "nicolas"):
            letters = "xxxl" if (week, student) in ((4, "jonas"), (7, "emma")) else "xllv"
            self.school.says("t1", f"{student} {first} {self.marks(first, letters)}")
        self.school.says("t1", f"amir {second} all x")
        self.at(week, 3, 17)
        self.coach_acts(week)

    def friday(self, week: int) -> None:
        """Everybody looks at where things stand."""
        self.at(week, 4, 16, 45)
        student = list(STUDENTS)[week % 5]
        name = STUDENTS[student][0].split()[0].lower()
        self.school.says(student, "/rapport")
        self.school.says(student, "/open")
        self.school.says("m1", f"/rapport jonas {self.numbers(week)[0]}")
        self.school.says("t1", f"/rapport {name}")
        self.school.says("m2", "/open")
        if week % 3 == 2:
            self.school.says(student, "/volgende")
            self.school.says("c1", f"/leerroute {name} {self.numbers(week)[0]}")
            self.school.says("m1", "/tips")
            self.school.says("s1", "/reflecteer")

    def after_the_photo(self) -> None:
        for who in ("s1", "s4", "m1", "t1", "c1"):
            name = "" if who.startswith("s") else " jonas"
            self.school.says(who, f"/foto{name}")
            self.school.says(who, f"/rapport{name}")
        self.school.says("c1", "/overzicht jonas")
        self.school.says("c1", "/klas 6EA")

    def coach_acts(self, week: int) -> None:
        """The coach opens the alerts, asks, plans a talk, and closes one with a note."""
        self.school.says("c1", "/signalen")
        self.school.taps("c1", "1")
        self.school.taps("c1", "vraag")
        self.school.taps("c1", "stuur de gewone")
        self.school.says("c1", "/signalen")
        self.school.taps("c1", "1")
        self.school.taps("c1", "gesprek")
        self.school.taps("c1", "kies dit moment")
        if week % 5 == 4:
            self.school.says("c1", "/signalen")
            self.school.taps("c1", "1")
            self.school.taps("c1", "los op")
            self.school.says("c1", "Samen besproken op de werkplek")
        self.school.says("c1", f"/overzicht {'jonas' if week % 2 else 'amir'}")

    def by_taps(self, who: str, student: str | None, number: int, most: int) -> None:
        """Score some indicators of a competence by buttons."""
        self.school.says(who, f"{student.lower()} {number}.1" if student else f"{number}.1")
        for _indicator in range(most):
            label = self.dice.choice(("met hulp", "zelfstandig", "zelfstandig", "niet"))
            if not (self.school.taps(who, label) or self.school.taps(who, "volgende")):
                break
            self.school.taps(who, self.dice.choice(("soms", "geregeld")))
        self.school.taps(who, "klaar")

    def answer_questions(self, *students: str) -> None:
        """Answer the question of the evening, where one came."""
        for student in students:
            if self.school.taps(student, "antwoord"):
                self.school.says(student, self.dice.choice(ANSWERS))
                self.school.taps(student, "klaar")

    def numbers(self, week: int) -> list[int]:
        """The competences of a week: three of the framework, in turn."""
        every = list(self.competences)
        return [every[(2 * week + step) % len(every)] for step in range(3)]

    def marks(self, number: int, among: str) -> str:
        """Marks for each indicator of a competence, thrown from some letters."""
        return "".join(self.dice.choice(among) for _ in range(self.competences[number]))
