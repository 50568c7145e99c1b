"""Files as Slack takes them: uploaded, then shared in a direct message."""

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from slack_sdk.errors import SlackRequestError
from slack_sdk.web.async_client import AsyncWebClient

from bot.messages import File
from bot.platforms.line.proxies import proxy_for

ALT = 1000
"""Characters of an alt text."""


async def share(
    client: AsyncWebClient, channel: str, files: Sequence[File], thread: str = ""
) -> None:
    """Share files in a channel, which goes by its own id here, not by a person's."""
    named = [await _uploaded(client, file) for file in files]
    shared = {"files": json.dumps(named), "channel_id": channel}
    await _call(client, "files.completeUploadExternal", shared | _only(thread_ts=thread))


async def _uploaded(client: AsyncWebClient, file: File) -> dict[str, str]:
    """Upload a file; gives the id and the title by which it is shared."""
    title, *_rest = file.caption.split("\n")
    # Too much to be read aloud at once stands in the text beside it.
    alt = file.alt if len(file.alt) <= ALT else file.caption[:ALT]
    about = {"filename": file.name, "length": str(len(file.data))}
    about |= _only(alt_txt=alt if file.kind.startswith("image/") else "")
    place = await _call(client, "files.getUploadURLExternal", about)
    if client.session is None:
        raise SlackRequestError("no session")
    url = str(place.get("upload_url"))
    async with client.session.post(url, data=file.data, proxy=proxy_for(url)) as answer:
        await answer.read()
        if answer.status != HTTPStatus.OK:
            raise SlackRequestError(f"an upload was answered with {answer.status}")
    return {"id": str(place.get("file_id")), "title": title}


async def _call(client: AsyncWebClient, method: str, values: Mapping[str, str]) -> Any:
    """Call a method with all that it needs in the body.

    The library would write it into the address, names and colours too, which proxies keep.
    """
    return await client.api_call(method, data=dict(values))


def _only(**values: str) -> dict[str, str]:
    return {name: value for name, value in values.items() if value}
