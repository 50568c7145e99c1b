"""Talking from the terminal: `say` one thing, or `chat` line by line."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import click

from bot.cli.arguments.times import at_option, instant_of
from bot.cli.arguments.who import find_person
from bot.domain.school.tracks import Person
from bot.exchange.private_files import write_beside
from bot.messages import _
from bot.platforms.terminal import as_json, as_text
from bot.platforms.transcript import (
    KEPT,
    NoSuchButton,
    Speaker,
    Utterance,
    find_button,
    job_of,
)
from bot.ports import Shown
from bot.wiring import House, Unavailable, in_words, open_house
from bot.wiring.composing import look
from handlers.answering import answer_operator


@click.command()
@click.option("--as", "person", required=True, metavar="PERSON", help="The school's id, or a name.")
@at_option
@click.option("--tap", metavar="LABEL_OR_CODE", help="Press a button of the newest message.")
@click.option("--json", "as_json_", is_flag=True, help="Print the messages as JSON.")
@click.option(
    "--save",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write the pictures and other files into this folder.",
)
@click.argument("text", required=False)
def say(
    person: str,
    at: datetime | None,
    tap: str | None,
    as_json_: bool,
    save: Path | None,
    text: str | None,
) -> None:
    """Say TEXT (or tap a button) as PERSON, and print what arrived and the answers.

    A text that begins with a hyphen goes behind two hyphens: -- "-1 v".
    """
    if tap is not None and text is not None:
        raise click.UsageError(in_words(_("Say something or tap a button, not both.")))
    house = open_house()
    speaker, arrived = _meet(house, person, at)
    answers: Sequence[Shown] = ()
    if tap is not None or text is not None:
        said = _utterance(house, speaker, _instant(house, speaker, at), text, tap)
        answers = _said(house, speaker, said)
    messages = [*arrived, *answers]
    saved = _saved(messages, save) if save else {}
    click.echo(as_json(messages, saved) if as_json_ else _as_text(house, messages, saved))


@click.command()
@click.option("--as", "person", required=True, metavar="PERSON", help="The school's id, or a name.")
@at_option
def chat(person: str, at: datetime | None) -> None:
    """Talk as PERSON, line by line; '[label' taps a button, an empty line ends."""
    house = open_house()
    speaker, messages = _meet(house, person, at)
    begin = _(
        "{name}. Type a line, or [label to tap a button; an empty line ends.", name=speaker.name
    )
    click.echo(house.say(begin))
    if messages:
        click.echo(_as_text(house, messages, {}))
    while line := click.prompt(">", default="", show_default=False, prompt_suffix=" "):
        text, tap = (None, line.strip("[ ]")) if line.startswith("[") else (line, None)
        try:
            said = _utterance(house, speaker, _instant(house, speaker, at), text, tap)
        except click.UsageError as wrong:
            click.echo(wrong.message)
            continue
        click.echo(_as_text(house, _said(house, speaker, said), {}))


def _meet(house: House, wanted: str, at: datetime | None) -> tuple[Person, Sequence[Shown]]:
    """Find a person, and what arrived for that person meanwhile, or is due now that they look."""
    with house.transaction() as uow:
        person = find_person(house, uow, wanted)
        look(uow, person, instant_of(house, at))
        return person, uow.transcripts.take_unread(person.id)


def _as_text(house: House, messages: Sequence[Shown], saved: Mapping[str, str]) -> str:
    def named(file: Mapping[str, Any]) -> str:
        if file["id"] in saved:
            return house.say(_("File: {path}", path=saved[file["id"]]))
        return house.say(_("File: {name} (kompaan say --save FOLDER writes it)", name=file["name"]))

    return as_text(messages, named)


def _saved(messages: Sequence[Shown], folder: Path) -> dict[str, str]:
    """Write the files of messages, and say where each is, by its id. Nothing is overwritten."""
    from bot.wiring.files import kept_file  # only who saves one pays for loading it

    paths = {}
    for kept in (file for message in messages for file in message.files):
        file = kept_file(kept)
        if file is not None:
            paths[kept["id"]] = str(write_beside(folder / file.name, file.data))
    return paths


def _instant(house: House, person: Person, at: datetime | None) -> datetime:
    """Find the instant at which somebody speaks; the sample's people have a clock of their own."""
    now = instant_of(house, at)
    return house.time_of(person.organisation_id, now) if at is None else now


def _utterance(
    house: House, person: Person, at: datetime, text: str | None, tap: str | None
) -> Utterance:
    key = f"terminal:{uuid4()}"
    if tap is None:
        return Utterance(key, at, text=text or "")
    with house.transaction() as uow:
        recent = uow.transcripts.list_recent(person.id, KEPT)
    try:
        message, code = find_button(recent, tap)
    except NoSuchButton:
        problem = _("No recent message has a button '{tap}'.", tap=tap)
        raise click.UsageError(in_words(problem)) from None
    return Utterance(key, at, tap=code, on=message.id)


def _said(house: House, person: Person, said: Utterance) -> Sequence[Shown]:
    speaker = Speaker(person.id, person.organisation_id)
    (outcome,) = house.handle([job_of(answer_operator, speaker, said)])
    if isinstance(outcome, Unavailable):
        raise outcome
    if outcome.quarantined:
        problem = _("Something went wrong with this message; it was set aside.")
        raise click.ClickException(in_words(problem))
    return [shown for shown in outcome.value if not shown.mine]
