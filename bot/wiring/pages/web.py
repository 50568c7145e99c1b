"""The web server's application: the people's page where it has an address, or the sample's."""

from starlette.applications import Starlette

from bot.lanes import Lanes
from bot.platforms.sample_page.application import sample_application
from bot.platforms.web.application import web_application
from bot.wiring import House
from bot.wiring.pages.page import page_of
from bot.wiring.pages.sample_chat import SampleChat
from bot.wiring.pages.watched import WatchedHouse
from bot.wiring.platforms import platforms_of


def web(house: House, lanes: Lanes) -> Starlette:
    """Make the web application; lanes and platforms run for as long as it lives."""
    page = page_of(house, lanes)
    if page is None:
        chat = SampleChat(house, lanes)
        platforms = platforms_of(house, lanes, chat.arrived)
        return sample_application(chat, lanes.running, platforms, house.settings.http_prefix)
    platforms = [page, *platforms_of(house, lanes, page.arrived)]
    watched = WatchedHouse(house, lanes)
    return web_application(watched, page.site, lanes.running, platforms, page.prefix)
