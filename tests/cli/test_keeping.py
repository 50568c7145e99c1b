"""Keeping an installation: migrate, sample, doctor, people, programme."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.settings import Settings
from bot.storage.engine import connect
from bot.storage.upgrade import STEPS
from bot.wiring import House
from tests.cli.conftest import Run


def test_migrate_twice(kompaan: Run, tmp_path):
    fresh = {"KOMPAAN_DATABASE_URL": f"sqlite:///{tmp_path / 'fresh.db'}"}
    steps = len(list((STEPS / "versions").glob("*.py")))
    assert f"took {steps}" in kompaan("migrate", **fresh).stdout
    assert "is current" in kompaan("migrate", **fresh).stdout


def test_any_command_creates_an_empty_database(kompaan: Run, tmp_path):
    fresh = {"KOMPAAN_DATABASE_URL": f"sqlite:///{tmp_path / 'fresh.db'}"}
    assert kompaan("people", **fresh).returncode == 0


def test_the_sample_goes_only_into_an_empty_database(kompaan: Run):
    assert "was loaded" in kompaan("sample", "--at", "2026-11-20T09:00").stdout
    assert "Nothing was loaded" in kompaan("sample").stdout
    listed = kompaan("people").stdout
    assert "jonas\t" in listed
    assert "(sample)" in listed
    told = kompaan("say", "--as", "karim", "jonas 10 vvlvxvvvvlvvv").stdout
    assert "13 indicators stored" in told


def test_a_sample_in_each_language_stands_beside_the_other(kompaan: Run):
    dutch = {"KOMPAAN_LANGUAGE": "nl"}
    assert "geladen" in kompaan("sample", **dutch).stdout
    assert "staat al in de database" in kompaan("sample", **dutch).stdout
    assert "was loaded" in kompaan("sample", "--language", "en").stdout
    said = {
        language: kompaan("say", "--as", "els", "/class 6A", KOMPAAN_LANGUAGE=language).stdout
        for language in ("nl", "en")
    }
    assert "Werkt samen met ploeg en klant" in said["nl"]
    assert "Works with team and customer" in said["en"]
    periods = kompaan("periods", "list", "--programme", "ELECTRICIAN-1", **dutch).stdout
    assert periods.index("Periode 1") < periods.index("Period 1:")


def test_nobody_is_said_to_be_known_in_an_empty_database(kompaan: Run):
    assert "Nobody is known yet." in kompaan("people").stdout
    elsewhere = kompaan("invite", "Geert")
    assert elsewhere.returncode == 1
    assert "Nobody is known here: sqlite:///" in elsewhere.stderr
    assert "Is the school in another folder?" in elsewhere.stderr


def test_a_missing_folder_is_named(kompaan: Run, tmp_path):
    away = kompaan("people", KOMPAAN_DATABASE_URL=f"sqlite:///{tmp_path}/none/k.db")
    assert (away.returncode, f"no folder {tmp_path}/none" in away.stderr) == (1, True)


@pytest.mark.parametrize(
    ("mistyped", "meant"),
    [
        ("KOMPAAN_DATABSE_URL", "KOMPAAN_DATABASE_URL"),
        ("KOMPAAN_DATABASE", "KOMPAAN_DATABASE_URL"),
        ("KOMPAAN_LANG", "KOMPAAN_LANGUAGE"),
        ("KOMPAAN_PORT", "KOMPAAN_HTTP_PORT"),
        ("KOMPAAN_TIMEZONE", "KOMPAAN_TIME_ZONE"),
        ("kompaan_organization", "KOMPAAN_ORGANISATION"),
    ],
)
def test_a_mistyped_setting_is_named_with_the_one_that_is_meant(
    kompaan: Run, tmp_path, mistyped, meant
):
    for wrong in (kompaan("people", **{mistyped: "x"}), by_file(kompaan, tmp_path, mistyped)):
        assert wrong.returncode == 1
        assert f"{mistyped} is no setting. Is it {meant} that you mean?" in wrong.stderr


def by_file(kompaan: Run, tmp_path, name: str):
    (tmp_path / ".env").write_text(f"# ours\nexport {name} = x\n")
    return kompaan("people")


def test_the_sample_has_three_periods_and_its_people_speak_by_its_clock(kompaan: Run, sqlite_url):
    kompaan("sample")
    listed = kompaan("periods", "list").stdout
    assert [listed.count(f"Period {number}:") for number in (1, 2, 3)] == [1, 1, 1]
    assert "(open, " in listed
    house = House(Settings(database_url=sqlite_url, _env_file=None))
    ahead = timedelta(days=300)
    with house.transaction() as uow:
        uow.worlds.move_sample(datetime.now(UTC) + ahead, datetime.now(UTC))
    kompaan("say", "--as", "karim", "jonas 10 vvlvxvvvvlvvv")
    kompaan("say", "--as", "karim", "--at", "2026-10-14T16:30+02:00", "jonas 2 vvlvxv")
    with house.reading() as uow:
        karim = next(person for person in uow.people.list_sample() if person.school_id == "karim")
        mine = [shown.said_at for shown in uow.transcripts.list_recent(karim.id, 10) if shown.mine]
    house.engine.dispose()
    by_clock, by_option = mine
    assert abs(by_clock - datetime.now(UTC) - ahead) < timedelta(minutes=1)
    assert by_option == datetime(2026, 10, 14, 14, 30, tzinfo=UTC)


def test_a_school_with_people_gets_no_sample(school: Run):
    assert "Nothing was loaded" in school("sample").stdout


def test_the_doctor_finds_a_sound_installation(school: Run):
    school("say", "--as", "m1", "jonas 8 all v")
    done = school("doctor")
    assert done.returncode == 0
    assert "Ledger, marks and colours agree" in done.stdout
    assert "BAD" not in done.stdout


def test_a_school_extends_the_questions_and_hears_what_is_wrong_with_its_file(
    school: Run, tmp_path
):
    assert "questions for students, " in school("doctor").stdout
    own = tmp_path / "own.toml"
    entry = '[[prompt]]\nkey = "own"\nmethod = "{}"\non = "tallied"\nen = "How was “{{what}}”?"\n'
    own.write_text(entry.format("reflection"))
    ours = int(school("doctor").stdout.split(" questions for students")[0].split()[-1])
    good = school("doctor", KOMPAAN_REPERTOIRE_FILE=str(own))
    assert f"{ours + 1} questions for students" in good.stdout
    own.write_text(entry.format("guessing"))
    bad = school("doctor", KOMPAAN_REPERTOIRE_FILE=str(own))
    assert bad.returncode == 1
    assert "BAD  KOMPAAN_REPERTOIRE_FILE names a file that I cannot use. own.toml" in bad.stdout
    assert "prompt[1].method is none of these: modelling" in bad.stdout
    refused = school("people", KOMPAAN_REPERTOIRE_FILE=str(own))
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "prompt[1].method" in refused.stderr
    gone = school("doctor", KOMPAAN_REPERTOIRE_FILE=str(tmp_path / "gone.toml"))
    assert "gone.toml" in gone.stdout
    assert gone.returncode == 1


def test_the_doctor_says_what_is_wrong_and_how_to_mend_it(kompaan: Run, tmp_path):
    away = kompaan("doctor", KOMPAAN_DATABASE_URL="postgresql://nobody:secret@127.0.0.1:1/x")
    assert away.returncode == 1
    assert "does not answer" in away.stdout
    assert "secret" not in away.stdout + away.stderr
    empty = kompaan("doctor", KOMPAAN_DATABASE_URL=f"sqlite:///{tmp_path / 'empty.db'}")
    assert empty.returncode == 1
    assert "kompaan migrate" in empty.stdout


def test_a_database_that_cannot_be_reached(kompaan: Run):
    done = kompaan("people", KOMPAAN_DATABASE_URL="postgresql://nobody@127.0.0.1:1/x")
    assert done.returncode == 1
    assert "cannot be reached" in done.stderr


def test_a_school_adds_tips_of_its_own_and_a_bad_file_is_named(school: Run, tmp_path):
    own = tmp_path / "own.toml"
    mine = {"KOMPAAN_REPERTOIRE_FILE": str(own)}
    off = '[[tip]]\nkey = "articulation-plan-first"\noff = true\n'
    own.write_text(
        off + '[[tip]]\nkey = "ours"\nmethod = "articulation"\nnl = "Kijk."\nen = "Look."\n'
    )
    assert "32 tips." in school("doctor").stdout
    assert "32 tips." in school("doctor", **mine).stdout
    school("say", "--as", "m1", "jonas 8 all l")
    school("say", "--as", "m1", "/tips jonas 8", **mine)
    cards = school("say", "--as", "m1", "--tap", "the whole card", **mine).stdout
    assert "Look." in cards
    assert "Have the plan told" not in cards
    away = {"KOMPAAN_REPERTOIRE_FILE": str(tmp_path / "away.toml")}
    own.write_text('[[tip]]\nkey = "ours"\nmethod = "shouting"\nnl = "Kijk."\nen = "Look."\n')
    bad = tmp_path / "bad.toml"
    own.rename(bad)
    for wrong, problem in (
        (away, "away.toml"),
        ({"KOMPAAN_REPERTOIRE_FILE": str(bad)}, "tip[1].method"),
    ):
        for command in ("people", "doctor"):
            done = school(command, **wrong)
            assert done.returncode == 1
            assert (
                "KOMPAAN_REPERTOIRE_FILE names a file that I cannot use."
                in done.stdout + done.stderr
            )
            assert problem in done.stdout + done.stderr


def test_blind_first_is_a_setting_of_the_programme(school: Run):
    assert school("programme").stdout.strip().endswith("\tblind first")
    assert school("programme", "TRADE", "--open").stdout.strip().endswith("\tnot blind first")
    assert school("programme", "TRADE", "--blind-first").stdout.strip().endswith("\tblind first")
    assert school("programme", "NONE", "--open").returncode == 1


def test_the_rule_of_the_workplace_is_stated_for_a_programme(school: Run):
    stated = school("programme", "TRADE", "--workplace", "share", "--to-reach", "62,5")
    assert stated.stdout.rstrip().endswith("workplace: 62.5 % of the competences")
    weighed = "workplace: 50 % of the competences by weight"
    weighted = ("programme", "TRADE", "--workplace", "weighted", "--to-reach", "50")
    refused = school(*weighted, "--weights", "8=2")
    assert refused.returncode == 1
    assert "has no weight" in refused.stderr
    assert school(*weighted, "--weights", "8=2, rest=1").stdout.rstrip().endswith(weighed)
    for wrong in (
        ("TRADE", "--workplace", "share"),
        ("TRADE", "--workplace", "share", "--to-reach", "half"),
        ("TRADE", "--workplace", "share", "--to-reach", "0"),
        ("NONE", "--workplace", "share", "--to-reach", "50"),
        ("TRADE", "--workplace", "weighted", "--to-reach", "50", "--weights", "much"),
    ):
        assert school("programme", *wrong).returncode in (1, 2)
    assert school("programme").stdout.rstrip().endswith(weighed)


def test_the_cut_off_is_a_setting_of_the_programme(school: Run):
    school("say", "--as", "m1", "jonas 8 vvvv")
    listed = school("programme").stdout
    assert "TRADE" in listed
    assert "acquired from 80 % on" in listed
    assert "acquired above 80 %" in school("programme", "TRADE", "--cut-off", "more_than").stdout
    missing = school("programme", "NONE", "--cut-off", "more_than")
    assert missing.returncode == 1


def test_people_shows_roles(school: Run):
    school("say", "--as", "t1", "/help")  # who talks here takes part, without an account elsewhere
    lines = school("people").stdout.splitlines()
    assert "t1\tEls Wouters\tteacher\tnl\tpage or terminal" in lines
    assert "m2\tAn Claes\tmentor\tnl\tnot joined" in lines
    assert "s3\tNicolas Maes\tstudent\tnl\tnot joined" in lines
    assert "c1\tLien Martens\tcoach\tnl\tnot joined" in lines


def test_lists_are_in_the_language_of_the_command_line(school: Run):
    dutch = {"KOMPAAN_LANGUAGE": "nl"}
    listed = school("people", **dutch).stdout.splitlines()
    assert "s3\tNicolas Maes\tleerling\tnl\tnog niet binnen" in listed
    assert "t1\tEls Wouters\tleerkracht\tnl\tnog niet binnen" in listed
    assert "\t2 competenties\t" in school("programme", **dutch).stdout
    changed = school("thresholds", "TRADE", "--settle-minutes", "45", **dutch).stdout
    assert "settle-minutes\t45\t(gewijzigd)" in changed


def test_a_chosen_language_outlives_another_import_of_the_roster(school: Run):
    school("say", "--as", "s1", "/language nl")
    assert school("import", "roster", "roster.csv").returncode == 0
    assert "s1\tJonas Peeters\tstudent\tnl" in school("people").stdout


def test_a_newer_database_and_a_file_that_is_none_are_refused(kompaan: Run, tmp_path, sqlite_url):
    engine = connect(sqlite_url)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    for command in ("people", "migrate"):
        done = kompaan(command)
        assert done.returncode == 1
        assert "newer Kompaan" in done.stderr
    assert "newer Kompaan" in kompaan("doctor").stdout
    (tmp_path / "junk.db").write_text("no database at all, only words" * 100)
    junk = {"KOMPAAN_DATABASE_URL": f"sqlite:///{tmp_path / 'junk.db'}"}
    assert "no database" in kompaan("people", **junk).stderr
    assert kompaan("doctor", **junk).returncode == 1


def test_times_far_from_now_are_refused(school: Run):
    for time in ("0001-01-01T00:00", "9999-12-31T23:59"):
        assert school("say", "--as", "m1", "--at", time, "jonas 8 all v").returncode == 2
