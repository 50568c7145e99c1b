"""A file sent in the chat is shown first, and read in by a tap; nobody else reads one in."""

import pytest
from sqlalchemy import func, select

from bot.domain.administering.handed import MOST_BYTES
from bot.platforms.slack.fetching import is_slacks
from bot.storage.tables import handed_file, person, school_holiday
from tests.dialogues.administering.hired import acts, hire
from tests.dialogues.clock import tick
from tests.dialogues.school import School
from tests.dialogues.slack import SlackSchool
from tests.dialogues.telegram import TelegramSchool

HEADER = (
    "framework,class_group,student_id,student,workplace,mentor_id,mentor,teacher_id,teacher,"
    "coach_id,coach\n"
)
AMIR = "ELEC-1,6E,s9,Amir Good,Elektro bv,m1,Karim Haddad,t1,Els Wouters,c1,Lien Martens\n"
BAD = "NONE-1,6E,s8,Bad Line,Elektro bv,m1,Karim Haddad,t1,Els Wouters,c1,Lien Martens\n"
ROSTER = (HEADER + AMIR + BAD).encode()
FRAMEWORK = b"number;title;indicator\n1;Bakes bread;bakes 1\n1;Bakes bread;bakes 2\n"
HOLIDAYS = b"first,last,name\n2026-11-02,2026-11-08,Autumn\n"


@pytest.fixture
def run(school: School) -> School:
    hire(school)
    return school


@pytest.fixture
def own(own_school: School) -> School:
    hire(own_school)
    return own_school


def people(school: School) -> int:
    with school.engine.begin() as connection:
        return connection.execute(select(func.count(person.c.id))).scalar_one()


def waiting(school: School) -> int:
    with school.engine.begin() as connection:
        return connection.execute(select(func.count(handed_file.c.id))).scalar_one()


def sent(school: School, who: str, name: str, data: bytes) -> str:
    return "\n".join(shown.text for shown in school.send_file(who, name, data))


def test_a_roster_is_shown_and_read_in_by_a_tap(run: School):
    said = sent(run, "a1", "roster.csv", ROSTER)
    assert "4 people: 1 new, 0 changed" in said
    assert "Line 3: " in said
    assert "NONE-1" in said
    assert "Nothing was read in yet." in said
    assert people(run) == 8
    assert "roster_imported" not in acts(run)
    read = run.tapped("a1", "read it in")
    assert "Read in:" in read
    assert "4 people: 1 new" in read
    assert people(run) == 9
    assert acts(run)[-1] == "roster_imported"
    assert waiting(run) == 0
    assert "Amir" in run.text("m1", "/open")


def test_it_is_put_away_and_a_second_tap_reads_nothing_in(own: School):
    sent(own, "a1", "roster.csv", ROSTER)
    own.tap("a1", "no, put it away")
    assert (waiting(own), people(own)) == (0, 8)
    sent(own, "a1", "roster.csv", ROSTER)
    own.tap("a1", "read it in")
    assert "does not wait any more" in "\n".join(
        shown.text for shown in own.tap_code("a1", "bk:2:yes")
    )
    assert people(own) == 9
    assert acts(own).count("roster_imported") == 1


def test_the_newest_file_alone_waits(own: School):
    sent(own, "a1", "roster.csv", ROSTER)
    said = sent(own, "a1", "holidays.csv", HOLIDAYS)
    assert "1 holiday: 1 new, 0 gone." in said
    assert waiting(own) == 1
    assert "does not wait any more" in own.tap_code("a1", "bk:1:yes")[0].text
    own.tap("a1", "read it in")
    assert people(own) == 8
    with own.engine.begin() as connection:
        assert connection.execute(select(school_holiday.c.name)).scalars().all() == ["Autumn"]


def test_a_framework_is_read_in_too(own: School):
    said = sent(own, "a1", "BAKER-1.csv", FRAMEWORK)
    assert "1 competence: 1 new, 0 changed" in said
    assert "2 indicators: 2 new" in said
    assert "2 indicators: 2 new" in own.tapped("a1", "read it in")
    assert acts(own)[-1] == "framework_imported"
    assert "So nothing would change." in sent(own, "a1", "BAKER-1.csv", FRAMEWORK)
    assert waiting(own) == 0


def test_a_file_that_nobody_read_in_is_gone_after_a_day(own: School):
    sent(own, "a1", "roster.csv", ROSTER)
    own.later(hours=25)
    tick(own)
    assert waiting(own) == 0
    assert "does not wait any more" in own.tapped("a1", "read it in")


ODD = {
    "empty.csv": b"",
    "zeros.csv": b"\0" * 1000,
    "words.txt": b"these are only words",
    "other.csv": b"colour;size\nred;4\n",
    "half.csv": HEADER.encode(),
    "less.csv": b"student;class\nJonas;6E\n",
    "deep.json": b"[" * 30_000,
    "bad.json": b'{"a": 1',
    "bad.ics": b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:nothing\nEND:VEVENT\nEND:VCALENDAR\n",
    "quotes.csv": HEADER.encode() + b'"ELEC-1,6E,s9\n',
    "much.csv": b"x" * (MOST_BYTES + 1),
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_file_is_refused_in_words_and_leaves_nothing(own: School, name: str):
    said = sent(own, "a1", name, ODD[name])
    assert "Nothing was read in" in said
    assert "Traceback" not in said
    assert "/tmp" not in said
    assert (waiting(own), people(own)) == (0, 8)


@pytest.mark.parametrize("name", ["../../evil.csv", "/etc/x.csv", ".csv", "a" * 250 + ".csv"])
def test_whatever_its_name_it_is_read_where_nothing_else_is(own: School, name: str):
    assert "1 new" in sent(own, "a1", name, ROSTER)
    own.tap("a1", "no, put it away")


@pytest.mark.parametrize("who", ["s1", "m1", "c1"])
def test_nobody_else_reads_anything_in(school: School, who: str):
    said = sent(school, who, "roster.csv", ROSTER)
    assert "I cannot use this" in said
    assert (waiting(school), people(school)) == (0, 7)


def test_another_administrators_file_is_not_ours_to_read_in(own: School):
    hire(own, "c1", "Lien Martens")
    sent(own, "a1", "roster.csv", ROSTER)
    assert "does not wait any more" in own.tap_code("c1", "bk:1:yes")[0].text
    assert people(own) == 8


def test_a_file_of_who_runs_nothing_is_not_even_fetched(school: School):
    sent(school, "m1", "roster.csv", ROSTER)
    if isinstance(school, TelegramSchool):
        assert not [call for call in school.fake.calls() if call["method"] == "getfile"]
    if isinstance(school, SlackSchool):
        assert school.fake.world.fetched == 0


def test_what_is_too_large_is_not_fetched_and_what_cannot_be_is_said(run: School):
    said = sent(run, "a1", "much.csv", b"x" * (MOST_BYTES + 1))
    assert "too large for the chat" in said
    if isinstance(run, TelegramSchool):
        run.fake.fails("500", method="getfile", times=1)
    elif isinstance(run, SlackSchool):
        run.fake.world.scopes -= {"files:read"}
    else:
        return
    assert "could not be fetched" in sent(run, "a1", "roster.csv", ROSTER)
    assert people(run) == 8


@pytest.mark.parametrize(
    ("address", "to_slack"),
    [
        ("https://files.slack.com/files-pri/T1-F1/download/a.csv", True),
        ("http://files.slack.com/a.csv", False),
        ("https://slack.com.evil.example/a.csv", False),
        ("https://evil.example/.slack.com", False),
        ("https://user@evil.example/", False),
        ("https://[bad", False),
        ("", False),
    ],
)
def test_slacks_token_goes_to_slack_alone(address: str, to_slack: bool):
    assert is_slacks(address, "https://slack.com/api/") == to_slack
