"""Follow-ups on an answer: they build on it, fade as answers get richer, and come back."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.domain.reflecting import following
from bot.domain.reflecting.following import FollowUp
from bot.messages import Sayable, Text
from bot.storage.tables import answer_part, reflecting
from handlers.reflecting.following import WAYS_TO_ASK
from tests.databases import SchoolOn
from tests.dialogues.reflecting.asking import Talk, asking
from tests.dialogues.reflecting.test_feedback import kept_of_everybody
from tests.dialogues.reflecting.test_reflect_own import talk
from tests.dialogues.ways import WAYS, marked

__all__ = ["talk"]

RICH = (
    "Today I bent pipes for the stairs with Karim and it went wrong twice, because I did not "
    "measure first. Next time I measure before I bend."
)
WORDS = {
    "en": (
        "Bent pipes.",
        "Two bends for the stairs and then the cover of the box on top of it.",
        "It went wrong twice.",
        "because I was in a hurry",
    ),
    "nl": (
        "Buizen geplooid.",
        "Twee bochten voor de trap en daarna nog het deksel van de doos erop.",
        "Het ging twee keer mis.",
        "omdat ik gehaast was",
    ),
}


@pytest.fixture(params=[*marked(WAYS, "en"), *marked(WAYS, "nl")], ids=" ".join)
def anywhere(request: pytest.FixtureRequest, school_on: SchoolOn) -> Iterator[Talk]:
    kind, language = request.param
    engine = kind.split()[1] if kind.startswith("page") else "sqlite"
    with asking(kind, school_on(engine, language), language) as made:
        yield made


@pytest.fixture(autouse=True)
def quick_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let these people read and type faster than anybody does."""
    monkeypatch.setattr(following, "READING", timedelta())
    monkeypatch.setattr(following, "TYPING", 1e9)


def asks(talk: Talk, step: FollowUp) -> list[str]:
    ways = [way for (asked, _tone), own in WAYS_TO_ASK.items() if asked is step for way in own]
    return [talk.said(key_of(way)) for way in ways]


def key_of(way: Sayable) -> str:
    assert isinstance(way, Text)
    return way.key


def step_in(talk: Talk, shown: str) -> FollowUp | None:
    """Find what a message asks; a follow-up is its last line."""
    last = shown.splitlines()[-1]
    return next((step for step in FollowUp if last in asks(talk, step)), None)


def begun(talk: Talk) -> None:
    talk.school.say("s1", "/reflect")
    talk.taps("s1", "answer")


def test_each_asks_what_the_answer_leaves_open(anywhere: Talk):
    talk, school = anywhere, anywhere.school
    first, happened, judged, why = WORDS[school.language]
    begun(talk)
    assert step_in(talk, school.text("s1", first)) is FollowUp.HAPPENED
    assert step_in(talk, school.text("s1", happened)) is FollowUp.JUDGED
    hard = school.text("s1", judged)
    assert step_in(talk, hard) is FollowUp.WHY
    assert hard.splitlines()[-1] in (
        talk.said("What made it hard?"),
        talk.said("Why did it not go as you wanted?"),
    )
    assert step_in(talk, school.text("s1", why)) is FollowUp.NEXT
    ended = talk.taps("s1", "skip")
    assert step_in(talk, ended) is None
    assert talk.said("skip") not in school.buttons("s1")
    shown = talk.taps("s1", "done")
    assert f"“{first}”\n{talk.said('What happened?')} “{happened}”" in shown
    assert f"{talk.said('Why?')} “{why}”" in shown
    talk.taps("s1", "with coach, mentor, teacher")
    assert f"{talk.said('Why?')} “{why}”" in school.text("m1", "/reflect jonas")


def test_messages_sent_in_a_row_are_one_answer_and_no_replies(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.undo()
    school = talk.school
    begun(talk)
    assert step_in(talk, school.text("s1", "Pipes.")) is FollowUp.HAPPENED
    school.later(seconds=3)
    assert step_in(talk, school.text("s1", "And the boxes of the whole second floor.")) is (
        FollowUp.HAPPENED
    )
    school.later(seconds=20)
    school.say("s1", "We bent four of them for the stairs.")
    school.tap("s1", "done")
    with school.engine.begin() as connection:
        replies = select(answer_part.c.replies_to).order_by(answer_part.c.id)
        assert connection.execute(replies).scalars().all() == ["", "", "happened"]


def test_they_fade_with_rich_answers_and_come_back_with_thin_ones(talk: Talk):
    school, counts = talk.school, []
    for said in (RICH, RICH, RICH, RICH, "ok", "pipes", "bent them", "cables"):
        school.later(days=1)
        begun(talk)
        step, count = step_in(talk, school.text("s1", said)), 0
        while step:
            count += 1
            step = step_in(talk, school.text("s1", "dunno"))
        counts.append(count)
        school.tap("s1", "done")
    assert counts == [0, 0, 0, 0, 0, 1, 2, 3]


def test_two_skipped_end_them_and_who_skips_gets_no_more_next_time(talk: Talk):
    school = talk.school
    with school.engine.begin() as connection:
        school.unit(connection).paces.set_follow_ups(1, school.people["s1"].person_id, 3)
    begun(talk)
    school.say("s1", "Pipes.")
    (other,) = school.tap("s1", "skip")
    assert step_in(talk, other.text) is FollowUp.WHY  # of three that are left, the last two
    assert step_in(talk, school.text("s1", "overslaan")) is None
    school.tap("s1", "done")
    with school.engine.begin() as connection:
        kept = select(reflecting.c.follow_ups)
        assert connection.execute(kept).scalar_one() == 3
        assert connection.execute(select(answer_part.c.text)).scalars().all() == ["Pipes."]


def test_a_second_tap_on_skip_leaves_no_other(talk: Talk):
    school = talk.school
    begun(talk)
    (asked,) = school.say("s1", "Pipes.")
    codes = {button["label"]: button["code"] for row in asked.buttons for button in row}
    first = [shown.text for shown in school.tap_code("s1", codes["skip"])]
    assert [shown.text for shown in school.tap_code("s1", codes["skip"])] == first


def test_done_ends_them_at_any_time_and_thanks_are_no_reply(talk: Talk):
    school = talk.school
    begun(talk)
    asked = school.text("s1", "Pipes.")
    assert asked.splitlines()[-1] in school.text("s1", "dankjewel")
    shown = school.tapped("s1", "done")
    assert "dankjewel" not in shown
    assert "Only you read it." in shown


def test_who_tells_of_danger_gets_a_person_first_and_is_asked_nothing(talk: Talk):
    school = talk.school
    begun(talk)
    shown = school.text("s1", "Mijn mentor slaat mij")
    assert shown.startswith("What you write sounds serious.")
    assert "Kept: 1 message so far." in shown
    assert step_in(talk, shown) is None
    assert step_in(talk, school.text("s1", "elke dag")) is None


def test_what_the_question_itself_asks_is_not_asked_again(talk: Talk):
    school = talk.school
    school.say("s1", "/reflect")
    school.tap("s1", "answer")
    replies = [school.text("s1", "I bent two pipes for the stairs, a cover and a box after that.")]
    while step_in(talk, replies[-1]):
        replies.append(school.text("s1", "It was raining on that day"))
    steps = [step_in(talk, reply) for reply in replies]
    assert len(set(steps)) == len(steps)


def test_withdrawn_the_replies_go_too(talk: Talk):
    school = talk.school
    begun(talk)
    school.say("s1", "Pipes.")
    school.say("s1", "canary-reply in my own words")
    school.tap("s1", "done")
    school.tap("s1", "withdraw")
    school.tap("s1", "yes, withdraw it")
    assert "canary-reply" not in kept_of_everybody(school)
