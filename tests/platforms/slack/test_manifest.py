"""The app's manifest is valid and asks for what is used; half a setting is refused."""

from pathlib import Path

import pytest
import yaml

from bot.i18n import Voice
from bot.platforms.slack.dispatch import SHORTCUT
from bot.platforms.slack.endpoint import PATH
from bot.platforms.slack.entities import COMMAND
from bot.refusal import Refused
from bot.settings import read_settings
from handlers.routes import TABLE
from tests.fakes.slack.world import SCOPES
from tests.platforms.slack.manifest import problems


@pytest.fixture
def manifest():
    return yaml.safe_load((Path(__file__).parents[3] / "manifest.yaml").read_text())


def test_the_manifest_is_valid(manifest):
    assert problems(manifest) == []


def test_without_the_addresses_it_is_valid_for_socket_mode(manifest):
    settings = manifest["settings"]
    settings["socket_mode_enabled"] = True
    for place in (settings["event_subscriptions"], settings["interactivity"]):
        del place["request_url"]
    del manifest["features"]["slash_commands"][0]["url"]
    assert problems(manifest) == []


def test_the_manifest_asks_for_what_is_used(manifest):
    assert manifest["oauth_config"]["scopes"] == {"bot": sorted(SCOPES)}
    settings = manifest["settings"]
    assert settings["event_subscriptions"]["bot_events"] == ["app_home_opened", "message.im"]
    assert settings["interactivity"]["is_enabled"] is True
    (command,) = manifest["features"]["slash_commands"]
    assert command["command"] == COMMAND
    assert command["should_escape"] is False
    for shortcut in manifest["features"]["shortcuts"]:
        assert SHORTCUT.fullmatch(shortcut["callback_id"])
        command_of = TABLE.command(shortcut["callback_id"])
        assert command_of is not None
        assert command_of.name == shortcut["callback_id"]
    home = manifest["features"]["app_home"]
    assert (home["home_tab_enabled"], home["messages_tab_enabled"]) == (True, True)
    assert home["messages_tab_read_only_enabled"] is False
    addresses = (
        command["url"],
        settings["interactivity"]["request_url"],
        settings["event_subscriptions"]["request_url"],
    )
    assert {address.rpartition("example.org")[2] for address in addresses} == {PATH}


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("_metadata.major_version", 3, "major_version: not one of (1, 2)"),
        ("_metadata.major_version", True, "major_version: not one of (1, 2)"),
        ("_metadata.version", 1, "version: unknown"),
        ("display_information.name", "K" * 36, "name: not a text of 1 to 35 characters"),
        ("display_information.name", None, "name: not a text of 1 to 35 characters"),
        ("display_information.long_description", "short", "175 to 4000"),
        ("display_information.background_color", "#12345g", "background_color: not like"),
        ("features.slash_commands", [], "not a list of 1 to 50"),
        ("features.slash_commands.0.command", "kompaan", "0: command: not like"),
        ("features.slash_commands.0.hint", "x", "0: hint: unknown"),
        ("features.bot_user", {}, "display_name: missing"),
        ("features.app_home.home_tab_enabled", "yes", "home_tab_enabled: not one of"),
        ("oauth_config.scopes.bot", ["chat:write"], "scope im:history: missing"),
        ("oauth_config.scopes.bot", ["a", "a"], "twice the same"),
        ("settings.event_subscriptions.bot_events", ["message.dm"], "bot_events: 0: not one of"),
        ("settings.event_subscriptions.request_url", "kompaan.example.org", "not like"),
        ("settings.interactivity", {"is_enabled": True}, "request_url: missing"),
        ("setting", {}, "setting: unknown"),
    ],
)
def test_what_slack_would_refuse_is_seen(manifest, path, value, problem):
    *above, last = path.split(".")
    place = manifest
    for name in above:
        place = place[int(name) if name.isdecimal() else name]
    place[last] = value
    assert problem in "; ".join(problems(manifest))


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
