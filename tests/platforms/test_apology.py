"""An apology is said in the language of the chat, on each platform."""

import json
from concurrent.futures import Future

import pytest

from bot.platforms.apology import Tongues
from bot.ports import JobOutcome
from tests.dialogues.chat import opened
from tests.dialogues.slack import SlackSchool
from tests.dialogues.telegram import TelegramSchool
from tests.fakes.slack import wait_for
from tests.platforms.slack.line import begin, held_back

DUTCH, ENGLISH, GERMAN = "gestruikeld", "I stumbled over that message", "bin ich gestolpert"


def test_the_longest_silent_chat_is_forgotten():
    tongues = Tongues(most=2)
    for chat, language in (("a", "nl"), ("b", "nl"), ("a", "en"), ("c", "nl")):
        tongues.answered(chat, language)
    assert [tongues.of(chat) for chat in "abc"] == ["en", "", "nl"]


@pytest.fixture
def telegram(school_on):
    with opened(TelegramSchool, school_on("sqlite", "nl"), language="nl") as made:
        yield made


@pytest.fixture
def slack(school_on):
    with opened(SlackSchool, school_on("sqlite", "nl"), language="nl") as made:
        yield made


@pytest.fixture(params=["telegram", "slack"])
def school(request):
    return request.getfixturevalue(request.param)


def stumbles(school, *, beyond=False):
    """Let whatever comes be set aside."""

    def set_aside(_job):
        done: Future[JobOutcome] = Future()
        done.set_result(JobOutcome(quarantined=True, beyond=beyond))
        return done

    school.submit = set_aside


def test_who_was_answered_before_is_apologised_to_in_the_same_language(school):
    assert "indicatoren" in school.text("m1", "jonas 10 all v")
    stumbles(school)
    school.users["m1"].says("jonas 8 all v")
    school.users["m1"].wait_for(DUTCH)


def test_who_asked_for_too_much_hears_that_it_was_too_much(school):
    assert "indicatoren" in school.text("m1", "jonas 10 all v")
    stumbles(school, beyond=True)
    school.users["m1"].says("jonas 8 all v")
    school.users["m1"].wait_for("meer werk dan ik voor één bericht mag doen")


@pytest.mark.parametrize(
    ("language", "words"), [("nl", DUTCH), ("en", ENGLISH), ("de", GERMAN), ("es", ENGLISH)]
)
def test_who_was_never_answered_on_telegram_hears_the_language_of_the_client(
    telegram, language, words
):
    stumbles(telegram)
    stranger = telegram.fake.user("stranger", language=language)
    stranger.says("hello")
    stranger.wait_for(words)


@pytest.mark.parametrize(
    ("locale", "words"),
    [("nl-BE", DUTCH), ("en-GB", ENGLISH), ("de-DE", GERMAN), ("es-ES", ENGLISH)],
)
def test_who_was_never_answered_on_slack_hears_the_language_of_the_client(slack, locale, words):
    stumbles(slack)
    stranger = slack.fake.user("stranger", locale)
    stranger.says("hello")
    stranger.wait_for(words)


def test_what_slack_shows_at_once_is_in_the_language_of_the_last_answer(school_on):
    with opened(SlackSchool, school_on("sqlite", "nl"), language="nl", deadline=0.3) as school:
        karim = begin(school)
        away = karim.commands("report jonas", channel="general")
        wait_for(lambda: away.done)
        school.quiet()
        held_back(school, 0.6)
        late = karim.commands("report jonas")
        wait_for(lambda: late.done)
        elsewhere, uncertain = karim.person.ephemeral
        assert elsewhere.startswith("Ik antwoord")
        assert uncertain.startswith("Dit duurt langer")
        school.quiet()
        stumbles(school)
        karim.sends_form()
        school.fake.quiet()
        assert DUTCH in json.dumps(karim.modal)
