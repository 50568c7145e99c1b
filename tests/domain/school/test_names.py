"""What people are called: by the first name where it is sure, and never two alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.school.names import Called, first_name_of, full_names, shown_names

FIRST = {
    "Jonas Verlinde": "Jonas",
    "Verlinde, Jonas": "Jonas",
    "Van den Broeck, Jonas Maria": "Jonas",
    "De Smet Bo": "Bo",
    "Van den Broeck Jonas": "Jonas",
    "EL AMRANI Youssef": "Youssef",
    "VAN DAMME Bo": "Bo",
    "VERLINDE Jonas": "Jonas",
    "'t Kindt Els": "Els",
    "’t Kindt Els": "Els",
    "D’Hondt Sam": "Sam",
    "Bo De Smet": "Bo",
    "Ben Jansen": "Ben",
    "Jonas VERLINDE": "Jonas",
    "JP Maes": "JP",
    "Sam 🎓": "Sam",
    "Mevr. Els Goossens": "Els",
    "محمد علي": "محمد",
    "Aït Ali Youssef": "Youssef",
    "Mc Donald Iris": "Iris",
    "Saint Georges Ann": "Ann",
}
WHOLE = [
    "Van Damme Jean Claude", "De Smet", "VERLINDE JONAS", "李 小龙", "김 민수", "さくら 田中",
    "Sam", "Verlinde,", "Peeters, Jan, Claes", "El Amrani", "De", "Van den Broeck",
]  # fmt: skip


@pytest.mark.parametrize("name", FIRST)
def test_the_first_name_of_a_name_as_schools_write_it(name):
    assert first_name_of(name) == FIRST[name]


@pytest.mark.parametrize("name", WHOLE)
def test_the_whole_name_where_it_is_not_sure(name):
    assert first_name_of(name) == name


@given(st.sampled_from(["Verlinde", "De Smet", "Van den Broeck", "El Amrani"]),
       st.sampled_from(["Jonas", "Bo", "Anne-Marie", "Zoë"]))  # fmt: skip
def test_family_first_is_turned_round_however_it_is_written(family, given_name):
    assert first_name_of(f"{family}, {given_name}") == given_name
    assert first_name_of(f"{family.upper()} {given_name}") == given_name
    assert first_name_of(f"{given_name} {family}") == given_name


@pytest.mark.parametrize("name", ["", " ", ","])
def test_no_name_is_no_error(name):
    assert first_name_of(name) == name.strip()


JONAS = Called("Jonas Peeters", "6A", "The Oven", "Baker", "BK-1", "s1")
DIFFERENT = st.builds(
    Called,
    st.sampled_from(["Jonas Peeters", "Jonas Maes", "Peeters, Jonas"]),
    st.sampled_from(["6A", "6B"]),
    st.sampled_from(["", "The Oven", "The Mill"]),
    st.sampled_from(["Baker", "Seller"]),
    st.sampled_from(["BK-1", "BK-2"]),
    st.sampled_from(["s1", "s2", "s3"]),
)


@given(st.lists(DIFFERENT, max_size=8, unique_by=lambda called: (called.school_id, called.code)))
def test_no_two_look_alike(students):
    for names in (shown_names(students), full_names(students)):
        assert len(set(names)) == len(students)
        assert all(names)


def test_what_differs_is_what_is_shown():
    second = Called("Jonas Peeters", "6A", "Other Oven", "Baker", "BK-1", "s2")
    assert shown_names([JONAS]) == ["Jonas"]
    both = [JONAS, second]
    assert shown_names(both) == [
        "Jonas Peeters (The Oven)",
        "Jonas Peeters (Other Oven)",
    ]
    assert full_names([JONAS]) == ["Jonas Peeters · 6A"]
    assert full_names(both) == ["Jonas Peeters · The Oven", "Jonas Peeters · Other Oven"]
