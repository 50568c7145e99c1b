"""Which question comes next: about what was done, by its mastery, and never the same one soon."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.coaching.methods import Method, distance
from bot.domain.coaching.repertoire import Prompt, Trigger
from bot.domain.reflecting.prompting import (
    APART,
    GOAL_LASTS,
    SAME_AGAIN,
    TURN_AFTER,
    Because,
    Doing,
    Goal,
    PastPrompt,
    Situation,
    choose,
)
from bot.domain.scoring.scales import Mastery

AT = datetime(2026, 10, 15, 15, tzinfo=UTC)
X, L, V = Mastery
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
SECOND = timedelta(seconds=1)


def prompt(key, method=Method.REFLECTION, text="How was it?", mastery=None, on=None):
    return Prompt(key, method, {"en": text}, mastery, on)


ONE_EACH = [prompt(method.value, method) for method in Method]


def asked(key, ago, method=Method.REFLECTION, **about):
    return PastPrompt(key, method, AT - ago, **about)


def chosen(prompts, *doings, person=1, goals=(), history=()):
    return choose(prompts, Situation(person, AT, doings, goals, history))


def key_of(*given, **situation):
    found = chosen(*given, **situation)
    return found.prompt.key if found else None


# --- follow the mastery ---


@pytest.mark.parametrize(
    ("mastery", "methods"),
    [
        (X, {Method.MODELLING, Method.SCAFFOLDING, Method.REFLECTION}),
        (L, {Method.COACHING, Method.ARTICULATION, Method.REFLECTION}),
        (V, {Method.EXPLORATION, Method.GENERALISATION, Method.REFLECTION}),
        (None, set(Method)),
    ],
)
def test_the_method_fits_the_mastery_of_what_was_done(mastery, methods):
    found = [chosen(ONE_EACH, Doing(7, mastery), person=person) for person in range(60)]
    assert {chosen.prompt.method for chosen in found if chosen} == methods
    assert {chosen.because for chosen in found if chosen} == {Because.MASTERY}


def test_among_those_that_fit_the_one_that_waited_longest_comes():
    history = [
        asked("one", 7 * DAY, Method.COACHING),
        asked("two", 8 * DAY, Method.ARTICULATION),
        asked("three", 6 * DAY),
    ]
    for person in range(20):
        found = key_of(ONE_EACH, Doing(7, L), person=person, history=history)
        assert found == "articulation"


def test_where_none_that_fits_is_left_the_nearest_comes():
    history = [asked(method, DAY, Method(method)) for method in ("exploration", "generalisation")]
    history.append(asked("reflection", DAY))
    found = chosen(ONE_EACH, Doing(7, V), history=history)
    assert found is not None
    assert found.prompt.method in (Method.COACHING, Method.ARTICULATION)
    assert found.because is Because.REST


@pytest.mark.parametrize(
    ("weeks", "method", "because"),
    [
        (TURN_AFTER, Method.EXPLORATION, Because.TURN),
        (TURN_AFTER - 1, Method.MODELLING, Because.MASTERY),
    ],
)
def test_a_method_that_did_not_come_for_weeks_gets_its_turn(weeks, method, because):
    others = [method for method in Method if method not in (Method.EXPLORATION, Method.MODELLING)]
    history = [
        asked("last", weeks * WEEK, Method.EXPLORATION),
        *(asked(f"week-{ago}", ago * WEEK) for ago in range(weeks)),
        *(asked(f"lately-{method}", DAY, method) for method in others),
        asked("before", 2 * DAY, Method.MODELLING),
    ]
    found = chosen(ONE_EACH, Doing(7, X), history=history)
    assert found is not None
    assert (found.prompt.method, found.because) == (method, because)


def test_weeks_without_questions_bring_no_method_nearer_to_its_turn():
    history = [
        asked(f"{method}-{term}", term * 10 * WEEK, method)
        for method in Method
        for term in range(1, 4)
    ]
    found = chosen(ONE_EACH, Doing(7, X), history=history)
    assert found is not None
    assert found.because is Because.MASTERY
    assert distance(found.prompt.method, X) == 0


@pytest.mark.parametrize(("mastery", "key"), [(X, "for-x"), (L, "for-all"), (None, "for-all")])
def test_a_question_for_one_mastery_comes_at_that_one_alone(mastery, key):
    for_x = prompt("for-x", text="And {what}?", mastery=X)
    assert key_of([for_x, prompt("for-all")], Doing(7, mastery)) == key


# --- about what was done ---


def test_what_is_disputed_goes_before_what_was_scored_and_that_before_what_was_tallied():
    tallied, scored = Doing(1, times=5), Doing(2, times=1, scored=True)
    disputed = Doing(3, times=1, disputed=True)
    for doings, about, on in (
        ((tallied, scored, disputed), 3, Trigger.DISPUTED),
        ((tallied, scored), 2, Trigger.SCORED),
        ((tallied,), 1, Trigger.TALLIED),
        ((Doing(4),), 4, None),
    ):
        found = chosen(ONE_EACH, *doings)
        assert found is not None
        assert (found.doing.indicator, found.on) == (about, on)


def test_what_was_done_most_often_is_asked_about_and_the_next_time_something_else():
    doings = Doing(1, times=2), Doing(2, times=4), Doing(3, times=3)
    history: list[PastPrompt] = []
    for about in (2, 3, 1, 2):
        found = chosen(ONE_EACH, *doings, history=history)
        assert found is not None
        assert found.doing.indicator == about
        history.append(found.asked(AT))
    long_ago = [asked("x", SAME_AGAIN, indicator=2), asked("y", SAME_AGAIN - SECOND, indicator=3)]
    found = chosen(ONE_EACH, *doings, history=long_ago)
    assert found is not None
    assert found.doing.indicator == 2


def test_of_equals_the_one_asked_about_longest_ago_comes():
    history = [asked("x", 3 * WEEK, indicator=1), asked("y", 4 * WEEK, indicator=2)]
    same = Doing(1, times=2), Doing(2, times=2)
    for past, about in ((history, 2), ([], 1)):
        for doings in (same, same[::-1]):
            found = chosen(ONE_EACH, *doings, history=past)
            assert found is not None
            assert found.doing.indicator == about


def test_a_question_that_names_the_indicator_goes_before_one_that_does_not():
    named, plain = prompt("named", text="How was {what}?"), prompt("plain")
    assert {key_of([plain, named], Doing(7), person=person) for person in range(20)} == {"named"}
    assert key_of([plain, named]) == "plain"
    assert key_of([plain, named], Doing(7), history=[asked("named", DAY)]) == "plain"


@pytest.mark.parametrize("trigger", [Trigger.DISPUTED, Trigger.SCORED, Trigger.TALLIED])
def test_a_question_on_something_comes_only_when_that_happened(trigger):
    happened = {
        Trigger.DISPUTED: Doing(7, disputed=True),
        Trigger.SCORED: Doing(7, scored=True),
        Trigger.TALLIED: Doing(7, times=1),
    }
    special = prompt("special", on=trigger)
    for other, doing in happened.items():
        assert key_of([special], doing) == ("special" if other is trigger else None)
        assert key_of([special, prompt("plain")], doing) == (
            "special" if other is trigger else "plain"
        )
    assert key_of([special]) is None


@pytest.mark.parametrize(("times", "key"), [(0, None), (1, None), (2, "often")])
def test_how_often_is_said_from_two_times_on(times, key):
    assert key_of([prompt("often", text="{times} times?")], Doing(7, times=times)) == key


def test_a_day_on_which_nothing_was_stored_still_gets_a_question_of_the_day():
    found = chosen(ONE_EACH)
    assert found is not None
    assert (found.doing, found.on, found.because) == (Doing(), None, Because.MASTERY)


# --- never twice soon, and another question ---


@pytest.mark.parametrize(("ago", "key"), [(APART, "one"), (APART - SECOND, None), (-DAY, None)])
def test_no_question_comes_twice_within_eight_weeks(ago, key):
    assert key_of([prompt("one")], history=[asked("one", ago)]) == key


def test_the_latest_time_counts_in_whatever_order_the_history_comes():
    history = [asked("one", DAY), asked("one", 2 * APART)]
    assert key_of([prompt("one")], history=history) is None
    assert key_of([prompt("one")], history=history[::-1]) is None


def test_the_one_asked_longest_ago_comes_before_others():
    prompts = [prompt("a"), prompt("b"), prompt("new")]
    history = [asked("a", 2 * APART), asked("b", 3 * APART)]
    assert key_of(prompts, history=history) == "new"
    assert key_of(prompts[:2], history=history) == "b"


def test_another_question_is_the_next_best_until_none_is_left():
    history: list[PastPrompt] = []
    while found := chosen(ONE_EACH, Doing(7, L), history=history):
        history.append(found.asked(AT))
    assert sorted(past.key for past in history) == sorted(past.key for past in ONE_EACH)
    far = [distance(past.method, L) for past in history]
    assert far == sorted(far)


# --- goals ---

ON_GOAL = prompt("goal", Method.COACHING, on=Trigger.GOAL)


@pytest.mark.parametrize(
    ("due_in", "taken"),
    [(SECOND, False), (timedelta(), True), (SECOND - GOAL_LASTS, True), (-GOAL_LASTS, False)],
)
def test_a_goal_is_taken_up_first_from_its_week_on_for_three_weeks(due_in, taken):
    goal = Goal(3, AT + due_in, indicator=9)
    found = chosen([*ONE_EACH, ON_GOAL], Doing(7, X, disputed=True), goals=[goal])
    assert found is not None
    assert (found.goal == goal) == taken
    assert (found.prompt.key == "goal") == (found.on is Trigger.GOAL) == taken
    assert found.doing.indicator == (9 if taken else 7)


def test_a_goal_knows_what_was_done_for_it():
    done = Doing(9, L, times=3)
    found = chosen([ON_GOAL], Doing(7, X), done, goals=[Goal(3, AT, 9)])
    assert found is not None
    assert found.doing == done


def test_a_goal_is_taken_up_once_and_the_oldest_first():
    goals = [Goal(2, AT - DAY), Goal(1, AT), Goal(3, AT - 2 * DAY)]
    prompts = [*ONE_EACH, *(prompt(f"goal-{n}", on=Trigger.GOAL) for n in range(9))]
    history: list[PastPrompt] = []
    for taken in (3, 2, 1, None):
        found = chosen(prompts, goals=goals, history=history)
        assert found is not None
        assert (found.goal.id if found.goal else None) == taken
        history.append(found.asked(AT))


def test_without_a_question_left_for_it_a_goal_waits():
    goals = [Goal(3, AT)]
    found = chosen([*ONE_EACH, ON_GOAL], Doing(7, X), goals=goals, history=[asked("goal", DAY)])
    assert found is not None
    assert (found.goal, found.doing.indicator) == (None, 7)
    assert chosen([prompt("plain")], goals=goals) is not None


def test_questions_on_goals_are_for_goals_alone():
    assert key_of([ON_GOAL], Doing(7, L, times=4, scored=True, disputed=True)) is None


# --- the same for the same ---

doings = st.lists(
    st.builds(
        Doing,
        st.none() | st.integers(1, 6),
        st.sampled_from([None, X, L, V]),
        st.integers(0, 4),
        st.booleans(),
        st.booleans(),
    ),
    max_size=5,
    unique_by=lambda doing: doing.indicator,
)
MANY = [
    prompt(f"{method}-{number}", method, text, mastery, on)
    for method in Method
    for number, (text, mastery, on) in enumerate(
        [
            ("How?", None, None),
            ("{what}?", None, None),
            ("{what} {times}?", None, Trigger.TALLIED),
            ("{what}?", L, None),
            ("{what}?", None, Trigger.DISPUTED),
            ("How far?", None, Trigger.GOAL),
        ]
    )
]
histories = st.lists(
    st.builds(
        lambda of, days, indicator: asked(of.key, days * DAY, of.method, indicator=indicator),
        st.sampled_from(MANY),
        st.integers(0, 100),
        st.none() | st.integers(1, 6),
    ),
    max_size=30,
)
goals = st.lists(
    st.builds(Goal, st.integers(1, 3), st.integers(-30, 10).map(lambda days: AT + days * DAY)),
    max_size=3,
    unique_by=lambda goal: goal.id,
)


@given(doings, histories, goals, st.integers(1, 9), st.randoms())
def test_the_same_situation_gives_the_same_question_in_whatever_order_it_is_told(
    done, history, aims, person, random
):
    first = choose(MANY, Situation(person, AT, done, aims, history))
    mixed = [[*MANY], [*done], [*aims], [*history]]
    for sequence in mixed:
        random.shuffle(sequence)
    prompts, done, aims, history = mixed
    assert choose(prompts, Situation(person, AT, done, aims, history)) == first


@given(doings, histories, goals, st.integers(1, 9))
@example(
    [Doing(None, V)],
    [
        asked(f"{method}-5", 0 * DAY, method)
        for method in (Method.REFLECTION, Method.EXPLORATION, Method.GENERALISATION)
    ],
    [Goal(1, AT)],
    1,
)
def test_a_question_fits_or_there_is_a_reason_and_is_never_asked_twice_soon(
    done, history, aims, person
):
    found = choose(MANY, Situation(person, AT, done, aims, history))
    lately = {past.key for past in history if AT - past.at < APART}
    fitting = [
        prompt for prompt in MANY if prompt.method is Method.REFLECTION and prompt.key not in lately
    ]
    if found is None:
        assert not any(prompt.texts["en"] == "How?" and prompt.on is None for prompt in fitting)
        return
    assert found.prompt.key not in lately
    fits = distance(found.prompt.method, found.doing.mastery) == 0
    assert fits == (found.because is Because.MASTERY)
    if found.because is Because.REST:
        # Reflection fits always; a goal is taken up by the questions for goals alone.
        assert ("reflection-5" if found.goal else "reflection-0") in lately
    assert found.goal or found.doing in (done or [Doing()])
