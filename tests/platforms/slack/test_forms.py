"""Slack's modals and its App Home, and the line that fails."""

import json

import pytest

from bot.storage.updates import in_quarantine
from tests.dialogues.chat import opened
from tests.dialogues.slack import SlackSchool
from tests.fakes.slack import Delivery, wait_for
from tests.platforms.slack.line import begin, held_back


@pytest.fixture(params=["http", "socket"])
def school(request, school_url):
    with opened(SlackSchool, school_url, sockets=request.param == "socket") as made:
        yield made


@pytest.fixture(params=["http", "socket"])
def hasty(request, school_url):
    """A school that waits for a third of a second only."""
    with opened(SlackSchool, school_url, sockets=request.param == "socket", deadline=0.3) as made:
        yield made


def test_a_whole_competence_is_scored_in_one_form(school):
    karim = begin(school)
    asked = [block["block_id"] for block in karim.modal["blocks"] if block["type"] == "input"]
    assert len(asked) == 26
    messages = len(karim.answers)
    karim.sends_form(**{name: "V" if name[0] == "m" else "S" for name in asked})
    school.quiet()
    assert school.scores == 13
    assert karim.modal is None
    assert "13 indicators stored" in karim.last.text
    assert len(karim.answers) == messages  # the message with the question is edited


def test_a_form_that_contradicts_itself_stays_to_be_mended(school):
    karim = begin(school)
    asked = [block["block_id"] for block in karim.modal["blocks"] if block["type"] == "input"]
    karim.sends_form(**{asked[0]: "V", asked[1]: "N"})
    school.quiet()
    assert school.scores == 0
    assert "10.1: it cannot be shown" in json.dumps(karim.modal)
    karim.person.modals.pop()
    karim.sends_form(**{asked[0]: "V", asked[1]: "S"})
    school.quiet()
    assert school.scores == 1
    assert karim.modal is None


def test_a_form_sent_again_after_a_failed_line_is_one_entry(hasty):
    karim = begin(hasty)
    asked = [block["block_id"] for block in karim.modal["blocks"] if block["type"] == "input"]
    held_back(hasty, 0.6)
    first = karim.sends_form(**{asked[0]: "V", asked[1]: "S"})
    wait_for(lambda: first.done)
    assert karim.modal is not None
    karim.wait_for("1 indicator stored")
    karim.sends_form(**{asked[0]: "V", asked[1]: "S"})
    hasty.quiet()
    assert hasty.scores == 1
    assert karim.modal is None


def test_a_form_that_cannot_open_leaves_the_card_with_radio_buttons(school):
    school.fake.fails("expired_trigger_id", method="views.open")
    karim = begin(school)
    assert karim.modal is None
    radios = [block for block in karim.last.blocks if "accessory" in block]
    assert [own["text"]["text"] for own in radios] == [f"{n}. lays {n}" for n in range(1, 8)]
    words = [option["text"]["text"] for option in radios[0]["accessory"]["options"]]
    assert words == ["✗ not", "◐ with support", "✓ alone"]
    assert not any("initial_option" in own["accessory"] for own in radios)
    first, third = karim.last.rows[0], karim.last.rows[2]
    school.tap("m1", third[1].code)  # any order
    school.tap("m1", first[3].code)
    assert [row[0].label for row in karim.last.rows if any(own.chosen for own in row)] == ["1", "3"]
    assert school.scores == 2
    with pytest.raises(AssertionError, match="filled tells nothing"):
        school.tap("m1", first[3].code)
    school.tap("m1", karim.last.rows[0][-1].code)
    assert [row[0].label for row in karim.last.rows if any(own.chosen for own in row)] == ["3"]
    assert school.scores == 1
    assert "1 indicator stored" in school.tapped("m1", "done")


def test_a_choice_that_slack_keeps_on_screen_says_what_it_said(school):
    school.fake.fails("expired_trigger_id", method="views.open")
    karim = begin(school)
    (first, *_rest) = karim.last.rows
    before = karim.last
    school.tap("m1", first[3].code)
    karim.taps(first[1].code, before)  # a client that has not seen the edit
    school.quiet()
    karim.taps(first[3].code, before)
    school.quiet()
    assert school.scores == 3
    assert [own.label for own in karim.last.rows[0] if own.chosen] == ["✓ alone"]


def test_the_home_shows_what_is_open_and_closes_no_menu(school):
    school.likes_one_by_one("m1")
    karim = begin(school)
    karim.opens_home()
    wait_for(lambda: karim.home, what="the home")
    school.quiet()
    assert "Jonas Peeters: 8 indicators for this week: 8 “Marks out routes”" in karim.home.text
    assert "Jonas: nothing scored yet" in karim.home.text
    assert karim.home.labels == ["score", "report", "what is open", "film"]
    assert "2. lays 2" in school.tapped("m1", "n/a here")
    karim.taps_home("score")
    karim.wait_for("Whom do you want to score?")


def test_a_shortcut_is_answered_in_the_direct_message(school):
    karim = school.users["m1"]
    karim.chooses("report")
    karim.wait_for("Which student is this about?")
    karim.chooses("open")
    karim.wait_for("22 indicators are open")
    school.quiet()
    assert school.fake.unacknowledged == []


def test_the_home_of_each_role_shows_what_is_theirs(school):
    school.say("s1", "8 all v")
    homes = {}
    for who in ("s1", "t1", "c1"):
        user = school.users[who]
        user.opens_home()
        wait_for(lambda user=user: user.home, what="the home")  # type: ignore[misc]
        homes[who] = user.home
    assert "8 indicators for this week: 11 “Sets boxes”, 10 “Lays conduits”" in homes["s1"].text
    assert "✅D ⬜G ⬜G 8 Marks out routes (4/0/0 of 4)" in homes["s1"].text
    assert "Noor: nothing scored yet" in homes["t1"].text
    assert homes["t1"].labels == ["score", "report", "what is open", "film", "class group"]
    assert "No alert stands open." in homes["c1"].text
    assert "Jonas: " in homes["c1"].text
    assert homes["c1"].labels == ["my desk", "report", "film", "class group", "alerts"]
    school.users["s1"].taps_home("film")
    school.users["s1"].wait_for("8 Marks out routes: GGG → DGG")


def test_an_answer_is_said_once_slack_lets_us(school):
    school.fake.fails("429", method="chat.postMessage", retry_after=1, times=1)
    karim = school.users["m1"]
    karim.says("jonas 8 all v")
    karim.wait_for("4 indicators stored")
    assert len(karim.answers) == 1


@pytest.mark.parametrize("kind", ["500", "reset"])
def test_an_answer_whose_fate_is_not_known_is_not_said_twice(school, kind):
    school.fake.fails(kind, method="chat.postMessage", after=True, times=1)
    school.say("m1", "jonas 8 all v")
    assert len(school.users["m1"].answers) == 1
    assert "Nothing is waiting" not in school.text("m1", "/open")


def test_an_edit_to_which_no_answer_came_arrives(school):
    school.say("m1", "/score")
    school.fake.fails("500", method="chat.update", times=1)
    school.tap("m1", "Jonas Peeters · 6E")
    assert "which competence" in school.users["m1"].last.text
    assert len(school.users["m1"].answers) == 1


def test_a_message_that_is_gone_is_said_anew(school):
    school.say("m1", "/score")
    school.fake.fails("message_not_found", method="chat.update", times=1)
    school.tap("m1", "Jonas Peeters · 6E")
    assert "which competence" in school.users["m1"].last.text


def test_a_malformed_delivery_is_set_aside_and_stops_nobody(school):
    event = {"type": "message", "channel_type": "im", "user": 7, "ts": "soon"}
    odd = Delivery("events_api", {"type": "event_callback", "event_id": "Ev1", "event": event})
    school.fake.deliverer.send(odd)
    assert "13 indicators" in school.text("m1", "jonas 10 all v")
    assert odd.acknowledged
    with school.engine.begin() as connection:
        assert in_quarantine(connection) == 1


def test_a_revoked_token_shows_and_comes_back(school_url):
    with opened(SlackSchool, school_url, beat=0.05) as school:
        assert school.platform.problem(school.now()) is None
        school.fake.world.revoked = True
        wait_for(lambda: school.platform.problem(school.now()), what="the problem")
        assert "token" in school.platform.problem(school.now())
        school.fake.world.revoked = False
        wait_for(lambda: school.platform.problem(school.now()) is None, what="the end of it")


def test_a_socket_is_changed_when_slack_asks(school_url):
    with opened(SlackSchool, school_url, sockets=True) as school:
        school.say("m1", "jonas 8 all v")
        school.fake.disconnects()
        school.say("m1", "jonas 8 all x")
        assert school.scores == 8


@pytest.mark.long
def test_a_deaf_socket_shows_within_90_seconds_and_is_replaced(school_url):
    with opened(SlackSchool, school_url, sockets=True) as school:
        assert school.platform.problem(school.now()) is None
        school.fake.mutes()
        wait_for(lambda: school.platform.problem(school.now()), seconds=90, what="the problem")
        school.fake.mutes(False)
        wait_for(lambda: school.platform.problem(school.now()) is None, seconds=60, what="its end")
        assert "4 indicators" in school.text("m1", "jonas 8 all v")
