"""A school's own prompts and tips: they add, replace and leave out, and are read strictly."""

import pytest

from bot.domain.coaching.methods import Method
from bot.domain.coaching.repertoire import Prompt, Tip, Trigger
from bot.domain.scoring.scales import Mastery
from bot.exchange.repertoire_file import read_repertoire
from bot.refusal import Refused
from tests.exchange.english import english

OWN = """
[[prompt]]
key = "oven-colour"
method = "reflection"
mastery = "L"
on = "tallied"
nl = "“{what}” deed je {times} keer. Wat  zei de kleur?"
en = "You did “{what}” {times} times. What did the colour say?"

[[prompt]]
key = "reflection-proud"
method = "reflection"
nl = "Waar zou je oma trots op zijn?"

[[prompt]]
key = "reflection-surprise"
off = true

[[card]]
method = "coaching"
nl = "Proef mee"

[[tip]]
key = "oven-taste"
method = "coaching"
nl = "Laat proeven {voor} je iets zegt."
en = "Let them taste before you speak."

[[tip]]
key = "coaching-hint"
off = true
"""


def read(folder, text, *more, name="own.toml"):
    path = folder / name
    path.write_text(text)
    return read_repertoire(path, *more)


def test_a_new_key_adds_a_known_one_replaces_and_off_leaves_out(tmp_path):
    ours, found = read_repertoire(), read(tmp_path, OWN)
    assert found.prompts["oven-colour"] == Prompt(
        "oven-colour",
        Method.REFLECTION,
        {
            "nl": "“{what}” deed je {times} keer. Wat zei de kleur?",
            "en": "You did “{what}” {times} times. What did the colour say?",
        },
        Mastery.WITH_SUPPORT,
        Trigger.TALLIED,
    )
    assert found.prompts["reflection-proud"].said("en") == "Waar zou je oma trots op zijn?"
    assert ours.prompts.keys() ^ found.prompts.keys() == {"oven-colour", "reflection-surprise"}
    assert ours.tips.keys() ^ found.tips.keys() == {"oven-taste", "coaching-hint"}
    taste = {"nl": "Laat proeven {voor} je iets zegt.", "en": "Let them taste before you speak."}
    assert found.card(Method.COACHING)[-1] == Tip("oven-taste", Method.COACHING, taste)
    assert found.title(Method.COACHING, "nl") == "Proef mee"
    assert found.title(Method.MODELLING, "nl") == ours.title(Method.MODELLING, "nl")


def test_a_later_file_extends_an_earlier_one(tmp_path):
    last = tmp_path / "last.toml"
    last.write_text('[[prompt]]\nkey = "oven-colour"\noff = true\n')
    assert "oven-colour" not in read(tmp_path, OWN, last).prompts


LONG = "x" * 221


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("[[card]]", "[[card]", "it is not TOML: Expected ']]'"),
        ("[[card]]", "[[cards]]", "it has a key cards that means nothing here"),
        ('key = "oven-colour"\n', "", "prompt[1].key is missing"),
        ('"oven-colour"', '"Oven colour"', "prompt[1].key is small letters and digits with hyphen"),
        (
            '"oven-colour"',
            f'"{"a" * 41}"',
            "prompt[1].key is small letters and digits with hyphens",
        ),
        ('"reflection-proud"', '"oven-colour"', "prompt[2] has the key oven-colour once more"),
        (
            '"reflection-surprise"',
            '"surprise"',
            "prompt[3] leaves out surprise, which is not there",
        ),
        ('"coaching-hint"', '"hint"', "tip[2] leaves out hint, which is not there"),
        ("off = true\n\n[[card]]", "off = 1\n[[card]]", "prompt[3].off is not true or false"),
        (
            "off = true\n\n[[card]]",
            'off = true\nnl = "x"\n[[card]]',
            "it has a key prompt[3].nl that means nothing here",
        ),
        ('mastery = "L"', 'mastery = "l"', "prompt[1].mastery is none of these: X, L, V"),
        (
            'on = "tallied"',
            'on = "done"',
            "prompt[1].on is none of these: goal, first, disputed, scored, tallied",
        ),
        ('on = "tallied"', 'when = "tallied"', "it has a key prompt[1].when that means nothing"),
        (
            'method = "coaching"\nnl = "Proef mee"',
            'method = "kneading"\nnl = "Proef mee"',
            "card[1].method is none of these: modelling, scaffolding, articulation, coaching, refl",
        ),
        (
            'nl = "Waar zou je oma trots op zijn?"',
            "",
            "prompt[2] has no text in nl, fr, de, en",
        ),
        ("Waar zou je oma trots op zijn?", "", "prompt[2].nl has 1 to 220 characters"),
        ("Waar zou je oma trots op zijn?", LONG, "prompt[2].nl has 1 to 220 characters"),
        ("Let them taste", LONG + LONG, "tip[1].en has 1 to 300 characters"),
        ("Waar zou je oma", "Waar zou {wie}", "prompt[2].nl may leave open {what}, {times}, and"),
        (
            "Waar zou je oma",
            "Waar zou {what!r}",
            "prompt[2].nl may leave open {what}, {times}, and",
        ),
        ("Waar zou je oma", "Waar zou je {oma", "prompt[2].nl may leave open {what}, {times}, and"),
        ("Waar zou je oma", "Waar zou je oma}", "prompt[2].nl may leave open {what}, {times}, and"),
        (
            "You did “{what}” {times} times",
            "You did it {times} times",
            "prompt[1] does not leave open the same in every language",
        ),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(tmp_path, old, new, problem):
    assert OWN.count(old) == 1
    with pytest.raises(Refused) as caught:
        read(tmp_path, OWN.replace(old, new))
    assert english(caught.value.text).startswith(f"own.toml: {problem}")
