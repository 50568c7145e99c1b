"""`kompaan incident`: told for somebody, and listed without its words."""

import json

import pytest

AT = ("--at", "2026-10-26T12:00")
WORDS = "The saw slipped"


def tell(school, reporter: str, about: str, words: str = WORDS):
    return school("incident", "tell", "--as", reporter, "--about", about, words, *AT)


def test_it_goes_to_the_coach_and_the_list_says_whether_it_was_seen(school):
    assert school("incident", "list").stdout == "No incident was reported.\n"
    told = tell(school, "m1", "jonas")
    assert (told.returncode, told.stdout) == (
        0,
        "It waits here until Lien Martens looks.\n"
        "Nobody reads this now: tell a coach, or who stands in, by word of mouth.\n",
    )
    listed = "1: about Jonas Peeters, Mon 26 Oct, 12:00. Lien Martens has not seen it.\n"
    assert school("incident", "list").stdout == listed
    assert school("incident", "list", "--unseen").stdout == listed
    read = school("say", "--as", "c1", "--at", "2026-10-26T12:05").stdout
    assert WORDS in read
    assert "Karim Haddad" in read
    school("say", "--as", "c1", "--at", "2026-10-26T12:06", "--tap", "Ik heb het gezien")
    seen = school("incident", "list").stdout
    assert seen == (
        "1: about Jonas Peeters, Mon 26 Oct, 12:00. Lien Martens has seen it (Mon 26 Oct, 12:06).\n"
    )
    unseen = school("incident", "list", "--unseen").stdout
    assert unseen == "Every incident that was reported has been seen by a coach.\n"
    (line,) = json.loads(school("incident", "list", "--json").stdout)
    assert line["coaches"][0]["seen_at"] == "2026-10-26T11:06:00+00:00"
    assert WORDS not in json.dumps(line) + seen


@pytest.mark.parametrize(("reporter", "about"), [("m2", "s1"), ("c1", "s1"), ("s2", "s1")])
def test_who_is_not_around_the_student_reports_nothing(school, reporter, about):
    refused = tell(school, reporter, about)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "nothing was sent" in refused.stderr
    assert school("incident", "list").stdout == "No incident was reported.\n"


def test_what_is_too_long_is_refused(school):
    refused = tell(school, "m1", "s1", "x" * 1501)
    assert (refused.returncode, refused.stderr) == (
        1,
        "That is too long: 1500 characters at most.\n",
    )
    assert school("incident", "list").stdout == "No incident was reported.\n"
