"""A week of somebody in another language than English on Telegram and on Slack, as typed there."""

import re

import pytest

from tests.clock.test_week_in_every_language import TELL_TALE, WEEK, WORDS
from tests.databases import SchoolOn
from tests.dialogues.chat import opened
from tests.dialogues.ways import CHATS

PAIRS = (
    ("telegram webhook", "nl", "s1"),
    ("telegram webhook", "fr", "m1"),
    ("telegram webhook", "de", "t1"),
    ("slack http", "nl", "c1"),
    ("slack http", "fr", "t1"),
    ("slack http", "de", "m1"),
)


@pytest.mark.fake
@pytest.mark.parametrize(("way", "language", "who"), PAIRS)
def test_what_somebody_types_in_a_week_is_answered_in_that_language(
    school_on: SchoolOn, way: str, language: str, who: str
):
    kind, more = CHATS[way]
    others = set().union(*(own for of, own in TELL_TALE.items() if of != language))
    foreign, own = {}, set()
    with opened(kind, school_on("sqlite", language), **more) as school:
        for name in (
            name for day in WEEK for people, names in day if who in people for name in names
        ):
            told = "\n".join(shown.text for shown in school.say(who, WORDS[language][name]))
            found = others & set(re.findall(r"\w+", told.lower())) - TELL_TALE[language]
            assert told, name
            own |= TELL_TALE[language] & set(re.findall(r"\w+", told.lower()))
            if found:
                foreign[told] = found
        assert foreign == {}
        assert len(own) > 2  # and it is this language that is spoken
        assert school.agrees()
