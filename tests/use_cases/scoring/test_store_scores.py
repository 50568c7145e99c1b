"""Sayings go into the entry of their dialogue while it stands; a contradiction stores nothing."""

import pytest

from bot.domain.scoring.film import Mark, Score
from bot.domain.scoring.scales import Coverage, Mastery
from bot.use_cases.scoring.store_scores import Contradiction, Sayings
from bot.use_cases.scoring.undo_entry import undo_entry
from tests.dialogues.school import MORNING
from tests.use_cases.scoring.conftest import Scorer


def test_a_dialogue_goes_on_with_its_entry_until_that_is_undone(karim: Scorer):
    said = karim.sayings(Mastery.AUTONOMOUS)
    first = karim.stores(said)
    assert karim.stores(said, first) == first
    assert undo_entry(karim.uow, karim.person_id, MORNING, first)
    assert karim.mark(karim.seats[0]).empty
    assert karim.stores(said, first) != first
    assert karim.mark(karim.seats[0]).mastery is Mastery.AUTONOMOUS


def test_a_contradiction_says_what_clashes_and_stores_nothing(karim: Scorer):
    karim.stores(karim.sayings(coverage=Coverage.NOT_YET))
    before = karim.mark(karim.seats[0])
    with pytest.raises(Contradiction) as clash:
        karim.stores(karim.sayings(Mastery.WITH_SUPPORT))
    assert (clash.value.shown, clash.value.never) == ([karim.indicator], [])
    assert karim.mark(karim.seats[0]) == before


def test_an_indicator_of_another_competence_is_refused(karim: Scorer):
    strange = karim.programme.competences[1].indicators[0].id
    with pytest.raises(ValueError, match="another competence"):
        karim.stores(Sayings(karim.competence, {strange: Score(MORNING, Mastery.AUTONOMOUS)}))
    assert karim.mark(karim.seats[0]) == Mark()
