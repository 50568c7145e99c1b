"""Codes, how long they work, and the lock against guessing."""

import re
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.joining.invitations import (
    ALPHABET,
    LENGTH,
    LOCKED_FOR,
    MOST_TRIES,
    Invitation,
    Tries,
    as_code,
    digest_of,
    hyphenated,
    new_code,
)

AT = datetime(2026, 10, 14, 8, tzinfo=UTC)
CODES = st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH)


def test_codes_differ_and_can_stand_in_a_link():
    codes = {new_code() for _number in range(1000)}
    assert len(codes) == 1000
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{1,64}", code) for code in codes)


def test_no_two_signs_look_alike():
    for alike in ("0OQD", "1IL", "2Z", "5S", "8B", "UV"):
        assert len(set(alike) & set(ALPHABET) - {"Q", "D"}) <= 1
    assert set(ALPHABET) & set("AEIOU") == set()


def test_guessing_takes_longer_than_a_code_lives():
    guesses = MOST_TRIES * 24 * 14 * 1_000_000  # a million chats, for two weeks
    assert len(ALPHABET) ** LENGTH > 10_000 * guesses


@given(CODES, st.lists(st.integers(0, LENGTH), max_size=4), st.sampled_from(["-", "–", " ", " - "]))
def test_case_hyphens_and_spaces_do_not_matter(code, places, between):
    typed = code.lower()
    for place in sorted(places, reverse=True):
        typed = typed[:place] + between + typed[place:]
    assert as_code(typed) == as_code(code) == as_code(hyphenated(code)) == code


@given(st.text())
def test_anything_can_be_read(typed):
    code = as_code(typed)
    assert code is None or re.fullmatch(f"[{ALPHABET}]{{{LENGTH}}}", code)


@given(CODES, CODES)
def test_digests_tell_codes_apart_and_hide_them(one, other):
    assert (digest_of(one) == digest_of(other)) == (one == other)
    assert one not in digest_of(one).upper()


def test_an_invitation_is_open_until_it_ends():
    made = Invitation(1, 1, 1, AT, AT + timedelta(days=14))
    assert made.is_open(AT)
    assert made.is_open(AT + timedelta(days=14, microseconds=-1))
    assert not made.is_open(AT + timedelta(days=14))


def test_the_fifth_wrong_code_locks_for_an_hour():
    tries = Tries()
    for number in range(1, MOST_TRIES):
        tries = tries.missed(AT)
        assert tries.left == MOST_TRIES - number
        assert not tries.locked(AT)
    tries = tries.missed(AT)
    assert tries.locked(AT)
    assert tries.locked(AT + LOCKED_FOR - timedelta(microseconds=1))
    assert not tries.locked(AT + LOCKED_FOR)
    assert tries.missed(AT + LOCKED_FOR) == Tries(1)


@given(st.lists(st.integers(0, 600), max_size=300))
def test_nobody_gets_more_than_five_tries_in_an_hour(pauses):
    tries, at, looked_at = Tries(), AT, []
    for pause in pauses:
        at += timedelta(seconds=pause)
        if not tries.locked(at):
            looked_at.append(at)
            tries = tries.missed(at)
    for first, sixth in zip(looked_at, looked_at[MOST_TRIES:], strict=False):
        assert sixth - first >= LOCKED_FOR
