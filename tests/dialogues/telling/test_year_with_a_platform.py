"""A person's year with a platform: at each step what they hear, and what the coach hears."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.importing.drafts import RosterRow
from bot.domain.periods.period import Dates
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_roster import import_roster
from bot.use_cases.joining.invite_person import invite_person
from bot.use_cases.periods.add_period import add_period
from tests.dialogues.chat import ChatSchool, opened
from tests.dialogues.clock import hear
from tests.dialogues.school import roster
from tests.dialogues.slack import SlackSchool
from tests.dialogues.telegram import TelegramSchool

BRUSSELS = ZoneInfo("Europe/Brussels")
AN, COACH = "m2", "c1"


@dataclass
class Year:
    """A school on a platform, and An in it, who mentors Nicolas and has not joined yet."""

    school: ChatSchool
    heard: dict[str, list[str]] = field(default_factory=dict)

    @property
    def on_telegram(self) -> bool:
        return isinstance(self.school, TelegramSchool)

    @property
    def an(self):
        return self.school.users[AN]

    def next_working_day(self) -> None:
        """Let time pass until noon of the next working day, when most may be written to."""
        school = self.school
        school.at = max(school.at, school.now())
        here = school.at.astimezone(BRUSSELS)
        day = here.date() + timedelta(days=1)
        while day.weekday() > 4:
            day += timedelta(days=1)
        noon = datetime(day.year, day.month, day.day, 12, 5, tzinfo=BRUSSELS)
        school.later(seconds=(noon - here).total_seconds())

    def passes_a_day(self) -> None:
        """Let a day pass on which the clock ticks; what An and the coach hear is in `heard`."""
        before = {who: len(self.school.users[who].answers) for who in (AN, COACH)}
        self.next_working_day()
        hear(self.school)
        self.heard = {
            who: [message.text for message in self.school.users[who].answers[count:]]
            for who, count in before.items()
        }

    def hears(self, who: str, *said: str) -> bool:
        """Say whether somebody was told all of this on the day, or nothing where nothing is."""
        told = "\n".join(self.heard[who])
        return all(words in told for words in said) if said else not told

    def opens_invitation(self, name: str):
        """Invite An, who opens the invitation in a chat that nobody has used yet."""
        school = self.school
        with school.engine.begin() as connection:
            uow = StoredUnitOfWork(connection)
            person = uow.people.find_and_hold(school.people[AN].person_id)
            assert person is not None
            code = invite_person(uow, person, school.at, timedelta(days=14)).code
        former, chat = school.users.get(AN), school.fake.user(name)
        school.users[AN] = chat
        told = self.does(
            lambda: chat.starts(code) if self.on_telegram else chat.commands(f"start {code}")
        )
        return former, told

    def does(self, act) -> str:
        """Let An do something; gives what An hears of it."""
        return "\n".join(
            message.text for message in self.school.answers_to(AN, lambda _user: act())
        )

    def is_out_of_reach(self) -> None:
        """Let An block the bot, or be taken out of the workspace."""
        if self.on_telegram:
            self.an.blocks()
            self.school.quiet()
        else:
            fault = {"method": "chat.postMessage", "user": self.an.id}
            self.school.fake.fails("user_disabled", **fault)

    def comes_back(self) -> None:
        """Let An be there again, without a word."""
        if self.on_telegram:
            self.an.unblocks()
        else:
            self.school.fake.world.faults.clear()
            self.an.opens_home("messages")
        self.school.quiet()

    def changes_roster(self, *rows: RosterRow) -> None:
        with self.school.engine.begin() as connection:
            catalogue = StoredUnitOfWork(connection).catalogue
            (school,) = catalogue.list_organisations()
            assert not import_roster(catalogue, school, rows).rejected

    def reachable(self) -> bool:
        with self.school.engine.begin() as connection:
            accounts = StoredUnitOfWork(connection).accounts
            return all(
                account.reachable for account in accounts.list_of(self.school.people[AN].person_id)
            )


@pytest.fixture(params=["telegram", "slack"])
def year(request, school_url):
    kind, more = (
        (TelegramSchool, {"webhook": True}) if request.param == "telegram" else (SlackSchool, {})
    )
    with opened(kind, school_url, **more) as school:
        with school.engine.begin() as connection:
            uow = StoredUnitOfWork(connection)
            (account,) = uow.accounts.list_of(school.people[AN].person_id)
            uow.accounts.leave(account, school.at)
        del school.users[AN]
        yield Year(school)
        assert school.agrees()


def begins_period(year: Year) -> None:
    """Let a period begin, of which everybody is reminded until its photo."""
    with year.school.engine.begin() as connection:
        at = year.school.at
        dates = Dates(at - timedelta(days=1), at + timedelta(days=60))
        add_period(StoredUnitOfWork(connection), 1, 1, "One", dates)


def test_a_year(year: Year):
    nicolas = roster()[2]

    # An joins.
    _nobody, told = year.opens_invitation("An")
    assert "Hello An" in told
    assert "4 indicators stored" in year.does(lambda: year.an.says("nicolas 8 all v"))
    year.passes_a_day()
    assert year.hears(COACH)

    # An cannot be reached any more: the coach hears it, once.
    year.is_out_of_reach()
    begins_period(year)
    year.passes_a_day()
    year.passes_a_day()
    assert not year.reachable()
    told_coach = "\n".join(message.text for message in year.school.users[COACH].answers)
    assert told_coach.count("An Claes can no longer be reached here") == 1
    year.passes_a_day()
    assert "can no longer be reached" not in "\n".join(year.heard[COACH])

    # An is back, and hears what still is of use; the coach hears that, too.
    year.comes_back()
    assert year.reachable()
    year.passes_a_day()
    assert year.hears(AN, "One")
    assert year.hears(COACH, "An Claes can be reached here again.")

    # Another phone, with another account: the former chat is told so, the coach is not.
    former, told = year.opens_invitation("An, new phone")
    assert "Hello An" in told
    year.passes_a_day()
    assert "You talk with me in another chat from now on" in former.answers[-1].text
    count = len(former.answers)
    assert "reached" not in "\n".join(year.heard[COACH])
    assert "4 indicators stored" in year.does(lambda: year.an.says("nicolas 8 all l"))
    assert len(former.answers) == count

    # Another name, as the school writes it: An is greeted by it.
    renamed = replace(nicolas, mentor="Anke Claes")
    year.changes_roster(renamed)
    assert "Anke" in year.school.text(AN, "/start")
    year.passes_a_day()
    assert year.hears(AN)
    assert year.hears(COACH)

    # An is no mentor any more: Nicolas is out of sight, and nothing of him is told.
    year.changes_roster(replace(nicolas, mentor_id="m1", mentor="Karim Haddad"))
    assert "stored" not in year.school.text(AN, "nicolas 8 all x")
    assert "Nicolas" not in year.school.text(AN, "/report")
    year.passes_a_day()
    assert "Nicolas" not in "\n".join(year.heard[AN])
    assert year.hears(COACH)

    # An teaches Jonas from now on.
    jonas = replace(roster()[0], teacher_id=AN, teacher="Anke Claes")
    year.changes_roster(jonas)
    assert "4 indicators stored" in year.does(lambda: year.an.says("jonas 8 all v"))
    assert "Jonas" in year.school.text(AN, "/report jonas")
    year.passes_a_day()
    assert year.hears(AN)
    assert year.hears(COACH)

    # An is gone for good: the coach hears it by the name of now, and nothing is sent any more.
    year.is_out_of_reach()
    before = len(year.an.answers)
    for _day in range(50):
        year.passes_a_day()
        if year.hears(COACH, "Anke Claes can no longer be reached here"):
            break
    else:
        pytest.fail("the coach was not told")
    assert len(year.an.answers) == before
