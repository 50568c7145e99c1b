"""What stands in the chats of platforms when somebody is forgotten: deleted, emptied, or named."""

import pytest
from sqlalchemy import func, select

from bot.messages import MessageKind
from bot.ports.telling.outbox import Content, MessageDraft
from bot.storage.tables import outbox
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.rights.forgetting.order_erasure import order_erasure
from tests.dialogues.chat import ChatSchool
from tests.dialogues.clock import hear
from tests.dialogues.rights.forgetting.erased import ERASING
from tests.dialogues.school import School
from tests.dialogues.ways import marked

chats = pytest.mark.parametrize("school", marked(("telegram webhook", "slack http")), indirect=True)


def tell(school: School, who: str, words: str, track: int | None = None) -> None:
    """Tell somebody something unasked in their chat."""
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        speaker = school.people[who]
        platform, address = uow.accounts.read_chat(speaker.person_id)
        draft = MessageDraft(
            speaker.organisation_id, speaker.person_id, platform, address, MessageKind.NOTICE,
            words, Content(words), track,
        )  # fmt: skip
        uow.outbox.write([draft], school.at)
    hear(school, ERASING)


def order(school: School, who: str) -> None:
    speaker = school.people[who]
    with school.engine.begin() as connection:
        order_erasure(
            StoredUnitOfWork(connection), speaker.person_id, speaker.organisation_id, school.at
        )


def texts(school: ChatSchool, who: str) -> list[str]:
    """What stands in a chat by now."""
    return [message.text for message in school.users[who].answers]


@chats
def test_ours_are_deleted_or_emptied_and_the_last_word_says_what_could_not_be(school: ChatSchool):
    said = school.text("s1", "/help")
    tell(school, "s1", "an old telling")
    tell(school, "c1", "about Jonas Peeters, long ago")
    school.later(days=3)
    tell(school, "s1", "a new telling")
    tell(school, "c1", "about Jonas Peeters, today")
    tell(school, "c1", "about Noor Aziz")
    order(school, "s1")
    hear(school, ERASING)
    hear(school, ERASING)
    own, others = texts(school, "s1"), texts(school, "c1")
    assert "a new telling" not in own
    assert "an old telling" not in own
    assert not any("Jonas" in text for text in others)
    assert "about Noor Aziz" in others
    last = own[-1]
    assert "It is done" in last
    emptied = "(This message was deleted.)"
    if school.platform.name == "telegram":
        assert own.count(emptied) == others.count(emptied) == 1
        assert "1 message of mine here is being deleted." in last
        assert "delete it: I cannot do that" in last
        assert "1 is too old to be deleted, and is emptied." in last
    else:
        assert emptied not in own + others
        # Slack lists what was said: all of it goes, and a few at a time.
        assert said not in own
        assert len(own) == 1
        assert "All that I said here is being deleted." in last
    school.later(minutes=2)
    hear(school, ERASING)
    with school.engine.begin() as connection:
        left = select(func.count()).where(outbox.c.person_id == school.people["s1"].person_id)
        assert connection.execute(left).scalar_one() == 0
