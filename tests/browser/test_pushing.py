"""A push message is shown by the page's worker in a real browser, and is turned on by a tap."""

import json
import socket
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.telling.places import WAITS, Place
from bot.platforms.page import platform
from bot.wiring.pages.web import web
from tests.browser.looking import waits
from tests.browser.webdriver import Browser
from tests.fakes.devices import written
from tests.fakes.push import served_push
from tests.fakes.waiting import wait_for
from tests.platforms.page.opened import housed, invited, tells
from tests.platforms.served import served

SUBSCRIBES = """
const [endpoint, p256dh, auth, done] = arguments;
// A browser without a push service of its own cannot subscribe: what it would get is given.
PushManager.prototype.subscribe = async ({ applicationServerKey }) => ({
  options: { applicationServerKey: applicationServerKey.buffer },
  toJSON: () => ({ endpoint, keys: { p256dh, auth } }),
});
done(true);
"""
SAYS = """
const [line, done] = arguments;
document.querySelector(".composer textarea").value = line;
document.querySelector(".composer").requestSubmit();
done(true);
"""
TAPS = """
const [label, done] = arguments;
const buttons = [...document.querySelectorAll(".telling button, .choices .signs")];
buttons.find((button) => button.textContent === label).click();
done(true);
"""
SHOWN = """
const done = arguments[arguments.length - 1];
navigator.serviceWorker.ready
  .then((worker) => worker.getNotifications())
  .then((all) => done(all.map(({ title, body, tag, data }) => ({ title, body, tag, data }))));
"""


MOST_WORKERS = 50
PINGS = Path(platform.__file__).parent / "front" / "pings.js"
ALONE = """
const [code, act, done] = arguments;
const home = "https://kompaan.example/k/";
const did = [];
const heard = {};
const window = (path) => ({
  url: home + path,
  navigate: (address) => did.push(["led", path, address]),
  focus: () => did.push(["focused", path]),
});
const self = {
  addEventListener: (name, listener) => { heard[name] = listener; },
  clients: {
    matchAll: async () => [window("me/one/"), window("me/two/")],
    openWindow: async (address) => did.push(["opened", address]),
  },
  location: `${home}me/two/worker.js`,
  registration: {
    scope: `${home}me/two/`,
    showNotification: async (title, { body, data }) => did.push(["shown", title, body, data.url]),
    pushManager: { subscribe: async (wish) => ({ fresh: wish.applicationServerKey }) },
  },
};
const fetch = async (address, { method, body }) => did.push([method, String(address), body]);
const clicked = (url) => ({ notification: { close: () => did.push(["closed"]), data: { url } } });
const subscribed = { applicationServerKey: 5 };
new Function("self", "fetch", `${code.replace("export ", "")}\nhearPings(self);`)(self, fetch);
const waiting = [];
const [name, event] = new Function("clicked", "subscribed", `return ${act}`)(clicked, subscribed);
heard[name]({ ...event, waitUntil: (promise) => waiting.push(promise) });
Promise.all(waiting).then(() => done(did));
"""


TWO = "https://kompaan.example/k/me/two/"


@pytest.mark.parametrize(
    ("act", "did"),
    [
        (
            "['notificationclick', clicked('/k/me/two/#message-7')]",
            [["closed"], ["focused", "me/two/"], ["led", "me/two/", f"{TWO}#message-7"]],
        ),
        (
            "['notificationclick', clicked('/k/me/two/more#message-7')]",
            [["closed"], ["opened", f"{TWO}more#message-7"]],
        ),
        (
            "['notificationclick', clicked('https://other.example/k/me/one/')]",
            [["closed"], ["focused", "me/two/"], ["led", "me/two/", TWO]],
        ),
        (
            "['notificationclick', { notification: { close: () => {}, data: null } }]",
            [["focused", "me/two/"], ["led", "me/two/", TWO]],
        ),
        ("['push', { data: null }]", [["shown", "Kompaan", "", None]]),
        (
            "['push', { data: { json: () => { throw new SyntaxError(); } } }]",
            [["shown", "Kompaan", "", None]],
        ),
        (
            "['pushsubscriptionchange', { oldSubscription: { options: subscribed } }]",
            [["POST", f"{TWO}push", '{"fresh":5}']],
        ),
        (
            "['pushsubscriptionchange', { newSubscription: { fresh: 6 } }]",
            [["POST", f"{TWO}push", '{"fresh":6}']],
        ),
        ("['pushsubscriptionchange', {}]", []),
    ],
)
def test_what_the_worker_does_by_itself(chromium: Browser, act, did):
    chromium.open("about:blank")
    assert chromium.runs(ALONE, PINGS.read_text(), act) == did


@pytest.fixture
def page(school_url, tmp_path, monkeypatch):
    """The page of a school, on the real server; its pings go out at once."""
    monkeypatch.setitem(WAITS, Place.PUSH, timedelta())
    listener = socket.create_server(("127.0.0.1", 0))
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    with (
        housed(school_url, tmp_path, address, anywhere=True) as house,
        served(web(house, house.lanes()), listener),
    ):
        yield house, address


def comes_in(browser: Browser, house, address: str) -> None:
    """Open the link of an invitation, and press its one button."""
    browser.open(f"{address}/join/{invited(house)}")
    browser.runs("document.forms[0].requestSubmit(); arguments[0](true)")
    waits(browser, "location.pathname.startsWith('/me/')")


def delivered(browser: Browser, address: str, told) -> Any:
    """Deliver a push message to the worker of a page, whatever its number; gives what it shows."""

    def is_shown() -> bool:
        for number in range(MOST_WORKERS):
            browser.delivers_push(address, number, json.dumps(told))
            if browser.runs(SHOWN):
                return True
        return False

    wait_for(is_shown, what="a push message being shown")
    return browser.runs(SHOWN)[0]


def test_a_push_message_is_turned_on_by_a_tap_and_shown_by_the_worker(chromium: Browser, page):
    house, address = page
    chromium.allows("notifications", address)
    comes_in(chromium, house, address)
    key = chromium.runs(
        "fetch('push').then((told) => told.json()).then(({ key }) => arguments[0](key))"
    )
    with served_push(key) as service:
        keys = (service.device.p256dh, written(service.device.auth))
        assert chromium.runs(SUBSCRIBES, f"{service.origin}/201", *keys) is True
        waits(chromium, "document.querySelector('.choices .signs:not([hidden])')")
        assert chromium.runs("arguments[0](document.querySelector('.telling').hidden)")
        chromium.runs(SAYS, "/help")
        waits(chromium, "document.querySelector('.telling[data-state=offer]:not([hidden])')")
        chromium.runs(TAPS, "Turn on")
        waits(chromium, "document.querySelector('.telling[data-state=on]:not([hidden])')")
        chromium.open("about:blank")
        tells(house)
        wait_for(lambda: service.took, what="a push message")
        assert service.wrong == []
    (told,) = service.took
    chromium.open(f"{address}{told['tag']}")
    shown = delivered(chromium, address, told)
    assert (shown["title"], shown["body"]) == ("Kompaan", "There is a question for you.")
    assert (shown["tag"], shown["data"]["url"]) == (told["tag"], told["url"])
    waits(chromium, "document.querySelector('.choices .signs:not([hidden])')")
    chromium.runs(TAPS, "Messages on this device")
    waits(chromium, "document.querySelector('.telling[data-state=on]')")
    chromium.runs(TAPS, "Turn off")
    waits(chromium, "document.querySelector('.telling[data-state=off]')")
