"""A questionnaire in a school of the dialogues: read in, answered, and what becomes of it."""

from pathlib import Path
from tempfile import TemporaryDirectory

from bot.exchange.reading.questionnaire_file import read_questionnaire
from bot.use_cases.asking.take_in_questionnaire import take_in_questionnaire
from tests.dialogues.clock import hear
from tests.dialogues.school import School

FILE = """
name = "how-it-goes"
title = "How it goes"
anonymous = {anonymous}
roles = [{roles}]
opens_on = "{opens}"
closes_on = "{closes}"

[[question]]
kind = "scale"
text = "I learn a lot."
low = "no"
high = "yes"

[[question]]
kind = "choice"
text = "Where most?"
options = ["at school", "at work"]

[[question]]
kind = "words"
text = "What would help?"
optional = true
"""
EVERYBODY = '"student", "mentor", "teacher"'
ANSWERS = {
    "s1": ("4", "at work", "More time"),
    "s2": ("4", "at school", "A quieter place"),
    "s3": ("2", "at work", "Shorter days"),
    "m1": ("5", "at work", "A visit"),
    "m2": ("2", "at school", "More tools"),
}


TEACHERS = ("3", "at school", "A day in a company")


def written(*, anonymous: bool = True, roles: str = EVERYBODY) -> str:
    """Write the file of a week from tomorrow on."""
    return FILE.format(
        anonymous=str(anonymous).lower(), roles=roles, opens="2026-10-15", closes="2026-10-21"
    )


def take_in(school: School, text: str) -> None:
    """Take a questionnaire in, as the command line does."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "asked.toml"
        path.write_text(text)
        draft = read_questionnaire(path)
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        (row,) = uow.catalogue.list_organisations()
        take_in_questionnaire(uow, row, draft, school.at)


def read_in(school: School, *, anonymous: bool = True, roles: str = EVERYBODY) -> str:
    data = written(anonymous=anonymous, roles=roles).encode()
    shown = "\n".join(own.text for own in school.send_file("a1", "asked.toml", data))
    assert "Nothing was read in yet." in shown
    return school.tapped("a1", "read it in")


def pass_days(school: School, days: float) -> None:
    """Let days pass, some hours at a time, and everything arrive."""
    for _hours in range(round(8 * days)):
        school.later(hours=3)
        hear(school)


def answer(school: School, who: str) -> str:
    scale, choice, words = ANSWERS.get(who, TEACHERS)
    school.say(who, "/questionnaire")
    school.tap(who, "answer: How it goes")
    school.tap(who, scale)
    school.tap(who, choice)
    school.say(who, words)
    return school.tapped(who, "send")
