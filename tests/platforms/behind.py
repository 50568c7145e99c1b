"""A conversation with nobody: for what only concerns the line."""

from concurrent.futures import Future
from datetime import UTC, datetime
from typing import Any

from bot.platforms.conversation import Conversation
from bot.ports import JobOutcome
from bot.wiring.files import files_in_lane


def behind() -> Conversation:
    def nothing(*_any: Any, **_more: Any) -> Any:
        raise AssertionError("nobody is there")

    def submit(_job: object) -> "Future[JobOutcome]":
        done: Future[JobOutcome] = Future()
        done.set_result(JobOutcome())
        return done

    return Conversation(
        answer=nothing,
        answer_again=nothing,
        knock=nothing,
        opens_invitation=nothing,
        hear_again=nothing,
        lose=nothing,
        hold=nothing,
        submit=submit,
        now=lambda: datetime.now(UTC),
        said_now=lambda: datetime.now(UTC),
        menu=(),
        files_of=files_in_lane,
    )
