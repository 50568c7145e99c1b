"""Inviting from the command line, and who has joined."""

import csv
import json
import re
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.exchange.csv_out import inert, separator_of, table_of
from bot.exchange.invitations import qr_png
from bot.storage.engine import connect
from bot.storage.unit_of_work import StoredUnitOfWork
from handlers.knocking import Knocked, knock
from tests.cli.conftest import Run

AT = ("--at", "2026-10-14T10:00")
NOW = datetime(2026, 10, 14, 8, 0, tzinfo=UTC)
BOT = {"KOMPAAN_TELEGRAM_BOT_NAME": "@KompaanBot"}
SLACK_APP = {"KOMPAAN_SLACK_BOT_TOKEN": "xoxb-1", "KOMPAAN_SLACK_APP_TOKEN": "xapp-1"}
PAGE = {"KOMPAAN_PUBLIC_URL": "https://kompaan.school.example/k"}
PAGE_LINK = re.compile(r"https://kompaan\.school\.example/k/join/([2-9A-Z]{10})")
LINK = re.compile(r"https://t\.me/KompaanBot\?start=([2-9A-Z]{10})")
SLACK = re.compile(r"/kompaan start ([2-9A-Z]{5}-[2-9A-Z]{5})")
PNG = b"\x89PNG\r\n\x1a\n"


def opens(sqlite_url: str, code: str, address: str = "1001") -> Knocked:
    engine = connect(sqlite_url)
    with engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        return knock(uow, "telegram", address, f"/start {code}", NOW, "en")


def rows_of(path: Path) -> list[dict[str, str]]:
    _named, *lines = path.read_text(encoding="utf-8-sig").splitlines()
    return list(csv.DictReader(lines, delimiter=";"))


def test_one_person_gets_a_link_and_a_code(school: Run, sqlite_url):
    done = school("invite", "karim", *AT, **BOT, **SLACK_APP)
    assert done.returncode == 0, done.stderr
    assert "Karim Haddad (m1)" in done.stdout
    assert "until 2026-10-28 10:00" not in done.stdout  # the clocks go back in between
    assert "until Wed 28 Oct 2026, 09:00" in done.stdout
    link, slack = LINK.search(done.stdout), SLACK.search(done.stdout)
    assert link is not None
    assert slack is not None
    assert link[1] == slack[1].replace("-", "")
    assert opens(sqlite_url, link[1]).person_id is not None
    assert "\tmentor\ten\tTelegram\n" in school("people").stdout
    assert "has joined on Telegram" in school("invite", "m1", *AT, **BOT).stdout


def test_people_shows_who_cannot_be_reached(school: Run, sqlite_url):
    code = json.loads(school("invite", "m1", "--json", *AT).stdout)["code"]
    opens(sqlite_url, code)
    with connect(sqlite_url).begin() as connection:
        StoredUnitOfWork(connection).accounts.mark_unreachable("telegram", "1001", NOW)
    assert "\tTelegram (unreachable)\n" in school("people").stdout


def test_the_code_is_nowhere_in_the_database(school: Run, sqlite_url):
    code = json.loads(school("invite", "m1", "--json", *AT).stdout)["code"]
    data = Path(sqlite_url.removeprefix("sqlite:///")).read_bytes()
    assert code.encode() not in data


def test_as_json(school: Run):
    told = json.loads(school("invite", "m1", "--json", *AT, **BOT, **SLACK_APP).stdout)
    assert told["person"] == "m1"
    assert told["telegram"] == f"https://t.me/KompaanBot?start={told['code']}"
    assert told["slack"].replace("-", "") == f"/kompaan start {told['code']}"
    assert told["expires"] == "2026-10-28T09:00:00+01:00"


def test_how_long_it_works_is_a_setting(school: Run):
    done = school("invite", "m1", "--json", *AT, KOMPAAN_INVITATION_DAYS="2")
    assert json.loads(done.stdout)["expires"] == "2026-10-16T10:00:00+02:00"
    assert school("invite", "m1", KOMPAAN_INVITATION_DAYS="0").returncode == 1


def test_a_new_invitation_ends_the_former(school: Run, sqlite_url):
    first, second = (
        json.loads(school("invite", "m1", "--json", *AT).stdout)["code"] for _number in range(2)
    )
    assert opens(sqlite_url, first).person_id is None
    assert opens(sqlite_url, second).person_id is not None


def test_without_the_bots_name_there_is_a_code_and_a_hint(school: Run, tmp_path):
    done = school("invite", "m1", *AT)
    assert done.returncode == 0
    assert "KOMPAAN_TELEGRAM_BOT_NAME" in done.stdout
    assert re.search(r"Telegram: /start [2-9A-Z]{5}-[2-9A-Z]{5}", done.stdout)
    refused = school("invite", "m1", "--qr", "m1.png", *AT)
    assert refused.returncode == 1
    assert "KOMPAAN_TELEGRAM_BOT_NAME" in refused.stderr
    assert not (tmp_path / "m1.png").exists()
    assert school("invite", "m1", KOMPAAN_TELEGRAM_BOT_NAME="no name").returncode == 1


def test_a_school_with_the_page_alone_reads_of_nothing_else(school: Run, tmp_path):
    done = school("invite", "m1", *AT, **PAGE)
    assert PAGE_LINK.search(done.stdout)
    told = json.loads(school("invite", "m1", "--qr", "m1.png", "--json", *AT, **PAGE).stdout)
    assert list(told) == ["person", "name", "code", "page", "expires"]
    assert (tmp_path / "m1.png").read_bytes() == qr_png(told["page"])
    group = school("invite", "--class-group", "6E", "--out", "6E.csv", *AT, **PAGE)
    rows = rows_of(tmp_path / "6E.csv")
    assert list(rows[0]) == ["person id", "name", "role", "page link", "expires"]
    pictures = sorted((tmp_path / "6E").iterdir())
    assert pictures[0].read_bytes() == qr_png(rows[0]["page link"])
    for said in (done.stdout, group.stdout, (tmp_path / "6E.csv").read_text()):
        assert not re.search("telegram|slack", said, re.IGNORECASE)


def test_what_is_configured_is_named_page_first(school: Run, tmp_path):
    done = school("invite", "m1", *AT, **PAGE, **BOT)
    assert [line.split(":")[0].strip() for line in done.stdout.splitlines()[1:]] == [
        "page", "Telegram",
    ]  # fmt: skip
    for file, choice, way in (
        ("a.png", (), "telegram"),
        ("b.png", ("--qr-of", "page"), "page"),
        ("c.png", ("--qr-of", "telegram"), "telegram"),
    ):
        asked = school("invite", "m1", "--qr", file, *choice, "--json", *AT, **PAGE, **BOT)
        assert (tmp_path / file).read_bytes() == qr_png(json.loads(asked.stdout)[way])
    refused = school("invite", "m1", "--qr", "d.png", "--qr-of", "page", *AT, **BOT)
    assert "KOMPAAN_PUBLIC_URL" in refused.stderr


def test_the_sample_comes_in_on_no_page(kompaan: Run):
    kompaan("migrate")
    kompaan("sample")
    refused = kompaan("invite", "karim", *AT, **PAGE)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "the page is for real people" in refused.stderr
    assert "page:" not in kompaan("invite", "karim", *AT, **PAGE, **BOT).stdout


def test_a_qr_code_for_one(school: Run, tmp_path):
    told = json.loads(school("invite", "m1", "--qr", "m1.png", "--json", *AT, **BOT).stdout)
    drawn = (tmp_path / "m1.png").read_bytes()
    assert drawn == qr_png(told["telegram"])
    assert drawn.startswith(PNG)


def test_what_cannot_be_written_invites_nobody(school: Run, sqlite_url, tmp_path):
    code = json.loads(school("invite", "m1", "--json", *AT).stdout)["code"]
    (tmp_path / "there.png").write_bytes(b"mine")
    (tmp_path / "there.csv").write_bytes(b"mine")
    for target in ("there.png", "nowhere/m1.png"):
        done = school("invite", "m1", "--qr", target, *AT, **BOT)
        assert done.returncode == 1
        assert target in done.stderr
    for target in ("there.csv", "nowhere/6E.csv"):
        done = school("invite", "--class-group", "6E", "--out", target, *AT, **BOT)
        assert done.returncode == 1
    assert (tmp_path / "there.png").read_bytes() == b"mine"
    assert (tmp_path / "there.csv").read_bytes() == b"mine"
    assert opens(sqlite_url, code).person_id is not None


def test_a_whole_class_group(school: Run, sqlite_url, tmp_path):
    code = json.loads(school("invite", "m2", "--json", *AT).stdout)["code"]
    opens(sqlite_url, code)
    done = school("invite", "--class-group", "6e", "--out", "6E.csv", *AT, **BOT, **SLACK_APP)
    assert done.returncode == 0, done.stderr
    assert "6E: 6 people invited" in done.stdout
    assert "1 had joined before" in done.stdout
    rows = rows_of(tmp_path / "6E.csv")
    assert list(rows[0]) == ["person id", "name", "role", "telegram link", "slack text", "expires"]
    assert [(row["person id"], row["role"]) for row in rows] == [
        ("s1", "student"), ("s3", "student"), ("s2", "student"),
        ("m1", "mentor"), ("t1", "teacher"), ("c1", "coach"),
    ]  # fmt: skip
    assert "in the folder 6E." in done.stdout
    drawn = sorted((tmp_path / "6E").iterdir())
    assert [path.name for path in drawn[:2]] == ["001 s1.png", "002 s3.png"]
    for row, picture in zip(rows, drawn, strict=True):
        link = LINK.fullmatch(row["telegram link"])
        assert link is not None
        assert row["slack text"].replace("-", "") == f"/kompaan start {link[1]}"
        assert picture.read_bytes() == qr_png(row["telegram link"])
        assert opens(sqlite_url, link[1], row["person id"]).person_id is not None
    assert stat.S_IMODE((tmp_path / "6E.csv").stat().st_mode) == 0o600
    again = school("invite", "--class-group", "6E", "--out", "again.csv", "--json", *AT, **BOT)
    assert json.loads(again.stdout)["invited"] == 0
    assert rows_of(tmp_path / "again.csv") == []


def test_a_class_group_without_the_bots_name(school: Run, tmp_path):
    done = school("invite", "--class-group", "6E", "--out", "6E.csv", *AT)
    assert "KOMPAAN_TELEGRAM_BOT_NAME" in done.stdout
    rows = rows_of(tmp_path / "6E.csv")
    assert {row["telegram link"] for row in rows} == {""}
    assert all(SLACK.fullmatch(row["slack text"]) for row in rows)
    assert not (tmp_path / "6E").exists()


def test_the_list_is_inert(school: Run, tmp_path):
    roster = (tmp_path / "roster.csv").read_text()
    line = 'TRADE,6E,../=x,"=HYPERLINK(""x"")",Elektro bv,-m9,+Mia Maes,t1,Els Wouters,c9,@Lien,\n'
    (tmp_path / "roster.csv").write_text(roster + line)
    assert school("import", "roster", "roster.csv").stderr == ""
    school("invite", "--class-group", "6E", "--out", "6E.csv", *AT, **BOT)
    rows = rows_of(tmp_path / "6E.csv")
    names = {row["name"] for row in rows}
    assert {'\'=HYPERLINK("x")', "'+Mia Maes"} <= names
    assert not [cell for row in rows for cell in row.values() if cell[:1] in ("=", "+", "-", "@")]
    assert all(path.parent == tmp_path / "6E" for path in tmp_path.rglob("*x.png"))


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@a", "\ta", "\ra", " =1"])
def test_a_formula_is_shown_as_text(cell):
    assert inert(cell) == f"'{cell}"
    assert inert(f"a{cell}") == f"a{cell}"


def test_a_table_can_be_read_back():
    data = table_of(("a", "b"), [('x;"y"', "é\nz")], ";")
    named, *lines = data.decode("utf-8-sig").splitlines(keepends=True)
    assert named == "sep=;\r\n"
    assert list(csv.reader(lines, delimiter=";")) == [["a", "b"], ['x;"y"', "é\nz"]]


@pytest.mark.parametrize(
    ("language", "zone", "separator"),
    [
        ("nl", "Europe/Brussels", ";"),
        ("en", "Europe/Brussels", ";"),
        ("nl", "UTC", ";"),
        ("en", "Europe/Amsterdam", ";"),
        ("en", "Europe/London", ","),
        ("en", "America/New_York", ","),
        ("en", "UTC", ","),
        ("en", "Mars/Base", ","),
    ],
)
def test_columns_are_parted_as_the_spreadsheets_there_do(language, zone, separator):
    assert separator_of(language, zone) == separator


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("m1", "--class-group", "6E", "--out", "x.csv"),
        ("--class-group", "6E"),
        ("m1", "--out", "x.csv"),
        ("--class-group", "6E", "--out", "x.csv", "--qr", "x.png"),
    ],
)
def test_wrong_combinations_are_explained(school: Run, arguments):
    done = school("invite", *arguments)
    assert done.returncode == 2
    assert "--class-group" in done.stderr


def test_nobody_by_that_name(school: Run):
    assert "Nobody is known" in school("invite", "zoe").stderr
    done = school("invite", "--class-group", "9Z", "--out", "x.csv")
    assert done.returncode == 1
    assert "there are: 6E" in done.stderr
