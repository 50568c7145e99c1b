"""What Slack's schema of app manifests allows, for an app that people talk with."""

import re
from collections.abc import Callable, Iterator
from typing import Any

Check = Callable[[Any], Iterator[str]]

ADDRESS = r"https?://.+"

EVENTS = {"app_home_opened": "", "app_mention": "app_mentions:read", "message.im": "im:history"}
"""Event that a bot may ask for → the scope it needs; as far as direct messages go."""


def text(most: int, least: int = 1, like: str = ".+") -> Check:
    def check(value: Any) -> Iterator[str]:
        if not isinstance(value, str) or not least <= len(value) <= most:
            yield f"not a text of {least} to {most} characters"
        elif not re.fullmatch(like, value, re.DOTALL):
            yield f"not like {like}"

    return check


def one_of(*allowed: object) -> Check:
    def check(value: Any) -> Iterator[str]:
        # By kind as well: for Python, True is 1.
        if not any(value == may and type(value) is type(may) for may in allowed):
            yield f"not one of {allowed}"

    return check


def many(of: Check, most: int, least: int = 0) -> Check:
    def check(value: Any) -> Iterator[str]:
        if not isinstance(value, list) or not least <= len(value) <= most:
            yield f"not a list of {least} to {most}"
            return
        if any(item in value[:place] for place, item in enumerate(value)):
            yield "twice the same"
        for place, item in enumerate(value):
            yield from (f"{place}: {wrong}" for wrong in of(item))

    return check


def group(*required: str, **fields: Check) -> Check:
    def check(value: Any) -> Iterator[str]:
        if not isinstance(value, dict):
            yield "not a group"
            return
        yield from (f"{name}: missing" for name in required if name not in value)
        for name, part in value.items():
            known = fields.get(name, unknown)
            yield from (f"{name}: {wrong}" for wrong in known(part))

    return check


def unknown(_value: Any) -> Iterator[str]:
    yield "unknown"


FLAG = one_of(True, False)

MANIFEST = group(
    "display_information",
    _metadata=group(major_version=one_of(1, 2), minor_version=one_of(1)),
    display_information=group(
        "name",
        name=text(35),
        description=text(140),
        long_description=text(4000, least=175),
        background_color=text(7, like=r"#([0-9a-fA-F]{3}){1,2}"),
    ),
    features=group(
        app_home=group(
            home_tab_enabled=FLAG,
            messages_tab_enabled=FLAG,
            messages_tab_read_only_enabled=FLAG,
        ),
        bot_user=group("display_name", display_name=text(80), always_online=FLAG),
        slash_commands=many(
            group(
                "command",
                "description",
                command=text(32, least=2, like=r"/\S+"),
                url=text(3000, like=ADDRESS),
                description=text(2000),
                usage_hint=text(1000),
                should_escape=FLAG,
            ),
            most=50,
            least=1,
        ),
        shortcuts=many(
            group(
                "name",
                "type",
                "callback_id",
                "description",
                name=text(24),
                type=one_of("message", "global"),
                callback_id=text(255),
                description=text(150),
            ),
            most=10,
        ),
    ),
    oauth_config=group(
        redirect_urls=many(text(2500), most=1000),
        scopes=group(bot=many(text(50), most=255), user=many(text(50), most=255)),
    ),
    settings=group(
        event_subscriptions=group(
            request_url=text(3500, like=ADDRESS),
            bot_events=many(one_of(*EVENTS), most=100),
        ),
        interactivity=group(
            "is_enabled",
            is_enabled=FLAG,
            request_url=text(3500, like=ADDRESS),
            message_menu_options_url=text(3500, like=ADDRESS),
        ),
        org_deploy_enabled=FLAG,
        socket_mode_enabled=FLAG,
        token_rotation_enabled=FLAG,
    ),
)


def problems(manifest: Any) -> list[str]:
    """Say what Slack would refuse, by the schema and by what belongs together."""
    return list(MANIFEST(manifest)) or list(_together(manifest))


def _together(manifest: Any) -> Iterator[str]:
    settings, scopes = manifest["settings"], manifest["oauth_config"]["scopes"]["bot"]
    events, taps = settings["event_subscriptions"], settings["interactivity"]
    commands = manifest["features"]["slash_commands"]
    needed = {EVENTS[event] for event in events["bot_events"]} | {"commands"}
    yield from (f"scope {scope}: missing" for scope in needed - {"", *scopes})
    if not settings["socket_mode_enabled"]:
        for place, name in ((events, "request_url"), (taps, "request_url"), (commands[0], "url")):
            if name not in place:
                yield f"{name}: missing, without Socket Mode"
