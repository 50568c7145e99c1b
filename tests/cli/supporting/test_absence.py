"""`kompaan absence`: noted by the school, listed as those around know it, ended."""

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.rights.test_guardian_noted import guarded

AT = ("--at", "2026-10-26T12:00")
LATER = ("--at", "2026-10-26T12:05")


def test_an_absence_is_noted_listed_and_ended(school):
    assert school("absence", "list", *AT).stdout == "Nobody is noted as away.\n"
    noted = school("absence", "note", "noor", "--until", "2026-10-30", *AT)
    said = "Noor Aziz is away up to and including 30 Oct.\n"
    assert (noted.returncode, noted.stdout) == (0, said)
    listed = school("absence", "list", *LATER)
    assert listed.stdout == "Noor Aziz (s2): away up to and including 30 Oct\n"
    assert json.loads(school("absence", "list", "--json", *LATER).stdout) == [
        {"id": "s2", "name": "Noor Aziz", "until": "2026-10-30T22:59:59+00:00"}
    ]
    told = school("say", "--as", "s2", *LATER).stdout
    assert told.startswith("Je school gaf door dat je weg bent tot en met 30 okt.")
    assert (
        "Noor Aziz is away up to and including 30 Oct."
        in school("say", "--as", "m1", *LATER, "/open").stdout
    )
    ended = school("absence", "end", "s2", *LATER)
    assert ended.stdout == "Noor Aziz is back: everything is asked as before.\n"
    assert school("absence", "list", *LATER).stdout == "Nobody is noted as away.\n"
    assert "away" not in school("say", "--as", "m1", *LATER, "/undo").stdout


def test_what_cannot_be_noted_is_refused_and_changes_nothing(school):
    for day in ("2026-10-25", "2027-03-01"):
        refused = school("absence", "note", "s2", "--until", day, *AT)
        assert (refused.returncode, refused.stdout) == (1, "")
        assert refused.stderr.startswith("Nothing was stored: ")
    assert school("absence", "end", "s2", *AT).stderr == "Noor Aziz is not noted as away.\n"
    assert school("absence", "note", "nobody", "--until", "2026-10-30", *AT).returncode == 1
    assert school("absence", "list", *AT).stdout == "Nobody is noted as away.\n"


def test_what_somebody_keeps_to_themselves_is_not_listed(school):
    school("say", "--as", "m1", *AT, "I am ill")
    school("say", "--as", "m1", *AT, "--tap", "only today, 26 Oct")
    assert school("absence", "list", *LATER).stdout == "Nobody is noted as away.\n"
    assert school("absence", "end", "m1", *LATER).stderr == "Karim Haddad is not noted as away.\n"


def test_before_a_guardian_says_yes_no_absence_is_kept(school: Run, tmp_path: Path):
    kompaan = guarded(school, tmp_path)
    refused = kompaan("absence", "note", "s1", "--until", "2026-10-30", *AT)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.startswith("A parent or guardian of Jonas Peeters has to say yes first")
    assert kompaan("absence", "list", *LATER).stdout == "Nobody is noted as away.\n"
