"""The page as the process runs it: nothing is polled, and nothing is delivered to us."""

from collections.abc import Sequence
from datetime import datetime

from starlette.routing import Route

from bot.platforms.page.back import PageBack
from bot.platforms.page.cookies import Cookies
from bot.platforms.page.door import Doorway
from bot.platforms.page.door_page import DoorPage
from bot.platforms.page.linked.privacy import PrivacyPage
from bot.platforms.page.linked.stopping import Stopping
from bot.platforms.page.linked.taking import Taking
from bot.platforms.page.pushing import PushBack, Pushing
from bot.platforms.page.shell import Shell
from bot.platforms.page.talk import PageTalk
from bot.platforms.web.answers import QR
from bot.platforms.web.events import Broadcast
from bot.platforms.web.serving.lines import Lines, Network
from bot.platforms.web.site import Site
from bot.ports import Shown


class Page:
    """The page of one school, at one address."""

    name = "page"
    routes: Sequence[Route] = ()

    def __init__(
        self,
        chat: PageBack,
        push: PushBack | None = None,
        *,
        secure: bool,
        prefix: str = "",
        proxies: Sequence[Network] = (),
        manner: str = "",
    ) -> None:
        """Prepare; `secure` says that its address is served over TLS, `proxies` who before us.

        `manner` is how the school speaks at the door, as it is kept.
        """
        self.prefix = prefix
        broadcast = Broadcast()
        talk = PageTalk(broadcast, chat, Cookies(secure, prefix), Lines(proxies, secure))
        doorway = Doorway(chat, talk, DoorPage(prefix, manner))
        self._talk = talk
        signs = _push(Pushing(talk, push)) if push else ()
        privacy = Route("/privacy", PrivacyPage(talk, prefix, manner).show)
        linked = [*_mail(Stopping(talk, prefix)), *_own_data(Taking(talk, prefix)), privacy]
        routes = [*_door(doorway), *linked, *_files(Shell(talk)), *_talk(talk), *signs]
        self.site = Site(routes, broadcast)

    async def start(self) -> None:
        """Begin: there is nothing to begin."""

    async def stop(self) -> None:
        """End: windows are told by the server."""

    def problem(self, _at: datetime) -> str | None:
        """Say nothing: who cannot reach the page cannot reach this either."""
        return None

    def arrived(self, shown: Sequence[tuple[int, Shown]]) -> None:
        """Tell open windows what reached people by the clock."""
        for person_id, message in shown:
            self._talk.reached(person_id, message)


def _door(doorway: Doorway) -> list[Route]:
    return [
        Route("/", doorway.home),
        Route("/me", doorway.lead),
        Route("/join/{code}", doorway.join),
        Route("/join", doorway.home),
        Route("/join", doorway.enter, methods=["POST"]),
    ]


def _mail(stopping: Stopping) -> list[Route]:
    return [
        Route("/mail/stop/{code}", stopping.ask),
        Route("/mail/stop/{code}", stopping.stop, methods=["POST"]),
    ]


def _own_data(taking: Taking) -> list[Route]:
    return [
        Route("/mydata/{code}", taking.ask),
        Route("/mydata/{code}", taking.take, methods=["POST"]),
    ]


def _files(shell: Shell) -> list[Route]:
    return [
        Route("/page/{file}", shell.file),
        Route("/me/{seat}", shell.seat),
        Route("/me/{seat}/", shell.page),
        Route("/me/{seat}/manifest.webmanifest", shell.manifest),
        Route("/me/{seat}/worker.js", shell.worker),
    ]


def _push(pushing: Pushing) -> list[Route]:
    return [
        Route("/me/{seat}/push", pushing.state),
        Route("/me/{seat}/push", pushing.subscribe, methods=["POST"]),
        Route("/me/{seat}/push", pushing.unsubscribe, methods=["DELETE"]),
    ]


def _talk(talk: PageTalk) -> list[Route]:
    me = "/me/{seat}"
    return [
        Route(f"{me}/chat", talk.conversation),
        Route(f"{me}/chat", talk.say, methods=["POST"]),
        Route(f"{me}/chat/attached", talk.attach, methods=["POST"]),
        Route(f"{me}/chat/before/{{message}}", talk.earlier),
        Route(f"{me}/attached/{{message}}", talk.attached),
        Route(f"{me}/files/{{message}}/{{file}}", talk.file),
        Route(f"{me}/{QR}/{{code}}", talk.qr),
        Route(f"{me}/seen", talk.see, methods=["POST"]),
        Route(f"{me}/events", talk.events),
        Route(f"{me}/leave", talk.leave, methods=["POST"]),
    ]
