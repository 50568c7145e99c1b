"""One score of a dialogue is taken back, and all else that it said stands as it did."""

import random
from contextlib import suppress
from datetime import timedelta
from functools import reduce

from bot.domain.scoring.film import Mark, Score, apply
from bot.domain.scoring.scales import Coverage, Mastery
from bot.use_cases.scoring.store_scores import Contradiction, Occasion, Sayings, store_scores
from bot.use_cases.scoring.take_back_score import Scale, take_back_score
from tests.dialogues.school import MORNING
from tests.use_cases.scoring.conftest import Scorer

LATER = MORNING + timedelta(hours=1)


def test_what_was_said_before_the_dialogue_stands_again(karim: Scorer):
    karim.stores(karim.sayings(Mastery.WITH_SUPPORT, Coverage.SOMETIMES))
    entry = karim.stores(karim.sayings(Mastery.AUTONOMOUS))
    taken = take_back_score(karim.uow, karim.seats[0], entry, karim.indicator, Scale.MASTERY, LATER)
    assert taken is not None
    assert taken.entry is None
    assert karim.mark(karim.seats[0]).mastery is Mastery.WITH_SUPPORT


def test_a_rest_that_would_contradict_what_stood_before_goes_too(karim: Scorer):
    karim.stores(karim.sayings(Mastery.NOT_SHOWN, Coverage.NOT_YET))
    entry = karim.stores(karim.sayings(Mastery.AUTONOMOUS, Coverage.SOMETIMES))
    taken = take_back_score(
        karim.uow, karim.seats[0], entry, karim.indicator, Scale.COVERAGE, LATER
    )
    assert taken is not None
    assert taken.whole
    assert karim.mark(karim.seats[0]).mastery is Mastery.NOT_SHOWN


def says_at_random(karim: Scorer, dice: random.Random) -> tuple[int, list[tuple[int, Score]]]:
    """Say a few things of a competence under one entry; those that contradict are left out."""
    entry, said = None, []
    for step in range(6):
        at = MORNING + timedelta(seconds=step)
        own = dice.choice(karim.competence.indicators).id
        score = Score(at, dice.choice([*Mastery]), dice.choice([None, *Coverage]))
        occasion = Occasion(at, "t", "", entry)
        with suppress(Contradiction):
            sayings = [Sayings(karim.competence, {own: score})]
            entry = store_scores(karim.uow, karim.seats[0], sayings, occasion)[0].id
            said.append((own, score))
    assert entry is not None
    return entry, said


def stands(karim: Scorer) -> dict[int, Mark]:
    seat = karim.seats[0]
    marks = karim.uow.reads.read_perspective(karim.person_id, seat.track_id, seat.role)
    return {own: mark for own, mark in marks.items() if mark.said_at}


def test_whatever_was_said_the_others_stay(karim: Scorer):
    dice = random.Random(3)
    for _round in range(12):
        before = stands(karim)
        entry, said = says_at_random(karim, dice)
        gone, scale = dice.choice(karim.competence.indicators).id, dice.choice([*Scale])
        taken = take_back_score(karim.uow, karim.seats[0], entry, gone, scale, LATER)
        assert taken is not None
        now = stands(karim)
        for own in {own for own, _score in said} - {gone}:
            others = [score for of, score in said if of == own]
            assert now[own] == reduce(apply, others, before.get(own, Mark()))
        assert not any(mark.contradictory for mark in now.values())
        if taken.entry:
            karim.uow.ledger.undo(taken.entry, LATER)
        assert stands(karim) == before
