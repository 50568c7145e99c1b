"""Activity lists: contexts first, then single competences, and what is not here all the same."""

from bot.domain.planning.activities import Activity, ActivityList

HOUSES = Activity("Houses", frozenset({1, 2}))


def test_a_context_is_said_and_taken_back():
    listed = ActivityList((HOUSES,)).with_context(7, offered=True)
    assert listed.own.contexts == {7}
    assert listed.with_context(7, offered=False) == ActivityList((HOUSES,))


def test_a_context_of_a_titled_activity_goes_and_comes_back_there():
    listed = ActivityList((Activity("Rewiring", contexts=frozenset({7})),))
    gone = listed.with_context(7, offered=False)
    assert gone.activities == (Activity("Rewiring"),)
    assert gone.with_context(7, offered=True, among=listed.holding(7)) == listed


def test_what_an_activity_brings_is_left_out_and_the_activity_stays():
    listed = ActivityList((HOUSES,)).with_competence(1, offered=False, brought=frozenset({1, 2}))
    assert listed.not_here == {1}
    assert listed.titled == (HOUSES,)
    back = listed.with_competence(1, offered=True, brought=frozenset({1, 2}))
    assert back == ActivityList((HOUSES,))


def test_a_single_competence_is_said_and_taken_back():
    listed = ActivityList((HOUSES,)).with_competence(3, offered=True, brought=frozenset({1, 2}))
    assert listed.own.competences == {3}
    back = listed.with_competence(3, offered=False, brought=frozenset({1, 2}))
    assert back == ActivityList((HOUSES,))


def test_an_import_replaces_what_has_a_title_and_leaves_what_was_tapped():
    tapped = ActivityList((HOUSES,)).with_context(7, offered=True)
    offices = Activity("Offices", frozenset({3}))
    assert tapped.with_titled([offices]).titled == (offices,)
    assert tapped.with_titled([offices]).own.contexts == {7}
