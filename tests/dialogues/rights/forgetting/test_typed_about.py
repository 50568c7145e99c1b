"""What others typed about somebody alone goes whole, whatever it was kept as, named or not."""

import pytest
from sqlalchemy import select, update

from bot.storage.tables import chat_message, dialogue
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.rights.forgetting.order_erasure import order_erasure
from handlers.routes import TOPICS
from handlers.talking.rights.whose import LEADS_TO
from tests.dialogues.clock import hear, tick
from tests.dialogues.conftest import own_school
from tests.dialogues.rights.forgetting.erased import ERASING
from tests.dialogues.school import School

__all__ = ["own_school"]

CANARY = "canary"


def erase(school: School, who: str) -> None:
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        order_erasure(uow, school.people[who].person_id, 1, school.at)
    school.later(minutes=1)
    tick(school, ERASING)


def left(school: School) -> list[str]:
    """List what anybody's conversation still holds of it, and what waits in them."""
    with school.engine.begin() as connection:
        said = connection.execute(select(chat_message.c.text, chat_message.c.content)).all()
        waits = connection.execute(select(dialogue.c.data)).scalars()
        texts = [*(f"{row.text} {row.content}" for row in said), *map(str, waits)]
    return [text for text in texts if CANARY in text]


def scored(school: School) -> School:
    school.say("m1", 'jonas 8 vvxx "tidy work"')
    school.say("s1", "8 all lr")
    school.say("t1", "jonas 8 all lr")
    return school


def report(school: School) -> None:
    school.say("m1", "/incident")
    for label in (own for own in school.buttons("m1") if "Jonas" in own):
        school.tap("m1", label)
    assert "Not sent yet" in school.text("m1", f"{CANARY}: he fell from the ladder")


def send_report(school: School) -> None:
    report(school)
    school.tap("m1", "send it now")


def end_contest(school: School) -> None:
    school.say("s1", "/contest 8")
    school.tap("s1", "the mentor's view")
    school.say("s1", "I did it alone")
    school.say("c1", "/contest jonas")
    school.tap("c1", "note how it ended")
    assert "Kept" in school.text("c1", f"{CANARY}: they looked together")


def say_note_otherwise(school: School) -> None:
    school.say("s1", "/contest")
    school.tap("s1", "a note")
    school.tap("s1", next(own for own in school.buttons("s1") if "Karim" in own))
    school.say("s1", "it was not so")
    school.say("m1", "/contest jonas")
    school.tap("m1", "say the note otherwise")
    assert "Kept" in school.text("m1", f"{CANARY}: bends well by now")


def say_why_it_waits(school: School) -> None:
    school.say("s1", "/forget")
    school.tap("s1", "I want to be forgotten")
    school.later(hours=26)
    school.say("s1", "/forget yes")
    hear(school, ERASING)
    school.say("c1", "/forget")
    school.tap("c1", "it has to wait: say why")
    school.say("c1", f"{CANARY}: the council has to decide")
    school.say("c1", "/forget")
    school.tap("c1", "erase now")
    school.tap("c1", "yes, erase now")


def offer_a_note(school: School) -> None:
    assert "note about Jonas" in school.text("m1", f"Jonas {CANARY} was very quiet all day long")


def note_absence(school: School) -> None:
    assert "away" in school.text("m1", "/absent jonas until friday")


def forget_name(school: School) -> None:
    """Let a line with the name be one that holds the canary as well."""
    with school.engine.begin() as connection:
        about = chat_message.c.text.startswith("/absent jonas")
        connection.execute(update(chat_message).where(about).values(text=f"/absent {CANARY}"))


def absence(school: School) -> None:
    note_absence(school)
    forget_name(school)


WAYS = (
    report,
    send_report,
    end_contest,
    say_note_otherwise,
    say_why_it_waits,
    offer_a_note,
    absence,
)


@pytest.mark.parametrize("types", WAYS, ids=lambda own: own.__name__)
def test_what_was_typed_about_them_alone_goes_whole(own_school: School, types):
    types(scored(own_school))
    assert left(own_school)
    erase(own_school, "s1")
    assert left(own_school) == []


def test_why_it_waits_goes_with_a_mentor_too(own_school: School):
    scored(own_school)
    own_school.say("m1", "/forget")
    own_school.tap("m1", "I want to be forgotten")
    own_school.later(hours=26)
    own_school.say("m1", "/forget yes")
    hear(own_school, ERASING)
    own_school.say("c1", "/forget")
    own_school.tap("c1", "it has to wait: say why")
    own_school.say("c1", f"{CANARY}: he has to hand over first")
    assert left(own_school)
    erase(own_school, "m1")
    assert left(own_school) == []


def test_what_a_line_says_of_others_as_well_stays(own_school: School):
    own_school.say("m1", "/incident")
    own_school.tap("m1", next(own for own in own_school.buttons("m1") if "Jonas" in own))
    own_school.say("m1", f"noor 8 all vs “{CANARY} for her”")
    if "these are scores" in own_school.buttons("m1"):
        own_school.tap("m1", "these are scores")
    kept = own_school.scores
    assert kept
    erase(own_school, "s1")
    assert left(own_school)
    assert own_school.scores == kept


OWN = {
    # About what is the writer's own, or the own_school's, and nobody else's.
    "AddressAwaited", "CandidateAwaited", "CodeAwaited", "ContestOffered", "ContextTitle",
    "DeskDayAwaited", "DeskNoteAwaited", "LeaderAwaited", "MarkAwaited", "MeasureAwaited",
    "MeasuresShown", "ModuleReason", "PersonSought", "PlaceAwaited", "RecognitionAwaited",
    "RegionNamed", "ScenarioAwaited", "SectorNamed", "SectorPersonNamed", "SheetWordsAwaited",
    "StarterSought", "WeightsAwaited",
}  # fmt: skip


def test_every_question_in_words_says_about_whom_it_is():
    asked = [
        route.question
        for topic in TOPICS
        for route in topic.ROUTES.questions
        if route.takes is not None
    ]
    assert asked
    unsaid = {own.__name__ for own in asked if not set(own.__dataclass_fields__) & set(LEADS_TO)}
    assert unsaid == OWN
