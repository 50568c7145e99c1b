"""Several people on one device, one person on several; a phone that is lost, and a link anew."""

from bot.domain.joining.sessions import Ending
from bot.use_cases.joining.end_session import end_session
from tests.dialogues.clock import tick
from tests.dialogues.page import COOKIE, Device, PageSchool


def chat(device: Device) -> str:
    return f"/{device.seat}/chat"


def who(page: PageSchool, device: Device, seat: str = "") -> str:
    """Whose chat a device opens at a seat."""
    answer = page.ask(device, "GET", f"/{seat or device.seat}/chat")
    return str(answer.json()["person"]["name"]) if answer.status_code == 200 else ""


def tokens(device: Device) -> int:
    assert device.client is not None
    held = device.client.cookies.get(COOKIE)
    return len(held.split(".")) if held else 0


def test_two_people_on_one_device_have_a_chat_each(page: PageSchool):
    device = Device()
    page.knock(device, page.invite("m1"))
    karim = device.seat
    page.knock(device, page.invite("s1"))
    jonas = device.seat
    assert (who(page, device, karim), who(page, device, jonas)) == ("Karim Haddad", "Jonas Peeters")
    # Neither is in the other's: the door lets them choose, and says what that means.
    door = page.ask(device, "GET", "/")
    assert door.status_code == 200
    assert f"/{karim}/" in door.text
    assert f"/{jonas}/" in door.text
    assert "Whoever uses this device can open each of them." in door.text
    said = {"key": "same", "text": "8.1 v"}
    answer = page.ask(device, "POST", f"/{jonas}/chat", json=said)
    assert answer.json()["messages"][0]["mine"]
    # Karim hears of his device, and nothing of what Jonas said.
    heard = page.ask(device, "GET", f"/{karim}/chat").json()["messages"]
    assert [message["kind"] for message in heard] == ["notice"]
    # The same key of another person is another message.
    other = page.ask(device, "POST", f"/{karim}/chat", json={**said, "text": "jonas 8.1 v"})
    assert other.json()["messages"][0]["text"] == "jonas 8.1 v"
    # One goes, and the other stays.
    assert page.ask(device, "POST", f"/{karim}/leave").status_code == 303
    assert (who(page, device, karim), who(page, device, jonas)) == ("", "Jonas Peeters")
    assert tokens(device) == 1
    assert page.ask(device, "GET", "/").headers["location"] == f"{jonas}/"


def test_one_person_on_three_devices_has_one_chat(page: PageSchool):
    phone, tablet, desk = (page.come_in("m1") for _device in range(3))
    assert len({device.seat for device in (phone, tablet, desk)}) == 3
    page.ask(phone, "POST", chat(phone), json={"key": "k", "text": "jonas 8.1 v"})
    again = page.ask(tablet, "POST", chat(tablet), json={"key": "k", "text": "jonas 8.1 v"})
    assert again.status_code == 200
    assert page.scores == 1
    shown = [page.ask(device, "GET", chat(device)).json()["messages"] for device in (tablet, desk)]
    assert shown[0] == shown[1]
    assert [message["text"] for message in shown[0]].count("jonas 8.1 v") == 1
    # A seat of one device opens nothing on the other.
    assert who(page, phone, desk.seat) == ""


def test_a_link_opened_again_on_its_own_device_opens_the_same_chat(page: PageSchool):
    device = page.come_in("m1")
    seat = device.seat
    page.knock(device, page.invite("m1"))
    assert (device.seat, tokens(device)) == (seat, 1)


def test_a_phone_is_lost_and_its_owner_comes_in_anew(page: PageSchool):
    tablet, phone = page.come_in("m1"), page.come_in("m1")
    page.ask(phone, "POST", chat(phone), json={"key": "k", "text": "jonas 8.1 v"})
    lose(page, phone)
    assert who(page, phone) == ""
    assert page.ask(phone, "POST", chat(phone), json={"key": "l", "text": "x"}).status_code == 401
    assert page.ask(phone, "GET", f"/{phone.seat}/").status_code == 303
    assert who(page, tablet) == "Karim Haddad"
    # A new link opens the chat on another phone, with all that was said, and not on the lost one.
    code = page.invite("m1")
    newer = Device()
    assert page.knock(newer, code).status_code == 303
    said = page.ask(newer, "GET", chat(newer)).json()["messages"]
    assert [message["text"] for message in said].count("jonas 8.1 v") == 1
    assert page.knock(phone, code).status_code == 403


def test_whoever_has_no_device_left_is_told_once_they_are_back(page: PageSchool):
    own = page.come_in("s1")
    with page.engine.begin() as connection:
        uow = page.unit(connection)
        for session in uow.sessions.list_of(page.people["s1"].person_id):
            end_session(uow, session, Ending.LOST, page.at)
        assert uow.accounts.list_of(page.people["s1"].person_id) == []
    tick(page)
    assert page.knock(own, page.invite("s1")).status_code == 303
    greeted = page.ask(own, "GET", chat(own)).json()["messages"]
    assert greeted
    assert greeted[0]["text"]


def lose(page: PageSchool, device: Device) -> None:
    """End the session of a device, as a coach does for somebody."""
    with page.engine.begin() as connection:
        uow = page.unit(connection)
        people = {speaker.person_id for speaker in page.people.values()}
        (lost,) = [
            session
            for person in people
            for session in uow.sessions.list_of(person)
            if f"me/{session.seat}" == device.seat
        ]
        assert end_session(uow, lost, Ending.LOST, page.at)
