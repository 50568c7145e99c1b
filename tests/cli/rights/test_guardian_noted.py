"""`kompaan people guardian`: what a guardian said, noted from the command line."""

from pathlib import Path

from tests.cli.conftest import ROSTER, Run


def guarded(school: Run, tmp_path: Path) -> Run:
    """The roster has a column that says yes of one student."""
    head, *lines = ROSTER.splitlines()
    cells = ["ja", "", "nee"]
    rows = [
        f"{head},ouder nodig",
        *(f"{line},{cell}" for line, cell in zip(lines, cells, strict=True)),
    ]
    (tmp_path / "roster.csv").write_text("\n".join(rows))
    assert school("import", "roster", "roster.csv").returncode == 0
    return school


def test_it_is_listed_noted_and_taken_back(school: Run, tmp_path: Path):
    kompaan = guarded(school, tmp_path)
    listed = kompaan("people", "guardian").stdout
    assert listed == "Jonas Peeters: a guardian has not said yes yet\n"
    assert "has to say yes first" in kompaan("say", "--as", "m1", "jonas 8 vvvv").stdout
    at = ("--at", "2026-10-14T10:00")
    said = kompaan("people", "guardian", "s1", "--yes", "--how", "on paper", *at).stdout
    assert said == "Noted. Jonas Peeters: a guardian said yes\n"
    assert "stored" in kompaan("say", "--as", "m1", "jonas 8 vvvv").stdout
    said = kompaan("people", "guardian", "jonas", "--no", "--how", "by telephone", *at).stdout
    assert said == "Noted. Jonas Peeters: a guardian said no\n"
    assert "has to say yes first" in kompaan("say", "--as", "m1", "jonas 8 xxxx").stdout
    assert "Jonas Peeters" in kompaan("people").stdout


def test_what_is_not_so_is_said_and_nothing_is_kept(school: Run, tmp_path: Path):
    kompaan = guarded(school, tmp_path)
    at = ("--at", "2026-10-14T10:00")
    for wrong, because in (
        (("s2", "--yes", "--how", "on paper"), "does not say that a guardian of Noor Aziz"),
        (("m1", "--yes", "--how", "on paper"), "does not say that a guardian of Karim Haddad"),
        (("s1", "--yes"), "Say with --how how it was given"),
        (("s1", "--yes", "--how", "on paper", "--on", "2027-01-01"), "a day that is not to come"),
        (("s1", "--yes", "--how", "on paper", "--on", "soon"), "is not a day such as"),
    ):
        done = kompaan("people", "guardian", *wrong, *at)
        assert done.returncode != 0
        assert because in done.stderr
    assert "not said yes yet" in kompaan("people", "guardian").stdout
