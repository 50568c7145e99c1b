"""All topics' routes, joined: found by a word, by a button's code, by what a dialogue waits for."""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any, TypeVar

from bot.domain.dated import Matter
from bot.domain.folding import fold
from bot.domain.school.offices import Office
from bot.domain.school.tracks import Role, Track
from bot.domain.telling.errands import ErrandKind
from bot.messages import Command, Described, Reply
from handlers.talking.meaning.words import is_yes_or_no
from handlers.talking.routing.answered import Answered, Reread
from handlers.talking.routing.question import Question
from handlers.talking.routing.route import (
    About,
    CommandRoute,
    OnDesk,
    QuestionRoute,
    Routes,
    TapRoute,
    Telling,
    TellingAsked,
)
from handlers.talking.routing.tap import Tap
from handlers.talking.telling import Depiction, MessagePart
from handlers.talking.turn import Replies, Turn

K = TypeVar("K")
V = TypeVar("V")


class RouteTable:
    """The routes of all topics; what two of them claim is refused when it is made."""

    def __init__(self, topics: Iterable[Routes]) -> None:
        """Join what the topics declare."""
        self._topics = tuple(topics)
        commands = [command for topic in self._topics for command in topic.commands]
        self.commands = {command.name: command for command in commands}
        self._by_word = _once(
            (word, command)
            for command in commands
            for word in dict.fromkeys((command.name, *command.words.known()))
        )
        self._menu = sorted(commands, key=lambda command: command.place)
        self.taps = _once((tap.tap.code, tap) for topic in self._topics for tap in topic.taps)
        self._questions = _once(
            (asked.question, asked) for topic in self._topics for asked in topic.questions
        )
        self.tellings: Mapping[ErrandKind, Telling] = _once(
            chain.from_iterable(topic.tellings.items() for topic in self._topics)
        )
        self.at_once: Mapping[str, TellingAsked] = _once(
            chain.from_iterable(topic.at_once.items() for topic in self._topics)
        )
        self.in_hours: Mapping[str, TellingAsked] = _once(
            chain.from_iterable(topic.in_hours.items() for topic in self._topics)
        )
        self.dated: Mapping[Matter, OnDesk] = _once(
            chain.from_iterable(topic.dated.items() for topic in self._topics)
        )

    def command(self, word: str) -> CommandRoute | None:
        """Find the command that a word names, in any language."""
        return self._by_word.get(fold(word).rstrip(".!,"))

    def menu(
        self, roles: Iterable[Role] = Role, offices: Iterable[Office] = ()
    ) -> tuple[Command, ...]:
        """List the commands for somebody with these roles and offices; every role's by default."""
        own, held = frozenset(roles), frozenset(offices)
        return tuple(
            Command(command.name, command.does, command.words.first())
            for command in self._menu
            if command.does and command.is_for(own, held)
        )

    def tap(self, code: str) -> tuple[Tap, TapRoute] | None:
        """Read a button's code; None for one that we never gave out."""
        name, _colon, values = code.partition(":")
        route = self.taps.get(name)
        tap = route.tap.read(values) if route else None
        return (tap, route) if tap and route else None

    def question(self, question: Question | None) -> QuestionRoute | None:
        """Find what is to be done with the question that a dialogue waits for."""
        return self._questions.get(type(question)) if question else None

    def stands(self, turn: Turn) -> Reply | None:
        """Show the question or menu that is open again; the dialogue stays about whom it was."""
        route, before = self.question(turn.question), turn.dialogue
        shown = route.stands(turn, turn.question) if route and route.stands else None
        turn.stay_about(before)
        return shown

    def kept(self, turn: Turn) -> Reply | None:
        """Say what was kept so far of the answer that is awaited."""
        route = self.question(turn.question)
        return route.kept(turn, turn.question) if route and route.kept else None

    def line(self, turn: Turn, text: str) -> About[Any, Any] | Replies | Reread:
        """Read what is typed and is no command: the first who can say what it is answers."""
        readers = (reads for topic in self._topics for reads in topic.lines)
        found = (reads(turn, text) for reads in readers)
        return next(answered for answered in found if answered is not None)

    def typed(self, turn: Turn, text: str) -> Answered:
        """Let a topic do what typed words say, where they stand on one of its buttons."""
        for topic in self._topics:
            if topic.typed and (answered := topic.typed(turn, text)) is not None:
                return answered
        return None

    def prose(self, turn: Turn, text: str, *, of_people: bool = False) -> Replies | None:
        """Offer free words, that nobody waits for, as the answer to what was asked last.

        Of what people asked alone, where that is said.
        """
        asks = [takes(turn, text) for topic in self._topics for takes in topic.prose]
        of_people = of_people or is_yes_or_no(text)  # which answers none of our open questions
        fitting = (ask for ask in asks if ask and not (of_people and ask.by_us))
        newest = max(fitting, key=lambda ask: ask.at, default=None)
        return newest.offers() if newest else None

    def remark(self, turn: Turn, track: Track, text: str, source: str) -> Reply:
        """Offer the words of a message as a note about a student."""
        offers = next(topic.remark for topic in self._topics if topic.remark)
        return offers(turn, track, text, source)

    def file(self, turn: Turn) -> Replies | None:
        """Let the topic that waits for a file take it."""
        return _first(topic.file and topic.file(turn) for topic in self._topics)

    def edit(self, turn: Turn, text: str) -> Replies | None:
        """Let the topic that keeps a message take its new words."""
        return _first(topic.edit and topic.edit(turn, text) for topic in self._topics)

    def repeat(self, turn: Turn) -> Reply | None:
        """Say what a message that came twice had done the first time."""
        return _first(topic.repeat and topic.repeat(turn) for topic in self._topics)

    def list_waiting(self, turn: Turn) -> list[MessagePart]:
        """List what waits for somebody, beside scores."""
        parts = (says(turn) for topic in self._topics for says in topic.waits)
        return [part for part in parts if part is not None]

    def depict(self, turn: Turn, shown: Depiction) -> Described | None:
        """Describe the picture of a message that nobody asked for; None where one says nothing."""
        depicts = next(topic.depicts for topic in self._topics if topic.depicts)
        return depicts(turn, shown)


def _first(answers: Iterable[V | None]) -> V | None:
    return next((answer for answer in answers if answer is not None), None)


def _once(pairs: Iterable[tuple[K, V]]) -> dict[K, V]:
    """Make a table of pairs; the same key twice is a mistake of ours."""
    table: dict[K, V] = {}
    for key, value in pairs:
        if key in table:
            raise ValueError(f"two routes for {key!r}")
        table[key] = value
    return table
