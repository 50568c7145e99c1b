"""What counts of what was learned before in a programme, on the command line."""

from tests.cli.conftest import Run


def test_the_rule_is_set_listed_and_noted(school: Run):
    assert "learned before" not in school("programme").stdout
    said = school("programme", "TRADE", "--prior-learning", "covered").stdout
    assert said.strip().endswith("\tlearned before: counts as come up")
    assert school("programme").stdout.count("learned before: counts as come up") == 1
    again = school("programme", "TRADE", "--prior-learning", "covered").stdout
    assert again == said
    said = school("programme", "TRADE", "--prior-learning", "acquired").stdout
    assert "learned before: counts as acquired" in said
    assert "learned before" not in school("programme", "TRADE", "--prior-learning", "shown").stdout


def test_what_is_no_rule_and_no_programme_changes_nothing(school: Run):
    for wrong in (
        ("TRADE", "--prior-learning", "half"),
        ("NONE", "--prior-learning", "covered"),
        ("--prior-learning", "covered"),
    ):
        done = school("programme", *wrong)
        if wrong[0] != "--prior-learning":
            assert done.returncode in (1, 2), wrong
            assert done.stderr
    assert "learned before" not in school("programme").stdout
