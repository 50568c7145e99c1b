"""A questionnaire's file: what it may say, and what is refused with its place."""

import re
import tomllib
from pathlib import Path

import pytest

from bot.domain.languages import LANGUAGES
from bot.domain.questions import QuestionKind
from bot.domain.school.tracks import Role
from bot.exchange.handed import read_handed
from bot.exchange.reading.questionnaire_file import OURS, read_questionnaire
from bot.i18n import Voice
from bot.ports.administering.handed_files import QuestionnaireFile
from bot.refusal import Refused

WHOLE = """
name = "how-it-goes"
title = "How it goes"
anonymous = false
roles = ["student", "mentor"]
programme = "ELEC-1"
class_group = "6E"
opens_on = 2026-10-15
closes_on = "2026-10-21"

[[question]]
kind = "scale"
text = { nl = "Ik leer veel.", en = "I learn a lot." }
low = "no"
high = "yes"
steps = 4

[[question]]
kind = "choice"
text = "Where most?"
options = ["at school", "at work"]
optional = true

[[question]]
kind = "words"
text = "What would help?"
"""


def read(tmp_path: Path, text: str):
    path = tmp_path / "asked.toml"
    path.write_text(text)
    return read_questionnaire(path)


def test_all_that_it_may_say_is_read(tmp_path: Path):
    draft = read(tmp_path, WHOLE)
    assert (draft.name, draft.anonymous, draft.roles) == (
        "how-it-goes",
        False,
        {Role.STUDENT, Role.MENTOR},
    )
    assert (draft.programme, draft.class_group) == ("ELEC-1", "6E")
    assert (str(draft.when.opens_on), str(draft.when.closes_on)) == ("2026-10-15", "2026-10-21")
    scale, choice, words = draft.questions
    assert (scale.kind, scale.steps, scale.text("nl")) == (QuestionKind.SCALE, 4, "Ik leer veel.")
    assert (choice.optional, choice.label(2, "en")) == (True, "at work")
    assert (words.number, words.kind, words.optional) == (3, QuestionKind.WORDS, False)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('name = "how-it-goes"', 'name = "How it goes"', "name is small letters and digits"),
        ("anonymous = false\n", "", "anonymous is missing"),
        ("anonymous = false", 'anonymous = "no"', "anonymous is not true or false"),
        ('["student", "mentor"]', '["pupil"]', "roles names one of these at least: student,"),
        ('["student", "mentor"]', "[]", "roles names one of these at least"),
        ("opens_on = 2026-10-15\n", "", "opens_on is missing"),
        ('"2026-10-21"', '"soon"', "closes_on needs a day such as 2026-12-18"),
        ('"2026-10-21"', "9999-12-31", "closes_on needs a day such as 2026-12-18"),
        ("opens_on = 2026-10-15", "opens_on = 0001-01-01", "opens_on needs a day such as"),
        ("opens_on =", "days_before_photo = 3\nopens_on =", "it says when: either"),
        ("opens_on = 2026-10-15\ncloses_on = \"2026-10-21\"", "", "it says when: either"),
        (
            "opens_on = 2026-10-15\ncloses_on = \"2026-10-21\"",
            "days_before_photo = 3\ncloses_before_photo = 3",
            "closes_before_photo is less",
        ),
        ('kind = "scale"', 'kind = "stars"', "question[1].kind is none of these: scale, choice"),
        ("steps = 4", "steps = 11", "question[1].steps is from 2 to 10"),
        ('low = "no"\n', "", "question[1].low is missing"),
        ('low = "no"', 'options = ["no"]', "question[1].options that means nothing here"),
        ('["at school", "at work"]', '["at school"]', "question[2].options has 2 to 12"),
        ('["at school", "at work"]', '["here", "here"]', "has the same twice"),
        ('["at school", "at work"]', '["Here", "here "]', "has the same twice"),
        ('text = "Where most?"', 'text = " "', "question[2].text has 1 to 400 characters"),
        ('{ nl = "Ik leer veel."', '{ es = "Aprendo."', "question[1].text.es that means nothing"),
        ("programme =", "program =", "it has a key program that means nothing here"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_place(tmp_path: Path, old: str, new: str, problem: str):
    assert old in WHOLE
    with pytest.raises(Refused) as refused:
        read(tmp_path, WHOLE.replace(old, new))
    said = Voice("en", "UTC").say(refused.value.text)
    assert said.startswith("asked.toml: ")
    assert problem in said


def test_one_without_questions_and_one_that_is_no_toml_are_refused(tmp_path: Path):
    for text in (WHOLE.partition("[[question]]")[0], "name = ", "[[question]]\nname"):
        with pytest.raises(Refused):
            read(tmp_path, text)


def test_it_is_known_in_the_chat_by_what_it_holds():
    for name in ("asked.toml", "asked.txt"):
        assert isinstance(read_handed(name, WHOLE.encode(), "Europe/Brussels"), QuestionnaireFile)


@pytest.mark.parametrize("name", OURS)
def test_our_examples_are_whole_in_every_language(name: str):
    draft = read_questionnaire(OURS[name])
    assert draft.name == name
    assert 3 <= len(draft.questions) <= 6
    languages = {*LANGUAGES}
    for question in draft.questions:
        for texts in (question.texts, *question.options):
            assert languages <= {*texts}
        addressed = re.search(r"\b(du|dir|dich|dein\w*)\b", question.texts["de"].lower())
        assert ("de_formal" in question.texts) == bool(addressed)
    assert tomllib.loads(OURS[name].read_text())["anonymous"] is True
