"""The people's page of a school of a test's own, with push messages."""

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from bot.domain.joining.sessions import new_token
from bot.domain.telling.places import Place
from bot.messages import MessageKind
from bot.ports.telling.outbox import Content, MessageDraft
from bot.settings import Settings
from bot.storage.tables import person
from bot.use_cases.joining.invite_person import invite_person
from bot.wiring import House
from bot.wiring.clock import deliver_page
from bot.wiring.pages.web import web
from tests.platforms.web.client import client_of


@contextmanager
def housed(url, folder, public_url, *, anywhere=False, **more):
    """Open a school that has a page at an address; a push service may stand `anywhere`."""
    settings = {
        "signing_key_file": str(folder / "kompaan.key"),
        "push_key_file": str(folder / "push.key"),
        "public_url": public_url,
        "contact": "mailto:it@school.example",
        "metrics_token": "t",
        **more,
    }
    house = House(Settings(database_url=url, _env_file=None, **settings), keeps_open=True)
    house.pushes_anywhere = anywhere
    yield house
    house.engine.dispose()


@contextmanager
def opened(url, folder, **more):
    """Open its page, and talk with it as a browser without scripts."""
    with (
        housed(url, folder, "http://localhost/kompaan", **more) as house,
        client_of(web(house, house.lanes()), base_url="http://localhost/kompaan/") as client,
    ):
        yield house, client


def invited(house, who="m1"):
    """Invite somebody; gives the code."""
    with house.transaction() as uow:
        return invite_person(uow, known(uow, who), datetime.now(UTC), timedelta(days=1)).code


def known(uow, who):
    found = select(person.c.id).where(person.c.school_id == who)
    return uow.people.find(uow.connection.execute(found).scalar_one())


def comes_in(house, client, who="m1"):
    """Let somebody in on this device; gives the address of their chat."""
    form = {"code": invited(house, who), "nonce": new_token()}
    answer = client.post("join", data=form, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return f"me/{answer.headers['location'].split('/')[-2]}"


def tells(house, who="m1"):
    """Tell somebody something on the page, with words that no ping may hold."""
    now = datetime.now(UTC)
    with house.transaction() as uow:
        person_id = known(uow, who).id
        what = Content("Jonas has 3 times Z")
        kind, where = MessageKind.QUESTION, (Place.PAGE, str(person_id))
        expires_at = now + timedelta(hours=5)
        draft = MessageDraft(1, person_id, *where, kind, "s", what, expires_at=expires_at)
        uow.outbox.write([draft], now)
    assert deliver_page(house, now)
