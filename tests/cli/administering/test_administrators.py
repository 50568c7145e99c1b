"""Administrators on the command line and in an organisation's file."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.periods.test_periods import printed, refused


def test_one_is_made_listed_and_ended(school: Run):
    assert "no administrator yet" in printed(school, "admin", "list")
    assert "Karim Haddad (m1) is an administrator from now on." in printed(
        school, "admin", "add", "karim"
    )
    assert "already" in printed(school, "admin", "add", "m1")
    assert printed(school, "admin", "list") == "m1\tKarim Haddad\n"
    # Here the last one may be ended: who has the command line makes another one.
    assert "no administrator any more" in printed(school, "admin", "end", "m1")
    assert "is no administrator" in refused(school, "admin", "end", "m1")
    told = printed(school, "audit", "show", "--person", "m1")
    assert "somebody on the command line made Karim Haddad (m1) an administrator" in told


def test_somebody_in_no_roster_is_made_one(school: Run):
    assert "Marie Claes (a1) is an administrator" in printed(
        school, "admin", "add", "a1", "--name", " Marie  Claes "
    )
    assert "a1\tMarie Claes" in printed(school, "admin", "list")
    assert "a1\tMarie Claes\tadministrator\t" in printed(school, "people")
    printed(school, "admin", "add", "m1")
    assert "m1\tKarim Haddad\tmentor, administrator\t" in printed(school, "people")
    said = refused(school, "admin", "add", "m1", "--name", "Somebody Else")
    assert "m1 is Karim Haddad" in said
    assert "an id and a name" in refused(school, "admin", "add", " ", "--name", "X")


def test_nobody_of_the_sample_runs_anything(kompaan: Run):
    printed(kompaan, "sample", "--at", "2026-11-20T09:00")
    assert "of the sample" in refused(kompaan, "admin", "add", "lien")


def test_a_file_names_them_and_ends_none(school: Run, tmp_path: Path):
    printed(school, "admin", "add", "m1")
    file = tmp_path / "own.toml"
    file.write_text(
        '[organisation]\nname = "School"\nadministrators = ["a1", "c1"]\n\n'
        '[people]\na1 = "Marie Claes"\nc1 = "Lien Martens"\n'
    )
    told = printed(school, "import", "organisation", str(file))
    assert "Marie Claes is an administrator from now on." in told
    assert "administrator" not in printed(school, "import", "organisation", str(file))
    listed = printed(school, "admin", "list").splitlines()
    assert [line.partition("\t")[0] for line in listed] == ["m1", "c1", "a1"]
    file.write_text('[organisation]\nname = "School"\nadministrators = ["nobody"]\n')
    assert "nobody" in refused(school, "import", "organisation", str(file))
