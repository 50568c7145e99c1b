"""A week of each role in each of our languages: typed as people type, and read from end to end."""

import re
from collections.abc import Mapping
from datetime import timedelta
from itertools import product

import pytest
from sqlalchemy import Engine

from bot.domain.languages import LANGUAGES
from bot.exchange.sample import read_sample
from bot.i18n import Voice
from bot.messages import Text
from bot.pictures.ink.letters import Face, FontWeight
from handlers.routes import TABLE
from tests.clock.period.class_of_five import OPENS, ClassOfFive, Message, written

ROLES = {"s1": "student", "m1": "mentor", "t1": "teacher", "c1": "coach"}

WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "hello": "goeiemorgen", "thanks": "dank u", "help": "help", "report": "rapport jonas",
        "own": "rapport", "ill": "ik ben ziek", "alone": "jonas 1 alles zelfstandig",
        "support": "1 alles met hulp", "today": "vandaag 1.1 1.2", "open": "/open",
        "nonsense": "de lucht is blauw", "focus": "/focus jonas 2", "alerts": "/signalen",
        "overview": "/overzicht", "next": "/volgende jonas", "undo": "maak dat ongedaan",
        "note": 'jonas 2.1 l "nog even oefenen"', "reflect": "/reflecteer",
        "answer": "Het ging goed.", "done": "klaar", "settings": "/instellingen",
        "class": "/klas", "tips": "/tips jonas", "what": "wat betekent v?",
    },
    "en": {
        "hello": "good morning", "thanks": "thank you", "help": "help", "report": "report jonas",
        "own": "report", "ill": "i am ill", "alone": "jonas 1 all alone",
        "support": "1 all with help", "today": "today 1.1 1.2", "open": "/open",
        "nonsense": "the sky is blue", "focus": "/focus jonas 2", "alerts": "/alerts",
        "overview": "/overview", "next": "/next jonas", "undo": "undo that",
        "note": 'jonas 2.1 l "practise once more"', "reflect": "/reflect",
        "answer": "It went well.", "done": "done", "settings": "/settings",
        "class": "/class", "tips": "/tips jonas", "what": "what does v mean?",
    },
    "fr": {
        "hello": "bonjour", "thanks": "merci", "help": "aide", "report": "rapport jonas",
        "own": "rapport", "ill": "je suis malade", "alone": "jonas 1 tout en autonomie",
        "support": "1 tout avec aide", "today": "aujourd'hui 1.1 1.2", "open": "/ouvert",
        "nonsense": "le ciel est bleu", "focus": "/focus jonas 2", "alerts": "/alertes",
        "overview": "/apercu", "next": "/suivant jonas", "undo": "annule ça",
        "note": 'jonas 2.1 l "encore un peu"', "reflect": "/reflechir",
        "answer": "Tout a bien marché.", "done": "fini", "settings": "/reglages",
        "class": "/classe", "tips": "/conseils jonas", "what": "que veut dire v ?",
    },
    "de": {
        "hello": "guten Morgen", "thanks": "danke", "help": "hilfe", "report": "bericht jonas",
        "own": "bericht", "ill": "ich bin krank", "alone": "jonas 1 alle selbstständig",
        "support": "1 alle mit Hilfe", "today": "heute 1.1 1.2", "open": "/offen",
        "nonsense": "der Himmel ist blau", "focus": "/fokus jonas 2", "alerts": "/meldungen",
        "overview": "/übersicht", "next": "/nächste jonas", "undo": "mach das rückgängig",
        "note": 'jonas 2.1 l "noch etwas üben"', "reflect": "/reflektieren",
        "answer": "Es lief gut.", "done": "fertig", "settings": "/einstellungen",
        "class": "/klasse", "tips": "/tipps jonas", "what": "was bedeutet v?",
    },
}  # fmt: skip
"""What people type, in their own language."""

TELL_TALE = {
    "en": {"the", "and", "with", "your", "you", "what", "nothing", "stored", "this"},
    "nl": {"het", "een", "niet", "voor", "naar", "geen", "jouw", "deze"},
    "fr": {"vous", "votre", "avec", "est", "cette", "rien", "dans"},
    "de": {"und", "nicht", "ist", "mit", "dein", "keine", "nichts", "für"},
}
"""Words that stand in most messages of a language, and in none of another's."""


@pytest.fixture(params=LANGUAGES)
def week(request, sqlite_engine) -> ClassOfFive:
    language = request.param
    (framework,) = read_sample(language).frameworks
    return ClassOfFive(sqlite_engine, framework=framework, language=language).found()


def said(school: ClassOfFive, english: str, **args: str) -> str:
    return Voice(school.language, "Europe/Brussels").say(Text(english, args))


EVERYBODY = tuple(ROLES)
WEEK: tuple[tuple[tuple[tuple[str, ...], tuple[str, ...]], ...], ...] = (
    (
        (EVERYBODY, ("hello", "help", "settings")),
        (("m1",), ("alone", "thanks", "what")),
        (("t1",), ("note", "open")),
    ),
    (
        (("s1",), ("support", "today", "own", "thanks")),
        (("m1",), ("today", "report", "next", "tips")),
    ),
    (
        (("s1",), ("reflect", "answer", "done")),
        (("t1",), ("class", "report", "focus")),
    ),
    (
        (("c1",), ("alerts", "overview", "report", "thanks")),
        (("m1",), ("note", "undo", "nonsense")),
    ),
    ((EVERYBODY, ("nonsense", "ill", "thanks", "open")),),
)
"""What each says on the working days of a week."""


def play(school: ClassOfFive) -> None:
    """Let each role do in a week what it does, the clock ticking in between."""
    words = WORDS[school.language]
    for day, turns in enumerate(WEEK):
        school.until(OPENS + timedelta(days=day, hours=1))
        for people, names in turns:
            for who, name in product(people, names):
                assert school.says(who, words[name]) != [], (who, name)
    school.until(OPENS + timedelta(days=7))


def not_this_language(language: str, message: Message) -> set[str]:
    """Find words of other languages in a message: nobody needs a second one."""
    others = set().union(*(words for of, words in TELL_TALE.items() if of != language))
    return others & set(re.findall(r"\w+", written(message.shown).lower())) - TELL_TALE[language]


def test_a_week_of_each_role_is_in_its_language(week: ClassOfFive):
    play(week)
    by_role = {who: [it for it in week.messages if it.to == who] for who in ROLES}
    assert all(any(it.unasked for it in messages) for messages in by_role.values())
    foreign = {
        written(message.shown): found
        for message in week.messages
        if (found := not_this_language(week.language, message))
    }
    assert foreign == {}
    assert week.agrees()


def test_plain_words_do_what_they_say(week: ClassOfFive):
    words = WORDS[week.language]
    assert said(week, "You are welcome.") in week.text("m1", words["thanks"])
    assert said(week, "Hello {name}.", name="Karim") in week.text("m1", words["hello"])
    before = week.scores
    week.text("m1", words["alone"])
    assert week.scores == before + len(week.framework.competences[0].indicators)
    week.text("m1", words["undo"])
    assert week.scores == before
    assert "Jonas Verlinde" in week.text("m1", words["report"])
    assert said(week, "Nothing was stored yet. Your school is not told.") in week.text(
        "s1", words["ill"]
    )


def test_what_is_not_understood_gets_an_example_that_is_taken(week: ClassOfFive):
    """About the student in the conversation."""
    words = WORDS[week.language]
    week.text("m1", words["report"])
    told = week.text("m1", "blabla")
    begins = said(week, "A score is typed such as: {example}", example="")
    example = next(line for line in told.splitlines() if line.startswith(begins))
    before = week.scores
    week.text("m1", example.removeprefix(begins))
    assert week.scores == before + 1


@pytest.mark.parametrize("who", ROLES)
def test_help_lists_commands_of_the_reader_s_language_alone(week: ClassOfFive, who: str):
    told = week.text(who, WORDS[week.language]["help"])
    typed = re.findall(r"(?<!\S)/(\w+)", told)
    assert len(typed) > 3
    for word in typed:
        command = TABLE.command(word)
        assert command is not None
        assert word == command.words.first().get(week.language, command.name)


PHONE, BETWEEN, AROUND = 330, 4, 6
"""Points of a small phone's row of buttons, between two of them, and left and right of a label."""
LABEL = Face(FontWeight.REGULAR, 14)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_of_buttons_fits_a_phone(language: str, sqlite_engine: Engine):
    """With the longest texts at hand: those of the recognised qualification, where it is here."""
    school = ClassOfFive(sqlite_engine, language=language).found()
    play(school)
    rows = {
        tuple(button["label"] for button in row)
        for message in school.messages
        for row in message.shown.buttons
    }
    assert max(map(len, rows)) > 1
    assert [row for row in rows if not fits(row)] == []


def fits(row: tuple[str, ...]) -> bool:
    room = (PHONE - BETWEEN * (len(row) - 1)) / len(row) - 2 * AROUND
    return all(LABEL.width(label) <= room for label in row)
