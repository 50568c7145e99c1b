"""What a topic declares: its commands, taps, questions and tellings, as one table of contents."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, TypeVar

from bot.domain.dated import Dated, Matter
from bot.domain.school.offices import Office
from bot.domain.school.tracks import Role, Track
from bot.domain.telling.errands import ErrandKind
from bot.messages import Described, Reply, Sayable, Text
from bot.ports.telling.errands import Errand
from bot.ports.telling.outbox import OutboxMessage
from handlers.talking.meaning.target import Target
from handlers.talking.meaning.whom import Sought
from handlers.talking.routing.answered import Answered, OpenAsk
from handlers.talking.routing.question import Question
from handlers.talking.routing.tap import Tap
from handlers.talking.telling import Depiction, MessagePart
from handlers.talking.turn import Replies, Turn

T = TypeVar("T", bound=Target)
S = TypeVar("S")
P = TypeVar("P", bound=Tap)
Q = TypeVar("Q", bound=Question)

EVERYBODY = frozenset(Role)
ANY_OFFICE = frozenset(Office)


@dataclass(frozen=True, slots=True)
class About(Generic[T, S]):
    """Words about a student or a class group: dispatch finds who is meant, then lets it answer.

    `seeks` reads whom the words may be about; it raises Unclear, with what to say instead, where
    they are about nobody.
    """

    seeks: Callable[[Turn, str], Sought[T, S]]
    answers: Callable[[Turn, T, S], Answered]

    @staticmethod
    def named(
        among: Callable[[Turn], Sequence[T]], answers: Callable[[Turn, T], Answered]
    ) -> "About[T, None]":
        """Declare words that say a name, and nothing else to read.

        `among` lists whom they may be about; it raises Unclear where this person has nobody here.
        """
        return About(
            lambda turn, words: Sought(words.strip(), among(turn), None),
            lambda turn, target, _nothing: answers(turn, target),
        )


class Words(NamedTuple):
    """How a command is called in each language beside its English name: one word, or several.

    Where a blank stands between them, the first is how we name it; the others are understood.
    """

    nl: str
    fr: str
    de: str

    def known(self) -> Iterator[str]:
        """List every word, as somebody may type it; German ones also with the dots left out."""
        yield from dict.fromkeys(" ".join(self).split())
        for word in self.de.split():
            if (bare := re.sub("([aou])e", r"\1", word)) != word:
                yield bare

    def first(self) -> dict[str, str]:
        """The word by which the command is named in each language."""
        return {language: words.split()[0] for language, words in self._asdict().items()}


@dataclass(frozen=True, slots=True)
class CommandRoute:
    """A command: its name on every platform, its words in each language, and who answers it.

    With `does` it stands, in the order of `place`, in the menu of those who have one of the `roles`
    around a track or one of the `offices` in the school, and of those around no track who have one
    of the offices it is for `alone`.
    """

    name: str
    words: Words
    answers: Callable[[Turn, str], Answered] | About[Any, Any]
    does: Text | None = None
    roles: frozenset[Role] = EVERYBODY
    place: int = 0
    offices: frozenset[Office] = frozenset()
    alone: frozenset[Office] = frozenset()

    def is_for(self, roles: AbstractSet[Role], offices: AbstractSet[Office]) -> bool:
        """Say whether it is for somebody with these roles and offices."""
        held = self.roles & roles or self.offices & offices
        return bool(held or (self.alone & offices and not roles))


@dataclass(frozen=True, slots=True)
class TapRoute:
    """A kind of button, and who answers its taps."""

    tap: type[Tap]
    answers: Callable[[Turn, Any], Answered]


def on(tap: type[P], answers: Callable[[Turn, P], Answered]) -> TapRoute:
    """Let a handler answer the taps of one kind of button."""
    return TapRoute(tap, answers)


@dataclass(frozen=True, slots=True)
class QuestionRoute:
    """A question that a dialogue waits for, and who takes what is typed.

    Without `takes` only taps answer it. `any_words` says that it is answered in words of any kind,
    so those that read as scores are asked about; words that do not fit (`fits`) are read as if
    nothing had been asked. `leaves` is what happens when a command comes instead, `stands` shows
    the question or menu again, `means` finds the button that words mean which none has for a label,
    `kept` says what was already kept of an answer, and `chooses` decides on a pending text where
    the question has buttons of its own for that. `presents` asks whether words that nobody waited
    for answer it, with who would read them; None where it is not asked any more.
    `redraws` shows what is open as it is by now, for the message in which it stands. `unkept` says
    what is lost where something else takes its place; where nothing does, it is asked again.
    """

    question: type[Question]
    takes: Callable[[Turn, Any, str], Answered] | None = None
    any_words: bool = False
    fits: Callable[[str], bool] | None = None
    leaves: Callable[[Turn, Any], None] | None = None
    stands: Callable[[Turn, Any], Reply | None] | None = None
    means: Callable[[Turn, Any, str], Tap | None] | None = None
    kept: Callable[[Turn, Any], Reply | None] | None = None
    chooses: Callable[[Turn, Any, bool], Answered] | None = None
    presents: Callable[[Turn, Any], Sayable | None] | None = None
    redraws: Callable[[Turn, Any], Reply | None] | None = None
    unkept: Callable[[Turn, Any], Reply | None] | None = None


def asks(
    question: type[Q], takes: Callable[[Turn, Q, str], Answered], **more: Any
) -> QuestionRoute:
    """Let a handler take what is typed while a dialogue waits for this question."""
    return QuestionRoute(question, takes, **more)


Telling = Callable[[Turn, Sequence[Errand]], MessagePart | None]
TellingAsked = Callable[[Turn, OutboxMessage], MessagePart | None]


@dataclass(frozen=True, slots=True)
class OnDesk:
    """How a desk shows one sort of thing with a date: a short line, and the button that opens it.

    The line leaves out the day and the student, which the desk says.
    """

    says: Callable[[Turn, Dated], Sayable]
    opens: Callable[[Dated], Tap]


@dataclass(frozen=True, slots=True)
class Routes:
    """One topic's table of contents.

    `tellings` say what the clock tells unasked, by the kind of errand; `at_once` and `in_hours`
    what a message asks for by name, the first without waiting for the person's hours.

    `lines` read what is typed and is no command, in their order, and the last of them reads
    whatever is left; `remark` offers words of a message as a note about a student; `typed` is asked
    before whether it is what stands on a button of the topic's, of a message that waits for no
    words, or says in plain words what a line says. `prose`, `file`, `edit` and `repeat` are asked
    about free words that nobody waits for, a photo or a voice note, an edited message and a message
    that came twice; each gives None where it is none of theirs. `depicts` describes the picture of
    a message that nobody asked for. `waits` say what of the topic waits for somebody, beside
    scores. `dated` shows what of it has a date and stands on a desk.
    """

    commands: tuple[CommandRoute, ...] = ()
    taps: tuple[TapRoute, ...] = ()
    questions: tuple[QuestionRoute, ...] = ()
    tellings: Mapping[ErrandKind, Telling] = field(default_factory=dict)
    at_once: Mapping[str, TellingAsked] = field(default_factory=dict)
    in_hours: Mapping[str, TellingAsked] = field(default_factory=dict)
    lines: tuple[Callable[[Turn, str], About[Any, Any] | Answered], ...] = ()
    typed: Callable[[Turn, str], Answered] | None = None
    prose: tuple[Callable[[Turn, str], OpenAsk | None], ...] = ()
    remark: Callable[[Turn, Track, str, str], Reply] | None = None
    file: Callable[[Turn], Replies | None] | None = None
    edit: Callable[[Turn, str], Replies | None] | None = None
    repeat: Callable[[Turn], Reply | None] | None = None
    depicts: Callable[[Turn, Depiction], Described | None] | None = None
    waits: tuple[Callable[[Turn], MessagePart | None], ...] = ()
    dated: Mapping[Matter, OnDesk] = field(default_factory=dict)


def join(*rooms: Routes) -> Routes:
    """Join the tables of contents of a topic's rooms, of those that have no more than these.

    What two of them claim is refused where all topics are joined.
    """
    return Routes(
        commands=tuple(command for room in rooms for command in room.commands),
        taps=tuple(tap for room in rooms for tap in room.taps),
        questions=tuple(question for room in rooms for question in room.questions),
        tellings={kind: tell for room in rooms for kind, tell in room.tellings.items()},
        at_once={asks: tell for room in rooms for asks, tell in room.at_once.items()},
        in_hours={asks: tell for room in rooms for asks, tell in room.in_hours.items()},
        typed=_first_of([room.typed for room in rooms if room.typed]),
        file=next((room.file for room in rooms if room.file), None),
        waits=tuple(says for room in rooms for says in room.waits),
        dated={matter: shows for room in rooms for matter, shows in room.dated.items()},
    )


def _first_of(
    readers: Sequence[Callable[[Turn, str], Answered]],
) -> Callable[[Turn, str], Answered]:
    """Let each read typed words, until one does something by them."""

    def typed(turn: Turn, text: str) -> Answered:
        answers = (reads(turn, text) for reads in readers)
        return next((answered for answered in answers if answered is not None), None)

    return typed
