"""Sectors and who speaks for them, on the command line."""

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
    assert printed(school, "sector", "drop", "bouw") == "Bouw is deleted.\n"
    told = printed(school, "audit", "show", "--person", "x1")
    assert "somebody on the command line let Nele Bogaert (x1) speak for a sector" in told
