"""The same is said of every student of a class group, but for whom it would contradict."""

from bot.domain.scoring.scales import Coverage, Mastery
from bot.use_cases.scoring.score_class_group import score_class_group
from bot.use_cases.scoring.store_scores import Occasion
from bot.use_cases.scoring.undo_entry import undo_entry
from tests.dialogues.school import MORNING
from tests.use_cases.scoring.conftest import Scorer

OCCASION = Occasion(MORNING, "6E · 8", "m")


def test_who_would_be_contradicted_is_skipped_and_all_is_undone_as_one(els: Scorer):
    jonas, noor = els.seats
    els.stores(els.sayings(coverage=Coverage.NOT_YET))
    scored = score_class_group(els.uow, els.seats, [els.sayings(Mastery.AUTONOMOUS)], OCCASION)
    assert (scored.stored, scored.skipped) == ([noor.track_id], [jonas.track_id])
    assert els.mark(jonas).mastery is None
    assert els.mark(noor).mastery is Mastery.AUTONOMOUS
    assert scored.entry
    assert undo_entry(els.uow, els.person_id, MORNING, scored.entry.id)
    assert els.mark(noor).empty


def test_where_everybody_is_skipped_there_is_no_entry(els: Scorer):
    never = els.sayings(coverage=Coverage.NOT_YET)
    assert score_class_group(els.uow, els.seats, [never], OCCASION).stored
    unsure = els.sayings(Mastery.WITH_SUPPORT)
    scored = score_class_group(els.uow, els.seats, [unsure], OCCASION)
    assert (scored.entry, scored.stored) == (None, [])
