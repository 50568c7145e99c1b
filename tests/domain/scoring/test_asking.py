"""Ask a third, know the whole: only what an answer could change, and nothing of the others."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.school.frameworks import (
    Competence,
    Context,
    Contribution,
    CutOff,
    Indicator,
    Programme,
)
from bot.domain.school.tracks import Role
from bot.domain.scoring.asking import WORTH_ASKING, Occasions, Why, worth_asking
from bot.domain.scoring.chances import Before, before_of, chances_of
from bot.domain.scoring.colours import Colour, Counts, colour_of, counts_of_marks
from bot.domain.scoring.film import Mark, Score, apply
from bot.domain.scoring.scales import Coverage, Mastery

OPENED = datetime(2026, 11, 30, tzinfo=UTC)
AT = OPENED + timedelta(days=10)
BEFORE = OPENED - timedelta(weeks=6)
IN_PERIOD = Occasions(AT, OPENED)
SIZES = (3, 4, 5, 13)


def programme_of(sizes=SIZES, cut_off=CutOff.AT_LEAST, contexts=()):
    competences = tuple(
        Competence(
            number,
            number,
            f"competence {number}",
            tuple(Indicator(100 * number + n, n, "does it") for n in range(1, size + 1)),
        )
        for number, size in enumerate(sizes, start=1)
    )
    return Programme(1, "ELEC", "Electrician", cut_off, competences, contexts)


PROGRAMME = programme_of()
INDICATORS = [indicator.id for own in PROGRAMME.competences for indicator in own.indicators]
SAID_AT = [BEFORE - timedelta(weeks=40), BEFORE, OPENED + timedelta(days=1)]
said = st.builds(
    lambda mastery, at, tally: apply(Mark(), Score(at, mastery=mastery, tally=tally)),
    st.one_of(st.none(), st.sampled_from(Mastery)),
    st.sampled_from(SAID_AT),
    st.integers(0, 1),
)
films = st.dictionaries(st.sampled_from(INDICATORS), said)
focus = st.frozensets(st.sampled_from(INDICATORS), max_size=3)


def mark(mastery, at=BEFORE):
    return apply(Mark(), Score(at, mastery=mastery))


def film_of(number, letters, at=BEFORE):
    """Marks of a competence's indicators, a letter each; '-' has none."""
    return {
        100 * number + n: mark(Mastery(letter.upper()), at)
        for n, letter in enumerate(letters, start=1)
        if letter != "-"
    }


def colour_by(marks, competence):
    own = [marks.get(indicator.id, Mark()) for indicator in competence.indicators]
    return colour_of(len(own), counts_of_marks(own))


@given(films, focus)
def test_what_is_asked_is_open_and_each_once_with_its_reason(marks, focus):
    asked = worth_asking(PROGRAMME, marks, replace(IN_PERIOD, focus=focus))
    ids = [worth.indicator for worth in asked]
    assert len(ids) == len(set(ids))
    for worth in asked:
        own = marks.get(worth.indicator, Mark())
        assert own.is_open(OPENED)
        assert (worth.why is Why.FOCUS) == (worth.indicator in focus)
        if worth.why is Why.NEVER:
            assert own.mastery is None
        if worth.why is Why.COLOUR:
            assert worth.chance >= WORTH_ASKING


@given(films, st.data())
@settings(max_examples=25)
def test_what_is_asked_for_a_colour_can_change_it_with_what_else_may_be_answered(marks, data):
    """Some answers to what is open must let the colour hang on this one."""
    asked = worth_asking(PROGRAMME, marks, IN_PERIOD)
    coloured = [worth for worth in asked if worth.why is Why.COLOUR]
    if not coloured:
        return
    worth = data.draw(st.sampled_from(coloured))
    competence = PROGRAMME.competence_by_id(worth.competence)
    open_ = [i.id for i in competence.indicators if marks.get(i.id, Mark()).is_open(OPENED)]
    answered = {**marks}
    found = set()
    for shown in range(len(open_)):
        others = [indicator for indicator in open_ if indicator != worth.indicator]
        for alone in range(shown + 1):
            for place, indicator in enumerate(others):
                own = Mastery.NOT_SHOWN if place >= shown else Mastery.WITH_SUPPORT
                answered[indicator] = mark(Mastery.AUTONOMOUS if place < alone else own, AT)
            colours = set()
            for mastery in Mastery:
                answered[worth.indicator] = mark(mastery, AT)
                colours.add(colour_by(answered, competence))
            found.add(len(colours) > 1)
    assert any(found)


@given(films, st.randoms(use_true_random=False), st.sampled_from([1, 3, 5, 7]))
@settings(max_examples=25)
def test_it_stops_and_what_it_left_keeps_its_mark(marks, random, few):
    film = dict(marks)
    answered: set[int] = set()
    for _evening in range(len(INDICATORS) + 1):
        asked = worth_asking(PROGRAMME, film, IN_PERIOD)[:few]
        assert answered.isdisjoint(worth.indicator for worth in asked)
        if not asked:
            break
        for worth in asked:
            score = Score(AT, mastery=random.choice(list(Mastery)))
            film[worth.indicator] = apply(film.get(worth.indicator, Mark()), score)
            answered.add(worth.indicator)
    assert not worth_asking(PROGRAMME, film, IN_PERIOD)
    untouched = set(INDICATORS) - answered
    assert all(film.get(indicator) == marks.get(indicator) for indicator in untouched)


@given(films)
def test_it_says_the_same_of_the_same_in_whatever_order(marks):
    turned = dict(reversed(marks.items()))
    assert worth_asking(PROGRAMME, marks, IN_PERIOD) == worth_asking(PROGRAMME, turned, IN_PERIOD)


@given(films, st.sampled_from(INDICATORS))
def test_nothing_says_that_others_differ_unless_it_may_be_told(marks, indicator):
    blind = worth_asking(PROGRAMME, marks, IN_PERIOD)
    assert all(worth.differs is None and worth.why is not Why.DISPUTE for worth in blind)
    told = replace(IN_PERIOD, disputed={indicator: Role.TEACHER})
    differing = [w for w in worth_asking(PROGRAMME, marks, told) if w.why is Why.DISPUTE]
    assert [worth.indicator for worth in differing] == (
        [indicator] if marks.get(indicator, Mark()).is_open(OPENED) else []
    )
    assert all(worth.differs is Role.TEACHER for worth in differing)


def test_a_colour_that_is_certain_is_not_asked_again():
    """Four of five said alone in this period: the fifth cannot change dark green."""
    marks = film_of(3, "vvvvl") | film_of(3, "vvvv", OPENED)
    assert 305 not in [worth.indicator for worth in worth_asking(PROGRAMME, marks, IN_PERIOD)]
    more_than = programme_of(cut_off=CutOff.MORE_THAN)
    (worth,) = [w for w in worth_asking(more_than, marks, IN_PERIOD) if w.indicator == 305]
    assert (worth.why, worth.now, worth.towards) == (
        Why.COLOUR,
        Colour.LIGHT_GREEN,
        Colour.DARK_GREEN,
    )


def test_what_is_near_a_boundary_comes_before_what_is_far():
    near, far = film_of(3, "vvvll"), film_of(4, "vvvvvvvvvvvvx")
    asked = worth_asking(PROGRAMME, near | far, IN_PERIOD)
    known = [worth for worth in asked if worth.why is Why.COLOUR]
    assert {worth.indicator for worth in known[:2]} == {304, 305}


def test_every_reason_is_there():
    marks = film_of(1, "vv-") | film_of(2, "vvlv") | film_of(4, "v" * 13)
    old = {101: mark(Mastery.AUTONOMOUS, BEFORE - timedelta(weeks=40))}
    tallied = {402: apply(marks[402], Score(AT - timedelta(days=2), tally=1))}
    certain = film_of(2, "xx", OPENED) | {102: mark(Mastery.NOT_SHOWN, OPENED)}
    occasions = replace(IN_PERIOD, focus=frozenset({413}), disputed={412: Role.MENTOR})
    found = {
        worth.indicator: worth.why
        for worth in worth_asking(PROGRAMME, marks | old | tallied | certain, occasions)
    }
    assert found[413] is Why.FOCUS
    assert found[412] is Why.DISPUTE
    assert found[103] is Why.NEVER
    assert found[101] is Why.STALE
    assert found[203] is Why.COLOUR
    assert found[402] is Why.NOW


def test_a_context_of_which_all_came_up_lately_comes_up():
    trains = ((1, Contribution.STARTS), (4, Contribution.DEVELOPS))
    programme = programme_of(contexts=(Context(1, 1, "Rough work", trains),))
    lately = Score(AT - timedelta(days=2), coverage=Coverage.REGULARLY)
    marks = film_of(1, "vvv") | film_of(4, "v" * 13)
    marks[101] = apply(marks[101], lately)
    before = [worth.why for worth in worth_asking(programme, marks, IN_PERIOD)]
    marks[401] = apply(marks[401], lately)
    after = [worth.why for worth in worth_asking(programme, marks, IN_PERIOD)]
    assert before.count(Why.NOW) < after.count(Why.NOW)


def test_a_context_of_which_it_is_said_that_it_comes_up_comes_up():
    programme = programme_of(contexts=(Context(7, 1, "Rough work", ((4, Contribution.STARTS),)),))
    marks = film_of(4, "v" * 13)
    before = [worth.why for worth in worth_asking(programme, marks, IN_PERIOD)]
    running = replace(IN_PERIOD, running=frozenset({7}))
    after = [worth.why for worth in worth_asking(programme, marks, running)]
    assert before.count(Why.NOW) < after.count(Why.NOW)


def test_what_a_lesson_was_on_comes_up_now():
    marks = film_of(4, "v" * 13)
    before = [worth.why for worth in worth_asking(PROGRAMME, marks, IN_PERIOD)]
    taught = replace(IN_PERIOD, taught=frozenset({4}))
    after = [worth.why for worth in worth_asking(PROGRAMME, marks, taught)]
    assert before.count(Why.NOW) < after.count(Why.NOW)


def test_of_what_is_worth_the_same_the_training_plan_comes_first():
    programme = programme_of((4, 4, 4))
    assert worth_asking(programme, {}, IN_PERIOD)[0].competence == 1
    pursued = replace(IN_PERIOD, pursued=frozenset({3}))
    assert [worth.competence for worth in worth_asking(programme, {}, pursued)[:4]] == [3] * 4


def test_without_a_period_only_what_was_never_scored_is_asked():
    marks = film_of(1, "vx-") | {indicator: mark(Mastery.AUTONOMOUS) for indicator in INDICATORS}
    del marks[103]
    (worth,) = worth_asking(PROGRAMME, marks, Occasions(AT))
    assert (worth.indicator, worth.why) == (103, Why.NEVER)


@given(
    st.integers(1, 13),
    st.sampled_from(CutOff),
    st.lists(st.sampled_from(Before), min_size=1, max_size=6),
)
def test_chances_are_chances(acquired, cut_off, open_):
    answered = Counts(scored=acquired, acquired=acquired)
    for before, chance in chances_of(answered, open_, cut_off).items():
        assert before in open_
        assert 0 <= chance.changes <= 1 + 1e-9


def test_not_here_is_no_mark():
    assert before_of(apply(Mark(), Score(AT, not_here=True)), AT) is Before.NOT_HERE


@given(films, focus, st.frozensets(st.sampled_from(INDICATORS), max_size=8))
def test_what_was_acquired_before_is_asked_last_but_for_the_focus(marks, focus, before):
    occasions = replace(IN_PERIOD, focus=focus)
    usual = [worth.indicator for worth in worth_asking(PROGRAMME, marks, occasions)]
    asked = [
        worth.indicator
        for worth in worth_asking(PROGRAMME, marks, replace(occasions, before=before))
    ]
    late = before - focus
    assert asked == [
        *(own for own in usual if own not in late),
        *(own for own in usual if own in late),
    ]
