"""A school at its last photo, in which everybody has said something that is not for all."""

import io
import json
from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from typing import Any

from pypdf import PdfReader

from bot.domain.periods.period import Dates
from bot.domain.reflecting.sharing import Share
from bot.ports import Shown
from bot.ports.reflecting.answers import AnswerPart
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.periods.add_period import add_period
from bot.use_cases.reflecting.find_own_answer import find_own_answer
from bot.use_cases.reflecting.set_goal import set_goal
from bot.wiring.files import kept_file
from tests.dialogues.clock import hear
from tests.dialogues.school import School

OPENED = datetime(2026, 9, 1, tzinfo=UTC)
FIRST = datetime(2026, 10, 30, 15, tzinfo=UTC)
LAST = datetime(2026, 11, 27, 15, tzinfo=UTC)


def with_periods(school: School) -> School:
    """Two periods; after the photo of the second one the class council decides."""
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        add_period(uow, 1, 1, "Autumn", Dates(OPENED, FIRST))
        add_period(uow, 1, 1, "Winter", Dates(FIRST, LAST), last=True)
    return school


def until(school: School, at: datetime) -> None:
    """Let time pass to an instant, and the clock tick."""
    school.later(seconds=(at - school.at).total_seconds())
    hear(school)


def quiet(school: School) -> None:
    """Let everybody finish: ten minutes without a word, and the clock ticks."""
    school.later(minutes=11)
    hear(school)


def photographed(school: School) -> School:
    """Of Jonas all three see 8, the teacher otherwise; by the last photo his mentor saw more."""
    with_periods(school)
    for who, line in (
        ("s1", "8 vvvv ssss"),
        ("m1", "jonas 8 vvll ssss"),
        ("t1", "jonas 8 xxxx"),
        ("t1", "noor 11 all l"),
    ):
        school.say(who, line)
    quiet(school)
    until(school, FIRST + timedelta(seconds=1))
    school.later(days=3)
    school.say("m1", "jonas 8 vvvv rrrr")
    until(school, LAST + timedelta(seconds=1))
    school.later(days=1)
    return school


def answered(
    school: School,
    text: str,
    share: Share,
    *,
    goal: str = "",
    evidence: Collection[int] = (),
    done: bool = True,
) -> int:
    """Let Jonas answer, with a goal that comes of it, and as evidence; gives the answer's id."""
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        jonas = uow.people.find(school.people["s1"].person_id)
        assert jonas is not None
        (track,) = uow.tracks.list_of(jonas.id)
        made = uow.answers.begin(jonas.organisation_id, track.id, None, share, school.at)
        part = AnswerPart("text", text, source=f"said {made}")
        uow.answers.add_part(jonas.organisation_id, made, part, school.at)
        own = find_own_answer(uow, jonas.id, made)
        assert own is not None
        if goal:
            set_goal(uow, own, goal, school.at, jonas.time_zone)
        for indicator in evidence:
            uow.answers.toggle_evidence(jonas.organisation_id, made, indicator)
        if done:
            uow.answers.finish(made, school.at)
    return made


def described(shown: list[Shown]) -> list[dict[str, Any]]:
    """The descriptions of the documents that came along."""
    return [file["described"] for message in shown for file in message.files]


def words_of(shown: list[Shown]) -> str:
    """Everything that came: texts, buttons, and what stands in documents or beside them."""
    return json.dumps(
        [[message.text, message.buttons, message.files] for message in shown], ensure_ascii=False
    )


def printed(shown: list[Shown]) -> str:
    """What another library reads in the documents that came: words, and what is said of them."""
    found = []
    for file in (file for message in shown for file in message.files):
        made = kept_file(file)
        assert made is not None
        opened = PdfReader(io.BytesIO(made.data))
        root: Any = opened.trailer["/Root"]
        about = root["/Metadata"].get_data().decode()
        pages = (page.extract_text() for page in opened.pages)
        found += [made.name, made.alt, made.caption, str(opened.metadata), about, *pages]
    return " ".join(" ".join(found).replace("’", "'").split())
