"""Whatever is asked, an answer is at most five messages; what is longer has pages, newest first."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import count

import pytest
from sqlalchemy import Connection, insert, select

from bot.i18n import Voice
from bot.messages import Incoming, Reply
from bot.platforms.endless import MOST, REST
from bot.platforms.moments import units
from bot.platforms.slack import drawing as slack
from bot.platforms.telegram import drawing as telegram
from bot.storage.tables import answer as answer_table
from bot.storage.tables import answer_part, entry, intervention, note
from bot.storage.unit_of_work import StoredUnitOfWork
from handlers.answering import answer
from handlers.routes import TABLE
from tests.dialogues.school import MORNING, School

NOTES, LENGTH = 300, 1450
ENGLISH, DUTCH = Voice("en", "UTC"), Voice("nl", "UTC")
KEYS = count(1)


def words(number: int) -> str:
    """Write so long a text that no other is like it."""
    return f"<{number}> " + "it was well seen how this was done today, " * 40


@pytest.fixture
def swollen(own_school: School) -> School:
    """The school, in which everything that can be told of Jonas is long and many."""
    school = own_school
    school.say("m1", "jonas 10 all v")
    school.say("s1", "10 all l")
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        mentor, coach = school.people["m1"].person_id, school.people["c1"].person_id
        track = next(
            track for track in uow.tracks.list_of(mentor) if track.student.startswith("Jonas")
        )
        competence = uow.tracks.read_programme(track.programme_id).competence(10)
        assert competence is not None
        of = connection.execute(select(entry.c.id).where(entry.c.author_id == mentor)).scalar()
        here = {"organisation_id": 1, "track_id": track.id}
        times = [MORNING - timedelta(hours=number) for number in range(NOTES, 0, -1)]
        about = {**here, "entry_id": of, "competence_id": competence.id, "role": "mentor"}
        texts = [words(number)[:LENGTH] for number in range(NOTES)]
        notes = [
            {**about, "author_id": mentor, "text": text, "said_at": at}
            for text, at in zip(texts, times, strict=True)
        ]
        connection.execute(insert(note), notes)
        log = [
            {**here, "author_id": coach, "kind": "resolved", "text": text, "at": at}
            for text, at in zip(texts[:60], times, strict=False)
        ]
        connection.execute(insert(intervention), log)
        swell_answers(connection, here, texts)
    return school


def swell_answers(connection: Connection, here: dict[str, int], texts: list[str]) -> None:
    for number in range(8):
        told = {**here, "share": "all", "said_at": MORNING - timedelta(days=number)}
        done = {**told, "done_at": told["said_at"]}
        made = connection.execute(insert(answer_table).returning(answer_table.c.id), done)
        identity = made.scalar_one()
        parts = [
            {
                "organisation_id": 1,
                "answer_id": identity,
                "kind": "text",
                "text": text,
                "source": f"{identity}:{text[:6]}",
                "said_at": MORNING - timedelta(days=number),
            }
            for text in texts[:40]
        ]
        connection.execute(insert(answer_part), parts)


def replies(school: School, who: str, text: str = "", tap: str = "") -> list[Reply]:
    """Say or tap something, and take the answer as platforms get it."""
    with school.engine.begin() as connection:
        said = Incoming(f"l{next(KEYS)}", school.people[who].person_id, MORNING, text=text, tap=tap)
        return list(answer(school.unit(connection), said).replies)


def codes(found: list[Reply]) -> Iterator[tuple[str, str]]:
    for reply in found:
        for row in reply.buttons:
            for button in row:
                yield ENGLISH.say(button.label), button.code


def is_short(reply: Reply) -> bool:
    """Say whether a reply is of five messages at most on each platform, with nothing left out."""
    for voice in (ENGLISH, DUTCH):
        drawn = telegram.messages_of(reply, voice), slack.messages_of(reply, voice)
        cut = any(voice.say(REST) in str(messages) for messages in drawn)
        if cut or any(len(messages) > MOST for messages in drawn):
            return False
    return True


@pytest.mark.parametrize("who", ["s1", "m1", "t1", "c1"])
def test_every_command_and_every_button_below_is_answered_in_five_messages(
    swollen: School, who: str
):
    tried: set[str] = set()
    asked = [f"/{name}" for name in TABLE.commands]
    asked += [f"/{name} jonas" for name in TABLE.commands]
    asked += ["/report jonas 10", "/report 10", "jonas 10", "10"]
    for text in asked:
        found = replies(swollen, who, text)
        assert all(map(is_short, found)), text
        for label, code in codes(found):
            if code in tried:
                continue
            tried.add(code)
            assert all(map(is_short, replies(swollen, who, tap=code))), (text, label)


@pytest.mark.parametrize(
    ("who", "text", "opens", "shown"),
    [
        ("c1", "/report jonas 10", "", NOTES),
        ("m1", "/report jonas 10", "", NOTES),
        ("c1", "/log jonas", "", 60),
        ("s1", "/reflect history", "rr:", 40),
        ("c1", "/reflect jonas", "rr:", 40),
    ],
)
def test_all_of_it_is_read_by_turning_the_pages(
    swollen: School, who: str, text: str, opens: str, shown: int
):
    (page,) = replies(swollen, who, text)
    if opens:
        code = next(code for _label, code in codes([page]) if code.startswith(opens))
        (page,) = replies(swollen, who, tap=code)
    pages = [page]
    while more := [code for label, code in codes([page]) if label == "more ›"]:
        (page,) = replies(swollen, who, tap=more[0])
        pages.append(page)
    assert all(map(is_short, pages))
    told = "\n".join(ENGLISH.say(page.text) for page in pages)
    places = [told.find(f"<{number}>") for number in range(shown)]
    assert min(places) >= 0
    assert sorted(places, reverse=not opens) == places, "lists begin with the newest"
    before = [code for label, code in codes([page]) if label == "‹ back"]
    assert replies(swollen, who, tap=before[0]) == [pages[-2]]


def test_what_nobody_thought_of_is_cut_and_says_so():
    reply = Reply("\n".join(words(number) for number in range(100)))
    for drawing in (telegram, slack):
        messages = drawing.messages_of(reply, ENGLISH)
        assert len(messages) == MOST
        assert "only the beginning" in str(messages[-1])
    lines = telegram.messages_of(Reply("x" * 100_000), ENGLISH)
    assert all(units(message["text"]) <= telegram.LONGEST for message in lines)
