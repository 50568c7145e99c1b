"""Of which instant a photo is, whatever the lines did; and what tells it from any other."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.periods.photos import (
    GIVEN_UP,
    FrozenColour,
    Link,
    Look,
    PhotoHead,
    digest_of_photo,
    digest_of_track,
    photo_instant,
)
from bot.domain.school.frameworks import CutOff
from bot.domain.scoring.colours import Colour, Counts

AGREED = datetime(2026, 12, 18, 15, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def looked(*minutes: float, untimed: bool = True) -> Look:
    """Look at a platform so many minutes after the agreed instant."""
    first, *more = (AGREED + MINUTE * minute for minute in minutes)
    look = Look("telegram", first, untimed=untimed)
    for at in more:
        look = look.after(at)
    return look


@pytest.mark.parametrize(
    ("looks", "now", "as_of"),
    [
        ([], 0, 0),
        ([], -0.1, None),
        ([], 48 * 60, 0),
        ([looked(-0.5)], 0.1, None),  # nobody looked since: something may still wait
        ([looked(-0.5, 0.2)], 0.3, 0),
        ([looked(-30, 45)], 46, 45),  # an outage over the instant: what came late is in
        ([looked(-30, 45, untimed=False)], 46, 0),  # what carries its own time needs no waiting
        ([looked(-90, -60, -1, 0.2)], 1, 0),  # an outage that was over before
        ([looked(-30, 45), looked(-0.5, 0.2)], 46, 45),
        ([looked(-30, 45), looked(-0.5)], 46, None),
        ([looked(-30, 45, 46, 47)], 47, 45),
        ([looked(-0.5)], 24 * 60, 0),  # after a day nothing more comes
    ],
)
def test_the_instant_of_a_photo(looks, now, as_of):
    found = photo_instant(AGREED, looks, AGREED + MINUTE * now)
    assert found == (None if as_of is None else AGREED + MINUTE * as_of)


@given(st.lists(st.floats(-120, 120), min_size=1, max_size=12))
def test_looks_may_come_in_any_order_and_the_last_one_counts(minutes):
    look = looked(*minutes)
    assert look.last == AGREED + MINUTE * max(minutes)
    assert look.after(AGREED - 500 * MINUTE) == look
    found = photo_instant(AGREED, [look], AGREED + GIVEN_UP / 2)
    assert found is None or AGREED <= found <= look.last


HEAD = PhotoHead(1, 2, AGREED, AGREED, CutOff.AT_LEAST)


def test_whatever_differs_in_a_photo_gives_another_digest():
    tracks = [(1, digest_of_track(1, 9, "8:m:4:1:1:0:1")), (2, digest_of_track(2, 9, ""))]
    heads = [
        HEAD,
        PhotoHead(2, 2, AGREED, AGREED, CutOff.AT_LEAST),
        PhotoHead(1, 3, AGREED, AGREED, CutOff.AT_LEAST),
        PhotoHead(1, 2, AGREED + MINUTE, AGREED, CutOff.AT_LEAST),
        PhotoHead(1, 2, AGREED, AGREED + MINUTE, CutOff.AT_LEAST),
        PhotoHead(1, 2, AGREED, AGREED, CutOff.MORE_THAN),
    ]
    digests = {
        *(digest_of_photo(head, AGREED, tracks) for head in heads),
        digest_of_photo(HEAD, AGREED + MINUTE, tracks),
        digest_of_photo(HEAD, AGREED, tracks[:1]),
        digest_of_photo(HEAD, AGREED, [(1, digest_of_track(1, 9, "8:m:4:2:1:0:1")), tracks[1]]),
        digest_of_photo(HEAD, AGREED, [(1, digest_of_track(1, 8, "8:m:4:1:1:0:1")), tracks[1]]),
        digest_of_photo(HEAD, AGREED, [(1, digest_of_track(1, 9, "", "{}")), tracks[1]]),
        digest_of_photo(HEAD, AGREED, tracks, ("One", "{}")),
        digest_of_photo(HEAD, AGREED, tracks, ("", "")),
    }
    assert len(digests) == 13
    assert digest_of_photo(HEAD, AGREED, tracks[::-1]) == digest_of_photo(HEAD, AGREED, tracks)


def test_an_instant_is_the_same_in_any_zone():
    there = AGREED.astimezone(ZoneInfo("Europe/Brussels"))
    head = PhotoHead(1, 2, there, there, CutOff.AT_LEAST)
    assert digest_of_photo(head, there, []) == digest_of_photo(HEAD, AGREED, [])


def test_a_frozen_colour_keeps_its_own_cut_off_and_size():
    frozen = FrozenColour(1, "mentor", 5, Counts(5, 4, 4, 5))
    assert frozen.colour(CutOff.AT_LEAST) is Colour.DARK_GREEN
    assert frozen.colour(CutOff.MORE_THAN) is Colour.ORANGE


def test_a_place_in_the_chain_is_part_of_what_is_signed():
    links = (None, Link(1, ""), Link(2, ""), Link(1, "5e"), Link(12, ""), Link(1, "2<"))
    assert len({digest_of_photo(HEAD, AGREED, [], link=link) for link in links}) == len(links)
