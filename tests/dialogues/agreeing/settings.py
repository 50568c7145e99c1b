"""Schools of the dialogues in one sort of education, or where it is not said."""

from datetime import date

from sqlalchemy import update

from bot.domain.school.frameworks import Setting
from bot.storage.tables import placement, programme
from tests.dialogues.school import School


def stands_in(school: School, setting: Setting | None) -> None:
    """Let the programme of the school stand in one sort of education."""
    with school.engine.begin() as connection:
        connection.execute(update(programme).values(setting=setting and setting.value))


def starts(school: School, day: date | None) -> None:
    """Let every placement begin on a day."""
    with school.engine.begin() as connection:
        connection.execute(update(placement).values(starts_on=day and day.isoformat()))


def tapped_code(school: School, who: str, code: str) -> str:
    """Send a button's code that nobody was given, and give the answers as one text."""
    return "\n".join(shown.text for shown in school.tap_code(who, code))
