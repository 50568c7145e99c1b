"""Tips for a mentor: asked for and unasked, what is said of them, and what that changes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from bot.domain.coaching.methods import Method
from bot.domain.periods.period import Dates
from bot.exchange.repertoire_file import read_repertoire
from bot.ports import Preferences
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.periods.add_period import add_period
from tests.dialogues.clock import NIGHT, hear, tick, tick_through, told
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School, buttons_of
from tests.dialogues.ways import both_ways

__all__ = ["dutch_school", "own_school"]

OURS = replace(read_repertoire(), prompts={})
TUESDAY = datetime(2026, 10, 20, 7, tzinfo=UTC)


@pytest.fixture(autouse=True)
def with_tips(request: pytest.FixtureRequest) -> None:
    """Let the school of a test have our own tips."""
    for name in {"school", "own_school", "dutch_school"} & {*request.fixturenames}:
        request.getfixturevalue(name).repertoire = OURS


def on_cards(text: str, *methods: Method) -> bool:
    """Say whether a text holds a tip from one of these cards."""
    return any(tip.said("en") in text for method in methods for tip in OURS.card(method))


def prefers(school: School, who: str, **wishes) -> None:
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        uow.people.set_preferences(school.people[who].person_id, Preferences(**wishes))


def test_a_tip_fits_what_the_mentor_scored(school: School):
    school.say("m2", "8 all x")
    school.say("m2", "10 all l")
    school.say("m2", "11 all v")
    for number, fits, methods in (
        (8, "for what is not shown yet", (Method.MODELLING, Method.SCAFFOLDING)),
        (10, "for what is shown with support", (Method.COACHING, Method.ARTICULATION)),
        (11, "for what is done alone", (Method.EXPLORATION, Method.GENERALISATION)),
    ):
        (tip,) = school.say("m2", f"/tips {number}")
        assert tip.text.startswith(f"Nicolas · {number} ")
        assert fits in tip.text
        assert on_cards(tip.text, *methods)
        assert buttons_of([tip]) == ["helped", "not for me", "the whole card", "another tip"]


def test_the_whole_card_and_another_tip_are_one_tap_away(school: School):
    school.say("m2", "10 all l")
    first = school.text("m2", "/tips 10")
    card = school.tapped("m2", "the whole card").splitlines()
    method = next(method for method in Method if OURS.title(method, "en") == card[0])
    assert card[1:] == [f"• {tip.said('en')}" for tip in OURS.card(method)]
    another = school.tapped("m2", "another tip")
    assert another.startswith("Nicolas · 10 Lays conduits\n")
    assert another.splitlines()[-1] not in first


def test_what_is_not_for_me_does_not_come_back(own_school: School):
    own_school.say("m2", "10 all l")
    told = set()
    for _time in range(20):
        (tip,) = own_school.say("m2", "/tips")
        if tip.text.startswith("You know every tip"):
            break
        told.add(tip.text.splitlines()[-1])
        assert "does not come back" in own_school.tapped("m2", "not for me")
    fitting = (Method.COACHING, Method.ARTICULATION, Method.REFLECTION)
    assert len(told) == sum(len(OURS.card(method)) for method in fitting)
    own_school.later(days=400)
    assert own_school.text("m2", "/tips").splitlines()[-1] not in told


def test_a_teacher_gets_tips_and_cards_by_the_own_view_alone(own_school: School):
    school = own_school
    school.say("m2", "10 all v")
    school.say("s3", "10 all v")
    assert "(for what" not in school.text("t1", "/tips nicolas 10")  # blind: of the others nothing
    school.say("t1", "nicolas 10 all x")
    told = school.text("t1", "/tips nicolas 10")
    assert told.startswith("Nicolas · 10 ")
    assert "for what is not shown yet" in told
    assert on_cards(told, Method.MODELLING, Method.SCAFFOLDING)
    assert school.tapped("t1", "the whole card").count("•") >= 3
    assert "Good to hear" in school.tapped("t1", "helped")
    school.say("t1", "nicolas 10 all l")
    school.say("t1", "/next nicolas")
    assert any("a tip for competence" in label for label in school.buttons("t1"))


def test_a_teacher_gets_at_most_one_a_week_unasked(own_school: School):
    own_school.at = TUESDAY
    own_school.say("t1", "nicolas 10 all l")
    first = tick_through(own_school, 24)
    assert [shown.kind for shown in first["t1"]] == ["tip"]
    assert "t1" not in tick_through(own_school, 24 * 6 - 12)
    assert [shown.kind for shown in tick_through(own_school, 24 * 2)["t1"]] == ["tip"]


def test_in_dutch(dutch_school: School):
    dutch_school.say("m2", "10 alles v")
    (tip,) = dutch_school.say("m2", "/tips")
    assert tip.text.startswith("Nicolas\n")
    assert "(voor wat al zelfstandig lukt)" in tip.text
    assert buttons_of([tip]) == ["hielp", "niets voor mij", "de hele kaart", "nog een tip"]
    assert dutch_school.tapped("m2", "hielp") == "Fijn om te horen. Er komt meer van die soort."


def test_with_several_students_it_is_asked_whom(own_school: School):
    assert "Which student is this about?" in own_school.text("m1", "/tips 8")
    assert own_school.tapped("m1", "Noor Aziz · 6E").startswith("Noor · 8 Marks out routes")
    assert own_school.text("m1", "/tips").startswith("Noor\n")
    assert own_school.text("m1", "/tips jonas").startswith("Jonas\n")
    assert "no competence 9" in own_school.text("m1", "/tips 9")
    assert "nobody called 'nicolas'" in own_school.text("m1", "/tips nicolas")


def test_tips_are_for_mentors_and_teachers_and_a_verdict_is_for_who_was_told(own_school: School):
    for who in ("s1", "c1"):
        assert "Tips are for mentors and teachers" in own_school.text(who, "/tips")
        assert "/tips" not in own_school.text(who, "/help")
    for who in ("m1", "t1"):
        assert "/tips" in own_school.text(who, "/help")
    (tip,) = own_school.say("m2", "/tips")
    verdict, another = tip.buttons[0][1]["code"], tip.buttons[1][1]["code"]
    assert "That menu is closed" in own_school.tap_code("m1", verdict)[0].text
    assert "no student linked" in own_school.tap_code("m1", another)[0].text
    with own_school.engine.begin() as connection:
        (told,) = StoredUnitOfWork(connection).tips.list_told(own_school.people["m2"].person_id)
    assert told.verdict is None


def test_only_the_mentors_own_view_chooses_the_tip(own_school: School):
    own_school.say("s3", "10 all v")
    own_school.say("t1", "nicolas 10 all x")
    assert "(for what" not in own_school.text("m2", "/tips 10")


@both_ways
def test_a_tip_comes_unasked_on_every_platform(school: School):
    school.say("m2", "10 all l")
    school.say("t1", "nicolas 10 all x")
    for _hour in range(6 * 24):  # the chat platforms run by today's clock: over a long weekend
        hear(school)
        if told(school, "m2", "reminder"):
            break
        school.later(hours=1)
    (text,) = told(school, "m2", "reminder")
    assert text.startswith("A tip:\n")
    assert "(for what is shown with support)" in text
    assert "Good to hear" in school.tapped("m2", "helped")


@pytest.mark.slow
def test_unasked_at_most_once_a_week_within_the_hours_on_working_days(own_school: School):
    school = own_school
    school.at = TUESDAY
    school.say("m1", "jonas 10 all l")
    arrived, until = [], school.at + timedelta(weeks=4)
    while school.at < until:
        school.later(hours=3 if school.at.hour in NIGHT else 1)
        arrived += [(school.at, shown) for shown in tick(school).get("m1", [])]
    assert [shown.kind for _at, shown in arrived] == ["tip"] * 4
    days = [at for at, _shown in arrived]
    assert all((later - before).days == 7 for before, later in pairwise(days))
    assert days[0] == datetime(2026, 10, 20, 10, tzinfo=UTC)  # noon in Brussels
    assert len({shown.text for _at, shown in arrived}) == 4


def test_who_asked_for_one_gets_none_unasked_that_week(own_school: School):
    own_school.at = TUESDAY
    own_school.say("m2", "10 all l")
    own_school.say("m2", "/tips")
    assert tick_through(own_school, 24 * 6) == {}
    assert tick_through(own_school, 24 * 2).keys() == {"m2"}


def test_who_is_muted_away_wants_little_or_scored_nothing_gets_none(own_school: School):
    own_school.at = TUESDAY
    own_school.say("s3", "10 all l")  # a student gets none either
    assert tick_through(own_school, 24) == {}
    own_school.say("m2", "10 all l")
    for wish in (
        {"muted": True},
        {"profile": "light"},
        {"absent_until": own_school.at.replace(day=30)},
    ):
        prefers(own_school, "m2", **wish)
        assert tick_through(own_school, 24) == {}
    prefers(own_school, "m2")
    assert tick_through(own_school, 24 * 3).keys() == {"m2"}  # over the weekend


@pytest.mark.slow
def test_a_standard_mentor_gets_one_in_a_slow_week_an_active_one_in_any(own_school: School):
    school = own_school
    with school.engine.begin() as connection:
        dates = Dates(datetime(2026, 9, 1, tzinfo=UTC), datetime(2026, 10, 30, 15, tzinfo=UTC))
        add_period(StoredUnitOfWork(connection), 1, 1, "One", dates)
    school.at = datetime(2026, 10, 16, 7, tzinfo=UTC)  # the day of the first reminder
    prefers(school, "m1", profile="active")
    school.say("m1", "jonas 10 all l")
    school.say("m2", "nicolas 10 all l")
    tips = {
        who: [message.text for message in shown if "A tip:" in message.text]
        for who, shown in tick_through(school, 24 * 14).items()
    }
    assert {who: len(texts) for who, texts in tips.items() if texts} == {"m1": 2}
    assert "indicators for this week: " in tips["m1"][0]
    assert tick_through(school, 24 * 12)["m2"][-1].text.startswith("A tip:")
