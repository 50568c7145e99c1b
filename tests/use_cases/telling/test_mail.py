"""E-mail: a sign of what waits on the page, at an address that its person has, and what refuses."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from bot.domain.telling.delivery import Later, Permanent, RefusalReason, Sent, Unknown
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.mail_addresses import CODE_LASTS, MOST_ASKED, MOST_AT_ADDRESS, MOST_CODES
from bot.domain.telling.places import WAITS, Place
from bot.ports.telling.outbox import Claim, Content, Tried
from bot.storage.tables import errand, metadata, outbox, person
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.talking.change_preferences import Setting, change_preferences
from bot.use_cases.talking.mute_by_mail import mute_by_mail
from bot.use_cases.telling.deliver_here import deliver_here
from bot.use_cases.telling.deliver_outbox import settle_tried, take_due
from bot.use_cases.telling.mail.ask_address import Given, ask_address
from bot.use_cases.telling.mail.confirm_address import Confirmed, confirm_address
from bot.use_cases.telling.mail.refuse_address import bounce_address
from bot.use_cases.telling.mail.take_address_away import take_address_away
from bot.use_cases.telling.places import find_place
from bot.wiring.composing import composer
from tests.fakes.devices import subscribe
from tests.fakes.outbox import MORNING, draft, nothing_asked, populate, write
from tests.storage.rows import ROWS

SCHOOL, OWN = "karim@oven.example", "karim@home.example"
HOUR = timedelta(hours=1)
PAGE = "https://kompaan.school.example"
COMPOSE = composer(lambda _day: True, page=PAGE)
CANARIES = ("Zwaluwstaart", "Kwikzilver", "autonomous")
STUDENT, COACH = 1, 2


@pytest.fixture
def page(sqlite_engine):
    """Both are on the page with one address together; person 2 is the coach of person 1."""
    populate(sqlite_engine, 2, Place.PAGE)
    with sqlite_engine.begin() as connection:
        for name in ("programme", "class_group", "workplace", "track", "placement", "involvement"):
            connection.execute(insert(metadata.tables[name]), ROWS["0001"][name])
        connection.execute(update(metadata.tables["track"]).values(student_id=STUDENT))
        connection.execute(update(metadata.tables["involvement"]).values(person_id=COACH))
        connection.execute(update(person).values(email=SCHOOL, name=CANARIES[0]))
    return sqlite_engine


@pytest.fixture
def does(page):
    """Do something in a transaction of an installation that has a mail server."""

    def done(use_case, *given, sends_mail=True):
        with page.begin() as connection:
            return use_case(StoredUnitOfWork(connection, sends_mail=sends_mail), *given)

    return done


def tells(page, does, subject="s", at=MORNING, chat=STUDENT):
    """Put a message on somebody's page; its words and their name are canaries."""
    content = Content(f"{CANARIES[1]} is {CANARIES[2]}")
    write(page, [draft(chat, subject, platform=Place.PAGE, content=content)], at)
    found = []
    while (came := does(deliver_here, Place.PAGE, at, COMPOSE)) is not None:
        found += [shown for _who, shown in came if CANARIES[1] in shown.text]
    (shown,) = found
    return shown


def due(does, at=MORNING + WAITS[Place.MAIL], platform=Place.MAIL):
    return does(take_due, Claim(platform, at, at + HOUR, 10), COMPOSE)


def comes(does, messages, outcome, at=MORNING + WAITS[Place.MAIL]):
    does(settle_tried, [Tried(message, outcome, at) for message in messages], lambda: 0.0)


def told(page, kind):
    with page.begin() as connection:
        return list(
            connection.execute(select(errand.c.person_id).where(errand.c.kind == kind)).scalars()
        )


def waiting(page, asks):
    with page.begin() as connection:
        found = select(outbox.c.platform, outbox.c.asks).where(outbox.c.asks.like(f"{asks}%"))
        return [tuple(row) for row in connection.execute(found)]


@pytest.mark.parametrize(("language", "given"), [("nl", "Je school gaf"), ("en", "Your school")])
def test_a_letter_says_that_something_waits_and_no_more(page, does, language, given):
    with page.begin() as connection:
        connection.execute(update(person).values(language=language))
    shown = tells(page, does)
    assert due(does, MORNING + timedelta(seconds=59)) == []
    ((message),) = due(does)
    letter = message.content.letter
    assert (letter.to, letter.language) == (SCHOOL, language)
    assert letter.opens == f"{PAGE}/me?message={shown.id}"
    assert letter.stop.startswith(f"{PAGE}/mail/stop/")
    assert letter.foot[0].startswith(given)
    for canary in CANARIES:
        assert canary.lower() not in str(letter).lower()


def test_who_shares_an_address_gets_a_letter_each(page, does):
    tells(page, does, "s")
    tells(page, does, "t", chat=COACH)
    letters = [message.content.letter for message in due(does)]
    assert [letter.to for letter in letters] == [SCHOOL, SCHOOL]
    assert letters[0].stop != letters[1].stop


def nothing(_does, _page):
    """Let all be as it is."""


def stops(does, _page):
    stop = does(lambda uow: uow.mail_addresses.stop_code(STUDENT))
    assert does(mute_by_mail, stop, MORNING) == STUDENT
    assert does(mute_by_mail, "else", MORNING) is None


CHANGES = {
    "takes it away": lambda does, _page: does(take_address_away, STUDENT, MORNING),
    "mutes by it": stops,
    "came back": lambda does, _page: does(bounce_address, SCHOOL.upper(), MORNING),
    "the page alone": lambda does, _page: does(
        change_preferences, STUDENT, Setting.PLACE, "page", MORNING
    ),
    "looks there": lambda does, _page: does(lambda uow: uow.transcripts.take_unread(STUDENT)),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("before", [True, False])
def test_what_keeps_a_letter_from_going_out(page, does, change, before):
    if before and change != "looks there":
        CHANGES[change](does, page)
    tells(page, does)
    if not before or change == "looks there":
        CHANGES[change](does, page)
    assert due(does) == []


def test_without_a_mail_server_nothing_waits_for_one(page, does):
    write(page, [draft(STUDENT, "s", platform=Place.PAGE)])
    does(deliver_here, Place.PAGE, MORNING, nothing_asked, sends_mail=False)
    assert waiting(page, "ping") == []


@pytest.mark.parametrize(
    ("chosen", "used"), [("", "push"), ("push", "push"), ("mail", "mail"), ("page", None)]
)
def test_one_place_is_used_the_chosen_one(page, does, chosen, used):
    subscribe(page, STUDENT, 11, at=MORNING)
    if chosen:
        does(change_preferences, STUDENT, Setting.PLACE, chosen, MORNING)
    tells(page, does)
    assert {platform for platform, _asks in waiting(page, "ping")} == ({used} if used else set())
    assert does(find_place, STUDENT, MORNING) == used or Place(chosen)


def test_an_address_that_refuses_is_told_to_its_person_and_once_to_the_coach(page, does):
    tells(page, does)
    comes(does, due(does), Permanent(RefusalReason.GONE))
    assert told(page, ErrandKind.UNMAILED) == [COACH]
    assert waiting(page, "place lost") == [("page", "place lost:4")]
    later = MORNING + HOUR
    tells(page, does, "t", later)
    assert due(does, later + HOUR) == []
    assert does(bounce_address, SCHOOL, later) == 2
    assert told(page, ErrandKind.UNMAILED) == [COACH]
    with page.begin() as connection:
        connection.execute(update(person).where(person.c.id == STUDENT).values(email=OWN))
    tells(page, does, "u", later)
    messages = [message for message in due(does, later + HOUR) if message.person_id == STUDENT]
    assert [message.content.letter.to for message in messages] == [OWN]
    assert told(page, ErrandKind.REACHED) == []
    comes(does, messages, Sent("<1@x>"), later + HOUR)
    assert told(page, ErrandKind.REACHED) == []  # nobody was told that they were away yet


def test_a_coach_who_was_told_hears_that_mail_is_taken_again(page, does):
    does(bounce_address, SCHOOL, MORNING)
    write(page, [draft(COACH, "day", platform=Place.PAGE)])
    with page.begin() as connection:
        day = connection.execute(select(outbox.c.id).order_by(outbox.c.id.desc())).scalar()
        connection.execute(update(errand).values(outbox_id=day))
        connection.execute(update(person).where(person.c.id == STUDENT).values(email=OWN))
    tells(page, does, at=MORNING + HOUR)
    at = MORNING + 2 * HOUR
    mine = [message for message in due(does, at) if message.person_id == STUDENT]
    comes(does, mine, Sent("<1@x>"), at)
    assert told(page, ErrandKind.REACHED) == [COACH]


def test_what_comes_of_a_letter_is_of_the_address_it_went_to(page, does):
    tells(page, does)
    messages = due(does)
    with page.begin() as connection:
        connection.execute(update(person).where(person.c.id == STUDENT).values(email=OWN))
    comes(does, messages, Permanent(RefusalReason.GONE))
    assert does(find_place, STUDENT, MORNING) is Place.MAIL, "the new address refused nothing"
    assert told(page, ErrandKind.UNMAILED) == waiting(page, "place lost") == []
    at = MORNING + HOUR
    ((message),) = due(does, at)
    assert message.content.letter.to == OWN
    # It came back, while the letter after it was being taken.
    assert does(bounce_address, OWN, at) == 1
    comes(does, [message], Sent("<1@x>"), at)
    assert does(find_place, STUDENT, at) is Place.PAGE
    assert told(page, ErrandKind.UNMAILED) == [COACH]


@pytest.mark.parametrize("outcome", [Later(), Unknown(), Permanent(RefusalReason.REFUSED)])
def test_what_is_not_about_the_person_blames_nobody(page, does, outcome):
    tells(page, does)
    comes(does, due(does), outcome)
    assert told(page, ErrandKind.UNMAILED) == waiting(page, "place lost") == []
    assert does(find_place, STUDENT, MORNING) is Place.MAIL


def test_a_phone_that_still_rings_keeps_the_coach_out_of_it(page, does):
    does(change_preferences, STUDENT, Setting.PLACE, "mail", MORNING)
    tells(page, does)
    subscribe(page, STUDENT, 11, at=MORNING)
    comes(does, due(does), Permanent(RefusalReason.GONE))
    assert told(page, ErrandKind.UNMAILED) == []
    assert does(find_place, STUDENT, MORNING) is Place.PUSH
    assert waiting(page, "place lost") == [("page", "place lost:4")]
    assert [platform for platform, _asks in waiting(page, "ping")] == ["mail", "push"]


def code_of(does, at=MORNING):
    ((message),) = due(does, at)
    return message, message.content.letter.code


def test_a_code_makes_an_address_one_s_own(page, does):
    assert does(ask_address, STUDENT, OWN, MORNING) is Given.ASKED
    message, code = code_of(does)
    letter = message.content.letter
    assert (letter.to, letter.opens, letter.stop) == (OWN, "", "")
    with page.begin() as connection:
        assert code not in str(connection.execute(select(outbox)).all())
    assert does(confirm_address, STUDENT, f" {code[:3]} {code[3:]}", MORNING).address == OWN
    assert does(confirm_address, STUDENT, code, MORNING) == Confirmed()
    tells(page, does, at=MORNING + HOUR)
    found = [message for message in due(does, MORNING + 2 * HOUR) if message.asks == "ping"]
    assert [message.content.letter.to for message in found] == [OWN]


def test_a_code_is_not_guessed_nor_kept_for_ever(page, does):
    does(ask_address, STUDENT, OWN, MORNING)
    assert does(confirm_address, STUDENT, "000000", MORNING).left  # it is still on its way
    _message, code = code_of(does)
    wrong = "111111" if code != "111111" else "222222"
    lefts = [does(confirm_address, STUDENT, wrong, MORNING).left for _ in range(MOST_CODES)]
    assert lefts == [4, 3, 2, 1, 0]
    assert does(confirm_address, STUDENT, code, MORNING) == Confirmed()
    at = MORNING + HOUR
    does(ask_address, STUDENT, OWN, at)
    _message, code = code_of(does, at)
    assert does(confirm_address, STUDENT, code, at + CODE_LASTS) == Confirmed()
    assert does(lambda uow: uow.mail_addresses.find(STUDENT).address) == SCHOOL


def test_the_newest_address_alone_gets_a_code_and_few_a_day(page, does):
    for number in range(MOST_ASKED):
        assert does(ask_address, STUDENT, f"a{number}@home.example", MORNING) is Given.ASKED
    assert does(ask_address, STUDENT, OWN, MORNING) is Given.TOO_OFTEN
    assert does(ask_address, STUDENT, "karim", MORNING) is Given.NO_ADDRESS
    message, _code = code_of(does, MORNING + HOUR)
    assert message.content.letter.to == "a4@home.example"
    assert does(ask_address, STUDENT, OWN, MORNING + CODE_LASTS) is Given.ASKED


def test_not_even_a_whole_class_fills_the_mailbox_of_somebody_else(page, does):
    theirs = ("victim@home.example", "Victim@HOME.example", "victim+1@home.example")
    for number in range(MOST_AT_ADDRESS):
        who, address = (STUDENT, COACH)[number % 2], theirs[number % 3]
        assert does(ask_address, who, address, MORNING) is Given.ASKED
    with page.begin() as connection:
        connection.execute(update(metadata.tables["mail_address"]).values(times_asked=1))
    assert does(ask_address, STUDENT, theirs[0], MORNING) is Given.TOO_MANY_THERE
    assert does(ask_address, STUDENT, OWN, MORNING) is Given.ASKED
    assert does(ask_address, STUDENT, theirs[0], MORNING + CODE_LASTS) is Given.ASKED


def test_a_code_that_comes_back_is_told_where_it_was_asked_for(page, does):
    does(ask_address, STUDENT, OWN, MORNING)
    message, code = code_of(does)
    comes(does, [message], Permanent(RefusalReason.GONE), MORNING)
    assert waiting(page, "code lost") == [("page", "code lost")]
    assert does(confirm_address, STUDENT, code, MORNING) == Confirmed()
    assert told(page, ErrandKind.UNMAILED) == []
