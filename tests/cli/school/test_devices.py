"""Devices on the command line: listed with who ended which, and ended for a lost phone."""

import json
from datetime import UTC, datetime, timedelta

from bot.domain.joining.sessions import new_token
from bot.storage.engine import connect
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.joining.come_to_page import Door, come_to_page
from bot.use_cases.joining.end_devices import end_device
from bot.use_cases.joining.invite_person import invite_person
from tests.cli.conftest import Run

AT = ("--at", "2026-10-17T10:00")
NOW = datetime(2026, 10, 14, 8, 0, tzinfo=UTC)


def come(url: str, *devices: str, close: int = 0) -> None:
    """Let Karim come in on devices, and close some of the first again."""
    with connect(url).begin() as connection:
        uow = StoredUnitOfWork(connection)
        (karim,) = uow.people.list_by_school_id("m1", "en")
        for device in devices:
            code = invite_person(uow, karim, NOW, timedelta(days=1)).code
            session = come_to_page(uow, Door(code, new_token(), device), NOW).session
            assert session is not None
            if close:
                close -= 1
                end_device(uow, karim.id, session.id, NOW)


def test_devices_are_listed_and_ended(school: Run, sqlite_url):
    come(sqlite_url, "Firefox · Linux", "Safari · iPhone", "", close=1)
    assert school("devices", "karim", *AT).stdout.splitlines() == [
        "unknown device: since 14 Oct, last used 14 Oct",
        "Safari · iPhone: since 14 Oct, last used 14 Oct",
        "Firefox · Linux: closed by their own hand, Wed 14 Oct, 10:00, by Karim Haddad",
    ]
    done = school("devices", "m1", "--end", *AT).stdout.splitlines()
    assert done[:2] == ["2 devices closed.", "The chat of Karim Haddad is open on no device of "
                        "the page."]  # fmt: skip
    assert "closed since the phone is lost, Sat 17 Oct, 10:00, by the command line" in done[2]
    assert school("devices", "m1", "--end", *AT).stdout.startswith("0 devices closed.")
    told = json.loads(school("devices", "m1", "--json", *AT).stdout)
    assert [(device["why"], device["by"]) for device in told] == [
        ("lost", None), ("lost", None), ("left", "m1"),
    ]  # fmt: skip
    assert "not joined" in school("people").stdout


def test_who_has_none_has_none(school: Run):
    assert school("devices", "m2").stdout == (
        "The chat of An Claes is open on no device of the page.\n"
    )
    assert "Nobody is known" in school("devices", "zoe").stderr
