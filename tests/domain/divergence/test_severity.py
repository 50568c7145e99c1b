"""Severity: each step of the table, and more of anything never weighs less."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.divergence.severity import (
    Ages,
    Extent,
    Severity,
    SeverityPoints,
    severity_by_now,
    weigh,
)
from bot.domain.divergence.thresholds import Thresholds

DAY = timedelta(days=1)
LITTLE = Extent(steps=1, of=11, opposite=0, stands_for=timedelta(), photo_in=None)


@pytest.mark.parametrize(
    ("more", "points"),
    [
        ({}, SeverityPoints()),
        ({"steps": 6}, SeverityPoints(far=1)),
        ({"steps": 9}, SeverityPoints(far=2)),
        ({"steps": 14}, SeverityPoints(far=3)),
        ({"opposite": 1}, SeverityPoints(many=1)),
        ({"opposite": 3}, SeverityPoints(many=2)),
        ({"stands_for": 13 * DAY}, SeverityPoints()),
        ({"stands_for": 14 * DAY}, SeverityPoints(long=1)),
        ({"photo_in": 15 * DAY}, SeverityPoints()),
        ({"photo_in": 14 * DAY}, SeverityPoints(near=1)),
        ({"photo_in": 7 * DAY}, SeverityPoints(near=2)),
        ({"photo_in": timedelta()}, SeverityPoints(near=2)),
        ({"photo_in": -DAY}, SeverityPoints()),
    ],
    ids=str,
)
def test_each_step_of_the_table(more, points):
    assert weigh(replace(LITTLE, **more), Thresholds()) == points


@pytest.mark.parametrize(
    ("points", "severity"),
    [
        (0, Severity.SLIGHT), (1, Severity.SLIGHT), (2, Severity.CLEAR), (3, Severity.CLEAR),
        (4, Severity.SERIOUS), (5, Severity.SERIOUS), (6, Severity.URGENT), (8, Severity.URGENT),
    ],
)  # fmt: skip
def test_points_make_a_severity(points, severity):
    assert SeverityPoints(far=points).severity is severity


days = st.integers(0, 60).map(lambda days: days * DAY)
extents = st.builds(
    Extent, st.integers(0, 20), st.integers(10, 16), st.integers(0, 10), days, st.none() | days
)


@given(extents, st.integers(0, 5), st.integers(0, 5), days, days)
def test_more_of_anything_never_weighs_less(extent, steps, opposite, longer, nearer):
    photo = extent.photo_in
    more = replace(
        extent,
        steps=extent.steps + steps,
        opposite=extent.opposite + opposite,
        stands_for=extent.stands_for + longer,
        photo_in=None if photo is None else max(photo - nearer, timedelta()),
    )
    assert weigh(more, Thresholds()).severity >= weigh(extent, Thresholds()).severity


@given(extents, days)
def test_what_the_views_weigh_and_time_make_the_same_severity(extent, unchanged):
    points, thresholds = weigh(extent, Thresholds()), Thresholds()
    ages = Ages(extent.stands_for, min(unchanged, extent.stands_for), extent.photo_in)
    by_now = severity_by_now(points.views, ages, thresholds)
    near = extent.photo_in is not None and extent.photo_in <= thresholds.near
    if ages.unchanged_for < thresholds.long or near:
        assert by_now is points.severity
    else:
        assert by_now is min(points.severity, Severity.SERIOUS)
