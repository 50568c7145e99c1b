"""`kompaan import organisation`: contexts, components and periods in a real school."""

import pytest

FILE = """\
[[programme]]
framework = "TRADE"
title = "Electrician, dual course"

[[programme.context]]
number = 1
title = "A new house"
starts = [8]
develops = [10]

[[programme.component]]
title = "Rough-in"
competences = [8, 10]

[[programme.period]]
name = "Autumn"
opens_on = 2026-09-01
photo_at = "2026-12-18T16:00"
choose_from = 2026-10-01
choose_until = 2026-10-31
"""
AT = ("--at", "2026-10-14T10:00")


@pytest.fixture
def file(school, tmp_path):
    path = tmp_path / "school.toml"
    path.write_text(FILE)
    return path


def test_what_the_file_says_is_there_and_the_same_again_changes_nothing(school, file):
    first = school("import", "organisation", str(file), *AT)
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout.splitlines() == [
        "TRADE",
        "1 programme: 0 new, 1 changed",
        "1 context: 1 new, 0 changed",
        "1 course component: 1 new, 0 changed",
        "Autumn: added.",
    ]
    again = school("import", "organisation", str(file), *AT)
    assert again.stdout.splitlines() == [
        "TRADE",
        "1 programme: 0 new, 0 changed",
        "1 context: 0 new, 0 changed",
        "1 course component: 0 new, 0 changed",
        "Autumn: stays as it is.",
    ]
    listed = school("periods", "list", *AT).stdout
    assert "Autumn: from 1 Sep, photo Fri 18 Dec, 16:00 (open, 65 days left)" in listed


def test_people_meet_the_contexts_and_the_components(school, file):
    school("import", "organisation", str(file), *AT)
    assert "1. A new house" in school("say", "--as", "s1", "/today", *AT).stdout
    assert "Rough-in" in school("say", "--as", "s1", "/choose", *AT).stdout
    assert "coming up: 1 A new house" in school("say", "--as", "s1", "/next", *AT).stdout


def test_what_changes_is_told_old_and_new(school, file):
    school("import", "organisation", str(file), *AT)
    text = FILE.replace("A new house", "A renovation").replace("12-18", "12-11")
    file.write_text(text)
    told = school("import", "organisation", str(file), *AT).stdout.splitlines()
    assert "1: “A new house” is now “A renovation”" in told
    assert told[-1] == "Autumn: moved."


def test_a_dry_run_writes_nothing(school, file, tmp_path):
    told = school("import", "organisation", str(file), "--dry-run", *AT)
    assert "1 context: 1 new, 0 changed" in told.stdout
    assert told.stderr == "This was a dry run: nothing was written.\n"
    assert "1 context: 1 new" in school("import", "organisation", str(file), *AT).stdout


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"TRADE"', '"NONE"', "There is no framework NONE: import it first."),
        ("starts = [8]", "starts = [99]", "Programme TRADE has no competence 99."),
        ("2026-09-01", '"soon"', "programme[1].period[1].opens_on needs a day or time such as"),
        ('photo_at = "2026-12-18', 'photo_at = "2026-08-18', "Autumn: "),
        ("number = 1\n", "nummer = 1\n", "it has a key programme[1].context[1].nummer"),
    ],
)
def test_what_breaks_a_rule_is_refused_and_nothing_is_taken_in(school, file, old, new, said):
    file.write_text(FILE.replace(old, new))
    refused = school("import", "organisation", str(file), *AT)
    assert refused.returncode == 1
    assert said in refused.stderr
    assert "A new house" not in school("say", "--as", "s1", "/today", *AT).stdout


def test_a_whole_organisation_is_brought_and_its_history_is_not(school, tmp_path):
    file = tmp_path / "school.toml"
    file.write_text(
        '[organisation]\nname = "Other"\n'
        + FILE
        + '[people]\ns9 = "Amir Good"\nt1 = "Els Wouters"\n'
        '[[placement]]\nframework = "TRADE"\nclass_group = "6E"\nstudent = "s9"\n'
        'workplace = "Volta nv"\nteachers = ["t1"]\n'
        '[history]\nlines = [{ days_ago = 1, at = "10:00", by = "s9", says = "8.1 v" }]\n'
    )
    told = school("import", "organisation", str(file), *AT)
    assert "2 people: 1 new, 0 changed" in told.stdout
    assert "The history was not read" in told.stdout
    assert "The school stays " in told.stdout
    assert "Amir Good" in school("people").stdout


RULE = """
last = true

[programme.workplace]
rule = "weighted"
to_reach = "200/3"
weights = { 8 = 2, rest = 1 }
"""


def test_a_rule_for_the_workplace_and_the_last_photo(school, file):
    school("import", "organisation", str(file), *AT)
    assert school("programme").stdout.rstrip().endswith("blind first")  # nothing is assumed
    file.write_text(FILE + RULE)
    told = school("import", "organisation", str(file), *AT).stdout.splitlines()
    assert told[-1].endswith("each by its weight, 66.66… % (exactly 200/3) to reach.")
    weighed = "workplace: 66.66… % (exactly 200/3) of the competences by weight"
    assert school("programme").stdout.rstrip().endswith(weighed)
    assert "left) · the last photo" in school("periods", "list", *AT).stdout
    # What the file does not name stays.
    file.write_text(FILE)
    school("import", "organisation", str(file), *AT)
    assert school("programme").stdout.rstrip().endswith(weighed)
    assert "the last photo" in school("periods", "list", *AT).stdout


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        (('"weighted"', '"average"'), "a rule is share, weighted or entered, not average"),
        (('"200/3"', '"half"'), "programme[1].workplace.to_reach is a text with a number"),
        (('"200/3"', '"101"'), "a number above 0 and at most 100"),
        (('"200/3"', "50"), "programme[1].workplace.to_reach is not a text"),
        ((", rest = 1", ""), "has no weight: each one needs one"),
        (("8 = 2", "9 = 2"), "The programme has no competence 9"),
        (("8 = 2", "8 = 0"), "is from 1 to 1000"),
        (("8 = 2", "eight = 2"), "programme[1].workplace.weights.eight is not the number"),
        (("to_reach", "reach"), "programme[1].workplace.reach"),
    ],
)
def test_a_rule_that_does_not_fit_is_refused_with_its_place(school, file, changed, problem):
    file.write_text(FILE + RULE.replace(*changed))
    done = school("import", "organisation", str(file), *AT)
    assert done.returncode == 1
    assert problem in done.stderr
    assert school("programme").stdout.rstrip().endswith("blind first")
