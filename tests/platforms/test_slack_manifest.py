"""The app's manifest asks for what is used; half a setting is refused."""

from pathlib import Path

import pytest

from bot.i18n import Voice
from bot.refusal import Refused
from bot.settings import read_settings
from tests.fakes.slack.world import SCOPES


def test_the_manifest_asks_for_what_is_used():
    manifest = read_yaml((Path(__file__).parents[2] / "manifest.yaml").read_text())
    assert set(manifest) == {
        "_metadata", "display_information", "features", "oauth_config", "settings",
    }  # fmt: skip
    assert len(manifest["display_information"]["name"]) <= 35
    assert len(manifest["display_information"]["description"]) <= 140
    assert manifest["oauth_config"]["scopes"]["bot"] == sorted(SCOPES)
    settings = manifest["settings"]
    assert settings["event_subscriptions"]["bot_events"] == ["app_home_opened", "message.im"]
    assert settings["interactivity"]["is_enabled"] is True
    assert settings["socket_mode_enabled"] is False
    (command,) = manifest["features"]["slash_commands"]
    assert command["command"] == "/kompaan"
    assert command["should_escape"] is False
    home = manifest["features"]["app_home"]
    assert (home["home_tab_enabled"], home["messages_tab_enabled"]) == (True, True)
    assert home["messages_tab_read_only_enabled"] is False
    addresses = (
        command["url"],
        settings["interactivity"]["request_url"],
        settings["event_subscriptions"]["request_url"],
    )
    assert {one.rpartition("example.org")[2] for one in addresses} == {"/slack/events"}


def read_yaml(text):
    """Read the little of YAML that the manifest uses; anything else fails."""
    lines = [line for line in text.splitlines() if line.strip() and line.strip()[0] != "#"]
    value, rest = read_block(lines, 0)
    assert rest == []
    return value


def read_block(lines, depth):
    if lines[0].strip().startswith("- "):
        items = []
        while lines and indent(lines[0]) == depth and lines[0].strip().startswith("- "):
            first = lines[0].replace("- ", "  ", 1)
            if ": " in first:
                item, lines = read_block([first, *lines[1:]], depth + 2)
            else:
                item, lines = scalar(first.strip()), lines[1:]
            items.append(item)
        return items, lines
    found = {}
    while lines and indent(lines[0]) == depth:
        name, _colon, own = lines[0].strip().partition(":")
        assert name not in found
        lines = lines[1:]
        if own.strip():
            found[name] = scalar(own.strip())
        else:
            found[name], lines = read_block(lines, indent(lines[0]))
    return found, lines


def indent(line):
    return len(line) - len(line.lstrip())


def scalar(text):
    if text in ("true", "false"):
        return text == "true"
    return int(text) if text.isdecimal() else text.strip('"')


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({"BOT_TOKEN": "xoxb-1"}, "SIGNING_SECRET"),
        ({"SIGNING_SECRET": "s"}, "BOT_TOKEN"),
        ({"APP_TOKEN": "xapp-1"}, "BOT_TOKEN"),
        ({"BOT_TOKEN": "xoxp-1", "SIGNING_SECRET": "s"}, "begins with xoxb-"),
        ({"BOT_TOKEN": "xoxb-1", "APP_TOKEN": "1"}, "begins with xapp-"),
    ],
)
def test_half_a_setting_is_refused_with_a_sentence(monkeypatch, given, word):
    for name, value in given.items():
        monkeypatch.setenv(f"KOMPAAN_SLACK_{name}", value)
    with pytest.raises(Refused) as refused:
        read_settings()
    assert word in Voice("en", "UTC").say(refused.value.text)
