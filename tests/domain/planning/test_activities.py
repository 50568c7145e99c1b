"""Activity lists: contexts first, then single competences, and what is not here all the same."""

from datetime import date, timedelta

from bot.domain.planning.activities import NEARS, Activity, ActivityList

HOUSES = Activity("Houses", frozenset({1, 2}))
TODAY = date(2026, 10, 14)


def test_a_context_is_said_and_taken_back():
    listed = ActivityList((HOUSES,)).with_context(7, offered=True)
    assert listed.own.contexts == {7}
    assert listed.with_context(7, offered=False) == ActivityList((HOUSES,))


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


def test_a_recognition_that_nears_its_end():
    soon, later = TODAY + NEARS, TODAY + NEARS + timedelta(days=1)
    assert ActivityList(recognised_until=soon).ends_soon(TODAY)
    assert not ActivityList(recognised_until=later).ends_soon(TODAY)
    assert not ActivityList().ends_soon(TODAY)
    assert not ActivityList(recognised_until=TODAY).has_ended(TODAY)
    assert ActivityList(recognised_until=TODAY).has_ended(TODAY + timedelta(days=1))
