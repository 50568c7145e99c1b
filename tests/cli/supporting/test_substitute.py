"""`kompaan substitute`: named by the school, listed, ended."""

import json

AT = ("--at", "2026-10-26T12:00")
LATER = ("--at", "2026-10-26T12:05")
NOBODY = "Nobody stands in for anybody at the moment.\n"


def test_a_substitute_is_named_listed_and_ended(school):
    assert school("substitute", "list").stdout == NOBODY
    named = school("substitute", "name", "m2", "karim", "--until", "2026-11-06", *AT)
    said = (
        "An Claes stands in for Karim Haddad as mentor of Jonas Peeters and Noor Aziz, up to and "
        "including 6 Nov.\n"
    )
    assert (named.returncode, named.stdout) == (0, said)
    assert school("substitute", "list").stdout == said
    assert json.loads(school("substitute", "list", "--json").stdout) == [
        {
            "name": "An Claes",
            "absent": "Karim Haddad",
            "role": "mentor",
            "students": ["Jonas Peeters", "Noor Aziz"],
            "until": "2026-11-06T22:59:59+00:00",
        }
    ]
    assert "Karim Haddad (m1): away" in school("absence", "list", *LATER).stdout
    ended = school("substitute", "end", "m2", *LATER)
    assert ended.stdout == "An Claes stands in no more.\n"
    assert school("substitute", "list").stdout == NOBODY


def test_what_cannot_be_is_refused_and_changes_nothing(school):
    for who, absent, day in (
        ("m2", "m1", "2026-10-25"),
        ("m2", "m1", "2028-03-01"),
        ("m1", "m1", "2026-11-06"),
        ("t1", "m1", "2026-11-06"),
        ("m2", "s1", "2026-11-06"),
        ("nobody", "m1", "2026-11-06"),
    ):
        refused = school("substitute", "name", who, absent, "--until", day, *AT)
        assert (refused.returncode, refused.stdout) == (1, "")
        assert refused.stderr
    assert school("substitute", "end", "m2", *AT).stderr == "An Claes stands in for nobody.\n"
    assert school("substitute", "list").stdout == NOBODY
    assert school("absence", "list", *AT).stdout == "Nobody is noted as away.\n"
