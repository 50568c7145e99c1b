"""A browser without a window, driven over the WebDriver protocol on loopback."""

import base64
import json
import re
import shutil
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

LIMIT = 120.0
"""Seconds; long, since whoever waits goes on at once, and a machine may have other work."""
KEYS = {
    "enter": "\ue007",
    "tab": "\ue004",
    "up": "\ue013",
    "right": "\ue014",
    "down": "\ue015",
    "escape": "\ue00c",
}
SHIFT = "\ue008"
"""What WebDriver calls the keys that are no letters."""
OPTIONS = (
    "--headless=new",
    "--no-sandbox",  # as root there is none
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--window-size=1400,1000",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def missing() -> str:
    """Name what is not installed for tests in a browser; empty where all is."""
    return ", ".join(
        program for program in ("chromium", "chromedriver") if shutil.which(program) is None
    )


class Browser:
    """One session of a browser."""

    needs = "browser"

    def __init__(self, address: str, folder: Path) -> None:
        self._driver = address
        chrome = {
            "binary": shutil.which("chromium"),
            "args": [*OPTIONS, f"--user-data-dir={folder}"],
        }
        script = {"script": int(LIMIT * 1000)}
        wanted = {"browserName": "chrome", "goog:chromeOptions": chrome, "timeouts": script}
        made = self._call("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self._session = f"/session/{made['sessionId']}"

    def open(self, address: str) -> None:
        self._call("POST", f"{self._session}/url", {"url": address})

    def prefers(self, scheme: str) -> None:
        """Let the browser prefer light or dark."""
        wished = [{"name": "prefers-color-scheme", "value": scheme}]
        self._tells("Emulation.setEmulatedMedia", features=wished)

    def wants_no_motion(self, wish: str) -> None:
        """Let the browser ask for reduced motion ('reduce'), or no longer ('no-preference')."""
        wished = [{"name": "prefers-reduced-motion", "value": wish}]
        self._tells("Emulation.setEmulatedMedia", features=wished)

    def loses_network(self, lost: bool) -> None:
        """Cut the tab that is looked at off from the network, or bring it back."""
        self._tells("Network.enable")
        shape = {"offline": lost, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
        self._tells("Network.emulateNetworkConditions", **shape)

    def slows_network(self, latency: float, throughput: float) -> None:
        """Make the line of the tab that is looked at slow: milliseconds, and bytes a second."""
        self._tells("Network.enable")
        shape = {"downloadThroughput": throughput, "uploadThroughput": throughput}
        self._tells("Network.emulateNetworkConditions", offline=False, latency=latency, **shape)

    def pictured(self) -> bytes:
        """What the window shows, as a PNG."""
        return base64.b64decode(self._call("GET", f"{self._session}/screenshot", None))

    def measures(self, width: int, height: int, scale: int = 1) -> None:
        """Size the window, in pixels of the page, and how many of the screen each is."""
        size = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False}
        self._tells("Emulation.setDeviceMetricsOverride", **size)

    def types(self, *keys: str) -> None:
        """Press keys, one after the other; a key of more than one letter goes by its code."""
        presses = [
            {"type": kind, "value": key}
            for text in keys
            for key in ([text] if text in KEYS.values() else text)
            for kind in ("keyDown", "keyUp")
        ]
        self._presses(presses)

    def steps_back(self) -> None:
        """Go to what comes before in the order of the tab key."""
        steps = [("keyDown", SHIFT), ("keyDown", KEYS["tab"]), ("keyUp", KEYS["tab"])]
        self._presses([{"type": kind, "value": key} for kind, key in [*steps, ("keyUp", SHIFT)]])

    def _presses(self, presses: list[dict[str, str]]) -> None:
        board = {"type": "key", "id": "keys", "actions": presses}
        self._call("POST", f"{self._session}/actions", {"actions": [board]})

    def opens_tab(self, address: str) -> str:
        """Open an address in a tab of its own and turn to it; gives what the tab is called."""
        made = self._call("POST", f"{self._session}/window/new", {"type": "tab"})
        self.turns_to(made["handle"])
        self.open(address)
        return str(made["handle"])

    def turns_to(self, tab: str) -> None:
        self._call("POST", f"{self._session}/window", {"handle": tab})

    @property
    def tab(self) -> str:
        """What the tab is called that is looked at."""
        return str(self._call("GET", f"{self._session}/window", None))

    def closes_tab(self) -> None:
        self._call("DELETE", f"{self._session}/window", None)

    def runs(self, script: str, *arguments: Any) -> Any:
        """Run a script; gives what it hands to its last argument, a function."""
        asked = {"script": script, "args": list(arguments)}
        return self._call("POST", f"{self._session}/execute/async", asked)

    def allows(self, what: str, origin: str) -> None:
        """Let a site do what a browser asks about, as if it had asked."""
        self.open(origin)
        wished = {"descriptor": {"name": what}, "state": "granted"}
        self._call("POST", f"{self._session}/permissions", wished)

    def delivers_push(self, origin: str, number: int, data: str) -> None:
        """Hand a push message to a worker of a site, as the browser's push service would.

        Workers are numbered by the browser, those of all sites together.
        """
        self._tells("ServiceWorker.enable")
        told = {"origin": origin, "registrationId": str(number), "data": data}
        self._tells("ServiceWorker.deliverPushMessage", **told)

    def _tells(self, command: str, **params: Any) -> None:
        asked = {"cmd": command, "params": params}
        self._call("POST", f"{self._session}/goog/cdp/execute", asked)

    def end(self) -> None:
        self._call("DELETE", self._session, None)

    def _call(self, method: str, path: str, body: Any) -> Any:
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(f"{self._driver}{path}", data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=LIMIT) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(json.load(error)["value"]["message"]) from None


@contextmanager
def browser(folder: Path) -> Iterator[Browser]:
    """Run a browser for as long as this lasts; it keeps its things in this folder."""
    driver = subprocess.Popen(
        ["chromedriver", "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert driver.stdout is not None
        told = (re.search(r"on port (\d+)", line) for line in driver.stdout)
        port = next(found[1] for found in told if found and found[1] != "0")
        session = Browser(f"http://127.0.0.1:{port}", folder)
        try:
            yield session
        finally:
            session.end()
    finally:
        driver.terminate()
        driver.communicate(timeout=LIMIT)
