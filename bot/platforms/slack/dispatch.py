"""What Slack can bring, and who reads it: Bolt recognises each delivery and makes its answer."""

import logging
import re
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.response import BoltResponse

from bot.platforms.slack.events import read_edit, read_home, read_message
from bot.platforms.slack.heard import SlackHeard
from bot.platforms.slack.intake import SlackIntake
from bot.platforms.slack.interactions import read_command, read_form, read_shortcut, read_tap
from bot.platforms.slack.modal import FORM
from bot.platforms.slack.muted import MUTED
from bot.platforms.slack.workspace import Workspace

log = logging.getLogger(__name__)

Raw = dict[str, Any]
Read = Callable[[Raw, datetime], SlackHeard | None]
Listener = Callable[[Raw, AsyncAck], Awaitable[BoltResponse]]
Deliver = Callable[[Raw], Awaitable[BoltResponse]]

SPOKEN = (None, "me_message", "thread_broadcast", "file_share")
"""The kinds of message that somebody says; the others tell what happened."""
ANY = re.compile("")
"""One command, whatever a workspace with two such apps calls it, and any button."""

SHORTCUT = re.compile("score|report|open")
"""The shortcuts of manifest.yaml, each a command."""


def dispatcher(intake: SlackIntake, now: Callable[[], datetime], ours: Workspace) -> Deliver:
    """Make what takes any delivery in and answers it, whichever way it came; it never raises."""

    def takes(read: Read) -> Listener:
        async def listener(body: Raw, ack: AsyncAck) -> BoltResponse:
            heard = read(body, now())
            said = {} if heard is None else await intake.take(heard)
            return _later() if said is None else await ack(**said)

        return listener

    app = _bolt()
    app.event({"type": "message", "subtype": SPOKEN})(takes(read_message))
    app.event({"type": "message", "subtype": "message_changed"})(takes(read_edit))
    app.event("app_home_opened")(takes(read_home))
    app.command(ANY)(takes(read_command))
    app.global_shortcut(SHORTCUT)(takes(read_shortcut))
    app.block_action(ANY)(takes(read_tap))
    app.view_submission(FORM)(takes(read_form))

    async def deliver(raw: Raw) -> BoltResponse:
        if not ours.is_meant(raw):
            log.warning("a delivery for another workspace or app was left out")
            return BoltResponse(status=200)
        try:
            # A body that is read already, whichever way it came: Bolt calls that socket mode.
            return await app.async_dispatch(AsyncBoltRequest(body=raw, mode="socket_mode"))
        except BoltUnhandledRequestError:
            return BoltResponse(status=200)  # what nobody reads asks for nothing
        except Exception as error:
            log.warning("a delivery could not be read: %s", type(error).__name__)
            return BoltResponse(status=200) if await intake.put_aside(raw) else _later()

    return deliver


def _bolt() -> AsyncApp:
    """Make a Bolt app that waits for its listeners, reaches nothing, and hides no error."""
    app = AsyncApp(
        name="kompaan",
        logger=MUTED,
        process_before_response=True,
        raise_error_for_unhandled_request=True,
        authorize=_without_token,
        request_verification_enabled=False,  # ours comes before; Bolt's raises on odd headers
        ignoring_self_events_enabled=False,  # reading leaves out what any bot says
        attaching_function_token_enabled=False,
        attaching_conversation_kwargs_enabled=False,
    )
    app.error(_comes_out)
    return app


async def _without_token() -> AuthorizeResult:
    return AuthorizeResult(enterprise_id=None, team_id=None)


async def _comes_out(error: Exception) -> None:
    # Bolt would answer 500, and on a malformed delivery its error handling fails a second time.
    raise error


def _later() -> BoltResponse:
    """Slack delivers an event again after this, and warns who tapped or sent a form."""
    return BoltResponse(status=503, headers={"Retry-After": "1"})
