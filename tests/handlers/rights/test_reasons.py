"""What goes and what stays is said for each table that the privacy table declares."""

from bot.domain.rights.declared import Fate
from bot.ports.rights.erasing import NAMED_IN_SIGNED
from bot.storage.rights.declared import DECLARED
from handlers.rights.forgetting.reasons import (
    GOES,
    LIKE_AN_ASSESSMENT,
    STAYS,
    UNSAID,
    say_goes,
    say_stays,
)

TIES = [(own.name, tie) for own in DECLARED.values() for tie in own.ties if tie.exported]


def test_of_each_table_of_which_rows_go_it_is_said():
    going = {name for name, tie in TIES if tie.fate is Fate.GOES}
    said = [name for _text, names in GOES for name in names]
    assert set(said) == going
    assert len(said) == len(going)


def test_each_reason_why_something_stays_has_words_or_holds_no_words():
    whys = {tie.why for _name, tie in TIES if tie.fate is not Fate.GOES}
    assert whys | {NAMED_IN_SIGNED} == STAYS.keys() | LIKE_AN_ASSESSMENT | UNSAID


def test_a_sentence_is_said_once():
    whys = {NAMED_IN_SIGNED, *(tie.why for _name, tie in TIES)}
    assert len(say_stays(whys)) == len(STAYS)
    assert len(say_goes({name for name, _tie in TIES})) == len(GOES)
    assert say_goes(()) == say_stays(()) == []
