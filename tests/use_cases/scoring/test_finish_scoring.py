"""Who finishes a competence is at work on it no more; what was stored is shown where it stands."""

from bot.domain.scoring.colours import Colour
from bot.domain.scoring.scales import Mastery
from bot.ports.worlds import World
from bot.use_cases.scoring.finish_scoring import finish_scoring
from bot.use_cases.scoring.undo_entry import undo_entry
from tests.dialogues.school import MORNING
from tests.use_cases.scoring.conftest import Scorer


def finish(karim: Scorer, entry: int | None):
    return finish_scoring(
        karim.uow, karim.seats[0], karim.programme, karim.competence, entry, MORNING
    )


def test_finishing_is_noted_and_shows_how_the_competence_stands(karim: Scorer):
    stored = karim.stores(karim.sayings(Mastery.AUTONOMOUS))
    finished = finish(karim, stored)
    assert finished
    entry, standing = finished
    assert entry.id == stored
    assert (standing.colour, standing.counts.autonomous) == (Colour.RED, 1)
    (at_work,) = karim.uow.sittings.list_open(World(False, MORNING))
    assert at_work.sitting.done_at == MORNING


def test_what_was_undone_meanwhile_is_not_shown(karim: Scorer):
    stored = karim.stores(karim.sayings(Mastery.AUTONOMOUS))
    assert undo_entry(karim.uow, karim.person_id, MORNING, stored)
    assert finish(karim, stored) is None
    assert finish(karim, None) is None
