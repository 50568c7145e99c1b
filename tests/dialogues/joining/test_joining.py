"""Joining: from the invitation's link to the first score, and everything that may go wrong."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from bot.i18n import Voice
from bot.messages import Incoming, Reply
from bot.platforms.transcript import find_button, rendered
from bot.ports import Shown
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.joining.invite_person import invite_person
from handlers.answering import answer
from handlers.knocking import Knocked, Notice, code_in, knock
from tests.dialogues.school import School, buttons_of

WEEKS = timedelta(days=14)
LINK_AND_START = 2
"""The taps before the first answer: on the link, and on START."""


@dataclass
class Phone:
    """A chat on a platform, in which nobody is known at first."""

    school: School
    address: str = "1001"
    platform: str = "telegram"
    language: str = "en-GB"
    shown: list[Shown] = field(default_factory=list)
    notices: tuple[Notice, ...] = ()
    taps: int = 0

    @property
    def person(self) -> int | None:
        with self.school.engine.begin() as connection:
            return StoredUnitOfWork(connection).accounts.find_person(self.platform, self.address)

    def types(self, text: str) -> str:
        """Say something that opens an invitation, or is said by nobody who is known."""
        with self.school.engine.begin() as connection:
            came: Knocked = knock(
                StoredUnitOfWork(connection),
                self.platform,
                self.address,
                text,
                self.school.at,
                self.language,
            )
        self.notices = came.notices
        return self.sees(came.replies, came.language, came.time_zone)

    def opens(self, code: str) -> str:
        self.taps = LINK_AND_START
        return self.types(f"/start {code}")

    def tap(self, label: str) -> str:
        self.taps += 1
        _message, code = find_button(self.shown, label)
        person = self.person
        assert person is not None
        with self.school.engine.begin() as connection:
            said = Incoming(f"tap{self.taps}", person, self.school.at, tap=code)
            told = answer(StoredUnitOfWork(connection), said)
        return self.sees(list(told.replies), told.language, told.time_zone)

    def sees(self, replies: list[Reply], language: str, time_zone: str) -> str:
        voice = Voice(language, time_zone)
        self.shown = [rendered(reply, voice, self.school.at) for reply in replies]
        return "\n".join(reply.text for reply in self.shown)

    @property
    def buttons(self) -> list[str]:
        return buttons_of(self.shown)


def invite(school: School, who: str) -> str:
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        person = uow.people.find_and_hold(school.people[who].person_id)
        assert person is not None
        return invite_person(uow, person, school.at, WEEKS).code


@pytest.fixture
def phone(own_school: School) -> Phone:
    return Phone(own_school)


@pytest.mark.parametrize(
    ("who", "first"),
    [
        ("m1", "begin: Jonas · 8 Marks out routes"),  # two students
        ("m2", "begin: Nicolas · 8 Marks out routes"),  # one
        ("s1", "begin: 8 Marks out routes"),
        ("t1", "begin: Jonas · 8 Marks out routes"),
    ],
)
def test_from_the_link_to_the_first_score_in_five_taps(own_school: School, who: str, first: str):
    phone = Phone(own_school)
    assert "I am Kompaan" in phone.opens(invite(own_school, who))
    assert phone.person == own_school.people[who].person_id
    assert phone.buttons == [first, "choose something else"]
    assert "1. marks 1" in phone.tap(first)
    assert own_school.scores == 0
    phone.tap("✓")
    assert own_school.scores == 1
    assert phone.taps == 4


def test_with_one_student_choosing_the_competence_takes_five(own_school: School):
    phone = Phone(own_school)
    phone.opens(invite(own_school, "m2"))
    phone.tap("choose something else")
    phone.tap(next(label for label in phone.buttons if " 10 " in label))
    phone.tap("◐")
    assert own_school.scores == 1
    assert phone.taps == 5


def test_another_student_can_be_chosen(phone: Phone):
    phone.opens(invite(phone.school, "m1"))
    assert "Whom do you want to score?" in phone.tap("choose something else")
    assert "Noor Aziz · 6E" in phone.buttons


def test_the_first_button_begins_where_something_is_open(phone: Phone):
    phone.school.say("m1", "jonas 8 all v")
    phone.opens(invite(phone.school, "m1"))
    greeting = phone.shown
    assert phone.buttons[0] == "begin: Jonas · 10 Lays conduits"
    phone.school.say("m1", "jonas 10 all v")
    assert "Jonas · 11" in phone.tap("begin: Jonas · 10 Lays conduits")
    phone.school.say("m1", "jonas 11 all v")
    phone.shown = greeting
    assert "which competence?" in phone.tap("begin: Jonas · 10 Lays conduits")


def test_the_first_question_is_a_message_of_its_own(phone: Phone):
    """The greeting says what is stored and who sees it: it stays to be read."""
    told = tapped(phone.school, "m1", _track(phone, "m1"))
    assert [reply.edit for reply in told] == [False]


def tapped(school: School, who: str, track: int) -> list[Reply]:
    """Tap the greeting's first button for a track, whoever's it is."""
    with school.engine.begin() as connection:
        said = Incoming("k", school.people[who].person_id, school.at, tap=f"fo:{track}")
        return list(answer(StoredUnitOfWork(connection), said).replies)


def _track(phone: Phone, who: str) -> int:
    with phone.school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        return uow.tracks.list_of(phone.school.people[who].person_id)[0].id


def test_nobody_begins_with_a_student_of_others(phone: Phone):
    theirs = _track(phone, "s3")
    for who in ("m1", "c1"):
        told = str(tapped(phone.school, who, theirs))
        assert "no student linked" in told or "look on" in told
        assert "marks" not in told


def test_a_coach_begins_with_the_report(phone: Phone):
    assert "Hello Lien" in phone.opens(invite(phone.school, "c1"))
    assert phone.buttons == ["my desk", "report"]


def test_everybody_is_greeted_in_their_own_language(dutch_school: School):
    phone = Phone(dutch_school, language="en")
    assert "Kompaan" in phone.types("hello")
    assert "student" in phone.shown[0].text
    assert "Dag Karim" in phone.opens(invite(dutch_school, "m1"))


@pytest.mark.parametrize("typed", ["", "/start", "hello", "jonas 10 vvlvxvvvvlvvv", "8 vvvxxxvvv"])
def test_a_stranger_hears_who_the_bot_is(phone: Phone, typed: str):
    for _number in range(20):  # none of it is a wrong code
        text = phone.types(typed)
    assert "I am Kompaan" in text
    assert "invitation" in text
    assert phone.buttons == []
    assert phone.person is None


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("nl", "uitnodiging"),
        ("nl-BE", "uitnodiging"),
        ("fr-BE", "école"),
        ("de-AT", "Einladung"),
        ("es", "invitation"),
    ],
)
def test_a_stranger_hears_it_in_the_language_of_the_phone(phone: Phone, language: str, word: str):
    phone.language = language
    assert word in phone.types("hello")


@pytest.mark.parametrize(
    "shape", ["{0}", "{1}", "/start {1}", "start {0}", "/begin@KompaanBot {0}"]
)
def test_a_code_may_be_typed_in_many_ways(phone: Phone, shape: str):
    code = invite(phone.school, "m1")
    assert "Hello Karim" in phone.types(shape.format(code, f"{code[:5]}-{code[5:]}".lower()))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("/start@KompaanBot  ABC", "ABC"),
        ("/starten 23456-789CD", "23456-789CD"),
        (" 23456789cd ", "23456789cd"),
        ("23456 789cd", ""),
        ("afspraken!", ""),
        ("starten we morgen?", ""),
        ("/start morgen", "morgen"),
        ("/score 23456789CD", ""),
    ],
)
def test_what_is_meant_as_a_code(typed: str, code: str):
    assert code_in(typed) == code


def test_wrong_codes_are_answered_kindly_and_then_locked(phone: Phone):
    code = invite(phone.school, "m1")
    told = [phone.opens("23456-789CD") for _number in range(3)]
    assert all("I do not know this code" in text for text in told)
    assert "more time" not in told[0] + told[1]
    assert "You can try 2 more times." in told[2]
    assert "You can try 1 more time." in phone.opens("22222-22222")
    assert "again in 60 minutes" in phone.opens("22222-22222")
    phone.school.later(minutes=59, seconds=30)
    assert "again in 1 minute;" in phone.opens(code)
    phone.school.later(seconds=30)
    assert "Hello Karim" in phone.opens(code)


def test_a_repeat_of_a_wrong_code_is_not_counted_again(phone: Phone):
    for _number in range(3):
        phone.opens("23456789CD")
    for _number in range(9):
        with phone.school.engine.begin() as connection:
            uow = StoredUnitOfWork(connection)
            came = knock(
                uow, "telegram", "1001", "/start 23456789CD", phone.school.at, "en", again=True
            )
        assert "You can try 2 more times." in phone.sees(came.replies, "en", "UTC")


def test_nothing_is_told_of_anybody(phone: Phone):
    """A used, an expired and an invented code are answered without a name."""
    school = phone.school
    used, expired = invite(school, "m1"), invite(school, "t1")
    Phone(school, "1002").opens(used)
    school.later(days=14)
    told = [phone.opens(used), phone.opens(expired), phone.opens("23456789CD")]
    assert "used before" in told[0]
    assert "no longer works" in told[1]
    assert "do not know this code" in told[2]
    names = ("Karim", "Els", "Haddad", "Wouters", "School ")
    assert not [name for name in names for text in told if name in text]


def test_a_new_chat_ends_the_former_one_which_is_told(phone: Phone):
    school = phone.school
    phone.opens(invite(school, "m1"))
    newer = Phone(school, "1002")
    newer.opens(invite(school, "m1"))
    (notice,) = newer.notices
    assert (notice.person.id, notice.address) == (school.people["m1"].person_id, "1001")
    assert "another chat" in Voice("en", "UTC").say(notice.text)
    assert (phone.person, newer.person) == (None, school.people["m1"].person_id)
    assert "I am Kompaan, a companion" in phone.types("jonas 10 all v")
    slack = Phone(school, "D1", "slack")
    slack.opens(invite(school, "m1"))
    assert slack.notices == ()
    assert newer.person == slack.person


def test_the_same_link_twice_greets_again(phone: Phone):
    code = invite(phone.school, "m1")
    assert phone.opens(code) == phone.opens(code)
    assert phone.notices == ()
    again = invite(phone.school, "m1")
    assert "Hello Karim" in phone.opens(again)
    assert "used before" in Phone(phone.school, "1002").opens(again)


def test_a_chat_of_somebody_else_is_refused(phone: Phone):
    phone.opens(invite(phone.school, "t1"))
    code = invite(phone.school, "m1")
    assert "somebody else" in phone.opens(code)
    assert phone.person == phone.school.people["t1"].person_id
    assert "Hello Karim" in Phone(phone.school, "1002").opens(code)


def test_a_known_chat_is_answered_in_its_own_language(dutch_school: School):
    phone = Phone(dutch_school)
    phone.opens(invite(dutch_school, "m1"))
    assert "Ik ken deze code niet" in phone.opens("23456789CD")


def test_our_own_platforms_need_no_code_and_look_at_none(phone: Phone):
    code = invite(phone.school, "t1")
    assert "already known" in phone.school.text("m1", f"/start {code}")
    assert "Hello Els" in phone.opens(code)
