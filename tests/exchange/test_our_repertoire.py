"""Our own prompts and tips: whole in every language, short, open, and in nobody's jargon.

Under `-v` each text is shown as it is said.
"""

import re
from collections import Counter

import pytest

from bot.domain.coaching.methods import Method
from bot.domain.coaching.repertoire import LONGEST_PROMPT, LONGEST_TIP, Blank, Prompt, Tip, Trigger
from bot.domain.languages import LANGUAGES
from bot.domain.manner import ADDRESSED
from bot.domain.scoring.scales import Mastery
from bot.exchange.repertoire_file import read_repertoire

REPERTOIRE = read_repertoire()
PROMPTS = tuple(REPERTOIRE.prompts.values())
TIPS = tuple(REPERTOIRE.tips.values())
ALL: tuple[Prompt | Tip, ...] = (*PROMPTS, *TIPS)

# What belongs in the scoring dialogue or in a teacher's room, not in a question after work.
JARGON = re.compile(
    r"reflect|competen|indicator|beheers|master|scor|\bmarks?\b|assess|evaluat|method|"
    r"leerdoel|leerproces|feedback|attitude|punten|cijfer|grade|scaffold|transfer",
    re.IGNORECASE,
)
# A verdict in the question, or how somebody else sees it.
VERDICT = re.compile(
    r"\bfout\b|mistake|\bslecht|\bbad\b|nog niet|not yet|\bniet goed|vindt je mentor|mentor says|"
    r"erreur|mal fait|pas encore|\bfehler|schlecht|noch nicht",
    re.IGNORECASE,
)
OPENS = {
    "nl": re.compile(
        r"\b(wat|welke?|hoe|hoever|wie|waar|waarom|waaraan|waarvoor|wanneer)\b", re.IGNORECASE
    ),
    "en": re.compile(r"\b(what|which|how|who|where|why|when)\b", re.IGNORECASE),
    "fr": re.compile(
        r"\b(que|qu|quoi|quel(?:le)?s?|comment|qui|où|pourquoi|quand|laquelle)\b", re.IGNORECASE
    ),
    "de": re.compile(
        r"\b(was|wer|wen|wem|wie|warum|wann|welche[mnrs]?|wo(?:r?[a-zü]+)?)\b", re.IGNORECASE
    ),
}
WAYS = {*LANGUAGES, *ADDRESSED}
"""Every language, and the formal ways in which some are said."""


def shown(advice):
    return " = ".join(advice.texts.values())


EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
EVERY_PROMPT = pytest.mark.parametrize("prompt", PROMPTS, ids=shown)
EVERY_TIP = pytest.mark.parametrize("tip", TIPS, ids=shown)


@EVERY_LANGUAGE
@EVERY_PROMPT
def test_a_prompt_is_one_short_open_question(prompt, language):
    text = prompt.texts[language]
    assert 0 < len(text) <= LONGEST_PROMPT
    assert text.count("?") == 1
    assert text.endswith("?")
    # Open: the question itself has a word that asks for more than yes or no.
    assert OPENS[language].search(re.split(r"\. (?=[A-Z])", text)[-1])
    assert not JARGON.search(text)
    assert not VERDICT.search(text)


@EVERY_PROMPT
def test_a_prompt_says_what_it_is_about_in_every_language(prompt):
    for place in Blank:
        assert len({place in text for text in prompt.texts.values()}) == 1
    for text in prompt.texts.values():
        # On a line of its own, never bent into a sentence.
        assert re.match(r"(“{what}”|«\s{what}\s»|„{what}“) ", text) or Blank.WHAT not in text
    if prompt.leaves_open(Blank.TIMES):
        assert prompt.on is Trigger.TALLIED
    if prompt.on is Trigger.GOAL:
        assert not prompt.leaves_open(Blank.WHAT)
    said = prompt.said("nl", "10.3", 4)
    assert "{" not in said


@EVERY_PROMPT
def test_a_question_on_a_dispute_tells_nothing_of_it(prompt):
    if prompt.on is Trigger.DISPUTED:
        told = re.compile(
            r"mentor|leerkracht|teacher|oneens|anders dan|differ|agree|tuteur|enseignant|lehrkraft"
            r"|d[’']accord|einverstanden",
            re.IGNORECASE,
        )
        assert not any(told.search(text) for text in prompt.texts.values())


@EVERY_LANGUAGE
@EVERY_TIP
def test_a_tip_is_short_and_plain(tip, language):
    text = tip.texts[language]
    assert 0 < len(text) <= LONGEST_TIP
    assert text[-1] in ".?”»“"
    assert not JARGON.search(text)


@pytest.mark.parametrize("method", Method)
def test_every_method_has_questions_enough_and_a_card(method):
    own = [prompt for prompt in PROMPTS if prompt.method is method]
    # At least six of each sort: for anybody who did something, and for a day without a tally.
    anybody = [prompt for prompt in own if prompt.on is None and prompt.mastery is None]
    assert len([prompt for prompt in anybody if not prompt.leaves_open(Blank.WHAT)]) >= 6
    assert len([prompt for prompt in own if prompt.leaves_open(Blank.WHAT)]) >= 6
    assert len([prompt for prompt in own if prompt.on is Trigger.GOAL]) >= 2
    assert 3 <= len(REPERTOIRE.card(method)) <= 5
    assert set(LANGUAGES) <= set(REPERTOIRE.titles[method]) <= WAYS


def test_every_trigger_and_every_mastery_has_questions_of_its_own():
    assert {prompt.on for prompt in PROMPTS} == {None, *Trigger}
    assert {prompt.mastery for prompt in PROMPTS} == {None, *Mastery}


@EVERY_LANGUAGE
def test_no_text_stands_twice(language):
    texts = Counter(advice.texts[language] for advice in ALL)
    assert [text for text, times in texts.items() if times > 1] == []


def test_every_language_is_whole_and_says_it_differently():
    for advice in ALL:
        assert set(LANGUAGES) <= set(advice.texts) <= WAYS
        assert len(set(advice.texts.values())) == len(advice.texts)


def test_who_is_addressed_formally_is_nowhere_addressed_otherwise():
    told = re.compile(r"\b(du|dich|dir|dein\w*|ihr|euch|euer\w*)\b")
    for advice in ALL:
        formal = advice.texts.get("de_formal") or advice.texts["de"]
        assert not told.search(re.sub("„.*?“", "", formal))


def test_a_key_begins_with_its_method():
    assert [advice.key for advice in ALL if not advice.key.startswith(f"{advice.method}-")] == []


@EVERY_LANGUAGE
def test_the_texts_keep_to_our_typography(language):
    for advice in ALL:
        assert not re.search("[\u2014\"']|  ", advice.texts[language])
