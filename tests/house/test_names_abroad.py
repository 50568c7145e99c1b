"""No name gets abroad past the columns that know better, and each column says what it may hold."""

from pathlib import Path
from typing import get_args

import pytest

from bot.domain.rights.declared import Kind
from bot.messages import Described
from bot.messages.pictures import Headed
from bot.showing.discreet import GOES
from bot.storage.named import FreeWords, MayName, PersonNamed
from bot.storage.rights.declared import DECLARED
from bot.storage.tables import metadata

ROOT = Path(__file__).parents[2]

METHOD = "it is of what is to be learned, and not of a person"
PLACE = "it names a place, a group or whom to ask, and is said as it is"
SYSTEM = "no answer to a person shows it"
OWN = "only its own person is shown it"

HOLDS_NO_NAME = {
    **dict.fromkeys(
        (
            "framework.code", "framework.version", "framework.title", "framework.source",
            "competence.title", "indicator.text", "programme.code", "programme.title",
            "course_component.title", "context.title", "activity.title", "scenario.title",
            "scenario.place", "period.name", "photo.name", "photo.texts", "school_holiday.name",
            "listed_question.texts", "listed_question.options", "questionnaire.name",
            "questionnaire.titles",
            "sector_module.code", "sector_module.contents",
        ),
        METHOD,
    ),
    **dict.fromkeys(
        ("organisation.name", "organisation.care", "class_group.name", "workplace.name",
         "workplace.region", "totals_region.region", "totals_number.among",
         "placement.training_plan", "organisation.privacy_contact", "sector.code",
         "sector.name"),
        PLACE,
    ),
    **dict.fromkeys(
        ("person.school_id", "person.folded_name", "person.email", "person.called",
         "person.code_word", "quarantine.update", "quarantine.error", "outbox.address",
         "outbox.content", "outbox.last_error", "resting_chat.address", "wrong_code.address",
         "account.address"),
        SYSTEM,
    ),
    **dict.fromkeys(
        ("page_session.device", "mail_address.own", "mail_address.asked", "mail_address.refused",
         "chat_message.text", "chat_message.content", "attached.data", "handed_file.name"),
        OWN,
    ),
    "dialogue.data": "what somebody typed, and names that are replaced where they are said",
    "photo_track.texts": "a photo names its student: abroad by today's code word (FrozenTexts)",
}  # fmt: skip

READS_AS_IT_IS = {
    "bot/storage/named.py": "where it is made",
    "bot/storage/importing/calling.py": "what everybody is called is made of names",
    "bot/storage/importing/shelves.py": "an import compares names, and is never answered abroad",
    "bot/storage/evaluating/decision_rows.py": "what was signed is checked as it is kept",
    "bot/storage/periods/photo_texts.py": "a photo keeps the name, and is signed",
    "bot/storage/rights/erasing.py": "a name is taken out of what it stands in",
    "bot/storage/rights/mentions.py": "a name is looked for, and taken out, where it is kept",
}


def test_each_column_with_words_says_what_becomes_of_names_in_it():
    unsaid = [
        f"{table.name}.{column.name}"
        for table in DECLARED.values()
        for column in table.columns.values()
        if column.kind is Kind.WORDS
        and not isinstance(
            metadata.tables[table.name].c[column.name].type, PersonNamed | FreeWords | MayName
        )
        and f"{table.name}.{column.name}" not in HOLDS_NO_NAME
    ]
    assert unsaid == []


def test_each_exception_is_of_a_column_that_is_there():
    there = {f"{table.name}.{name}" for table in DECLARED.values() for name in table.columns}
    assert HOLDS_NO_NAME.keys() - there == set()


def test_names_are_read_past_their_type_only_where_nobody_is_answered():
    past = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "bot").rglob("*.py")
        if "as_it_is(" in (text := path.read_text()) or "type_coerce(person.c.name" in text
    }
    assert past == READS_AS_IT_IS.keys()


@pytest.mark.parametrize("kind", get_args(Described), ids=lambda kind: kind.__name__)
def test_a_file_that_goes_abroad_is_a_picture_or_for_a_calendar(kind: type):
    if issubclass(kind, GOES):
        assert issubclass(kind, Headed) or kind.__name__.startswith(("Calendar", "Qr"))
