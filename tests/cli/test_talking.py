"""`say`: one thing said on the terminal, and the answers."""

import re
import subprocess
import sys

import pytest

from tests.cli.conftest import Run, messages


def test_thirteen_indicators_and_undo_by_button(school: Run):
    (told,) = messages(school("say", "--as", "m1", "--json", "jonas 10 vvlvxvvvvlvvv"))
    assert set(told) == {"kind", "text", "edited", "buttons", "picture", "alt", "files"}
    assert told["kind"] == "answer"
    assert "13 indicators stored" in told["text"]
    assert told["picture"] is None
    ((undo,),) = told["buttons"]
    assert set(undo) == {"label", "code"}
    (undone,) = messages(school("say", "--as", "m1", "--json", "--tap", undo["code"]))
    assert undone["edited"] is True
    assert "Undone" in undone["text"]


def test_a_file_is_named_and_written_where_it_is_asked_for(school: Run, tmp_path):
    said = school("say", "--as", "m1", "/report jonas").stdout
    found = re.search(r"File: (report-jonas-peeters-trade-[\w-]+)\.png \(kompaan say --save", said)
    assert found is not None
    folder = tmp_path / "new" / "folder"
    for name in (f"{found[1]}.png", f"{found[1]}-2.png"):
        saved = school("say", "--as", "m1", "--save", str(folder), "--json", "/report jonas")
        (told,) = messages(saved)
        assert told["picture"] == told["files"][0]["path"] == str(folder / name)
        assert (folder / name).read_bytes().startswith(b"\x89PNG")
    assert f"File: {folder}" in school("say", "--as", "m1", "--save", str(folder), "/report").stdout
    (untold,) = messages(school("say", "--as", "m1", "--json", "/report jonas"))
    assert (untold["picture"], untold["files"][0]["path"]) == (None, None)


def test_a_button_by_its_label_in_any_case(school: Run):
    school("say", "--as", "m1", "jonas 8 all v")
    assert "Undone" in school("say", "--as", "m1", "--tap", "UNDO").stdout
    missing = school("say", "--as", "m1", "--tap", "no such button")
    assert missing.returncode == 2
    assert "No recent message has a button" in missing.stderr


def test_a_person_by_id_or_by_unambiguous_name(school: Run):
    assert school("say", "--as", "Karim Haddad", "/open").returncode == 0
    assert school("say", "--as", "karim", "/open").returncode == 0
    assert school("say", "--as", "m1", "/open").returncode == 0
    unknown = school("say", "--as", "nobody", "/open")
    assert unknown.returncode == 1
    assert "Nobody is known as 'nobody'" in unknown.stderr


def test_usage_errors(school: Run):
    assert school("say", "--as", "m1", "--at", "tomorrow", "/open").returncode == 2
    assert school("say", "--as", "m1", "--tap", "x", "text").returncode == 2
    assert school("say", "text").returncode == 2
    assert school("nonsense").returncode == 2


def test_a_text_that_begins_with_a_hyphen(school: Run):
    done = school("say", "--as", "m1", "--", "-1 v")
    assert done.returncode == 0
    assert "Nothing was stored" in done.stdout


def test_with_neither_text_nor_tap_only_what_arrived(school: Run):
    assert messages(school("say", "--as", "s1", "--json")) == []
    assert school("say", "--as", "s1").stdout.strip() == ""


def test_times_may_lie_before_the_import_and_go_backwards(school: Run):
    school("say", "--as", "m1", "--at", "2020-05-01T10:00", "noor 8 all v")
    later = school("say", "--as", "m1", "--at", "2020-05-01T10:20", "8.1 l")
    assert "Noor · 8" in later.stdout
    late = school("say", "--as", "m1", "--at", "2020-05-01T11:30", "8.1 l")
    assert "Which student" in late.stdout
    earlier = school("say", "--as", "m1", "--at", "2019-01-01", "noor 8 all x")
    assert "already overruled" in earlier.stdout
    zoned = school("say", "--as", "m1", "--at", "2020-05-01T08:25:00+00:00", "8.2 l")
    assert zoned.returncode == 0


def test_saying_loads_no_platform_library_and_no_migrations():
    code = (
        "import sys; import bot.cli.talking, bot.wiring; "
        "print([m for m in ('starlette','uvicorn','alembic','psycopg','telegram','slack_bolt',"
        "'babel','rapidfuzz','httptools') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_a_dialogue_survives_the_end_of_the_process(school: Run):
    school("say", "--as", "m1", "/score jonas 8")
    school("say", "--as", "m1", "--tap", "tap instead")
    assert "a note on which?" in school("say", "--as", "m1", "--tap", "note").stdout
    assert "marks" not in school("say", "--as", "m1", "--tap", "2").stdout
    assert "Note kept" in school("say", "--as", "m1", "a note after a restart").stdout


def test_chat_talks_line_by_line(school: Run, tmp_path, sqlite_url):
    done = subprocess.run(
        [sys.executable, "-m", "bot", "chat", "--as", "m1"],
        input="jonas 8 all v\n[undo]\n[nothing]\n\n",
        cwd=tmp_path,
        env={"KOMPAAN_DATABASE_URL": sqlite_url, "PATH": ""},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "4 indicators stored" in done.stdout
    assert "Undone" in done.stdout
    assert "No recent message has a button 'nothing'" in done.stdout


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("KOMPAAN_HTTP_PORT", "many"),
        ("KOMPAAN_HTTP_PORT", "70000"),
        ("KOMPAAN_TIME_ZONE", "Mars/Base"),
        ("KOMPAAN_LANGUAGE", "xx"),
        ("KOMPAAN_DATABASE_URL", "no address"),
        ("KOMPAAN_DATABASE_URL", "mysql://localhost/x"),
    ],
)
def test_a_wrong_setting_is_refused_with_a_sentence(kompaan: Run, setting: str, value: str):
    done = kompaan("people", **{setting: value})
    assert done.returncode == 1
    assert setting in done.stderr
    assert "Traceback" not in done.stderr


def test_the_command_line_speaks_another_language_when_told(kompaan: Run):
    done = kompaan("say", "--as", "nobody", "x", KOMPAAN_LANGUAGE="nl")
    assert "Niemand" in done.stderr
