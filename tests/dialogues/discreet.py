"""The canary of code words: a discreet school, whose payloads are searched for every name.

Each dialogue runs as it stands. The code word of a person is the name in other letters, one for
one; what our application hands to a fake is searched for names as it comes, and only then written
in its own letters again, for the dialogue that reads it. Words of people that stay home are written
in those other letters, too, so that a dialogue sees what its reader would find on the page.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine, text

from bot.domain.school import naming
from bot.messages import Answer, Incoming, Reply
from bot.platforms.abroad import answering as abroad
from bot.ports import Shown, UnitOfWork
from bot.showing import scrubbing
from bot.storage import named
from bot.storage.joining.code_words import StoredCodeWords
from bot.storage.talking.transcripts import StoredTranscripts
from bot.wiring import files as drawn_files
from bot.wiring.own_data.making import make_next as make_own_data
from handlers.answering import answer
from handlers.talking.ordinary import care
from tests.dialogues.canary import Canary, all_legible, hidden, legible
from tests.dialogues.pinged import watch_pings
from tests.dialogues.school import School

TOLD = ("text", "buttons", "form", "picture", "alt")


def read_name(kept: str) -> str:
    """Read a name for abroad in other letters, whatever its code word is."""
    said = naming.read_name(kept)
    if not isinstance(said, naming.PersonName) or said == said.full:
        return said
    found = naming._ABROAD.get()
    assert found is not None
    found.names[said.full] = hidden(said.full)
    return naming.PersonName(hidden(said.full), said.full, hidden(said.full))


def read_words(kept: str) -> str:
    """Read words that stay home in other letters."""
    said = naming.read_words(kept)
    if isinstance(said, naming.WithheldWords):
        return naming.WithheldWords(hidden(said.full), said.full)
    return said


def _listed(own: StoredCodeWords, person_id: int) -> dict[str, str]:
    return {full: hidden(full) for full in _list_names(own, person_id)}


_list_names = StoredCodeWords.list_names


def _as_it_was(reply: Reply, _link: str) -> Reply:
    return reply


@contextmanager
def discreet(engine: Engine, *, files: bool = True) -> Iterator[Canary]:
    """Make the school of a database discreet, and look at all that it hands out."""
    with engine.begin() as connection:
        connection.execute(text("UPDATE organisation SET naming = 'discreet'"))
    canary = Canary(engine)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(named, "read_name", read_name)
        patched.setattr(named, "read_words", read_words)
        patched.setattr(naming, "_left_out", hidden)
        patched.setattr(scrubbing, "instead_of", lambda written, _said: hidden(written))
        patched.setattr(StoredCodeWords, "list_names", _listed)
        # The way home has dialogues of its own; here each sees what stands there.
        patched.setattr(abroad, "leading_home", _as_it_was)
        patched.setattr("bot.showing.discreet.stays", lambda _file: False)
        _watch_telegram(patched, canary)
        _watch_slack(patched, canary)
        patched.setattr(care, "openly", canary.allowing)
        if files:
            _watch_files(patched, canary)
        yield canary


@contextmanager
def discreet_everywhere(engine: Engine) -> Iterator[Canary]:
    """Treat our own platforms as if they were others': for dialogues that run on those alone."""
    with discreet(engine, files=False) as canary, pytest.MonkeyPatch.context() as patched:
        patched.setattr("tests.dialogues.school.answer", _answer_abroad)
        patched.setattr("bot.wiring.composing.is_home", lambda _platform: False)
        for way in (
            "bot.wiring.composing.show_at_home",
            "bot.platforms.abroad.answering.show_at_home",
        ):
            patched.setattr(way, lambda *_where: "")
        _watch_transcripts(patched, canary)
        watch_pings(patched, canary.look)
        yield canary


@contextmanager
def founded_abroad() -> Iterator[list[Canary]]:
    """Make each school discreet as soon as it is founded: for dialogues that found their own."""
    canaries: list[Canary] = []
    found = School.found

    def founded(school: School) -> School:
        made = found(school)
        stack.close()  # one school after the other
        canaries.append(stack.enter_context(_way_of(school)(school.engine)))
        return made

    with ExitStack() as stack, pytest.MonkeyPatch.context() as patched:
        patched.setattr(School, "found", founded)
        yield canaries


def _way_of(school: School) -> Callable[[Engine], AbstractContextManager[Canary]]:
    if getattr(school, "needs", "") == "fake":
        return discreet
    return pings_watched if hasattr(school, "devices") else discreet_everywhere


@contextmanager
def pings_watched(engine: Engine) -> Iterator[Canary]:
    """Look at what push and mail are handed of what comes by itself, whatever the school is."""
    canary = Canary(engine)
    with pytest.MonkeyPatch.context() as patched:
        watch_pings(patched, canary.look)
        yield canary


def _answer_abroad(uow: UnitOfWork, said: Incoming) -> Answer:
    return abroad.answer_abroad(uow, answer, said)


def _watch_transcripts(patched: pytest.MonkeyPatch, canary: Canary) -> None:
    add, change = StoredTranscripts.add, StoredTranscripts.replace

    def seen(self: StoredTranscripts, shown: Shown) -> Shown:
        if shown.mine:
            return shown
        told = {name: getattr(shown, name) for name in TOLD}
        canary.look({**told, "files": shown.files}, f"a message ({shown.kind})", self._connection)
        clean = {name: all_legible(value) for name, value in told.items()}
        return replace(shown, **clean, files=all_legible(shown.files))

    def added(self: Any, person_id: int, whose: int, shown: Shown, *more: Any, **named: Any) -> Any:
        return add(self, person_id, whose, seen(self, shown), *more, **named)

    def changed(self: Any, person_id: int, whose: int, shown: Shown, *more: Any) -> Any:
        shown = seen(self, shown)
        # One that is not there to be changed is added, by the same part.
        with pytest.MonkeyPatch.context() as once:
            once.setattr(StoredTranscripts, "add", add)
            return change(self, person_id, whose, shown, *more)

    patched.setattr(StoredTranscripts, "add", added)
    patched.setattr(StoredTranscripts, "replace", changed)


def _watch_telegram(patched: pytest.MonkeyPatch, canary: Canary) -> None:
    from tests.fakes.telegram.dispatch import Dispatch

    arrive = Dispatch.arrive

    def watched(self: Any, bot: Any, call: Any) -> Any:
        canary.look(call.args, call.method)
        for name, file in call.files.items():
            canary.look(file.name, f"{call.method} {name}")
            file.name = legible(file.name)
        call.args = {name: legible(value) for name, value in call.args.items()}
        return arrive(self, bot, call)

    patched.setattr(Dispatch, "arrive", watched)


def _watch_slack(patched: pytest.MonkeyPatch, canary: Canary) -> None:
    from tests.fakes.slack.server import Wire

    perform = Wire.perform

    def watched(self: Any, call: Any, token: str) -> Any:
        canary.look(call["args"], call["method"])
        call["args"] = all_legible(call["args"])
        return perform(self, call, token)

    patched.setattr(Wire, "perform", watched)


def _watch_files(patched: pytest.MonkeyPatch, canary: Canary) -> None:
    file_of = drawn_files.file_of

    def at_home(*own: Any) -> Any:
        canary.at_home = True
        try:
            return make_own_data(*own)
        finally:
            canary.at_home = False

    def watched(described: Any, voice: Any, *more: Any) -> Any:
        if canary.at_home:
            return file_of(described, voice, *more)
        canary.look(repr(described), "a file's description")
        made = file_of(described, voice, *more)
        if not made.kind.startswith("text/"):
            return made
        written = made.data.decode()
        canary.look(written, made.name)
        return replace(made, data=legible(written).encode())

    patched.setattr(drawn_files, "file_of", watched)
    # What is drawn into a file with one's own data goes nowhere else.
    patched.setattr("tests.dialogues.rights.taking.make_next", at_home)
