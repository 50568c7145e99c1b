"""The files that the conversation brought, wherever somebody talks."""

from bot.storage.unit_of_work import StoredUnitOfWork
from bot.wiring.files import kept_file
from tests.dialogues.chat import ChatSchool
from tests.dialogues.page import PageSchool
from tests.dialogues.school import School
from tests.dialogues.slack import SlackSchool

PNG, GIF, XLSX, ZIP = b"\x89PNG", b"GIF8", b"PK", b"PK"


def newest_file(school: School, who: str) -> bytes:
    """The content of the file that somebody was sent last."""
    if isinstance(school, SlackSchool):
        return bytes(school.fake.file(school.users[who].shared[-1].files[-1]["id"]))
    if isinstance(school, ChatSchool):
        with_file = [message for message in school.users[who].answers if message.file]
        return bytes(school.fake.file(with_file[-1].file))
    if isinstance(school, PageSchool):
        address = [file["url"] for message in school.messages(who) for file in message.files][-1]
        given = school.asked(who, "GET", address)
        assert given.status_code == 200
        return given.content
    with school.engine.begin() as connection:
        recent = StoredUnitOfWork(connection).transcripts.list_recent(
            school.people[who].person_id, 9
        )
    newest = [file for message in recent for file in message.files][-1]
    made = kept_file(newest, fetch=school.lying)
    assert made is not None
    return made.data
