"""One turn of a conversation: who says what, when, and where the dialogue stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from bot.domain.days import day_begins, day_ends, day_of
from bot.domain.periods.period import current
from bot.domain.school.endings import council_since
from bot.domain.school.frameworks import Programme
from bot.domain.school.offices import Office
from bot.domain.school.tracks import Person, Role, Track
from bot.messages import Incoming, Reply
from bot.ports import Dialogue, Entry, Seat, UnitOfWork
from bot.ports.acts import Doer
from bot.ports.talking import Awaited
from bot.use_cases.scoring.store_scores import Occasion
from handlers.talking.routing.question import Question, is_of_kind, read_question

if TYPE_CHECKING:
    from handlers.talking.routing.table import RouteTable

Q = TypeVar("Q", bound=Question)

REMEMBERED = timedelta(minutes=30)
"""How long a dialogue stays about a student, and how long a question waits for typed words."""

Replies = list[Reply]


def remembered(since: datetime | None, at: datetime) -> bool:
    """Say whether something of then still counts at an instant.

    Times may go backwards (a script, a corrected clock), so the distance counts.
    """
    return since is not None and abs(at - since) <= REMEMBERED


@dataclass
class Turn:
    """What a handler works with; it leaves the dialogue as it should stand afterwards.

    `waits_no_more` says that the line which waited was settled in this turn, or put away, and
    `nothing_waits` that those behind it were put away as well; `stays_asked` says that what was
    asked before still is, whatever was done beside it. `told_of` says whom a message is about
    alone, by its reference. What was said stays `unkept` where nothing may be stored of it, the
    transcript included.
    """

    said: Incoming
    person: Person
    uow: UnitOfWork
    dialogue: Dialogue
    table: "RouteTable"
    recorded: list[int] = field(default_factory=list)
    undid: bool = False
    waits_no_more: bool = False
    nothing_waits: bool = False
    stays_asked: bool = False
    told_of: dict[str, int | None] = field(default_factory=dict)
    unkept: bool = False
    _since: dict[int, datetime | None] = field(default_factory=dict)
    _in_two_roles: dict[int, Mapping[str, frozenset[Role]]] = field(default_factory=dict)

    @property
    def at(self) -> datetime:
        """The instant of this turn: the only clock a handler knows."""
        return self.said.said_at

    @property
    def doer(self) -> Doer:
        """Who does something in this turn, and when."""
        return Doer(self.person.id, self.at)

    @property
    def today(self) -> date:
        """The day that it is for this person."""
        return self.day_of(self.at)

    @property
    def today_begins(self) -> datetime:
        """The instant at which today began for this person."""
        return day_begins(self.at, self.person.time_zone)

    @property
    def today_ends(self) -> datetime:
        """The instant at which tomorrow begins for this person."""
        return day_ends(self.at, self.person.time_zone)

    def day_of(self, at: datetime) -> date:
        """Say which day it is for this person at an instant."""
        return day_of(at, self.person.time_zone)

    @cached_property
    def tracks(self) -> tuple[Track, ...]:
        """The tracks in which this person has a role."""
        return tuple(self.uow.tracks.list_of(self.person.id, self.at))

    @cached_property
    def council_tracks(self) -> tuple[Track, ...]:
        """These tracks, and those on which this person looks back for the class council."""
        since = council_since(self.at)
        return tuple(self.uow.tracks.list_for_council(self.person.id, since, self.at))

    @cached_property
    def offices(self) -> frozenset[Office]:
        """What this person is in the school beside all roles around a track."""
        return self.uow.offices.list_of(self.person.id)

    @property
    def scored_tracks(self) -> tuple[Track, ...]:
        """The tracks on which this person scores."""
        return tuple(track for track in self.tracks if track.scoring_role)

    @property
    def coached_tracks(self) -> tuple[Track, ...]:
        """The tracks of which this person is the coach."""
        return tuple(track for track in self.tracks if Role.COACH in track.roles)

    @property
    def running_coached(self) -> list[Track]:
        """The tracks of which this person is the coach, and that have not ended."""
        return [track for track in self.coached_tracks if track.ended_at is None]

    @cached_property
    def away(self) -> Mapping[int, datetime]:
        """Until when those students are away, by their identities, of whom this person may know."""
        students = [own.student_id for own in self.tracks if Role.STUDENT not in own.roles]
        return self.uow.absences.list_known(students, self.at)

    def here(self, tracks: Sequence[Track]) -> tuple[Track, ...]:
        """Leave out the tracks of students who are known to be away: nothing is asked of them."""
        return tuple(track for track in tracks if track.student_id not in self.away)

    def track(self, track_id: int | None) -> Track | None:
        """Find a track of this person's: every tap is authorised here again."""
        return next((track for track in self.tracks if track.id == track_id), None)

    def council_track(self, track_id: int | None) -> Track | None:
        """Find a track of this person's, be it to look back on for the class council."""
        return next((track for track in self.council_tracks if track.id == track_id), None)

    def scored_track(self, track_id: int | None) -> Track | None:
        """Find a track on which this person scores."""
        track = self.track(track_id)
        return track if track and track.scoring_role else None

    def programme(self, track: Track) -> Programme:
        """Read the programme of a track."""
        return self.uow.tracks.read_programme(track.programme_id)

    def since(self, track: Track) -> datetime | None:
        """Say when the period opened that is open now: what was said before is asked anew."""
        if track.programme_id not in self._since:
            period = current(self.uow.periods.list_of(track.programme_id), self.at)
            self._since[track.programme_id] = period.opens_at if period else None
        return self._since[track.programme_id]

    def in_two_roles(self, track_id: int) -> Mapping[str, frozenset[Role]]:
        """List by name who around a track coaches and teaches in the school, each with roles."""
        if track_id not in self._in_two_roles:
            found = self.uow.school_people.list_in_two_roles(track_id)
            self._in_two_roles[track_id] = found
        return self._in_two_roles[track_id]

    def seat(self, track: Track) -> Seat:
        """Name the seat from which this person scores on a track.

        Raises ValueError where the person does not score; handlers ask `scoring_role` first.
        """
        role = track.scoring_role
        if role is None:
            raise ValueError("nobody scores here without a role")
        placement = track.placement_id if role is Role.MENTOR else None
        return Seat(self.person.organisation_id, self.person.id, track.id, role, placement)

    def speak_for(self, source: str) -> None:
        """Record what follows as said by an earlier message, whose reference this is."""
        self.said = replace(self.said, ref=source)

    def tell_of(self, person_id: int, source: str = "") -> None:
        """Note whom a message is about alone: this one, or an earlier one by its reference."""
        said = source or self.said.ref
        known = self.told_of.setdefault(said, person_id)
        # What is about two is about neither alone.
        self.told_of[said] = known if known == person_id else None

    def occasion(self, title: str, entry: Entry | int | None = None) -> Occasion:
        """Name what is recorded in this turn, or with which entry it goes on."""
        return Occasion(self.at, title, self.said.ref, entry)

    @property
    def about_id(self) -> int | None:
        """The track that the dialogue is about, for half an hour, be it looked back on."""
        return self.dialogue.about_track if remembered(self.dialogue.about_at, self.at) else None

    @property
    def about(self) -> Track | None:
        """The student the dialogue is about, for half an hour."""
        about = self.about_id
        return None if about is None else self.track(about)

    @property
    def awaits_words(self) -> bool:
        """Whether a question still waits for typed words."""
        return remembered(self.dialogue.asked_at, self.at)

    def remember(self, track: Track) -> None:
        """Let the dialogue be about a student from now."""
        self.dialogue = replace(self.dialogue, about_track=track.id, about_at=self.at)

    def forget(self) -> None:
        """Let the dialogue be about nobody."""
        self.dialogue = replace(self.dialogue, about_track=None, about_at=None)

    def stay_about(self, before: Dialogue) -> None:
        """Let the dialogue be about whom it was about before."""
        self.dialogue = replace(
            self.dialogue, about_track=before.about_track, about_at=before.about_at
        )

    @property
    def question(self) -> Question | None:
        """The question or menu that the dialogue waits for, if there is one."""
        return read_question(self.dialogue.asking, self.dialogue.data)

    def asked(self, kind: type[Q]) -> Q | None:
        """Read what was asked, where it is a question of this kind."""
        # Asked many times a turn, mostly of another kind, whose data need not be read.
        question = self.question if is_of_kind(self.dialogue.asking, kind) else self._under()
        return question if isinstance(question, kind) else None

    def ask(self, question: Question | None) -> int:
        """Open a new menu or question, and return the serial that its buttons carry."""
        if question is not None and question.over and (below := self._below()):
            return self.keep(replace(question, under=below))
        self.dialogue = replace(self.dialogue, serial=self.dialogue.serial + 1)
        return self.keep(question)

    def keep(self, question: Question | None) -> int:
        """Go on within the live menu, and return its serial."""
        asking, data = (question.kind, question.data()) if question else (None, {})
        self.dialogue = replace(self.dialogue, asking=asking, data=data, asked_at=self.at)
        return self.dialogue.serial

    def close(self) -> None:
        """End what was asked; taps on its buttons are from now on taps on a closed menu.

        What was open below it goes on.
        """
        under = self._under()
        if under is not None:
            self.keep(under)
        else:
            self.ask(None)

    def _below(self) -> Sequence[Any]:
        """Name what stays open below what is asked now."""
        now = self.question
        if now is not None and now.lasts:
            return [now.kind.value, now.data()]
        return now.under if now is not None and now.over else ()

    def _under(self) -> Question | None:
        """Read what is open below what is asked now."""
        if not (under := self.dialogue.data.get("under")):
            return None
        kind, data = under
        return read_question(Awaited(kind), data)
