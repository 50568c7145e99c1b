"""What texts teach people to type, found in the catalogues, and the words that say it was taken."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from bot.domain.folding import UMLAUTS
from bot.messages import Text
from tests.dialogues.planning.campus_school import after_lesson, found_example
from tests.dialogues.rights.test_guardian import guarded
from tests.dialogues.school import School
from tools.reviewing import catalogue, forms


@cache
def texts(language: str) -> dict[str, str]:
    """Every text of a language by the English one, without hard blanks; of plurals each form."""
    return {
        key: told.replace("\u00a0", " ").replace("\u202f", " ")
        for message in catalogue(language)
        if message.id
        for key, told in zip(forms(message.id), forms(message.string), strict=True)
    }


def text_of(key: str, places: dict[str, str]) -> Text:
    """Make the text that a handler makes of a key; one that counts knows its number."""
    for single, plural in plurals():
        if key in (single, plural):
            return Text(single, places, plural, 1 if key == single else 2)
    return Text(key, places)


@cache
def plurals() -> list[tuple[str, ...]]:
    """List the two forms of each text that counts."""
    return [forms(message.id) for message in catalogue("nl") if message.pluralizable]


def say(language: str, key: str, **places: str) -> str:
    """Say a text in a language, as somebody reads it; what has no place is called Noor."""
    told = texts(language)[key]
    return told.format(**{**dict.fromkeys(re.findall(r"\{(\w+)\}", told), "Noor"), **places})


def pattern(language: str, key: str) -> str:
    """Find a text in an answer, whatever stands in its places."""
    return ".+?".join(map(re.escape, re.split(r"\{\w+\}", texts(language)[key])))


def spellings(typed: str) -> Iterator[str]:
    """List how somebody may type what is shown, on any phone."""
    yield typed
    bare = typed.replace("'", "’")
    for umlaut, letters in UMLAUTS.items():
        typed = typed.replace(umlaut, letters).replace(umlaut.upper(), letters.capitalize())
        bare = bare.replace(umlaut, letters[0])
    yield typed.replace("ß", "ss")
    for accent, plain in zip("éèêàâîôûçœß", (*"eeeaaiouc", "oe", "ss"), strict=True):
        bare = bare.replace(accent, plain)
    yield bare


def quoted(text: str) -> list[str]:
    """Find the words of a text that stand between single quotes."""
    return re.findall(r"(?<!\w)'([^'{]+)'", text)


def commands(text: str) -> list[str]:
    """Find the commands of a text, with what stands behind each up to a comma or a full stop."""
    return [found.strip(" .") for found in re.findall(r"/\w+ [^,.]+", text)]


def long_commands(text: str) -> list[str]:
    """Find commands in which commas and full stops may stand; a sentence ends one."""
    return [found.strip(" .") for found in re.findall(r"/\w+ .+?(?=\. |$)", text)]


def behind_colon(text: str) -> list[str]:
    """Find what stands behind the last colon of a text, up to the end of its sentence."""
    return [re.split(r"\.(?:\s|$)", text.rpartition(": ")[2])[0].strip()]


@dataclass(frozen=True)
class Taught:
    """A text that teaches something: what is typed of it, by whom, and what says that it is taken.

    `scene` makes a school ready; `typed` finds in the text, read out with its `places`, what is
    typed; for each the text of `takes` in the same place says that it was taken.
    """

    key: str
    who: str
    typed: Callable[[str], list[str]]
    takes: tuple[str, ...]
    scene: Callable[[School], object] = lambda school: None
    places: Mapping[str, str] = field(default_factory=dict)
    in_turn: bool = False
    """Whether each is typed after those before it."""

    def examples(self, language: str) -> list[str]:
        """List what the text says to type in a language."""
        return self.typed(say(language, self.key, **self.places))


def _draft(school: School) -> None:
    school.say("t1", "/trainingplan jonas 8 10 11 workplace")


def _groups(school: School) -> None:
    found_example(school)
    school.say("t1", "/lessons 6A mon 9:00, tue 9:00, wed 9:00, thu 9:00, fri 9:00")
    school.say("t1", "/groups 6A confirm")
    after_lesson(school)
    school.say("t1", "/groups 6A given")  # which all did together; now there are two groups


def _period(school: School) -> None:
    """Let the period be there that the example moves, by the name that it has in the language."""
    name = {"fr": "Période 4", "de": "Zeitraum 4", "nl": "Periode 4"}
    school.say("c1", f"/periods add {name.get(school.language, 'Period 4')}; 2026-11-05")


def _guardian(school: School) -> None:
    """Ask how a guardian of Jonas said yes."""
    guarded(school)
    school.tap_code("c1", f"rgn:{school.people['s1'].person_id}:yes")


GUARDIAN_SAID = (
    "How was it said, and on which day? Type for instance: on paper, {day}. Without a day "
    "it is today."
)
LESSON_ADDED = (
    "{group}: {times} added. Before a lesson on a working day I tell you what is new at the "
    "workplaces; /lessons {group} shows it at any time."
)
COMES_UP = "{context} comes up from {first} to {last}."

TAUGHT = (
    Taught(
        "I read for instance: /groups {group} confirm, /groups {group} {student} to {number}, "
        "/groups {group} skip. Nothing was changed.",
        "t1",
        commands,
        (
            "Confirmed.",
            "Changed; not confirmed yet.",
            "Skipped: {when}. What was planned moves on.",
        ),
        _groups,
        {"group": "6A", "student": "Ada", "number": "6"},
    ),
    Taught(
        "Choose where, and tap what is pursued there; or type it: 8 10 campus. Nothing is stored "
        "until you say so.",
        "t1",
        behind_colon,
        ("on campus",),
        _draft,
    ),
    Taught(
        "Type it such as: 8 10 campus, 11 both. Nothing was stored, and nothing moved.",
        "t1",
        behind_colon,
        ("on campus",),
        _draft,
    ),
    Taught(
        "From when does it come up? Tap, or type: from 30/11 until 11/12",
        "m1",
        behind_colon,
        (COMES_UP,),
        lambda school: school.say("m1", "/contexts jonas 1"),
    ),
    Taught(
        "I read no days in that. Type them like this: from 30/11 until 11/12. Nothing was stored.",
        "m1",
        behind_colon,
        (COMES_UP,),
        lambda school: school.say("m1", "/contexts jonas 1"),
    ),
    Taught(
        "To add one exactly, type: /periods add {name}; {opens}; {photo}. To move its photo: "
        "/periods move {name}; photo {later}",
        "c1",
        long_commands,
        ("{period} was added.", "{period} was moved."),
        places={
            "name": "Three",
            "opens": "2026-11-08",
            "photo": "2026-12-26 16:00",
            "later": "2027-01-02 16:00",
        },
        in_turn=True,
    ),
    Taught(
        "I read it as: add or move, a name, and dates, each behind a semicolon. For instance "
        "/periods move Period 4; photo 2027-04-02 16:00. Nothing was changed.",
        "c1",
        long_commands,
        ("{period} was moved.",),
        _period,
    ),
    Taught(
        "I do not know yet when {group} has lessons. Type for instance /lessons mon 8:30",
        "t1",
        lambda text: [found.replace(" ", " 6E ", 1) for found in commands(text)],
        (LESSON_ADDED,),
    ),
    Taught(
        "Add a time by tapping, or by typing: /lessons {group} mon 8:30",
        "t1",
        commands,
        (LESSON_ADDED,),
        places={"group": "7E"},
    ),
    Taught(
        "I do not understand '{time}' as a time of the week, such as mon 8:30. Nothing was stored.",
        "t1",
        lambda text: [f"/lessons 6E {time}" for time in re.findall(r"\w+ 8:30", text)],
        (LESSON_ADDED,),
    ),
    Taught(
        "I do not understand '{words}' here. Type numbers of competences, such as 3 7, with 'not' "
        "behind them where they cannot be done; context 1; or a day such as 31/08/2029. Nothing "
        "was changed.",
        "m1",
        lambda text: [
            f"/activities 8 {quoted(text)[-1]}",
            f"/activities {re.findall(r'; (.+?) ?;', text)[-1]}",
            f"/activities {re.findall(r'[0-9/]{10}', text)[0]}",
        ],
        (
            "Nobody has said yet what can be done here.",
            "Contexts: {contexts}",
            "recognised until {day}",
        ),
    ),
    Taught(
        "{workplace}: until when is it recognised? Tap, or type a day such as 31/08/2029.",
        "m1",
        lambda text: [f"/activities {day}" for day in re.findall(r"[0-9/]{10}", text)],
        ("recognised until {day}",),
    ),
    Taught(
        "I read no day in that. Type it as 31/08/2029, or 'given 01/09/2024'. Nothing was changed.",
        "c1",
        lambda text: [
            f"/recognition elektro {said}"
            for said in (re.findall(r"[0-9/]{10}", text)[0], quoted(text)[-1])
        ],
        ("recognised until {day}", "recognised until {day}"),
    ),
    Taught(
        "Until when is it recognised? Tap, or type a day such as 31/08/2029.",
        "c1",
        lambda text: re.findall(r"[0-9/]{10}", text),
        ("recognised until {day}",),
        lambda school: school.tap_code("c1", "gru:1"),
    ),
    Taught(
        "On which day was it followed? Tap, or type a day such as 03/03/2025.",
        "m1",
        lambda text: [f"/mentortraining {day}" for day in re.findall(r"[0-9/]{10}", text)],
        ("followed on {day}",),
    ),
    Taught(
        "For which day is it planned? Type a day such as 03/03/2027.",
        "m1",
        lambda text: [f"/mentortraining {day}" for day in re.findall(r"[0-9/]{10}", text)],
        ("planned for {day}",),
    ),
    Taught(
        "I read no day in that. Type it as 03/03/2025. Nothing was changed.",
        "m1",
        lambda text: [f"/mentortraining {day}" for day in re.findall(r"[0-9/]{10}", text)],
        ("followed on {day}",),
    ),
    Taught(
        "/scenarios {number}: …; https://…; 2",
        "t1",
        lambda text: [text],
        ("Kept: {scenario}.",),
        places={"number": "8"},
    ),
    Taught(
        "Which competence is the same? Such as: same {number}.",
        "m2",
        behind_colon,
        ("{count} indicators stored",),
        lambda school: school.say("m2", "8 vvvv"),
        {"number": "8"},
    ),
    Taught(
        "Write 'all' and a letter before this, such as: all v.",
        "m2",
        lambda text: [f"8 {own}, 3x" for own in behind_colon(text)],
        ("{count} indicators stored",),
    ),
    Taught(
        "Name the indicators that are not here, or write 'all' before it.",
        "m2",
        lambda text: [f"8 {own} nvt" for own in quoted(text)],
        ("{count} indicators stored",),
    ),
    Taught(
        "/reflect – a question about your day; 'history' shows your answers",
        "s1",
        lambda text: [f"{text.split()[0]} {own}" for own in quoted(text)],
        ("You have no answers yet. /reflect asks you a question.",),
    ),
    Taught(GUARDIAN_SAID, "c1", behind_colon, ("Noted.",), _guardian, {"day": "12/09/2026"}),
    Taught(
        GUARDIAN_SAID,
        "c1",
        behind_colon,
        ("Say how it was given, in a few words, and a day that is not still to come.",),
        _guardian,
        {"day": "12/09/2027"},  # which shows that the day was read
    ),
)
"""Texts whose examples are typed in a dialogue."""
