"""A week of Jonas: tally, question, answer in three messages, shared, a goal taken up next week."""

import re
from collections.abc import Iterator
from hashlib import sha256

import pytest
from sqlalchemy import select

from bot.storage.tables import answer_part
from tests.databases import SchoolOn
from tests.dialogues.clock import hear, told
from tests.dialogues.reflecting.asking import VOICE_HERE, Talk, asking
from tests.dialogues.school import School
from tests.dialogues.ways import WAYS, marked

WORDS = {
    "en": ("I bent it twice too far.", "Then Karim showed me how.", "Measure before I bend"),
    "nl": ("Ik boog ze twee keer te ver.", "Toen toonde Karim het.", "Meten voor ik buig"),
}
HEARD = ("voice", "F0VOICE", sha256(VOICE_HERE).hexdigest()[:20])
"""What a recording is called on each platform; on the page by what it holds."""
NOT_KEPT = {"en": "does not get the file itself", "nl": "krijgt het bestand zelf niet"}


@pytest.fixture(params=[*marked(WAYS, "en"), *marked(WAYS, "nl")], ids=" ".join)
def talk(request: pytest.FixtureRequest, school_on: SchoolOn) -> Iterator[Talk]:
    kind, language = request.param
    engine = kind.split()[1] if kind.startswith("page") else "sqlite"
    with asking(kind, school_on(engine, language), language) as made:
        yield made
        assert made.school.agrees()


def test_a_week_of_jonas(talk: Talk):
    school, (first, second, goal) = talk.school, WORDS[talk.school.language]
    talk.until(0, 9)
    hear(school)
    for _time in range(4):
        school.later(minutes=20)
        school.say("s1", "today 10.3")
    hear(school)
    assert questions(school, "s1") == []

    talk.until(0, 17, 1)
    hear(school)
    (question,) = questions(school, "s1")
    assert "lays 3" in question
    assert re.search(r"\b4\b", question)
    talk.taps("s1", "answer")
    school.say("s1", first)
    school.say("s1", second)
    assert NOT_KEPT[school.language] in talk.voice("s1")
    shown = talk.taps("s1", "done")
    for part in (first, second, talk.said("[voice note]"), talk.said("Only you read it.")):
        assert part in shown

    for who in ("m1", "t1", "c1", "m2", "s2"):
        assert first not in school.text(who, "/reflect jonas")
    shared = talk.taps("s1", "share with coach")
    assert talk.said("You and your coach read it, nobody else.") in shared
    read = school.text("c1", "/reflect jonas")
    assert first in read
    assert second in read
    for who in ("m1", "t1", "m2", "s2"):
        assert first not in school.text(who, "/reflect jonas")

    talk.taps("s1", "goal for next week")
    assert goal in school.text("s1", goal)
    hear(school)
    assert len(questions(school, "s1")) == 1  # once a day, however often the clock ticks

    talk.until(0, 9)
    hear(school)
    talk.until(0, 17, 1)
    hear(school)
    _before, taken_up = questions(school, "s1")
    assert talk.said("Your goal: “{goal}”", goal=goal) in taken_up
    with school.engine.begin() as connection:
        kept = select(answer_part.c.file).where(answer_part.c.kind == "voice")
        assert connection.execute(kept).scalar_one() in HEARD


def questions(school: School, who: str) -> list[str]:
    return told(school, who, "reminder")
