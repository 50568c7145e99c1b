"""What the doctor asks of Slack: who the app is, what it may do, and whether a socket opens."""

from collections.abc import AsyncIterator, Mapping
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.messages import Sayable, _
from bot.platforms.slack.errors import REFUSED, UNANSWERED, kind_of, word_of
from bot.platforms.slack.platform import SlackLine, client_of, session_to_slack

Found = tuple[bool, Sayable]
"""Whether something is good, and the sentence about it."""

SCOPES = frozenset(
    {"chat:write", "commands", "files:read", "files:write", "im:history", "users:read"}
)
"""What manifest.yaml asks for."""
SCOPES_HEADER = "x-oauth-scopes"
BOT_TOKEN, APP_TOKEN = "KOMPAAN_SLACK_BOT_TOKEN", "KOMPAAN_SLACK_APP_TOKEN"
"""The settings that hold what Slack may refuse."""


async def examine_slack(line: SlackLine) -> AsyncIterator[Found]:
    """Ask Slack about our app; what it does not answer is said, and nothing is changed."""
    client = client_of(line)
    client.session = session_to_slack()
    try:
        async for found in _app(client):
            yield found
        yield await _socket(client, line.app_token) if line.app_token else _over_http()
    finally:
        await client.session.close()


def _over_http() -> Found:
    return True, _(
        "Slack delivers over HTTP; whether the signing secret is right shows with the first "
        "delivery, in the log."
    )


async def _app(client: AsyncWebClient) -> AsyncIterator[Found]:
    try:
        told = await client.auth_test()
        names = {"app": str(told.get("user", "")), "team": str(told.get("team", ""))}
    except (*UNANSWERED, ValueError) as error:
        yield False, _why(error, BOT_TOKEN)
        return
    yield True, _("Slack answers; the app is {app} in {team}.", **names)
    yield _scopes(told.headers)


def _scopes(headers: Mapping[str, Any]) -> Found:
    """Hold the scopes that Slack tells with each answer against those that we need."""
    named = {name.lower(): value for name, value in headers.items()}
    if SCOPES_HEADER not in named:
        return True, _("Slack does not tell what the app may do.")
    given = {scope.strip() for scope in str(named[SCOPES_HEADER]).split(",")}
    missing = ", ".join(sorted(SCOPES - given))
    if not missing:
        return True, _("The app may do on Slack what it needs to.")
    return False, _(
        "The app lacks on Slack: {scopes}. Add them under OAuth & Permissions, and install the "
        "app in the workspace again.",
        scopes=missing,
    )


async def _socket(client: AsyncWebClient, app_token: str) -> Found:
    try:
        await client.apps_connections_open(app_token=app_token)
    except (*UNANSWERED, ValueError) as error:
        if isinstance(error, SlackApiError) and word_of(error) == "missing_scope":
            return False, _(
                "KOMPAAN_SLACK_APP_TOKEN may open no socket: make an app-level token with "
                "connections:write."
            )
        return False, _why(error, APP_TOKEN)
    return True, _("Slack lets us open a socket.")


def _why(error: Exception, setting: str) -> Sayable:
    word = word_of(error) if isinstance(error, SlackApiError) else ""
    if word in REFUSED or word == "not_allowed_token_type":
        return _(
            "Slack refuses {setting} ({word}): take the token from the app's page anew, and look "
            "that the app is installed in the workspace.",
            setting=setting,
            word=word,
        )
    return _(
        "Slack does not answer as it should: {why}. Can this machine reach it, and is "
        "KOMPAAN_SLACK_API_URL right?",
        why=kind_of(error),
    )
