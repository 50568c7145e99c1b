"""The ways to talk: on the page on both databases, on Telegram and Slack, two each."""

from collections.abc import Iterable
from typing import Any

import pytest

from tests.dialogues.slack import SlackSchool
from tests.dialogues.telegram import TelegramSchool

CHATS: dict[str, tuple[type[Any], dict[str, bool]]] = {
    "telegram polling": (TelegramSchool, {}),
    "telegram webhook": (TelegramSchool, {"webhook": True}),
    "slack http": (SlackSchool, {}),
    "slack socket": (SlackSchool, {"sockets": True}),
}
DISCREET: dict[str, tuple[type[Any], dict[str, bool]]] = {
    "telegram discreet": (TelegramSchool, {"webhook": True, "discreetly": True}),
    "slack discreet": (SlackSchool, {"discreetly": True}),
}
CHATS |= DISCREET
NEEDS: dict[str, list[pytest.MarkDecorator]] = {
    "page sqlite": [],
    "page postgresql": [pytest.mark.postgresql],
    **{chat: [pytest.mark.fake] for chat in CHATS},
    **{chat: [pytest.mark.fake, pytest.mark.long] for chat in DISCREET},
}
WAYS = tuple(way for way in NEEDS if way not in DISCREET)
ONE_WAY_EACH = ("page sqlite", "page postgresql", "telegram webhook", "slack http", *DISCREET)
"""Where each dialogue runs: how an update comes in is all that the second ways do differently."""


def marked(ways: Iterable[str], *more: str) -> list[Any]:
    """Make parameters of ways to talk, each with these after it, marked by what they need."""
    return [pytest.param((way, *more) if more else way, marks=NEEDS[way]) for way in ways]


both_ways = pytest.mark.parametrize("school", marked(WAYS), indirect=True)
"""Puts a dialogue on the second ways, too; CONTRIBUTING.md lists those."""


ALSO_ON_THE_PAGE = frozenset(
    (
        "card", "coaching", "divergence", "evaluating", "joining", "periods", "reflecting",
        "talking", "telling",
    )
)  # fmt: skip
"""Topics whose dialogues with an `own_school` run on the page as well, in the long form."""
ALSO_EACH_TIME = frozenset(
    (
        "test_who_has_something_open_is_asked_for_exactly_that",
        "test_hours_profile_mute_and_absence",
    )
)
"""Those of them that do so each time: what is told unasked, by the hour and in one message."""

_BEHIND = "it asks what a file is made of, which the page is not told"
_ARRIVES = "on the page all arrives: nobody has to look, and no delivery fails"
_EVERYBODY = "everybody is on the page, so nobody is out of reach"
_DEVICES = "on the page each has a device already, which the lists of devices name"
_PLACES = "on the page each has a place already, which is the page"
NOT_ON_THE_PAGE = {
    "test_settings_lead_to_ones_devices": _DEVICES,
    "test_without_a_page_settings_say_nothing_of_it": _DEVICES,
    "test_one_is_closed_once_that_is_sure": _DEVICES,
    "test_who_has_no_device_any_more_gets_a_new_link": _DEVICES,
    "test_all_others_are_closed_and_this_one_stays": _DEVICES,
    "test_a_link_for_one_more_device_works_ten_minutes_and_is_kept_nowhere": _DEVICES,
    "test_a_new_device_is_told_where_one_was_and_that_was_not_me_ends_it": _DEVICES,
    "test_a_lost_phone_is_one_tap_of_the_coach": _DEVICES,
    "test_whose_it_was_reads_who_did_it": _DEVICES,
    "test_a_coach_says_it_in_plain_words": _DEVICES,
    "test_somebody_elses_word_leads_to_their_own_devices": _DEVICES,
    "test_what_only_sounds_like_it_is_none": _DEVICES,
    "test_a_remark_about_another_one_stays_a_note": _DEVICES,
    "test_nobody_but_the_coach_around_does_it": _DEVICES,
    "test_nobody_closes_another_ones_device": _DEVICES,
    "test_who_has_one_place_sees_nothing_of_it": _PLACES,
    "test_an_address_is_typed_confirmed_and_taken_away": _PLACES,
    "test_what_waits_for_a_code_is_no_score_and_a_score_no_code": _PLACES,
    "test_the_place_is_one_of_those_that_somebody_has": _PLACES,
    "test_settings_are_short_on_a_phone": _PLACES,
    "test_a_page_says_how_colours_grew_and_how_disputes_ended": _BEHIND,
    "test_what_counted_and_the_result_stand_on_the_pages": _BEHIND,
    "test_what_was_decided_stands_on_the_page_of_its_photo": _BEHIND,
    "test_nothing_stands_on_a_page_that_its_reader_may_not_read": _BEHIND,
    "test_no_forged_button_of_a_menu_raises_whatever_is_asked": (
        "on the page who taps hundreds of times in a second is asked to wait"
    ),
    "test_the_end_view_is_there_from_the_last_photo_on_and_is_told": _BEHIND,
    "test_a_photo_shows_all_that_its_button_shows": _BEHIND,
    "test_who_may_not_see_it_any_more_gets_none_and_the_outbox_keeps_none": _ARRIVES,
    "test_a_question_that_cannot_arrive_comes_back_to_the_coach": _ARRIVES,
    "test_what_was_under_way_when_the_coach_left_comes_back_and_is_handed_on": _ARRIVES,
    "test_what_waits_for_somebody_who_does_not_come_goes_back_after_a_week": _ARRIVES,
    "test_who_talked_here_long_ago_is_no_reader_until_they_look_again": _ARRIVES,
    "test_who_never_joined_where_others_use_chats_is_no_reader": _EVERYBODY,
    "test_the_coach_hears_who_has_not_scored_and_who_is_not_there": _EVERYBODY,
    "test_a_name_that_begins_another_is_not_taken_for_it": (
        "where no names are shown, a first name alone is asked about"
    ),
    "test_two_students_of_one_whole_name_are_told_apart_in_every_list": (
        "a code word is nobody else's, but those of the canary are as alike as the names"
    ),
    "test_a_note_keeps_its_words": "the canary writes words in other letters, without accents",
    "test_two_such_lines_and_a_storm_of_forged_taps_keep_no_neighbour_waiting": (
        "it answers past the school, as if at home"
    ),
    "test_who_blocks_the_bot_is_told_to_the_coach_once_and_delays_nobody": _EVERYBODY,
    "test_a_name_in_a_ping_is_found": "it puts a name where none may be, with its own canary",
    "test_put_off_it_comes_back_after_three_days_if_it_still_stands": (
        "it waits for a tick, and on the page the word is there at once"
    ),
}
"""What a dialogue of these topics cannot do on the page, and why."""


DISCREET_EACH_TIME = frozenset(
    (
        "test_a_card_is_seen_at_one_sight",
        "test_a_near_name_is_confirmed_never_assumed",
        "test_a_roster_is_shown_and_read_in_by_a_tap",
        "test_a_single_score_is_contested_by_its_number",
        "test_changed_with_few_taps_by_groups",
        "test_everybody_then_sees_what_they_may",
        "test_it_reaches_the_coach_at_once_and_comes_back_when_seen",
        "test_markup_and_sql_in_a_note_are_only_words",
        "test_somebody_is_found_and_invited",
        "test_the_log_goes_along_as_a_file",
        "test_the_whole_card_and_another_tip_are_one_tap_away",
        "test_three_taps_and_a_sentence_with_undo",
        "test_words_and_picture_arrive_on_every_platform",
    )
)
"""Dialogues that run on Telegram and Slack in a discreet school each time; all do with -m long.

Of all they say the most in the least time: typed and tapped, asked and unasked, notes, files.
"""
ABROAD_EACH_TIME = frozenset(
    (
        "test_feedback_is_asked_in_the_chat_and_only_the_student_reads_it",
        "test_how_raters_lean_is_for_the_coach_alone",
        "test_its_words_are_for_the_coach_and_the_reporter_alone",
        "test_the_coach_hears_of_three_students_on_what_the_views_differ",
        "test_what_is_seen_differently_is_asked_about_and_not_told",
        "test_who_tells_of_danger_gets_a_person_first_and_is_asked_nothing",
    )
)
"""Dialogues that run under the canary each time on our own platforms, with push and mail."""


def abroad_as_well(test: str) -> list[Any]:
    """List where a dialogue runs on our own platforms: at home, and as if these were others'."""
    if test in NOT_ABROAD:
        return ["own"]
    marks = [] if test in ABROAD_EACH_TIME else [pytest.mark.long]
    return ["own", pytest.param("abroad", marks=marks)]


FOUNDS = frozenset(("school_on", "school_engine", "school_url", "engine"))
"""Fixtures with which a dialogue founds a school."""
ELSEWHERE = frozenset(("anywhere", "broad", "chats", "dutch", "empty_list", "large", "year"))
"""Fixtures that choose the platform themselves, need a process, or found a large school."""

_NAMES_ITSELF = "it is about what the school itself calls people, abroad and at home"
_NAMED_THERE = "it puts a name where none may be, and has a canary of its own"
NOT_ABROAD = {
    "test_what_stands_on_the_buttons_can_be_typed_all_the_way": (
        "what was promised stands on its button at home alone"
    ),
    "test_a_school_without_a_page_is_refused_and_nothing_is_noted": _NAMES_ITSELF,
    "test_the_page_shows_names_and_takes_code_words": _NAMES_ITSELF,
    "test_without_a_page_no_code_words_are_set": _NAMES_ITSELF,
    "test_what_holds_already_is_no_change": _NAMES_ITSELF,
    "test_a_student_whose_name_holds_a_number_is_found": (
        "a photo says the code word of today, so nobody was called otherwise then"
    ),
    "test_a_name_in_a_ping_is_found": _NAMED_THERE,
    "test_who_blocks_the_bot_is_told_to_the_coach_once_and_delays_nobody": (
        "it reads what waits for a chat, where the canary's code words are still in other letters"
    ),
    "test_a_report_shows_what_grew_since_the_last_photo": (
        "a file's name keeps plain letters alone, and those of the canary's code words are others"
    ),
}
"""What a dialogue cannot do where our own platforms are treated as others', and why."""


def own_ways(topic: str, test: str) -> list[Any]:
    """List where a dialogue with an `own_school` runs."""
    ways = abroad_as_well(test)
    if topic not in ALSO_ON_THE_PAGE or test in NOT_ON_THE_PAGE:
        return ways
    marks = [] if test in ALSO_EACH_TIME else [pytest.mark.long]
    return [*ways, pytest.param("page", marks=marks)]
