"""Who is not invited: links guessed, fetched and passed on; sessions stolen, planted and over."""

import logging

import pytest
from sqlalchemy import func, select

from bot.domain.joining.invitations import digest_of, new_code
from bot.domain.joining.sessions import MOST_SEATS, digest_of_token, new_token
from bot.platforms.page.limits import MOST_STREAMS, PageLimits
from bot.platforms.web.events import Broadcast
from bot.storage.tables import invitation, page_session, wrong_code
from tests.dialogues.page import COOKIE, HOST, Device, PageSchool


def chat(device: Device) -> str:
    return f"/{device.seat}/chat"


def status(page: PageSchool, device: Device, path: str = "") -> int:
    """Say how the page answers to who asks for the chat of a seat."""
    return page.ask(device, "GET", path or chat(device)).status_code


def token(device: Device) -> str:
    assert device.client is not None
    return str(device.client.cookies.get(COOKIE))


def with_token(cookie: str, seat: str) -> Device:
    return Device(seat, cookie)


def rows(page: PageSchool, column):
    with page.engine.begin() as connection:
        return list(connection.execute(select(column)).scalars())


# --- links ---


def test_guessing_is_slowed_down_where_it_comes_from_and_nowhere_else(page: PageSchool):
    now = [0.0]
    page.page._talk.limits.codes.clock = lambda: now[0]
    codes = PageLimits().codes
    stranger, pupil, elsewhere = Device(), Device(), Device(line="192.0.2.7")
    nonce = new_token()
    for _typed in range(codes.burst):
        assert page.knock(stranger, new_code(), nonce).status_code == 403
    refused = page.knock(stranger, new_code(), nonce)
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "1")
    assert "your invitation still works" in refused.text
    assert refused.headers["content-type"].startswith("text/html")
    # Whoever is on another line notices nothing; who is on the same one waits for a second.
    assert page.knock(elsewhere, page.invite("s2")).status_code == 303
    code = page.invite("s1")
    assert page.knock(pupil, code).status_code == 429
    now[0] += codes.gap
    assert page.knock(pupil, code).status_code == 303
    # Where people's lines end is nothing that we keep.
    assert rows(page, wrong_code.c.address) == []


def test_a_whole_school_behind_one_address_comes_in_with_its_typing_errors(page: PageSchool):
    limits = page.page._talk.limits
    limits.codes.clock = lambda: 0.0
    nonce = new_token()
    for who in list(page.people) * 12:
        assert page.knock(Device(), page.invite(who)).status_code == 303
    for _typo in range(limits.codes.burst - 1):
        assert page.knock(Device(), new_code(), nonce).status_code == 403
    assert page.knock(Device(), page.invite("s1")).status_code == 303


@pytest.mark.parametrize(
    ("method", "headers"),
    [
        ("GET", {}),
        ("HEAD", {}),
        ("GET", {"Purpose": "prefetch", "Sec-Purpose": "prefetch;prerender"}),
        ("GET", {"User-Agent": "WhatsApp/2.24 A", "Accept": "*/*"}),
        ("GET", {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}),
        ("OPTIONS", {}),
    ],
)
def test_what_only_fetches_a_link_uses_nothing_up(page: PageSchool, method, headers):
    code = page.invite("m1")
    with page.statements() as asked:
        for _time in range(3):
            answer = page.ask(Device(), method, f"/join/{code}", headers=headers)
    assert asked == []
    assert "set-cookie" not in answer.headers
    assert page.knock(Device(), code).status_code == 303


def test_a_link_says_the_same_whatever_its_code_is(page: PageSchool):
    open_, spent = page.invite("m1"), page.invite("s1")
    page.knock(Device(), spent)
    pages = {
        page.ask(Device(), "GET", f"/join/{code}")
        .text.replace(code, "CODE")
        .partition('name="nonce"')[0]
        for code in (open_, spent, new_code())
    }
    assert len(pages) == 1


def test_a_link_that_was_used_lets_nobody_else_in(page: PageSchool):
    code, own, other = page.invite("m1"), Device(), Device()
    assert page.knock(own, code).status_code == 303
    again = page.knock(other, code)
    assert again.status_code == 403
    assert "This invitation was used before" in again.text
    assert "set-cookie" not in again.headers
    assert status(page, own) == 200


def test_who_opens_a_link_first_has_it_and_its_owner_learns_so(page: PageSchool):
    code, thief, own = page.invite("m1"), Device(), Device()
    assert page.knock(thief, code).status_code == 303
    assert "The school can send you a new one" in page.knock(own, code).text


def test_a_form_gets_in_again_from_its_own_device_and_only_for_some_minutes(page: PageSchool):
    code, own = page.invite("m1"), Device()
    page.knock(own, code)
    lost = with_token(token(own), own.seat)
    again = page.knock(own, code, own.nonce)
    assert again.status_code == 303  # known by its cookie
    repeated = Device()  # whose cookie never came
    assert page.knock(repeated, code, own.nonce).status_code == 303
    assert status(page, repeated) == 200
    assert status(page, lost) == 401
    page.later(minutes=11)
    assert page.knock(Device(), code, own.nonce).status_code == 403


@pytest.mark.parametrize(
    "body",
    [
        b"", b"code=%ZZ&nonce=%FF", b"\xff\xfe\x00", b"code=a;nonce=b", b"nonce=" + b"a" * 43,
        b"&".join([b"code=A&nonce=B"] * 9), b"code=" + b"9" * 1_900, b'{"code": "A"}',
        b"x" * 3_000, b"code=%00&nonce=%00", b"code[]=1&nonce[]=2",
    ],
)  # fmt: skip
def test_odd_forms_are_answered_with_the_door(page: PageSchool, body):
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = page.ask(Device(), "POST", "/join", content=body, headers=headers)
    assert answer.status_code in (400, 403)
    assert 'action="/join?lang=' in answer.text
    assert "set-cookie" not in answer.headers


# --- sessions ---


def test_what_the_database_holds_opens_nothing(page: PageSchool):
    page.come_in("m1")
    device = page.devices["m1"]
    with page.engine.begin() as connection:
        stored = connection.execute(select(page_session)).mappings().all()
        codes = connection.execute(select(invitation.c.digest)).scalars().all()
    assert token(device) not in str(stored)
    found = {str(value) for row in stored for value in row.values()} | set(codes)
    for value in found:
        assert status(page, with_token(value, device.seat)) == 401
        if value.isascii() and value.strip():
            assert page.knock(Device(), value, new_token()).status_code == 403


def test_a_cookie_that_is_brought_along_is_never_adopted(page: PageSchool):
    planted, victim = new_token(), Device()
    page.ask(victim, "GET", "/healthz")
    assert victim.client is not None
    victim.client.cookies.set(COOKIE, planted, HOST, "/")
    assert page.knock(victim, page.invite("m1")).status_code == 303
    assert planted not in token(victim)
    assert status(page, with_token(planted, victim.seat)) == 401
    # Nor does the form: its nonce is stored for a repeat, and opens no chat.
    assert status(page, with_token(victim.nonce, victim.seat)) == 401


def test_sessions_end_by_their_person_and_by_themselves(page: PageSchool):
    left, unused = page.come_in("m1"), page.come_in("s1")
    kept = with_token(token(left), left.seat)
    gone = page.ask(left, "POST", f"/{left.seat}/leave")
    assert gone.status_code == 303
    assert "Max-Age=0" in gone.headers["set-cookie"]
    assert status(page, kept) == 401
    assert page.ask(kept, "POST", chat(kept), json={"key": "k", "text": "x"}).status_code == 401
    page.later(days=179)
    assert status(page, unused) == 200
    page.later(days=181)
    assert status(page, unused) == 401
    assert page.ask(unused, "GET", f"/{unused.seat}/").headers["location"].startswith("../../")


def test_nobody_opens_anybody_elses_chat(page: PageSchool):
    page.say("m1", "jonas 8.1 v")
    page.say("m1", "/report jonas")
    (address,) = [file["url"] for message in page.messages("m1") for file in message.files]
    newest = page.messages("m1")[-1].id
    mentor, student = page.devices["m1"], page.devices["s1"]
    below = ("", "chat", f"chat/before/{newest}", address, f"attached/{newest}", "events")
    for path in below:
        assert status(page, student, f"/{mentor.seat}/{path}") in (401, 303)
        assert status(page, Device(), f"/{mentor.seat}/{path}") in (401, 303)
    for path in ("chat", "chat/attached", "seen", "leave"):
        foreign = page.ask(student, "POST", f"/{mentor.seat}/{path}", json={"key": "k"})
        assert foreign.status_code == 401
    # With an own session: another's numbers lead nowhere.
    assert status(page, student, f"/{student.seat}/{address}") == 404
    assert status(page, student, f"/{student.seat}/attached/{newest}") == 404
    before = page.ask(student, "GET", f"/{student.seat}/chat/before/{newest + 1}")
    assert before.json()["messages"] == []
    assert page.messages("m1")[-1].id == newest


def test_an_address_opens_nothing_by_itself(page: PageSchool):
    own = page.come_in("m1")
    held = token(own)
    for query in (f"?token={held}", f"?kompaan={held}", f"?{COOKIE}={held}", f"#{held}"):
        assert status(page, Device(), chat(own) + query) == 401
    headers = {"Authorization": f"Bearer {held}", "X-Kompaan": held}
    assert page.ask(Device(), "GET", chat(own), headers=headers).status_code == 401
    for seat in ("..", "%2e%2e", "0" * 10, "a" * 10, "'", "a" * 5_000, "%00", held):
        assert status(page, own, f"/me/{seat}/chat") in (401, 404)


def test_a_device_has_so_many_seats_and_no_more(page: PageSchool):
    device = Device()
    for who in list(page.people)[:MOST_SEATS]:
        assert page.knock(device, page.invite(who)).status_code == 303
    code = page.invite(list(page.people)[MOST_SEATS])
    refused = page.knock(device, code)
    assert refused.status_code == 403
    assert "Too many chats are open on this device" in refused.text
    assert page.knock(Device(), code).status_code == 303


@pytest.mark.parametrize(
    "cookie",
    [".".join([new_token()] * 500), "." * 9_000, "é" * 50, ";;;==", "a" * 20_000, '"', "\\"],
)
def test_odd_cookies_are_no_session(page: PageSchool, cookie):
    own = page.come_in("m1")
    for name in (COOKIE, "kompaan"):
        headers = {"Cookie": f"{name}={cookie}".encode()}
        assert page.ask(Device(), "GET", chat(own), headers=headers).status_code == 401
        assert page.ask(Device(), "GET", "/", headers=headers).status_code == 200


def test_no_log_holds_a_code_a_token_or_a_seat(page: PageSchool, caplog):
    caplog.set_level(logging.DEBUG)
    code, device = page.invite("m1"), Device()
    page.knock(device, code)
    page.knock(Device(), code)
    page.ask(device, "POST", chat(device), json={"key": "k", "text": "/help"})
    page.ask(device, "POST", f"/{device.seat}/leave")
    ours = "\n".join(
        record.getMessage() for record in caplog.records if not record.name.startswith("httpx")
    )
    secret = (code, device.nonce, device.seat.removeprefix("me/"), digest_of(code))
    assert not [word for word in secret if word in ours]


# --- floods ---


def test_one_session_that_asks_too_much_waits_and_nobody_else(page: PageSchool):
    limits = page.page._talk.limits
    limits.sessions.clock = lambda: 0.0
    device = page.devices["m1"]
    seat = device.seat.removeprefix("me/")
    for _time in range(limits.sessions.burst):
        limits.use(seat)
    refused = page.ask(device, "GET", chat(device), headers={"Accept-Language": "nl"})
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "1")
    assert refused.json()["error"] == "Dat was te veel tegelijk. Over 1 seconde gaat het weer."
    assert status(page, page.devices["s1"]) == 200


def test_a_stranger_uses_up_nobodys_patience(page: PageSchool):
    own = page.devices["m1"]
    page.page._talk.limits.sessions.clock = lambda: 0.0
    for _time in range(5):
        assert status(page, with_token(new_token(), own.seat)) == 401
    assert page.page._talk.limits.sessions._full_at == {}


def test_one_line_that_asks_too_much_waits(page: PageSchool):
    limits = page.page._talk.limits
    limits.lines.clock = lambda: 0.0
    flood = Device(line="192.0.2.7")
    for _time in range(limits.lines.burst):
        limits.ask(flood.line)
    for path in ("/", f"/{page.devices['m1'].seat}/chat"):
        assert status(page, flood, path) == 429
    assert status(page, page.devices["m1"]) == 200


def test_windows_leave_room_for_who_asks(page: PageSchool, monkeypatch):
    monkeypatch.setattr(Broadcast, "pages", MOST_STREAMS)
    own = page.devices["m1"]
    crowded = page.ask(own, "GET", f"/{own.seat}/events")
    assert (crowded.status_code, crowded.headers["retry-after"]) == (503, "30")
    assert "Yours works" in crowded.json()["error"]
    assert status(page, own) == 200


def test_ten_thousand_seats_cost_no_more_than_one(page: PageSchool):
    with page.engine.begin() as connection:
        (one,) = connection.execute(select(page_session).limit(1)).mappings().all()
        plain = {name: value for name, value in one.items() if name != "id"}
        others = [
            {**plain, "seat": f"{number:010}", "digest": digest_of_token(str(number))}
            for number in range(10_000)
        ]
        connection.execute(page_session.insert(), others)
        assert (
            connection.execute(select(func.count()).select_from(page_session)).scalar_one() > 10_000
        )
        plan = connection.exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT * FROM page_session WHERE seat = 'x' AND digest IN ('y')"
        ).all()
    assert all("SCAN" not in str(step) for step in plan), plan
    assert status(page, page.devices["m1"]) == 200
