"""Teachers new to dual learning and who coaches them, on the command line and in a file."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.periods.test_periods import printed, refused


def test_who_coaches_is_named_listed_and_ended(school: Run):
    assert "Nobody coaches them yet" in printed(school, "starters", "coach", "list")
    named = printed(school, "starters", "coach", "add", "d1", "--name", "Hilde Maes")
    assert named == "Hilde Maes coaches the teachers from now on.\n"
    assert "already" in printed(school, "starters", "coach", "add", "hilde")
    assert printed(school, "starters", "coach", "list") == "d1\tHilde Maes\n"
    assert "d1\tHilde Maes\tcoach of the teachers\t" in printed(school, "people")
    assert "coaches the teachers no more" in printed(school, "starters", "coach", "end", "d1")
    assert "does not coach" in refused(school, "starters", "coach", "end", "d1")
    assert "coaches no teachers" in refused(school, "starters", "coach", "add", "s1")
    told = printed(school, "audit", "show", "--person", "d1")
    assert "somebody on the command line named Hilde Maes (d1) as coach of the teachers" in told


def test_a_teacher_is_marked_listed_and_ended(school: Run):
    assert "No teacher is marked" in printed(school, "starters", "list")
    assert "is marked as new to dual learning." in printed(
        school, "starters", "add", "t9", "--name", "Bart Nys"
    )
    assert printed(school, "starters", "list") == "Bart Nys\tfirst day not known\n"
    assert "already" in printed(school, "starters", "add", "t9", "--starts", "2026-09-01")
    assert printed(school, "starters", "list") == "Bart Nys\t1 Sep\n"
    assert "and no teacher: nothing was stored" in refused(school, "starters", "add", "m1")
    assert "any more" in printed(school, "starters", "end", "bart")
    assert "not marked" in refused(school, "starters", "end", "bart")


def test_a_file_names_who_coaches_and_ends_none(school: Run, tmp_path: Path):
    printed(school, "starters", "coach", "add", "c1")
    file = tmp_path / "own.toml"
    file.write_text(
        '[organisation]\nname = "School"\nteachers_coaches = ["d1"]\n\n'
        '[people]\nd1 = "Hilde Maes"\ns1 = "Jonas Peeters"\n'
    )
    told = printed(school, "import", "organisation", str(file))
    assert "Hilde Maes coaches the teachers from now on." in told
    assert "coaches" not in printed(school, "import", "organisation", str(file))
    assert printed(school, "starters", "coach", "list") == "d1\tHilde Maes\nc1\tLien Martens\n"
    file.write_text(file.read_text().replace('["d1"]', '["s1"]'))
    assert "coaches no teachers" in refused(school, "import", "organisation", str(file))
    file.write_text('[organisation]\nname = "School"\nteachers_coaches = ["nobody"]\n')
    assert "nobody" in refused(school, "import", "organisation", str(file))
