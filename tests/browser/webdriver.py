"""A browser without a window, driven over the WebDriver protocol on loopback."""

import json
import re
import shutil
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

LIMIT = 30.0
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
        wanted = {"browserName": "chrome", "goog:chromeOptions": chrome}
        made = self._call("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self._session = f"/session/{made['sessionId']}"

    def open(self, address: str) -> None:
        self._call("POST", f"{self._session}/url", {"url": address})

    def prefers(self, scheme: str) -> None:
        """Let the browser prefer light or dark."""
        wished = [{"name": "prefers-color-scheme", "value": scheme}]
        asked = {"cmd": "Emulation.setEmulatedMedia", "params": {"features": wished}}
        self._call("POST", f"{self._session}/goog/cdp/execute", asked)

    def runs(self, script: str, *arguments: Any) -> Any:
        """Run a script; gives what it hands to its last argument, a function."""
        asked = {"script": script, "args": list(arguments)}
        return self._call("POST", f"{self._session}/execute/async", asked)

    def end(self) -> None:
        self._call("DELETE", self._session, None)

    def _call(self, method: str, path: str, body: Any) -> Any:
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(f"{self._driver}{path}", data, headers, method=method)
        with urllib.request.urlopen(request, timeout=LIMIT) as answer:
            return json.load(answer)["value"]


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
