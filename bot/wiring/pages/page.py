"""The page's back: real people with a session, on the running lanes."""

from collections.abc import Collection, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from urllib.parse import urlsplit

from typing_extensions import override

from bot.domain.joining.accounts import JoiningPlatform
from bot.domain.joining.invitations import page_link
from bot.domain.joining.sessions import Ending, Session, digest_of_token
from bot.domain.rights.noticing import SchoolNotice
from bot.exchange.invitations import qr_png
from bot.i18n import voice_of
from bot.lanes import Lanes
from bot.messages import File
from bot.platforms.page.back import AtTheDoor, Entered, Seated
from bot.platforms.page.platform import Page
from bot.platforms.transcript import rendered
from bot.platforms.web.chat import Pane
from bot.platforms.web.serving.lines import networks_in
from bot.ports import Job, JobOutcome, Shown
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.divergence.tell_coaches import tell_returned
from bot.use_cases.joining.come_to_page import Door
from bot.use_cases.joining.end_session import end_session
from bot.use_cases.rights.having.fetch_own_data import find_by_link, read_own_file
from bot.use_cases.rights.noticing.list_school_notices import list_school_notices
from bot.use_cases.talking.mute_by_mail import mute_by_mail
from bot.wiring import House
from bot.wiring.clock import deliver_page
from bot.wiring.files import own_data_file
from bot.wiring.jumps import hearing_time
from bot.wiring.pages.own_chat import OwnChat, pane_of
from bot.wiring.pages.push_desk import PushDesk
from handlers.knocking import Knocked, knock_at_page


def page_of(house: House, lanes: Lanes) -> Page | None:
    """Make the page, where it has an address."""
    address = house.settings.public_url
    if not address:
        return None
    named = urlsplit(address)
    prefix = named.path.rstrip("/")
    return Page(
        PageChat(house, lanes),
        PushDesk(house),
        secure=named.scheme == "https",
        prefix=prefix,
        proxies=networks_in(house.settings.http_proxies),
        manner=house.manner,
    )


@dataclass
class PageChat(OwnChat):
    """The chats of real people, each opened by a session."""

    def enter(self, at_the_door: AtTheDoor) -> "Future[JobOutcome]":
        """Redeem a code at the door; its value is an Entered."""
        at = self.now()
        door = Door(
            at_the_door.typed,
            at_the_door.nonce,
            at_the_door.device,
            at_the_door.digests,
        )

        def work(uow: StoredUnitOfWork) -> Entered:
            knocked = knock_at_page(uow, door, at, at_the_door.language)
            return _entered(uow, knocked, at)

        # Never the same: a form that is sent again is known by what it carries.
        key = f"page:{sha256(f'{at_the_door.nonce}{at.isoformat()}'.encode()).hexdigest()[:40]}"
        lane = int(digest_of_token(at_the_door.line)[:8], 16)
        return self.lanes.submit(Job(key, None, at, work, work, {}, lane=lane))

    def find(self, seat: str, digests: Collection[str]) -> Session | None:
        """Find an open session that one of these tokens opens, and note that it is used."""
        at = self.now()
        with self.house.reading() as uow:
            session = uow.sessions.find(seat, digests)
        if session is None or not session.is_open(at):
            return None
        if session.is_to_touch(at):
            with self.house.transaction() as uow:
                uow.sessions.touch(session, at)
        return session

    def list_seated(self, digests: Collection[str]) -> list[Seated]:
        """List whose chats these tokens open."""
        at = self.now()
        with self.house.reading() as uow:
            sessions = uow.sessions.list_held(digests) if digests else ()
            named = [
                (held, uow.people.find(held.person_id)) for held in sessions if held.is_open(at)
            ]
        return [Seated(held, person.name) for held, person in named if person]

    def who(self, person_id: int) -> Pane | None:
        """Describe who talks in a chat; None where there is nobody any more."""
        with self.house.reading() as uow:
            person = uow.people.find(person_id)
            if person is None:
                return None
            tracks = uow.tracks.list_of(person.id)
            return pane_of(person, tracks, uow.offices.list_of(person.id))

    def language(self, person_id: int) -> str:
        """Tell which language somebody reads; empty where there is nobody any more."""
        with self.house.reading() as uow:
            person = uow.people.find(person_id)
        return person.language if person else ""

    def unread(self, person_id: int) -> Sequence[int]:
        """List the messages that reached somebody and were not yet seen, oldest first."""
        with self.house.reading() as uow:
            return uow.transcripts.list_unread(person_id)

    def holds(self, person_id: int, message_id: int) -> bool:
        """Say whether a message is one of somebody's chat."""
        with self.house.reading() as uow:
            return uow.transcripts.find(person_id, message_id) is not None

    def see(self, person_id: int, up_to: int) -> None:
        """Note that somebody saw what reached them, up to a message."""
        with self.house.reading() as uow:
            if not any(message <= up_to for message in uow.transcripts.list_unread(person_id)):
                return  # whoever writes keeps others waiting
        with self.house.transaction() as uow:
            uow.transcripts.see(person_id, up_to)

    def newest(self, person_id: int) -> int:
        """Read the number of somebody's newest message; 0 where there is none."""
        with self.house.reading() as uow:
            return max((shown.id for shown in uow.transcripts.list_recent(person_id, 1)), default=0)

    def bring(self) -> list[tuple[int, Shown]]:
        """Bring what waits for people on the page; gives what reached whom."""
        return deliver_page(self.house, datetime.now(UTC))

    def mute(self, stop: str) -> None:
        """Mute whose e-mails bear a code."""
        with self.house.reading() as uow:
            if uow.mail_addresses.find_stopped(stop) is None:
                return  # whoever tries codes keeps nobody waiting
        with self.house.transaction() as uow:
            mute_by_mail(uow, stop, self.now())

    def take_own_data(self, code: str, digests: Collection[str]) -> File | None:
        """Fetch the file with somebody's own data that a link opens."""
        at = self.now()
        with self.house.reading() as uow:
            found = find_by_link(uow, code, at)
            held = uow.sessions.list_held(digests) if digests else ()
            seated = {session.person_id for session in held if session.is_open(at)}
            if found is None or (seated and found.person_id not in seated):
                return None
            person = uow.people.find(found.person_id)
            data = read_own_file(uow, found.id, found.person_id, at)
        if person is None or data is None:
            return None
        return own_data_file(found, voice_of(person, at), data)

    def school_notices(self) -> Sequence[SchoolNotice]:
        """List what the schools here tell everybody of what they keep."""
        with self.house.reading() as uow:
            return list_school_notices(uow)

    def qr(self, code: str) -> bytes:
        """Draw the link of a code as a picture for a camera."""
        return qr_png(page_link(self.house.settings.public_url, code))

    def leave(self, session: Session) -> None:
        """End a session, as its own person wishes."""
        with self.house.transaction() as uow:
            end_session(uow, session, Ending.LEFT, self.now(), session.person_id)

    def now(self) -> datetime:
        """Tell when something is said that comes in now."""
        return hearing_time(self.house, datetime.now(UTC))

    @override
    def fetches_at(self) -> datetime:
        return self.now()


def _entered(uow: StoredUnitOfWork, knocked: Knocked, at: datetime) -> Entered:
    """Keep what is said to who comes in for the first time; say to others why they do not."""
    came = knocked.came
    if came is None or came.session is None:
        return Entered(refusal=knocked.replies[0].text)
    if came.is_new:
        voice = voice_of(knocked, at)
        session = came.session
        for number, reply in enumerate(knocked.replies):
            shown = rendered(reply, voice, at)
            where = (session.person_id, session.organisation_id)
            uow.transcripts.add(*where, shown, f"page:{session.id}:{number}")
        uow.outbox.bring_along(session.person_id, JoiningPlatform.PAGE, str(session.person_id))
        tell_returned(uow, session.person_id, at)
    return Entered(came.session.seat, came.token)
