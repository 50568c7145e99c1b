"""Sectors and who speaks for them, on the command line."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.periods.test_periods import printed, refused


def test_a_sector_and_who_speaks_for_it(school: Run):
    assert "No sector works" in printed(school, "sector", "list")
    assert (
        printed(school, "sector", "add", "bouw", "Bouw") == "Bouw (bouw) works with the school.\n"
    )
    assert "no code of a sector" in refused(school, "sector", "add", "Bouw!", "Bouw")
    assert "60 characters" in refused(school, "sector", "add", "bouw", "x" * 61)
    assert "no sector 'hout'" in refused(school, "sector", "name", "hout", "x1")
    named = printed(school, "sector", "name", "bouw", "x1", "--name", "Nele Bogaert")
    assert named == "Nele Bogaert speaks for Bouw from now on.\n"
    assert "already" in printed(school, "sector", "name", "bouw", "nele")
    assert printed(school, "sector", "list") == "bouw\tBouw\tNele Bogaert (x1)\n"
    for who in ("s1", "m1", "t1", "c1"):
        assert "nothing was stored" in refused(school, "sector", "name", "bouw", who), who
    assert "so it stays" in refused(school, "sector", "drop", "bouw")
    assert "no sector any more" in printed(school, "sector", "end", "x1")
    assert "speaks for no sector" in refused(school, "sector", "end", "x1")
    printed(school, "totals", "tell", "bouw", "TRADE")
    assert "is told totals" in refused(school, "sector", "drop", "bouw")
    printed(school, "totals", "stop", "bouw", "TRADE")
    assert printed(school, "sector", "drop", "bouw") == "Bouw is deleted.\n"
    told = printed(school, "audit", "show", "--person", "x1")
    assert "somebody on the command line let Nele Bogaert (x1) speak for a sector" in told


def test_a_module_is_proposed_taken_in_refused_and_taken_out(school: Run, tmp_path: Path):
    file = tmp_path / "SAFE.csv"
    file.write_text("number;title;indicator\n1;Works at height;checks the harness\n")
    printed(school, "sector", "add", "bouw", "Bouw")
    assert "No sector has proposed" in printed(school, "sector", "modules")
    proposed = printed(school, "sector", "propose", "bouw", str(file), "--title", "Safety")
    assert proposed == "Module 1 is proposed: Safety.\n"
    assert printed(school, "sector", "modules") == "1\tBouw\tSAFE\tSafety\tproposed\t\n"
    taken = printed(school, "sector", "take", "1", "--programme", "trade")
    assert "Works at height" in taken
    assert "3 students learn in this programme now." in taken
    assert "already" in refused(school, "sector", "take", "1", "--programme", "TRADE")
    assert "does not wait" in refused(school, "sector", "refuse", "1", "No")
    assert printed(school, "sector", "modules").endswith("\ttaken\tTRADE\n")
    assert "no more" in printed(school, "sector", "out", "1", "--programme", "TRADE")
    assert "It is not in" in refused(school, "sector", "out", "1", "--programme", "TRADE")
    assert "Not taken in" in printed(school, "sector", "refuse", "1", "We have it")
    assert printed(school, "sector", "modules").endswith("\trefused\tWe have it\n")
    assert "no module 9" in refused(school, "sector", "take", "9", "--programme", "TRADE")
    assert "no programme" in refused(school, "sector", "take", "1", "--programme", "NONE")
    assert "so it stays" in refused(school, "sector", "drop", "bouw")


def test_a_programme_has_competences_of_several_frameworks(school: Run, tmp_path: Path):
    file = tmp_path / "SOFT.csv"
    file.write_text("number;title;indicator\n1;Listens;lets others end\n90;Asks;asks on\n")
    printed(school, "import", "framework", str(file), "--title", "Soft skills")
    added = printed(school, "programme", "TRADE", "--add-framework", "SOFT")
    assert "SOFT 1 → " in added
    assert "SOFT 90 → 90" in added
    again = printed(school, "programme", "TRADE", "--add-framework", "soft")
    assert "→" not in again
    assert "no framework NONE" in refused(school, "programme", "TRADE", "--add-framework", "NONE")
    said = printed(school, "say", "--as", "s1", "/report")
    assert "Soft skills: " in said
    assert "90 Asks" in said


def test_an_organisations_file_names_several_frameworks(school: Run, tmp_path: Path):
    file = tmp_path / "own.toml"
    file.write_text(
        '[organisation]\nname = "School"\n\n'
        '[[framework]]\ncode = "OWN"\ntitle = "Our school"\n'
        '[[framework.competence]]\nnumber = 1\ntitle = "Greets"\nindicators = ["says hello"]\n\n'
        '[[programme]]\nframework = "TRADE"\nframeworks = ["OWN"]\n'
    )
    assert "1 programme: 0 new, 1 changed" in printed(school, "import", "organisation", str(file))
    assert "changed" in printed(school, "import", "organisation", str(file))
    assert "Our school: " in printed(school, "say", "--as", "s1", "/report")
    file.write_text(
        '[organisation]\nname = "School"\n\n'
        '[[programme]]\nframework = "TRADE"\nframeworks = ["NONE"]\n'
    )
    assert "no framework NONE" in refused(school, "import", "organisation", str(file))
