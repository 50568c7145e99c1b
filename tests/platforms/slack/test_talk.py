"""What is said on Slack: signs in texts, hints, commands, edits, files, strangers."""

import json
from datetime import timedelta

import pytest

from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.joining.invite_person import invite_person
from tests.dialogues.chat import opened
from tests.dialogues.slack import SlackSchool
from tests.fakes.slack import wait_for
from tests.platforms.slack.line import a_message


@pytest.fixture(params=["http", "socket"])
def school(request, school_url):
    with opened(SlackSchool, school_url, sockets=request.param == "socket") as made:
        yield made


@pytest.mark.parametrize(
    "words",
    [
        "<!channel> <@U0000000001> <#C1|x>",
        "<https://evil.example|click>",
        "https://evil.example @here #general mailto:a@b.example",
        "&lt;!here&gt; &amp;",
    ],
)
def test_notes_mention_nobody_and_make_no_link(school, words):
    school.say("m1", f'jonas 10.3 l "{words}"')
    (told,) = school.say("c1", "/report jonas 10")
    assert words in told.text
    for user in school.users.values():
        assert [sign for message in user.answers for sign in message.signs] == []


def test_what_slack_makes_of_typed_words_is_read_as_typed(school):
    note = '10.3 l "see <https://a.example|a.example> with <@U0000000001|noor> &amp; co"'
    delivery = a_message(school, f"jonas {note}")
    school.fake.deliverer.send(delivery)
    school.quiet()
    assert "see a.example with @noor & co" in school.text("c1", "/report jonas 10")


def test_hints_name_the_command_that_slack_lets_through(school):
    assert "/kompaan undo – take back" in school.text("m1", "/help")
    assert "/kompaan settings, /kompaan language" in school.text("m1", "/help")
    told = school.text("m1", "/foo")
    assert "the command /foo" in told
    assert "/kompaan help shows" in told


def test_a_command_alone_gives_help(school):
    school.users["m1"].commands("")
    school.users["m1"].wait_for("take back what you stored last")


def test_a_command_in_a_channel_is_answered_in_private(school):
    command = school.users["c1"].commands("report jonas", channel="general")
    school.quiet()
    assert "direct messages" in school.users["c1"].person.ephemeral[0]
    assert "Jonas" not in json.dumps(command.body)
    assert "Jonas" in school.users["c1"].last.text


def test_an_edited_message_corrects_the_entry_it_made(school):
    karim = school.users["m1"]
    said, _delivery = karim.says("jonas 8 all x")
    school.quiet()
    school.later(seconds=5)
    karim.edits(said, "jonas 8 all v")
    karim.wait_for("acquired, autonomously")
    assert school.scores == 4
    karim.edits(said, "jonas 8 vv")
    karim.wait_for("Your earlier message stands")
    assert school.scores == 4


def test_files_get_a_sensible_answer(school):
    karim = school.users["m1"]
    karim.says("jonas 8 all v", subtype="file_share", files=[{"mimetype": "image/png"}])
    karim.wait_for("A photo can go into an answer")
    karim.says("", subtype="file_share", files=[{"mimetype": "audio/webm"}])
    karim.wait_for("A voice note can go into an answer")
    assert school.scores == 0


def test_a_stranger_learns_who_we_are_in_the_language_of_slack(school):
    for locale, word in (
        ("nl-BE", "uitnodiging"),
        ("en-GB", "invitation"),
        ("de-DE", "Einladung"),
        ("es-ES", "invitation"),
    ):
        stranger = school.fake.user("stranger", locale)
        stranger.says("jonas 8 all v")
        told = stranger.wait_for("Kompaan")
        assert word in told.text
        assert "Jonas" not in told.text
        stranger.opens_home()
        wait_for(lambda stranger=stranger: stranger.home)  # type: ignore[misc]
        assert stranger.home.labels == []
    assert school.scores == 0
    assert school.fake.refused == []


def test_from_the_code_to_the_first_score(school):
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        person = uow.people.find_and_hold(school.people["m1"].person_id)
        assert person is not None
        code = invite_person(uow, person, school.at, timedelta(days=14)).code
    karim = school.users["m1"] = school.fake.user("karim")
    school.say("m1", f"/start {code}")
    assert "Hello Karim" in karim.last.text
    school.tap("m1", karim.last.labels[0])
    school.tap("m1", "✓ alone")
    assert school.scores == 1
