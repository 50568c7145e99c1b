"""Files as Slack takes them: uploaded, then shared in a direct message."""

from collections.abc import Sequence
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.files import File

ALT = 1000
"""Characters of an alt text."""


async def share(
    client: AsyncWebClient, channel: str, files: Sequence[File], thread: str = ""
) -> None:
    """Share files in a channel, which goes by its own id here, not by a person's."""
    await client.files_upload_v2(
        channel=channel,
        file_uploads=[_upload(file) for file in files],
        thread_ts=thread or None,
    )


def _upload(file: File) -> dict[str, Any]:
    title, *_rest = file.caption.split("\n")
    # Too much to be read aloud at once stands in the text beside it.
    alt = file.alt if len(file.alt) <= ALT else file.caption[:ALT]
    upload = {"file": file.data, "filename": file.name, "title": title}
    return upload | ({"alt_txt": alt} if file.kind.startswith("image/") else {})
