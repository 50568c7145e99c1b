"""What still waits to be told to others about somebody who is erased is never told."""

from sqlalchemy import select

from bot.domain.telling.asks import Asks
from bot.domain.telling.delivery import DeliveryError, DeliveryState
from bot.storage.rights.erased_chats import ABOUT
from bot.storage.tables import outbox
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.rights.forgetting.order_erasure import order_erasure
from tests.dialogues.clock import tick
from tests.dialogues.conftest import own_school
from tests.dialogues.rights.forgetting.erased import ERASING
from tests.dialogues.school import School

__all__ = ["own_school"]

TOLD_TO_WHOM_IT_IS_ABOUT = {
    # About the reader, or nobody: or with the student's track, with which they go.
    Asks.DAY, Asks.AGAIN, Asks.ALERT, Asks.FEEDBACK_GIVEN, Asks.FEEDBACK_GIVEN_BACK, Asks.DEVICE,
    Asks.PHONE_LOST, Asks.LINK_HANDED, Asks.AWAY_NOTED, Asks.OWN_DATA, Asks.OWN_DATA_FAILED,
    Asks.FILE_SEEN, Asks.FILE_DONE, Asks.PING, Asks.MAIL_CODE, Asks.CODE_LOST, Asks.FORGET_AGAIN,
    Asks.FORGET_HELD, Asks.LINKS_MADE, Asks.PLACE_LOST, Asks.SEATS,
    # About several students: composed when it is sent, of rows that go with each of them.
    Asks.HANDED_OVER, Asks.HANDOVER_PLANNED, Asks.HANDED_BACK, Asks.HANDOVER_FAILED,
    Asks.SUBSTITUTE_NAMED, Asks.SUBSTITUTE_ENDED, Asks.SUBSTITUTE_LEFT,
}  # fmt: skip


def waiting(school: School) -> list[str]:
    with school.engine.begin() as connection:
        asked = select(outbox.c.asks).where(
            outbox.c.state == DeliveryState.PENDING.value,
            outbox.c.asks != "",
            outbox.c.person_id != school.people["s1"].person_id,
        )
        return sorted(own.partition(":")[0] for own in connection.execute(asked).scalars())


def test_nothing_is_told_of_somebody_without_a_name(own_school: School):
    school = own_school
    school.say("s1", "8 all x")
    school.say("m1", "jonas 8 all vs “n”")
    school.say("s1", "/forget")
    school.tap("s1", "I want to be forgotten")
    school.later(hours=26)
    school.say("s1", "/forget yes")
    school.say("s1", "/mydata")
    school.tap("s1", "everything as one file")
    school.say("s1", "/contest 8")
    school.tap("s1", school.buttons("s1")[0])
    school.say("s1", "not so")
    school.say("s1", "/incident I fell")
    school.tap("s1", "send it now")
    school.say("m1", "/absent jonas until friday")
    school.say("m1", "/stops jonas")
    for _step in range(3):
        school.tap("m1", school.buttons("m1")[0])
    school.say("s2", "/mydata")
    school.tap("s2", "everything as one file")
    asked = {"own data asked", "contested", "incident", "forget confirmed", "stopped"}
    assert asked <= set(waiting(school))
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        order_erasure(uow, school.people["s1"].person_id, 1, school.at)
        known = uow.erasing.hold(school.people["s1"].person_id)
        assert known is not None
        uow.erasing.blank_mentions(known)
    assert set(waiting(school)) == {"own data asked"}, "that of the other one"
    told = [own.text for shown in tick(school, ERASING).values() for own in shown]
    assert not [text for text in told if text.startswith("—") or "Jonas" in text]
    with school.engine.begin() as connection:
        ended = select(outbox.c.id).where(outbox.c.last_error == DeliveryError.DONE.value)
        assert len(connection.execute(ended).all()) >= len(asked)


def test_of_each_kind_it_is_known_about_whom_it_is():
    assert set(Asks) - set(ABOUT) == TOLD_TO_WHOM_IT_IS_ABOUT
