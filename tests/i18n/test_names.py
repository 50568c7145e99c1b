"""Roles are called as a school calls them, in every sentence, and people's words stay."""

import re

import pytest

from bot.domain.languages import LANGUAGES
from bot.domain.manner import FORMAL
from bot.i18n import Voice
from bot.i18n.choosing import choose_manner
from bot.i18n.role_names import RoleName, renaming, role_names
from bot.messages import Text
from bot.refusal import Refused
from tools.reviewing import catalogue, forms

PLACE = re.compile(r"\{[^{}]*\}")
CALLED_DU = re.compile(r"\b(?:du|dich|dir|dein(?:e[mnrs]?)?)\b", re.IGNORECASE)
CHOICES = [
    pytest.param(language, role, name, id=f"{language}-{name.word}")
    for language in LANGUAGES
    for role, names in role_names(language).items()
    for name in names[1:]
]
KEPT_WORDS = {"en": {"coaching"}, "nl": set[str](), "fr": set[str](), "de": set[str]()}
"""Words that begin as a usual name does, and name no role."""
VOWELS = "aeiouéèêhAEIOUÉÈÊH"
"""Before which French leaves a vowel out: no name begins with an h that is breathed."""
OWN = "(?:m|d|s|k)?ein|ihr|euer|unser"


def misplaced(language: str, name: RoleName) -> re.Pattern[str]:
    """Find an article or an ending before a name that does not go with it."""
    begins, word, many = name.word[0] in VOWELS, re.escape(name.forms["one"]), name.forms["many"]
    either = f"(?:{word}|{re.escape(many)})\\b"
    alone = f"{word}\\b" + ("" if name.forms["one"] != many else "$^")
    patterns = {
        "en": f"\\b{'a' if name.word[0] in 'aeio' else 'an'} {word}\\b",
        "nl": f"\\bhet {word}\\b",
        "fr": f"\\b(?:le|la|du|au|ce|de|que|sa|ma) {either}"
        if begins
        else f"\\b(?:l|d|qu|cet)[’' ]{either}",
        "de": f"\\b(?:dem|den|des|ein|(?:{OWN})e[mns]) {alone}"
        if name.forms.get("the", "").startswith("die")
        else f"\\b(?:die|diese|jede|(?:{OWN})e) {alone}",
    }
    return re.compile(patterns[language], re.IGNORECASE)


def every_text(language: str) -> list[str]:
    return [form for message in catalogue(language) for form in forms(message.string) if form]


def of_usual(language: str, role: str) -> re.Pattern[str]:
    """Find the usual name in a text, in any of its forms."""
    usual = role_names(language)[role][0]
    stems = sorted({usual.forms["one"], usual.forms["many"]}, key=len, reverse=True)
    return re.compile(rf"(?<![/\w-])(?:{'|'.join(stems)})\w*", re.IGNORECASE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_role_has_names_of_the_same_forms(language):
    known = role_names(language)
    assert list(known) == ["student", "mentor", "teacher", "coach"]
    for names in known.values():
        assert len(names) > 1
        assert {tuple(name.forms) for name in names} == {tuple(names[0].forms)}
        assert (
            len({name.word for name in names}) == len({name.kind for name in names}) == len(names)
        )


@pytest.mark.parametrize(("language", "role", "name"), CHOICES)
def test_no_text_says_the_usual_name_where_another_was_chosen(
    language: str, role: str, name: RoleName
):
    renames = renaming(language, {role: name.word})
    assert renames is not None
    left, usual = {}, of_usual(language, role)
    for text in every_text(language):
        renamed = renames(text)
        assert PLACE.findall(renamed) == PLACE.findall(text)
        found = set(usual.findall(PLACE.sub("", renamed))) - KEPT_WORDS[language]
        if found - {name.word}:
            left[text] = found
    assert left == {}


@pytest.mark.parametrize(("language", "role", "name"), CHOICES)
def test_what_stands_before_a_name_agrees_with_it(language: str, role: str, name: RoleName):
    renames = renaming(language, {role: name.word})
    assert renames is not None
    wrong = misplaced(language, name)
    assert [text for text in map(renames, every_text(language)) if wrong.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_the_usual_names_not_a_letter_changes(language):
    usual = {role: names[0].word for role, names in role_names(language).items()}
    assert renaming(language, usual) is renaming(language, {}) is None


def test_names_are_said_with_their_article_and_people_s_words_stay():
    chosen = choose_manner("", "nl", roles=["student=cursist", "en:student=apprentice"])
    english, dutch = (Voice(code, "UTC", manner=chosen) for code in ("en", "nl"))
    said = Text("A row has no teacher, and a student has {who}.", {"who": "a student"})
    assert english.say(said) == "A row has no teacher, and an apprentice has a student."
    assert dutch.rename("Je leerlingenlijst: {leerling}") == "Je cursistenlijst: {leerling}"


def test_one_choice_holds_in_every_language_and_the_usual_name_takes_it_back():
    chosen = choose_manner("", "nl", roles=["mentor=werkplekbegeleider", "coach=trajectbegeleider"])
    assert Voice("en", "UTC", manner=chosen).rename("mentor, coach") == "supervisor, counsellor"
    back = choose_manner(chosen, "nl", roles=["mentor=mentor"])
    assert Voice("en", "UTC", manner=back).rename("mentor, coach") == "mentor, counsellor"
    assert choose_manner(back, "nl", roles=["coach=coach"]) == ""


@pytest.mark.parametrize(
    ("roles", "says"),
    [
        ("student=leerkracht", "can be called"),
        ("boss=chef", "names no role"),
        ("student", "can be called"),
        ("xx:student=cursist", "names no role"),
    ],
)
def test_what_our_sentences_do_not_know_is_refused(roles: str, says: str):
    with pytest.raises(Refused) as refused:
        choose_manner("", "nl", roles=[roles])
    assert says in Voice("en", "UTC").say(refused.value.text)


def test_what_another_version_kept_is_spoken_as_usual():
    for kept in ("{", "[]", '{"names": {"nl": {"student": "gast"}}}', '{"address": {"nl": "u"}}'):
        assert Voice("nl", "UTC", manner=kept).rename("leerling") == "leerling"


def test_a_school_that_chose_sie_is_nowhere_called_du():
    """What is said formally has its places, and lies over a text that is there."""
    manner = choose_manner("", "nl", addresses=["de=Sie"])
    assert choose_manner(manner, "nl", addresses=["de=du"]) == ""
    usual = {forms(message.id): forms(message.string) for message in catalogue("de")}
    over = {forms(message.id): forms(message.string) for message in catalogue("de", FORMAL)}
    over = {key: told for key, told in over.items() if key[0] and any(told)}
    assert len(over) > 100
    assert [key for key in over if key not in usual] == []
    for key, told in over.items():
        assert [set(PLACE.findall(text)) for text in told] == [
            set(PLACE.findall(text)) for text in usual[key]
        ]
    said = Voice("de", "UTC", manner=manner)
    texts = [
        said.say(Text(key[0], {})) for key in usual if len(key) == 1 and not PLACE.search(key[0])
    ]
    assert [text for text in texts if CALLED_DU.search(text)] == []
