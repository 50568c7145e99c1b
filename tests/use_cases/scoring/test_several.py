"""What is said of several students at once: foreseen first, and stored all or none."""

import pytest

from bot.domain.scoring.scales import Coverage, Mastery
from bot.use_cases.rights.contesting.correct_note import correct_note
from bot.use_cases.scoring.foresee_class_group import foresee_class_group
from bot.use_cases.scoring.store_lines import store_lines
from bot.use_cases.scoring.store_scores import Contradiction, Occasion, Sayings
from bot.use_cases.scoring.undo_entry import undo_entry
from tests.dialogues.school import MORNING
from tests.use_cases.scoring.conftest import Scorer

OCCASION = Occasion(MORNING, "two", "m")


def test_what_would_change_is_foreseen_and_nothing_is_stored(els: Scorer):
    jonas, noor = els.seats
    els.stores(els.sayings(Mastery.WITH_SUPPORT))
    foreseen = foresee_class_group(els.uow, els.seats, [els.sayings(Mastery.AUTONOMOUS)])
    assert foreseen.changed == {jonas.track_id: 1}
    assert els.mark(jonas).mastery is Mastery.WITH_SUPPORT
    assert els.mark(noor).empty
    never = foresee_class_group(els.uow, els.seats, [els.sayings(coverage=Coverage.NOT_YET)])
    assert never.skipped == [jonas.track_id]


def test_lines_are_one_entry(els: Scorer):
    jonas, noor = els.seats
    said = [(jonas, [els.sayings(Mastery.AUTONOMOUS)]), (noor, [els.sayings(Mastery.NOT_SHOWN)])]
    entry, _stored = store_lines(els.uow, said, OCCASION)
    assert els.mark(noor).mastery is Mastery.NOT_SHOWN
    assert undo_entry(els.uow, els.person_id, MORNING, entry.id)
    assert els.mark(jonas).empty
    assert els.mark(noor).empty


def test_where_one_contradicts_none_is_stored(els: Scorer):
    jonas, noor = els.seats
    els.stores(els.sayings(coverage=Coverage.NOT_YET))
    said = [(noor, [els.sayings(Mastery.AUTONOMOUS)]), (jonas, [els.sayings(Mastery.AUTONOMOUS)])]
    with pytest.raises(Contradiction):
        store_lines(els.uow, said, OCCASION)
    assert els.mark(noor).empty


def test_only_the_author_corrects_a_note_that_stands(els: Scorer):
    note = Sayings(els.competence, notes={None: "neat"}, note_source="n1")
    entry = els.stores(note)
    assert not correct_note(els.uow, els.person_id + 1, "n1", "slow", MORNING)
    assert not correct_note(els.uow, els.person_id, "", "slow", MORNING)
    assert correct_note(els.uow, els.person_id, "n1", "slow", MORNING)
    track = els.seats[0].track_id
    (kept,) = els.uow.reads.read_notes(els.person_id, track, els.competence.id)
    assert kept.text == "slow"
    undo_entry(els.uow, els.person_id, MORNING, entry)
    assert not correct_note(els.uow, els.person_id, "n1", "again", MORNING)
