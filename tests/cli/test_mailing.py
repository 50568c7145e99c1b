"""E-mail on the command line: whose address a roster has, and what came back."""

from pathlib import Path

from tests.cli.conftest import ROSTER, Run

HEAD, *LINES = ROSTER.splitlines()


def test_an_address_of_the_roster_that_came_back_gets_no_more(school: Run, tmp_path: Path):
    emails = ("", "", "An@volta.example")
    rows = [f"{line},{email}" for line, email in zip(LINES, emails, strict=True)]
    (tmp_path / "emails.csv").write_text("\n".join((f"{HEAD},mentor_email", *rows)) + "\n")
    imported = school("import", "roster", "emails.csv")
    assert (imported.returncode, imported.stderr) == (0, "")
    for _time in range(2):
        done = school("mail", "bounced", "an@VOLTA.example")
        assert (
            done.stdout == "No more e-mail goes to an@volta.example, where 1 person gets theirs.\n"
        )
    assert school("mail", "bounced", "karim@volta.example").stdout == (
        "Nobody gets e-mail at karim@volta.example.\n"
    )
    wrong = school("mail", "bounced", "an@volta")
    assert wrong.returncode == 1
    assert wrong.stderr == "an@volta is no address that e-mail can go to.\n"


def test_half_of_the_settings_is_refused_with_a_sentence(school: Run):
    done = school("people", KOMPAAN_MAIL_SERVER="smtp.school.example")
    assert done.returncode == 1
    assert done.stderr.startswith("A setting is wrong. e-mail needs KOMPAAN_MAIL_FROM")
