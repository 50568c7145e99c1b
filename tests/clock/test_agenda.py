"""A tick asks first what there is to do: each topic has work here that is left where it forgets."""

from collections.abc import Callable, Collection
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Select, delete, exists, insert, select, update

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.divergence.severity import Severity
from bot.domain.joining.accounts import JoiningPlatform
from bot.domain.joining.sessions import LASTS as DEVICE_LASTS
from bot.domain.periods.period import Dates
from bot.domain.supporting.handovers import HandoverWish
from bot.domain.telling.asks import Asks
from bot.domain.telling.delivery import DeliveryState
from bot.domain.telling.errands import ErrandKind
from bot.messages import MessageKind
from bot.ports.divergence import AlertPlace
from bot.ports.joining.sessions import NewSession
from bot.ports.telling.outbox import Content, MessageDraft
from bot.ports.topics import Topic, Within
from bot.ports.worlds import HERE, World
from bot.storage.agenda.topics import StoredTopics
from bot.storage.tables import (
    account,
    alert,
    asking_round,
    contest,
    decision,
    errand,
    handed_file,
    handover,
    involvement,
    offered_place,
    outbox,
    own_intervention,
    page_session,
    person,
    photo,
    placement,
    prior_outcome,
    retention,
    rights_act_seal,
    substitute,
    take_away,
    totals_photo,
    wording,
)
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.periods.add_period import add_period
from bot.use_cases.rights.forgetting.order_erasure import order_erasure
from bot.use_cases.sector.add_sector import add_sector
from bot.use_cases.sector.totals.tell_sector import tell_sector
from bot.use_cases.telling.personal_questions import COMES_WITHIN
from handlers.clock import run_tick
from tests.dialogues.asking.asked import EVERYBODY, FILE, take_in
from tests.dialogues.conftest import own_school
from tests.dialogues.divergence.test_alerts_all import standing
from tests.dialogues.evaluating.decided import photograph
from tests.dialogues.evaluating.test_decision import write_down
from tests.dialogues.matching.opened import open_round
from tests.dialogues.recognising.test_prior import claim
from tests.dialogues.rights.forgetting.erased import ERASING
from tests.dialogues.school import School

__all__ = ["own_school"]

A_DAY = timedelta(days=1)


def write(school: School, statement: object) -> None:
    with school.engine.begin() as connection:
        connection.execute(statement)  # type: ignore[call-overload]


def agree(school: School, dates: Dates) -> None:
    with school.engine.begin() as connection:
        add_period(StoredUnitOfWork(connection), 1, 1, "One", dates)


def a_last_day_is_over(school: School) -> None:
    write(school, update(placement).values(ends_on=f"{school.at - A_DAY:%Y-%m-%d}"))


def a_stopped_placement_has_mentors(school: School) -> None:
    write(school, update(placement).values(stopped_on=f"{school.at - A_DAY:%Y-%m-%d}"))


def a_student_goes_to_another_coach_today(school: School) -> None:
    coach, other = (school.people[who].person_id for who in ("c1", "t1"))
    wish = HandoverWish(1, 1, coach, other, coach, school.at.date())
    with school.engine.begin() as connection:
        StoredUnitOfWork(connection).handovers.add(wish, school.at - A_DAY)


def a_substitutes_day_is_over(school: School) -> None:
    school.say("c1", "/substitute karim")
    school.tap("c1", "Noor Aziz")
    school.say("c1", "An Claes")
    school.say("c1", f"{school.at:%d/%m/%Y}")
    write(school, update(substitute).values(ends_at=school.at))


def the_only_coach_went_after_the_teacher_confirmed(school: School) -> None:
    claim(school)
    school.tap_code("t1", "evy:1")
    write(school, delete(involvement).where(involvement.c.role == "coach"))


def a_photo_is_due(school: School) -> None:
    agree(school, Dates(school.at - 50 * A_DAY, school.at))


def a_sector_is_told(school: School) -> None:
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        tell_sector(uow, add_sector(uow, 1, "Bouw"), 1, school.at, told=True)
    a_photo_is_due(school)


def a_decision_is_recorded(school: School) -> None:
    photograph(school, last=True, points="45")
    school.say("c1", "/decision jonas")
    write_down(school, "record the decision", "qualified")
    school.tap("c1", "record it")


def an_act_was_noted(school: School) -> None:
    with school.engine.begin() as connection:
        acts = StoredUnitOfWork(connection).rights_acts
        acts.note(1, RightsActKind.SCHOOL_CHANGED, school.at)


def a_file_waited_for_a_day(school: School) -> None:
    with school.engine.begin() as connection:
        files = StoredUnitOfWork(connection).handed_files
        files.keep(1, school.people["c1"].person_id, "roster.csv", b"x", school.at - 2 * A_DAY)


def they_scored_and_are_done(school: School) -> None:
    agree(school, Dates(school.at - 10 * A_DAY, school.at + 40 * A_DAY))
    school.say("m1", "jonas 8 all vs")
    school.say("s1", "8 all x")
    school.later(days=2)


def an_alert_stands(school: School, put_off: datetime | None) -> None:
    agree(school, Dates(school.at - 10 * A_DAY, school.at + A_DAY))
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (period,) = uow.periods.list_of(1)
        track = uow.tracks.list_of(school.people["c1"].person_id)[0]
        competence = uow.tracks.read_programme(track.programme_id).competences[0]
        stood = standing(school, Severity.CLEAR, 3, days=1)
        place = AlertPlace(1, track.id, competence.id)
        uow.alerts.keep(place, replace(stood, period_id=period.id), school.at)
    write(school, update(alert).values(snoozed_until=put_off))


def an_alert_was_put_off_until_now(school: School) -> None:
    an_alert_stands(school, school.at)


def an_alert_outlives_its_period(school: School) -> None:
    an_alert_stands(school, None)
    school.later(days=1, seconds=1)


def a_period_opens(school: School) -> None:
    agree(school, Dates(school.at, school.at + 40 * A_DAY))


def a_lesson_is_tomorrow(school: School) -> None:
    school.say("t1", "/lessons 6E thu 8:30")


def a_lesson_was_held(school: School) -> None:
    school.say("t1", "/lessons 6E thu 8:30")
    school.say("t1", "/groups 6E confirm")
    school.later(days=1, hours=3)


def a_photo_comes_near_a_plan(school: School) -> None:
    school.at = datetime(2026, 10, 20, 6, tzinfo=UTC)
    school.say("c1", "/periods add One; 2026-09-01; 2026-11-19 16:00")
    school.say("m1", "/contexts jonas 1 from 20/10 until 21/10")
    school.later(days=3)


def nobody_noted_that_it_was_told(school: School) -> None:
    a_decision_is_recorded(school)
    school.later(days=7)


def a_question_waits_for_who_never_came(school: School) -> None:
    rows = {
        "organisation_id": 1,
        "person_id": school.people["s1"].person_id,
        "platform": HERE,
        "address": str(school.people["s1"].person_id),
        "kind": "answer",
        "subject": "question",
        "content": {},
        "asks": f"{Asks.QUESTION}:1",
        "not_before": school.at,
        "made_at": school.at,
    }
    joined = {
        "organisation_id": 1,
        "person_id": school.people["m1"].person_id,
        "platform": JoiningPlatform.TELEGRAM,
        "address": "1",
        "joined_at": school.at,
    }
    write(school, insert(outbox).values(**rows))
    write(school, insert(account).values(**joined))
    school.at += COMES_WITHIN


def a_device_was_not_used_for_long(school: School) -> None:
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        person = uow.people.find(school.people["m1"].person_id)
        assert person is not None
        new = NewSession("abcdefghij", "digest", "nonce", None, "Chrome")
        uow.sessions.open(person, new, school.at - DEVICE_LASTS - A_DAY)


def a_file_with_own_data_is_a_day_old(school: School) -> None:
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        person = uow.people.find(school.people["s1"].person_id)
        assert person is not None
        begun = uow.take_aways.ask(person, "code", school.at - A_DAY)
        uow.take_aways.keep(begun, b"PK", school.at - A_DAY)
    write(school, insert(wording).values(source="before", digest="", at=school.at))


def an_answer_waits_on_the_page(school: School) -> None:
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        person = uow.people.find(school.people["m1"].person_id)
        assert person is not None
        uow.accounts.join(person, JoiningPlatform.PAGE, str(person.id), school.at)
        draft = MessageDraft(
            person.organisation_id,
            person.id,
            JoiningPlatform.PAGE,
            str(person.id),
            MessageKind.ANSWER,
            "waits",
            Content("It waited."),
        )
        uow.outbox.write([draft], school.at)


def who_joined_was_told_nothing(school: School) -> None:
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        person = uow.people.find(school.people["m1"].person_id)
        assert person is not None
        uow.accounts.join(person, JoiningPlatform.PAGE, str(person.id), school.at)


def what_is_contested_is_said_otherwise(school: School) -> None:
    school.say("m1", "jonas 8 xxxx")
    school.say("s1", "/contest 8")
    school.tap("s1", "the mentor's view")
    school.say("s1", "I did it alone")
    school.later(minutes=1)
    school.say("m1", "jonas 8 vvvv")


def somebody_is_to_be_forgotten(school: School) -> None:
    with school.engine.begin() as connection:
        order_erasure(StoredUnitOfWork(connection), school.people["s1"].person_id, 1, school.at)


def a_track_has_ended(school: School) -> None:
    write(school, update(placement).values(ended_at=school.at - A_DAY))


def a_report_is_due(school: School) -> None:
    school.say("c1", "/desk")
    school.tap("c1", "write a note")
    school.say("c1", "the report until friday")


def an_intervention_was_four_weeks_ago(school: School) -> None:
    school.say("c1", "/intervention jonas")
    school.tap("c1", "note one")
    school.say("c1", "Talked with both")
    write(school, update(own_intervention).values(done_on=f"{school.at - 28 * A_DAY:%Y-%m-%d}"))


def an_intake_is_over_for_somebody(school: School) -> None:
    open_round(school)
    school.say("c1", "/intake")
    school.tap("c1", "note a place")
    school.say("c1", "Volta nv, Rik Smets")
    write(school, update(offered_place).values(ended_at=school.at - A_DAY, erase_at=school.at))


def a_questionnaire_is_open(school: School) -> None:
    days = [f"{school.at + days * A_DAY:%Y-%m-%d}" for days in (-1, 5)]
    take_in(school, FILE.format(anonymous="true", roles=EVERYBODY, opens=days[0], closes=days[1]))


def a_questionnaire_is_over(school: School) -> None:
    a_questionnaire_is_open(school)
    school.at += 7 * A_DAY


def given(*kinds: ErrandKind) -> Select[int]:
    """Find what is still to be told: what was told before it began is settled."""
    return select(errand.c.id).where(errand.c.kind.in_(kinds), errand.c.settled_at.is_(None))


KINDS: dict[Topic, tuple[Callable[[School], None], Select[int]]] = {
    Topic.ENDINGS: (
        a_last_day_is_over,
        select(placement.c.id).where(placement.c.ended_at.is_not(None)),
    ),
    Topic.STOPS: (
        a_stopped_placement_has_mentors,
        select(placement.c.id).where(placement.c.left_at.is_not(None)),
    ),
    Topic.HANDOVERS: (
        a_student_goes_to_another_coach_today,
        select(handover.c.id).where(handover.c.done_at.is_not(None)),
    ),
    Topic.SUBSTITUTES: (
        a_substitutes_day_is_over,
        select(substitute.c.id).where(substitute.c.ended_at.is_not(None)),
    ),
    Topic.CLAIMS: (
        the_only_coach_went_after_the_teacher_confirmed,
        select(prior_outcome.c.id),
    ),
    Topic.PHOTOS: (a_photo_is_due, select(photo.c.id).where(photo.c.taken_at.is_not(None))),
    Topic.TOTALS: (a_sector_is_told, select(totals_photo.c.period_id)),
    Topic.DECISIONS: (
        a_decision_is_recorded,
        select(decision.c.id).where(decision.c.signature != ""),
    ),
    Topic.ACTS: (an_act_was_noted, select(rights_act_seal.c.number)),
    Topic.HANDED: (
        a_file_waited_for_a_day,
        select(person.c.id).where(~exists().where(handed_file.c.id > 0), person.c.id == 1),
    ),
    Topic.SITTINGS: (they_scored_and_are_done, select(alert.c.id)),
    Topic.AWAKE: (
        an_alert_was_put_off_until_now,
        select(alert.c.id).where(alert.c.snoozed_until.is_(None)),
    ),
    Topic.OUTLIVED: (
        an_alert_outlives_its_period,
        select(alert.c.id).where(alert.c.state != "open"),
    ),
    Topic.PERIODS: (a_period_opens, given(ErrandKind.OPENED)),
    Topic.LESSONS: (a_lesson_is_tomorrow, given(ErrandKind.LESSON)),
    Topic.QUESTIONS: (a_lesson_was_held, given(ErrandKind.GIVEN)),
    Topic.GAPS: (a_photo_comes_near_a_plan, given(ErrandKind.GAP)),
    Topic.UNTOLD: (nobody_noted_that_it_was_told, given(ErrandKind.UNTOLD)),
    Topic.UNCOME: (
        a_question_waits_for_who_never_came,
        select(outbox.c.id).where(outbox.c.state == DeliveryState.DEAD.value),
    ),
    Topic.SESSIONS: (
        a_device_was_not_used_for_long,
        select(page_session.c.id).where(page_session.c.ended_at.is_not(None)),
    ),
    Topic.OWN_DATA: (
        a_file_with_own_data_is_a_day_old,
        select(wording.c.source).where(~exists(take_away.select())),
    ),
    Topic.ARRIVALS: (
        an_answer_waits_on_the_page,
        select(outbox.c.id).where(outbox.c.state == DeliveryState.SENT.value),
    ),
    Topic.CONTESTS: (
        what_is_contested_is_said_otherwise,
        select(contest.c.id).where(contest.c.ended_at.is_not(None)),
    ),
    Topic.NOTICES: (who_joined_was_told_nothing, given(ErrandKind.NOTICE)),
    Topic.FORGETTING: (
        somebody_is_to_be_forgotten,
        select(person.c.id).where(person.c.erased_at.is_not(None)),
    ),
    Topic.DESKS: (a_report_is_due, given(ErrandKind.DESK)),
    Topic.FOLLOW_UPS: (an_intervention_was_four_weeks_ago, given(ErrandKind.DID_IT_HELP)),
    Topic.INTAKES: (
        an_intake_is_over_for_somebody,
        select(offered_place.c.id).where(offered_place.c.contact_id.is_(None)),
    ),
    Topic.ROUNDS: (
        a_questionnaire_is_over,
        select(asking_round.c.id).where(asking_round.c.ended_at.is_not(None)),
    ),
    Topic.ASKED: (a_questionnaire_is_open, given(ErrandKind.QUESTIONNAIRE)),
    Topic.RETENTION: (a_track_has_ended, select(retention.c.track_id)),
}
"""Of each topic what is to be done, and what there is once it was done."""


def ticks(school: School) -> None:
    """Tick, while nobody looks at what is kept for them."""

    @contextmanager
    def transaction():
        with school.engine.begin() as connection:
            yield school.unit(connection)

    run_tick(transaction, school.at, ERASING)


def is_done(school: School, done: Select[int]) -> bool:
    with school.engine.connect() as connection:
        return connection.execute(done.limit(1)).first() is not None


@pytest.mark.parametrize("topic", Topic)
def test_what_there_is_to_do_is_done_and_is_left_where_the_question_forgets_it(
    own_school: School, monkeypatch, topic: Topic
):
    # A topic that is new has to take its place in the table.
    arrange, done = KINDS[topic]
    arrange(own_school)
    assert not is_done(own_school, done)
    with monkeypatch.context() as forgetting:
        others = frozenset(Topic) - {topic}
        forgetting.setattr(StoredTopics, "list_stirring", lambda *_asked: others)
        ticks(own_school)
    assert not is_done(own_school, done)
    ticks(own_school)
    assert is_done(own_school, done)


def test_it_is_asked_once_and_anew_after_what_a_tick_wrote(own_school: School, monkeypatch):
    asked: list[Collection[Topic]] = []
    asks = StoredTopics.list_stirring

    def noting(self: StoredTopics, world: World, within: Within) -> Collection[Topic]:
        asked.append(asks(self, world, within))
        return asked[-1]

    ticks(own_school)  # which looks through the desks, once a day
    monkeypatch.setattr(StoredTopics, "list_stirring", noting)
    ticks(own_school)
    assert asked == [frozenset()]
    a_photo_is_due(own_school)
    ticks(own_school)
    assert Topic.PHOTOS in asked[1]
    assert Topic.PHOTOS not in asked[-1]
