"""The web chat: the sample's people on one page, live.

Real people get no pane: whoever opens the page may speak as anybody on it.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext

from starlette.applications import Starlette
from starlette.routing import Route

from bot.platforms.platform import Platform
from bot.platforms.sample_page.bundle import SAMPLE_BUNDLE
from bot.platforms.sample_page.chat import WebChat
from bot.platforms.sample_page.clock import ClockWork
from bot.platforms.sample_page.talk import SampleTalk
from bot.platforms.web.application import web_application
from bot.platforms.web.events import Broadcast
from bot.platforms.web.page_files import Page
from bot.platforms.web.site import Site


def sample_application(
    chat: WebChat,
    running: Callable[[], AbstractContextManager[None]] = nullcontext,
    platforms: Sequence[Platform] = (),
    prefix: str = "",
) -> Starlette:
    """Make the application whose page is the sample's; see web_application."""
    broadcast = Broadcast()
    talk = SampleTalk(broadcast, chat)
    chat.listen(talk.reached)
    site = Site(
        [*_talk(Page(SAMPLE_BUNDLE), talk), *_clock(ClockWork(chat, talk, broadcast))], broadcast
    )
    return web_application(chat, site, running, platforms, prefix)


def _talk(page: Page, talk: SampleTalk) -> list[Route]:
    return [
        Route("/", page.page),
        Route("/page/{file}", page.file),
        Route("/chat/people", talk.people),
        Route("/chat/events", talk.events),
        Route("/chat/{school_id}", talk.conversation),
        Route("/chat/{school_id}", talk.say, methods=["POST"]),
        Route("/chat/{school_id}/attached", talk.attach, methods=["POST"]),
        Route("/chat/{school_id}/attached/{language}/{message}", talk.attached),
        Route("/chat/{school_id}/before/{message}", talk.earlier),
        Route("/chat/{school_id}/board", talk.board),
        Route("/chat/{school_id}/files/{language}/{message}/{file}", talk.file),
    ]


def _clock(work: ClockWork) -> list[Route]:
    return [Route("/clock", work.show), Route("/clock", work.move, methods=["POST"])]
