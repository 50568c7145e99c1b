"""What is Telegram's own: edits, photos, groups, malformed updates, secrets, a revoked token."""

import copy
import http.client
import json
import random
from datetime import UTC, datetime, timedelta

import pytest

from bot.platforms.moments import units
from bot.platforms.telegram.drawing import LONGEST, text_of
from bot.platforms.telegram.webhook import HEADER, PATH
from bot.settings import Settings
from bot.storage.updates import in_quarantine
from bot.use_cases.joining.invite_person import invite_person
from bot.wiring import House
from bot.wiring.platforms import telegram_name
from bot.wiring.sample import load_sample
from tests.dialogues.chat import opened
from tests.dialogues.telegram import SECRET, TelegramSchool
from tests.fakes.telegram import FakeTelegram, wait_for
from tests.fakes.waiting import Stopwatch
from tests.faults.server import Server, free_port


@pytest.fixture(params=["polling", "webhook"])
def school(request, school_url):
    with opened(TelegramSchool, school_url, webhook=request.param == "webhook") as made:
        yield made


@pytest.fixture
def hooked(school_url):
    with opened(TelegramSchool, school_url, webhook=True) as made:
        wait_for(lambda: made.fake.bot["webhook"]["url"], what="the webhook")
        yield made


def test_an_edited_message_corrects_the_entry_it_made(school):
    karim = school.users["m1"]
    said = karim.says("jonas 8 all x")
    school.fake.quiet()
    school.later(seconds=5)
    karim.edits(said, "jonas 8 all v")
    karim.wait_for("acquired, autonomously")
    assert school.scores == 4
    karim.edits(said, "jonas 8 vv")
    karim.wait_for("Your earlier message stands")
    assert school.scores == 4


def test_photos_voice_notes_and_forwarded_messages_get_a_sensible_answer(school):
    karim = school.users["m1"]
    karim.sends_photo("jonas 8 all v")
    karim.wait_for("A photo can go into an answer")
    karim.sends_voice()
    karim.wait_for("A voice note can go into an answer")
    karim.forwards("jonas 8 all v")
    karim.wait_for("only take what you say yourself")
    assert school.scores == 0


def test_a_group_gets_one_polite_sentence_and_no_data(school):
    karim = school.users["m1"]
    group = school.fake.group("Workshop")
    group.says(karim, "/report jonas")
    group.wait_for("praat met ieder van jullie apart")
    group.says(karim, "/report jonas")
    school.fake.quiet()
    school.settled()
    assert len(group.answers) == 1


def test_a_group_is_spoken_to_in_the_language_of_who_wrote(school):
    group = school.fake.group("Workshop")
    group.says(school.fake.user("anna", language="en"), "/report jonas")
    group.wait_for("in private only")


def test_a_callback_is_always_answered(school):
    school.say("m1", "/score")
    for _again in range(3):
        school.users["m1"].taps(school.users["m1"].last, "Jonas")
    school.fake.quiet()
    wait_for(lambda: school.fake.unanswered == [], what="every answer")


def test_a_stranger_learns_who_we_are_and_nothing_else(school):
    stranger = school.fake.user("stranger")
    stranger.says("jonas 8 all v")
    told = stranger.wait_for("Kompaan")
    assert "Jonas" not in told.text
    assert school.scores == 0


def test_a_malformed_update_is_set_aside_and_stops_nobody(school):
    school.fake.raw_update({"message": {"message_id": "not a number", "chat": 7, "date": "x"}})
    assert "13 indicators" in school.text("m1", "jonas 10 all v")
    school.fake.quiet()
    with school.engine.begin() as connection:
        assert in_quarantine(connection) == 1
    assert school.fake.unacknowledged == []


def test_an_answer_is_said_once_telegram_lets_us(school):
    karim = school.users["m1"]
    school.fake.fails("429", chat=karim.id, retry_after=1, times=1)
    karim.says("jonas 8 all v")
    karim.wait_for("4 indicators stored")
    assert len([message for message in karim.answers if "4 indicators" in message.text]) == 1


def test_commands_fit_the_language_and_the_role(school):
    stranger = school.fake.user("stranger")
    wait_for(lambda: "scoor" in stranger.commands("nl"), what="the menus")
    assert "score" in stranger.commands()
    school.say("c1", "/start")
    wait_for(lambda: "score" not in school.users["c1"].commands(), what="the coach's menu")
    assert "report" in school.users["c1"].commands()


def test_the_commands_stand_behind_a_button(school):
    wait_for(lambda: school.fake.bot["menus"], what="the button")
    assert school.fake.bot["menus"] == {"0": {"type": "commands"}}


def test_a_revoked_token_shows_and_comes_back(school):
    assert school.platform.problem(school.at) is None
    school.fake.do("revoke", token=school.fake.token)
    late = school.at + timedelta(seconds=90)
    assert school.platform.problem(late) is not None


def test_wrong_secrets_and_wrong_bodies_are_refused(hooked):
    port = int(hooked.fake.bot["webhook"]["url"].split(":")[2].split("/")[0])
    for secret in ("", "wrong", SECRET + "x", "é".encode()):
        assert post(port, b"{}", secret) == 401
    assert post(port, b"not json") == 400
    assert post(port, b"[]") == 400
    assert post(port, b"[" * 100_000) == 400
    assert post(port, b"{}") == 200


def test_mutated_payloads_give_no_500_and_block_nobody(hooked):
    port = int(hooked.fake.bot["webhook"]["url"].split(":")[2].split("/")[0])
    dice = random.Random(3)
    statuses = set()
    for number in range(600):
        body = mutated(sample(hooked, number), dice)
        statuses.add(post(port, json.dumps(body).encode()))
    assert statuses <= {200}
    watch = Stopwatch()
    hooked.users["m1"].says("noor 8 all v")
    hooked.users["m1"].wait_for("Noor · 8")
    assert watch.seconds < 5


@pytest.mark.long
def test_five_thousand_mutated_payloads(hooked):
    port = int(hooked.fake.bot["webhook"]["url"].split(":")[2].split("/")[0])
    dice = random.Random(4)
    bodies = (mutated(sample(hooked, number), dice) for number in range(5000))
    assert {post(port, json.dumps(body).encode()) for body in bodies} <= {200}


def sample(school, number):
    user = {"id": school.users["m1"].id, "is_bot": False, "first_name": "Karim"}
    chat = {"id": user["id"], "type": "private", "first_name": "Karim"}
    message = {"message_id": number + 1, "from": user, "chat": chat, "date": 1_760_000_000}
    if number % 2:
        return {"update_id": 10**6 + number, "message": {**message, "text": "jonas 8 all v"}}
    query = {"id": str(number), "from": user, "chat_instance": "1", "data": "go:open"}
    return {"update_id": 10**6 + number, "callback_query": {**query, "message": message}}


TEXTS = ("", "x" * 5000, "\x00", "\ud800")
ODD: tuple[object, ...] = (None, -1, 2**63, *TEXTS, [], {}, True, 1.5, [[[]]], {"id": None})


def mutated(body, dice):
    body = copy.deepcopy(body)
    for _change in range(dice.randint(1, 3)):
        place = body
        while True:
            key = dice.choice(list(place))
            if isinstance(place[key], dict) and place[key] and dice.random() < 0.8:
                place = place[key]
                continue
            break
        if dice.random() < 0.3:
            del place[key]
        else:
            place[key] = dice.choice(ODD)
        if not body:
            break
    return body


def post(port, body, secret=SECRET):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("POST", PATH, body, {HEADER: secret, "Content-Type": "application/json"})
        return connection.getresponse().status
    finally:
        connection.close()


def test_a_long_answer_is_cut_into_messages_that_fit():
    from bot.i18n import Voice
    from bot.messages import Reply

    voice = Voice("en", "UTC")
    for text in ("a" * 9000, "line\n" * 3000, "😀" * 5000, "short"):
        pieces = text_of(Reply(text), voice)
        assert all(0 < units(piece) <= LONGEST for piece in pieces)
        assert "".join(pieces).replace("\n", "") == text.replace("\n", "")


def test_from_the_invitation_to_the_first_score_and_the_former_chat_is_told(sqlite_url, tmp_path):
    """The whole process, as a school runs it: invite, join, score, join again elsewhere."""
    with FakeTelegram() as fake:
        house = House(Settings(database_url=sqlite_url, _env_file=None))
        assert load_sample(house, datetime.now(UTC))
        codes = []
        with house.transaction() as uow:
            karim = next(
                person for person in uow.people.list_sample() if person.school_id == "karim"
            )
            lasting = timedelta(days=14)
            codes.append(invite_person(uow, karim, datetime.now(UTC), lasting).code)
        server = Server(
            sqlite_url,
            free_port(),
            str(tmp_path),
            settings={
                "KOMPAAN_TELEGRAM_TOKEN": fake.token,
                "KOMPAAN_TELEGRAM_API_URL": fake.url,
            },
            ready="/healthz",
        )
        server.start()
        try:
            first = fake.user("Karim")
            first.starts(codes[0])
            greeting = first.wait_for("Hello Karim")
            first.taps(greeting, "begin")
            card = first.wait_for(lambda shown: shown.button("one by one"))
            first.taps(card, "✓")
            first.wait_for("✓ alone")
            with house.transaction() as uow:
                codes.append(invite_person(uow, karim, datetime.now(UTC), lasting).code)
            second = fake.user("Karim at home")
            second.starts(codes[1])
            second.wait_for("Hello Karim")
            first.wait_for("another chat from now on")
        finally:
            server.stop()
            house.engine.dispose()


SPEAKERS = (("m1", "jonas"), ("m1", "noor"), ("t1", "jonas"), ("m2", "nicolas"))


def shuffled(school, count):
    """Say so many lines, each delivered one to five times and in any order; compare the film."""
    dice = random.Random(9)
    school.fake.mess(repeat=(1, 5), disorder=True, seed=9)
    school.fake.pause()
    expected = {}
    for _number in range(count):
        who, name = dice.choice(
            [("m1", "jonas"), ("m1", "noor"), ("t1", "jonas"), ("m2", "nicolas")]
        )
        indicator, mastery = dice.randint(1, 13), dice.choice("xlv")
        school.users[who].says(f"{name} 10.{indicator} {mastery}")
        expected[who, name, indicator] = mastery.upper()
    school.fake.pause(on=False)
    school.fake.quiet(60 + count / 20)
    with school.engine.begin() as connection:
        rows = connection.exec_driver_sql(
            "SELECT s.name, m.role, i.number, m.mastery FROM mark m "
            "JOIN track t ON t.id = m.track_id JOIN person s ON s.id = t.student_id "
            "JOIN indicator i ON i.id = m.indicator_id"
        ).all()
        stored = connection.exec_driver_sql("SELECT count(*) FROM score").scalar_one()
    film = {(name.split()[0].lower(), role, number): mark for name, role, number, mark in rows}
    meant = {
        (name, "teacher" if who == "t1" else "mentor", number): mark
        for (who, name, number), mark in expected.items()
    }
    assert film == meant
    assert stored == count
    assert school.agrees()


def test_shuffled_and_repeated_deliveries_give_the_same_film(school):
    shuffled(school, 300)


@pytest.mark.long
def test_ten_thousand_shuffled_and_repeated_deliveries(hooked):
    shuffled(hooked, 10_000)


def test_an_invitation_asks_telegram_for_the_name_of_the_bot(school_settings):
    fake, settings = school_settings
    assert telegram_name(settings) == fake.do("bot", token=fake.token)["username"]
    fake.do("revoke", token=fake.token)
    assert telegram_name(settings) == ""


@pytest.fixture
def school_settings():
    with FakeTelegram() as fake:
        yield (
            fake,
            Settings(telegram_token=fake.token, telegram_api_url=fake.url, _env_file=None),
        )
