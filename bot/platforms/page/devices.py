"""What kind of device asks, in a few words that its owner knows it by."""

import re

_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "Chromebook"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
)
_BROWSERS = (
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Edg", "Edge"),
    ("SamsungBrowser", "Samsung Internet"),
    ("OPR", "Opera"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)


def device_of(agent: str) -> str:
    """Name the browser and the system that a User-Agent tells of; empty where it tells neither.

    Of what was sent no word is kept.
    """
    browser = next((name for sign, name in _BROWSERS if re.search(rf"\b{sign}", agent)), "")
    system = next((name for sign, name in _SYSTEMS if sign in agent), "")
    return " · ".join(filter(None, (browser, system)))
