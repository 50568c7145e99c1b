"""What our own platforms, web chat and terminal, share: messages kept in a transcript.

The answer is written in the transaction of what it answers, so a repeat gets it again.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from mimetypes import guess_extension
from typing import Any

from bot.domain.folding import storable
from bot.i18n import Voice, voice_of
from bot.i18n import said as spoken
from bot.messages import (
    Answer,
    Cell,
    Described,
    Incoming,
    Reply,
    ReportPicture,
    SentFile,
)
from bot.messages.kept import kept
from bot.platforms.labels import rendered_button, rendered_form
from bot.ports import Job, Shown, UnitOfWork
from bot.ports.talking import Attached
from bot.showing.files import in_words, kind_of, name_of
from bot.showing.pages import pages_of
from bot.showing.words.attached import FILE_WORD
from bot.showing.words.counts import not_here_words

UNKEPT = "[…]"
"""What stands where somebody said what may not be kept."""

KEPT = 60
"""How many of the newest messages are looked through for a button."""


Converse = Callable[[UnitOfWork, Incoming], Answer]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks on one of our own platforms, and on the page in which session."""

    person_id: int
    organisation_id: int
    seat: str = ""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What somebody says or taps; `on` is the message that carries the tapped button.

    A text stands below what is `attached`.
    """

    key: str
    said_at: datetime
    text: str = ""
    tap: str = ""
    on: int = 0
    form: Mapping[str, str] | None = None
    attached: Attached | None = None

    @property
    def media(self) -> str:
        """What comes instead of words: a photo, a voice note, or nothing."""
        return self.attached.media if self.attached else ""

    def __post_init__(self) -> None:
        """Keep only text that can be stored."""
        for name in ("key", "text", "tap"):
            object.__setattr__(self, name, storable(getattr(self, name)))


class NoSuchButton(Exception):
    """There is no message that has this button."""


def job_of(converse: Converse, speaker: Speaker, said: Utterance) -> Job:
    """Make the job that answers an utterance in a lane; its value is the line and its answers."""
    return Job(
        key=said.key,
        person_id=speaker.person_id,
        at=said.said_at,
        work=lambda uow: converse_here(uow, converse, speaker, said),
        again=lambda uow: list(uow.transcripts.list_exchange(speaker.person_id, said.key)),
        update={
            "text": said.text,
            "tap": said.tap,
            "on": said.on,
            "form": said.form,
            "media": said.media,
        },
    )


def converse_here(
    uow: UnitOfWork, converse: Converse, speaker: Speaker, said: Utterance
) -> list[Shown]:
    """Answer an utterance and keep both in the transcript; a tap is no message of its own."""
    answer = converse(uow, _incoming(speaker, said))
    voice, about = voice_of(answer, said.said_at), answer.about.get(said.key)
    for earlier in answer.about.keys() - {said.key}:
        uow.transcripts.note_about(speaker.person_id, earlier, answer.about[earlier])
    line = [_own_line(uow, speaker, said, voice, answer)] if said.text or said.attached else []
    replies = (_kept(uow, speaker, said, reply, voice, about) for reply in answer.replies)
    return [*line, *replies]


def _incoming(speaker: Speaker, said: Utterance) -> Incoming:
    return Incoming(
        said.key,
        speaker.person_id,
        said.said_at,
        text="" if said.attached else said.text,
        tap=said.tap,
        form=said.form,
        ref=said.key,
        media=said.media,
        file=sha256(said.attached.data).hexdigest()[:20] if said.attached else "",
        caption=said.text if said.attached else "",
        sent=SentFile(said.attached.name, said.attached.data)
        if said.attached and said.attached.name
        else None,
        on=str(said.on) if said.on else "",
        seat=speaker.seat,
    )


def _own_line(
    uow: UnitOfWork, speaker: Speaker, said: Utterance, voice: Voice, answer: Answer
) -> Shown:
    """Keep what somebody said, and what they attached where it was taken as part of an answer.

    What may not be kept is shown this once, and then stands as something that was said.
    """
    about = answer.about.get(said.key)
    where = (speaker.person_id, speaker.organisation_id)
    own = _blank(said.said_at, text=said.text, mine=True)
    if answer.unkept:
        once = uow.transcripts.add(*where, replace(own, text=UNKEPT), said.key)
        return replace(once, text=said.text)
    if said.attached is None:
        return uow.transcripts.add(*where, own, said.key, about_id=about)
    word = voice.say(FILE_WORD[said.media])
    if not _is_kept(uow, speaker.person_id, said.key):
        named = f"{word} {said.attached.name} {said.text}"
        bare = replace(own, text=" ".join(named.split()))
        return uow.transcripts.add(*where, bare, said.key, about_id=about)
    named = said.media + (guess_extension(said.attached.kind) or "")
    file = {"id": said.key, "name": named, "kind": said.attached.kind, "alt": said.text or word}
    own = replace(own, files=[{**file, "attached": True}])
    shown = uow.transcripts.add(*where, own, said.key, about_id=about)
    uow.transcripts.attach(speaker.organisation_id, shown.id, said.attached)
    return shown


def _is_kept(uow: UnitOfWork, person_id: int, key: str) -> bool:
    """Say whether a message is part of an answer, or of what shows a claim."""
    answered = uow.answers.find_said_at(person_id, key) is not None
    return answered or uow.prior_claims.has_evidence(person_id, key)


def _kept(
    uow: UnitOfWork,
    speaker: Speaker,
    said: Utterance,
    reply: Reply,
    voice: Voice,
    about: int | None,
) -> Shown:
    where = (speaker.person_id, speaker.organisation_id)
    on = int(reply.at) if reply.at else said.on
    shown = rendered(reply, voice, said.said_at, on)
    if reply.instead:
        bare = replace(shown, text=voice.say(reply.instead), files=(), alt=None)
        once = uow.transcripts.add(*where, bare, said.key, about_id=about)
        return replace(once, text=shown.text, files=shown.files, alt=shown.alt)
    if (reply.edit or reply.at) and on:
        return uow.transcripts.replace(*where, shown, said.key)
    return uow.transcripts.add(*where, shown, said.key, about_id=about)


def rendered(reply: Reply, voice: Voice, at: datetime, identity: int = 0) -> Shown:
    """Render a reply in the reader's language."""
    files = [_file(page, voice) for file in reply.files for page in pages_of(file)]
    report = next((file for file in reply.files if isinstance(file, ReportPicture)), None)
    return Shown(
        id=identity,
        kind=reply.kind.value,
        text=voice.say(reply.text),
        edited=False,
        buttons=[[rendered_button(button, voice) for button in row] for row in reply.tapped],
        form=rendered_form(reply.form, voice) if reply.form else None,
        # The page draws a report itself; other files it asks for.
        picture=rendered_picture(report, voice) if report else None,
        alt=voice.say(in_words(reply.files[0])) if files else None,
        mine=False,
        said_at=at,
        files=files,
    )


def _file(described: Described, voice: Voice) -> dict[str, Any]:
    """Keep what a file is made of, in the reader's language, under a name of its content's own."""
    own = spoken(described, voice)
    holds = kept(own)
    tongue = {"language": voice.language}
    if voice.manner:
        tongue["manner"] = voice.manner
    content = json.dumps([holds, *tongue.values()]).encode()
    return {
        "id": sha256(content).hexdigest()[:20],
        "name": name_of(own, voice.say),
        "kind": kind_of(own),
        "alt": voice.say(in_words(described)),
        **tongue,
        "described": holds,
    }


def find_button(messages: Sequence[Shown], wanted: str) -> tuple[Shown, str]:
    """Find a button by label, in any case, or by code, on the newest message that has it.

    Raises NoSuchButton.
    """
    for message in reversed(messages):
        for row in message.buttons:
            for button in row:
                known = (button["label"], *names_in(row, button))
                if wanted == button["code"] or _plain(wanted) in map(_plain, known):
                    return message, button["code"]
    raise NoSuchButton(wanted)


_LETTERS = {"✗": "x", "◐": "l", "✓": "v"}


def names_in(row: Sequence[Mapping[str, Any]], button: Mapping[str, Any]) -> tuple[str, ...]:
    """Name one of several choices by its row's number, and by a letter for a sign: '3v'."""
    if "chosen" not in button:
        return ()
    number, label = row[0]["label"], button["label"]
    return (f"{number}{_LETTERS.get(label, f': {label}')}",)


def _plain(label: str) -> str:
    """Compare labels without case and without the signs around their words."""
    bare = label.casefold().strip()
    letters = bare.strip("✗◐✓✕↩‹›☐☑⬜🟥🟧🟩✅ ")
    return letters or bare


def _blank(at: datetime, *, text: str, mine: bool) -> Shown:
    return Shown(0, "said", text, False, [], None, None, None, mine, at)


def rendered_picture(picture: ReportPicture, voice: Voice) -> dict[str, Any]:
    """Render a described report as data, for a page that draws it itself."""
    return {
        "title": voice.say(picture.title),
        "columns": [voice.say(column) for column in picture.columns],
        "rows": [
            {
                "number": row.number,
                "title": row.title,
                "cells": [_cell(cell, voice) for cell in row.cells],
            }
            for row in picture.rows
        ],
    }


def _cell(cell: Cell, voice: Voice) -> dict[str, Any]:
    away = not_here_words(cell.not_here, cell.shown, cell.indicators)
    return {
        "colour": cell.colour.value,
        "covered": cell.covered,
        "indicators": cell.indicators,
        **({"aside": voice.say(away)} if away else {}),
    }
